#include <algorithm>
#include <array>

#include "scenarios/parse.h"
#include "scenarios/validation_readers.h"

namespace shudao::scenarios {

namespace {

Json document_of(Scenario const& scenario) {
  Problems problems;
  auto json = parse_json(scenario.document, problems.add_file(scenario.id), problems);
  return json ? *std::move(json) : Json::object();
}

std::vector<std::string> corridor_ids(Scenario const& scenario) {
  std::vector<std::string> ids;
  for (Corridor const& corridor : scenario.corridors) ids.push_back(corridor.id);
  return ids;
}

void judge(Fields const& f, KnownWorld const& world, std::string const& key, std::string const& name,
           NameTable const& table) {
  if (world.scenario == nullptr || table.find(name)) return;
  f.fault_at(key, "the id of a " + table.kind() + " of " + world.called, f.likely(name, table.names()));
}

std::string read_id(Fields& f, char const* key, NameTable const& table, KnownWorld const& world, Need need) {
  auto const name = f.text(key, need);
  if (name) judge(f, world, key, *name, table);
  return name.value_or("");
}

std::vector<std::string> read_ids(Fields& f, char const* key, NameTable const& table, KnownWorld const& world) {
  auto const names = f.texts(key);
  for (std::size_t i = 0; i < names.size(); ++i)
    judge(f, world, std::string{key} + "/" + std::to_string(i), names[i], table);
  return names;
}

/// What the flows of the world have as their commodities, directions, firm classes.
template<class Collect>
NameTable flow_words(KnownWorld const& world, char const* kind, Collect const& collect) {
  std::vector<std::string> words;
  if (world.scenario != nullptr) {
    for (Flow const& flow : world.scenario->flows) collect(flow, words);
  }
  return {kind, std::move(words)};
}

bool is_cargo_of(Selector const& s, Scenario const& scenario, Flow const& flow) {
  auto const in = [](std::vector<std::string> const& list, std::string const& word) {
    return list.empty() || std::find(list.begin(), list.end(), word) != list.end();
  };
  for (Corridor const& corridor : scenario.corridors) {
    if (corridor.id != s.corridor) continue;
    bool const has = std::any_of(corridor.flows.begin(), corridor.flows.end(),
                                 [&](FlowId id) { return scenario.flows[id].id == flow.id; });
    if (!has) return false;
  }
  bool const has_class = std::any_of(flow.firm_classes.begin(), flow.firm_classes.end(),
                                     [&](FirmClass const& firm) { return in(s.firm_classes, firm.name); });
  return !flow.is_empties && in(s.flows, flow.id) && in(s.regimes, flow.regime) && in(s.commodities, flow.commodity) &&
         in(s.directions, flow.direction) && has_class;
}

void read_cargo(Fields& f, Selector& s, KnownWorld const& world) {
  s.corridor = read_id(f, "corridor", world.corridors, world, Need::optional);
  s.flows = read_ids(f, "flows", world.names.flows, world);
  s.regimes = f.words("regimes", {"export", "import", "transit", "bonded", "domestic"});
  s.commodities = read_ids(
      f, "commodities",
      flow_words(world, "commodity", [](Flow const& flow, auto& words) { words.push_back(flow.commodity); }), world);
  s.directions = read_ids(
      f, "directions",
      flow_words(world, "direction", [](Flow const& flow, auto& words) { words.push_back(flow.direction); }), world);
  s.firm_classes = read_ids(f, "firm_classes",
                            flow_words(world, "firm class",
                                       [](Flow const& flow, auto& words) {
                                         for (FirmClass const& firm : flow.firm_classes) words.push_back(firm.name);
                                       }),
                            world);
  if (f.has("corridor") && f.has("flows")) f.fault("", "both corridor and flows", "one of corridor, flows");
  if (world.scenario == nullptr) return;
  auto const& flows = world.scenario->flows;
  bool const has_any =
      std::any_of(flows.begin(), flows.end(), [&](Flow const& flow) { return is_cargo_of(s, *world.scenario, flow); });
  if (!has_any) f.fault("", "no flow that is all of this", "cargo that some flow of " + world.called + " brings");
}

Statistic read_statistic(Fields& f) {
  std::vector<std::string> const words{"mean", "sd", "p10", "p50", "p90", "p95"};
  return static_cast<Statistic>(f.word("statistic", words, Need::optional).value_or(0));
}

void read_during(Fields& f, Selector& s, KnownWorld const& world) {
  f.object("during", Need::optional, [&](Fields& d) {
    auto const from = read_day(d, "from", Need::required), to = read_day(d, "to", Need::required);
    if (!from || !to || world.scenario == nullptr) return;
    TimeZone const& zone = world.scenario->zone;
    s.during = Interval{zone.to_utc(*from, Duration{}), zone.to_utc(*to, Duration{})};
    bool const is_inside =
        s.during->from >= world.scenario->window_start() && s.during->to <= world.scenario->horizon();
    if (is_inside && s.during->from < s.during->to) return;
    std::string const first = text(zone.day_at(world.scenario->window_start()));
    d.fault("", text(*from) + " to " + text(*to),
            "days of the world's window, " + first + " to " + text(zone.day_at(world.scenario->horizon())));
  });
}

void read_ends(Fields& f, Selector& s) {
  s.begins_at_arrival = f.word("begins", {"departure", "arrival"}, Need::optional).value_or(0) == 1;
  s.ends_at_departure = f.word("ends", {"arrival", "departure"}, Need::optional).value_or(0) == 1;
}

void read_way(Fields& f, Selector& s, KnownWorld const& world) {
  s.from = read_id(f, "from", world.names.places, world, Need::required);
  s.to = read_id(f, "to", world.names.places, world, Need::required);
}

void read_stops(Fields& f, Selector& s) {
  s.counts_stops = f.word("stops", {"counted", "not_counted"}, Need::optional).value_or(0) == 0;
}

/// Services that stop at `from` and then at `to`.
void read_services(Fields& f, Selector& s, KnownWorld const& world) {
  s.services = read_ids(f, "services", world.names.services, world);
  if (!f.is_describing() && s.services.empty()) f.fault("services", "nothing", "one service or more");
  if (world.scenario == nullptr || s.from.empty()) return;
  for (std::size_t i = 0; i < s.services.size(); ++i) {
    auto const id = world.names.services.find(s.services[i]);
    if (!id) continue;
    bool is_left = false, is_reached = false;
    for (Stop const& stop : world.scenario->services[ServiceId{*id}].stops) {
      std::string const& place = world.scenario->places[stop.place].id;
      is_left = is_left || place == s.from;
      is_reached = is_reached || (is_left && place == s.to);
    }
    if (!is_reached)
      f.fault_at("services/" + std::to_string(i), "a service that stops at " + s.from + " and then at " + s.to);
  }
}

/// Every step that the process has under some rules.
std::vector<std::string> steps_of(KnownWorld const& world, std::string const& process) {
  std::vector<std::string> steps;
  auto const id = world.names.processes.find(process);
  if (world.scenario == nullptr || !id) return steps;
  auto const add = [&](ProcessSet const& set) {
    for (Process const& p : set) {
      if (p.id != process) continue;
      for (Step const& step : p.steps) steps.push_back(step.id);
    }
  };
  Scenario const& scenario = *world.scenario;
  add(scenario.processes);
  if (scenario.rules.empty()) return steps;
  std::vector<SimTime> dates = rule_dates(scenario);
  dates.push_back(scenario.start);
  for (SimTime const date : dates) {
    add(processes_for(scenario, nullptr, "", date));
    for (Flow const& flow : scenario.flows) {
      for (FirmClass const& firm : flow.firm_classes) add(processes_for(scenario, &flow, firm.name, date));
    }
  }
  return steps;
}

/// The process of a place by its own name; whether it is one, as far as can be known.
bool read_process_name(Fields& f, Selector& s, KnownWorld const& world) {
  s.place = read_id(f, "place", world.names.places, world, Need::required);
  s.process = f.text("process", Need::required).value_or("");
  std::string const whole = s.place + "/" + s.process;
  bool const can_judge = world.scenario != nullptr && world.names.places.find(s.place) && !s.process.empty();
  bool const is_there = can_judge && world.names.processes.find(whole);
  if (can_judge && !is_there) {
    f.fault_at("process", "a process of " + s.place,
               f.likely(s.process, Names::local_names(world.names.processes, s.place)));
  }
  return is_there;
}

void read_process(Fields& f, Selector& s, KnownWorld const& world) {
  bool const is_there = read_process_name(f, s, world);
  std::string const whole = s.place + "/" + s.process;
  s.after_step = f.text("after_step", Need::optional).value_or("");
  s.until_step = f.text("until_step", Need::optional).value_or("");
  bool const has_steps = !s.after_step.empty() || !s.until_step.empty();
  if (!is_there || !has_steps) return;
  NameTable const steps{"step", steps_of(world, whole)};
  for (char const* key : {"after_step", "until_step"}) {
    std::string const& step = key == std::string_view{"after_step"} ? s.after_step : s.until_step;
    if (!step.empty() && !steps.find(step)) f.fault_at(key, "a step of " + whole, f.likely(step, steps.names()));
  }
}

void read_hours(Fields& f, Selector& s, KnownWorld const& world) {
  std::vector<std::string> all;
  for (std::size_t c = 0; c < kComponentCount; ++c) all.emplace_back(name_of(static_cast<Component>(c)));
  for (std::string const& word : f.words("components", all)) {
    auto const at = std::find(all.begin(), all.end(), word);
    if (at != all.end()) s.components.push_back(static_cast<Component>(at - all.begin()));
  }
  std::vector<std::string> where = world.names.places.names();
  for (NameTable const* table : {&world.names.links, &world.names.services})
    where.insert(where.end(), table->names().begin(), table->names().end());
  s.at = read_id(f, "at", NameTable{"place, link or service", std::move(where)}, world, Need::optional);
}

void read_throughput(Fields& f, Selector& s, KnownWorld const& world) {
  s.links = read_ids(f, "links", world.names.links, world);
  s.services = read_ids(f, "services", world.names.services, world);
  s.place = read_id(f, "place", world.names.places, world, Need::optional);
  s.counts_vehicles = f.word("counts", {"teu", "vehicles"}, Need::optional).value_or(0) == 1;
  bool const is_cargo = f.has("corridor") || f.has("flows");
  bool const is_credit = f.has("credited_to");
  s.credited_to = read_id(f, "credited_to", world.names.places, world, Need::optional);
  int const count = (f.has("links") ? 1 : 0) + (f.has("services") ? 1 : 0) + (f.has("place") ? 1 : 0) +
                    (is_cargo || is_credit ? 1 : 0);
  if (!f.is_describing() && count != 1) {
    f.fault("", std::to_string(count) + " of them", "one of links, services, place, corridor, flows, credited_to");
  }
  if ((is_cargo || is_credit) && s.counts_vehicles) f.fault_at("counts", "teu: cargo is not counted in vehicles");
}

using Body = void (*)(Fields&, Selector&, KnownWorld const&);

void read_transit(Fields& f, Selector& s, KnownWorld const& world) {
  read_cargo(f, s, world);
  s.statistic = read_statistic(f);
}
void read_journey(Fields& f, Selector& s, KnownWorld const& world) {
  read_transit(f, s, world);
  read_way(f, s, world);
  read_ends(f, s);
}
void read_stay(Fields& f, Selector& s, KnownWorld const& world) {
  read_transit(f, s, world);
  s.place = s.from = s.to = read_id(f, "place", world.names.places, world, Need::required);
  s.begins_at_arrival = s.ends_at_departure = true;
}
void read_hours_of_cargo(Fields& f, Selector& s, KnownWorld const& world) {
  read_cargo(f, s, world);
  read_hours(f, s, world);
}
void read_speed(Fields& f, Selector& s, KnownWorld const& world) {
  read_cargo(f, s, world);
  read_way(f, s, world);
  read_stops(f, s);
}
void read_vehicle_time(Fields& f, Selector& s, KnownWorld const& world) {
  read_way(f, s, world);
  read_services(f, s, world);
  read_ends(f, s);
  s.statistic = read_statistic(f);
}
void read_vehicle_speed(Fields& f, Selector& s, KnownWorld const& world) {
  read_way(f, s, world);
  read_services(f, s, world);
  read_stops(f, s);
}
void read_process_time(Fields& f, Selector& s, KnownWorld const& world) {
  read_transit(f, s, world);
  read_process(f, s, world);
}
void read_resource(Fields& f, Selector& s, KnownWorld const& world) {
  s.resource = read_id(f, "resource", world.names.resources, world, Need::required);
}
void read_wait(Fields& f, Selector& s, KnownWorld const& world) {
  read_resource(f, s, world);
  s.statistic = read_statistic(f);
}
void read_throughput_of(Fields& f, Selector& s, KnownWorld const& world) {
  read_cargo(f, s, world);
  read_throughput(f, s, world);
}
void read_co2e(Fields& f, Selector& s, KnownWorld const& world) {
  read_cargo(f, s, world);
  s.is_per_teu_km = f.word("per", {"teu", "teu_km"}, Need::optional).value_or(0) == 1;
}
void read_cost(Fields& f, Selector& s, KnownWorld const& world) {
  read_cargo(f, s, world);
  std::vector<std::string> all;
  for (std::size_t i = 0; i < kCostItemCount; ++i) all.emplace_back(name_of(static_cast<CostItem>(i)));
  for (std::string const& word : f.words("items", all)) {
    auto const at = std::find(all.begin(), all.end(), word);
    if (at != all.end()) s.items.push_back(static_cast<CostItem>(at - all.begin()));
  }
}
void read_time_to(Fields& f, Selector& s, KnownWorld const& world) {
  read_transit(f, s, world);
  s.token = read_id(f, "token", world.names.tokens, world, Need::required);
  s.place = read_id(f, "place", world.names.places, world, Need::optional);
}
void read_spoilage(Fields& f, Selector& s, KnownWorld const& world) {
  read_cargo(f, s, world);
  if (world.scenario == nullptr) return;
  auto const& flows = world.scenario->flows;
  bool const can_spoil = std::any_of(flows.begin(), flows.end(), [&](Flow const& flow) {
    return flow.shelf_life && is_cargo_of(s, *world.scenario, flow);
  });
  if (!can_spoil) f.fault("", "cargo without shelf_life_h", "cargo of which some flow has a shelf_life_h");
}
void read_repeats(Fields& f, Selector& s, KnownWorld const& world) {
  read_cargo(f, s, world);
  bool const is_there = read_process_name(f, s, world);
  s.step = f.text("step", Need::required).value_or("");
  if (!is_there || s.step.empty()) return;
  std::string const whole = s.place + "/" + s.process;
  NameTable const steps{"step", steps_of(world, whole)};
  if (!steps.find(s.step)) f.fault_at("step", "a step of " + whole, f.likely(s.step, steps.names()));
}
void read_load_factor(Fields& f, Selector& s, KnownWorld const& world) { read_services(f, s, world); }
void read_teu_present(Fields& f, Selector& s, KnownWorld const& world) {
  s.place = read_id(f, "place", world.names.places, world, Need::required);
  bool const is_most = f.word("statistic", {"mean", "max"}, Need::optional).value_or(0) == 1;
  s.statistic = is_most ? Statistic::most : Statistic::mean;
}

struct Kind {
  MeasureKind kind;
  Body body;
  bool has_during = true;
};
constexpr std::array kKinds = {Kind{MeasureKind::transit_time, read_transit},
                               Kind{MeasureKind::journey_time, read_journey},
                               Kind{MeasureKind::stay, read_stay},
                               Kind{MeasureKind::hours, read_hours_of_cargo},
                               Kind{MeasureKind::speed, read_speed},
                               Kind{MeasureKind::vehicle_time, read_vehicle_time},
                               Kind{MeasureKind::vehicle_speed, read_vehicle_speed},
                               Kind{MeasureKind::process_time, read_process_time},
                               Kind{MeasureKind::wait, read_wait},
                               Kind{MeasureKind::queue, read_resource, false},
                               Kind{MeasureKind::utilisation, read_resource, false},
                               Kind{MeasureKind::throughput, read_throughput_of},
                               Kind{MeasureKind::cost, read_cost},
                               Kind{MeasureKind::co2e, read_co2e},
                               Kind{MeasureKind::load_factor, read_load_factor},
                               Kind{MeasureKind::teu_present, read_teu_present, false},
                               Kind{MeasureKind::time_to, read_time_to},
                               Kind{MeasureKind::spoilage, read_spoilage},
                               Kind{MeasureKind::repeats, read_repeats}};

}  // namespace

KnownWorld::KnownWorld(Scenario const& read)
    : scenario{&read}, names{document_of(read)}, corridors{"corridor", corridor_ids(read)} {}

Selector read_measure(Fields& holder, KnownWorld const& world) {
  Selector selector;
  holder.object("measure", Need::required, [&](Fields& measure) {
    int count = 0;
    std::vector<std::string> names;
    for (Kind const& kind : kKinds) {
      names.emplace_back(name_of(kind.kind));
      count += measure.object(name_of(kind.kind), Need::optional, [&](Fields& f) {
        selector = Selector{};
        selector.kind = kind.kind;
        kind.body(f, selector, world);
        if (kind.has_during) read_during(f, selector, world);
      });
    }
    if (count > 1) measure.fault("", std::to_string(count) + " of them", "one kind of measure");
    bool const is_empty = count == 0 && measure.is_empty();
    if (is_empty) measure.fault("", "nothing", one_of(names));
  });
  return selector;
}

}  // namespace shudao::scenarios
