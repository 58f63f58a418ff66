#include "viz/cli/result_json.h"

#include "sim/base/time_zone.h"
#include "sim/experiment/preview.h"
#include "viz/cli/fault_text.h"
#include "viz/cli/findings_json.h"
#include "viz/cli/guard_rails_json.h"
#include "viz/cli/json_parts.h"

namespace shudao::viz::cli {
namespace {

using experiment::Measure;
Json json_of(Measure const& measure) { return measure_json(measure); }

Json json_of(std::optional<Measure> const& measure) { return measure ? json_of(*measure) : Json(nullptr); }

Json json_of(scenarios::Text const& words) { return words_json(words); }

Json json_of(experiment::ComponentMeasures const& components) {
  Json all = Json::object();
  for (std::size_t i = 0; i < components.size(); ++i)
    all[scenarios::name_of(static_cast<scenarios::Component>(i))] = json_of(components[i]);
  return all;
}

Json json_of(experiment::CostMeasures const& items) {
  Json all = Json::object();
  for (std::size_t i = 0; i < items.size(); ++i)
    all[scenarios::name_of(static_cast<scenarios::CostItem>(i))] = json_of(items[i]);
  return all;
}

Json json_of(experiment::TransitTime const& t) {
  return {{"mean", json_of(t.mean)}, {"sd", json_of(t.sd)},   {"p10", json_of(t.p10)},
          {"p50", json_of(t.p50)},   {"p90", json_of(t.p90)}, {"p95", json_of(t.p95)}};
}

Json json_of(experiment::Cause const& cause) {
  return {{"component", scenarios::name_of(cause.component)}, {"where", cause.where}, {"hours", json_of(cause.hours)}};
}

// Things that come in lists, or have them; defined below.
Json json_of(experiment::CorridorResult const&);
Json json_of(experiment::ResourceResult const&);
Json json_of(experiment::DepotResult const&);
Json json_of(experiment::ConnectionResult const&);
Json json_of(experiment::PlaceResult const&);
Json json_of(experiment::ServiceResult const&);
Json json_of(experiment::RouteResult const&);
Json json_of(experiment::FlowResult const&);
Json json_of(experiment::CorridorDifference const&);
Json json_of(experiment::Alternative const&);
Json json_of(experiment::LifeEntry const&);
Json json_of(experiment::Life const&);
Json json_of(InputError const&);
Json json_of(Checked const&);

template<class Thing>
Json json_list(std::vector<Thing> const& things) {
  Json list = Json::array();
  for (Thing const& thing : things) list.push_back(json_of(thing));
  return list;
}

Json json_of(experiment::CorridorResult const& c) {
  return {{"id", c.id},
          {"from", c.from},
          {"to", c.to},
          {"transit_time_h", json_of(c.transit_time_h)},
          {"throughput_teu_per_year", json_of(c.throughput_teu_per_year)},
          {"min_cut_teu_per_year", json_of(c.min_cut_teu_per_year)},
          {"min_cut", {{"zh", c.cut_zh}, {"en", c.cut_en}}},
          {"cost_cny_per_teu", json_of(c.cost_cny_per_teu)},
          {"cost_items_cny_per_teu", json_of(c.cost_items_cny_per_teu)},
          {"co2e_kg_per_teu", json_of(c.co2e_kg_per_teu)},
          {"due_share", json_of(c.due_share)},
          {"spoiled_share", json_of(c.spoiled_share)},
          {"components_h", json_of(c.components_h)},
          {"causes", json_list(c.causes)},
          {"consignments", c.consignments},
          {"unfinished", c.unfinished}};
}

Json json_of(experiment::ResourceResult const& r) {
  return {{"id", r.id},
          {"utilisation", json_of(r.utilisation)},
          {"mean_queue", json_of(r.mean_queue)},
          {"mean_wait_h", json_of(r.mean_wait_h)}};
}

Json json_of(experiment::DepotResult const& d) {
  return {{"kind", d.kind},
          {"stock_min_teu", json_of(d.stock_min_teu)},
          {"stock_mean_teu", json_of(d.stock_mean_teu)},
          {"stock_max_teu", json_of(d.stock_max_teu)},
          {"waited_share", json_of(d.waited_share)},
          {"mean_wait_h", json_of(d.mean_wait_h)},
          {"waiting", d.waiting}};
}

Json json_of(experiment::ConnectionResult const& c) {
  return {{"place", c.place}, {"missed_share", json_of(c.missed_share)}};
}

Json json_of(experiment::PlaceResult const& p) {
  return {{"id", p.id},
          {"throughput_teu_per_year", json_of(p.throughput_teu_per_year)},
          {"dwell_h", json_of(p.dwell_h)},
          {"mean_teu_present", json_of(p.mean_teu_present)},
          {"max_yard_teu", json_of(p.max_yard_teu)},
          {"empty_teu_per_year", json_of(p.empty_teu_per_year)},
          {"empty_share", json_of(p.empty_share)},
          {"depot", json_list(p.depot)},
          {"resources", json_list(p.resources)}};
}

Json json_of(experiment::ServiceResult const& s) {
  return {{"id", s.id},
          {"departures_per_year", json_of(s.departures_per_year)},
          {"cancelled_per_year", json_of(s.cancelled_per_year)},
          {"load_factor", json_of(s.load_factor)},
          {"left_behind_teu_per_departure", json_of(s.left_behind_teu_per_departure)},
          {"empty_share", json_of(s.empty_share)},
          {"connections", json_list(s.connections)}};
}

Json json_of(experiment::RouteResult const& r) {
  return {{"id", r.id},
          {"share", json_of(r.share)},
          {"transit_time_h", json_of(r.transit_time_h)},
          {"swing", json_of(r.swing)}};
}

Json json_of(experiment::FlowResult const& f) {
  return {{"id", f.id}, {"settles", f.settles()}, {"routes", json_list(f.routes)}};
}

Json indicators_json(experiment::Figures const& figures) {
  Json list = Json::array();
  for (experiment::CorridorFigures const& corridor : figures.corridors) {
    for (experiment::Indicator const& indicator : corridor.indicators) {
      list.push_back({{"corridor", corridor.corridor},
                      {"indicator", indicator.name},
                      {"place", indicator.place.empty() ? Json(nullptr) : Json(indicator.place)},
                      {"measure", json_of(indicator.measure)},
                      {"observations", indicator.observations},
                      {"is_few", indicator.is_few()}});
    }
  }
  return list;
}

void add_law(Json& laws, Json& breaches, char const* name, experiment::Law const& law) {
  laws[name] = law.holds;
  for (std::string const& breach : law.breaches) breaches.push_back({{"law", name}, {"breach", breach}});
}

void add_laws(Json& run, experiment::Laws const& laws) {
  Json held = Json::object(), breaches = Json::array();
  add_law(held, breaches, "conservation", laws.conservation);
  add_law(held, breaches, "ledger", laws.ledger);
  add_law(held, breaches, "little", laws.little);
  add_law(held, breaches, "capacity", laws.capacity);
  add_law(held, breaches, "boxes", laws.boxes);
  run["laws"] = held;
  run["law_breaches"] = breaches;
}

/// Null where nothing was delivered.
Json events_per_leg(experiment::ScenarioResult const& r) {
  if (r.consignment_legs == 0) return nullptr;
  return static_cast<double>(r.events) / static_cast<double>(r.consignment_legs);
}

Json json_of(experiment::ScenarioResult const& r) {
  Json run = {{"schema_version", kJsonVersion},
              {"scenario", r.scenario},
              {"title", json_of(r.title)},
              {"preview", experiment::is_preview(r)},
              {"seed", r.seed},
              {"replications", r.replications},
              {"fingerprint", text(r.fingerprint)},
              {"run_digest", text(r.run_digest)},
              {"ledger_digest", text(r.ledger_digest)},
              {"events", r.events},
              {"consignment_legs", r.consignment_legs},
              {"events_per_consignment_leg", events_per_leg(r)},
              {"wall_s", r.wall_s}};
  add_laws(run, r.laws);
  run["corridors"] = json_list(r.corridors);
  run["indicators"] = indicators_json(r.figures);
  run["places"] = json_list(r.places);
  run["services"] = json_list(r.services);
  run["flows"] = json_list(r.flows);
  run["unfinished"] = r.unfinished;
  run["held"] = Json::array();
  for (experiment::Held const& held : r.held) {
    run["held"].push_back(
        {{"component", name_of(held.component)}, {"where", held.where}, {"consignments", held.consignments}});
  }
  run["guard_rails"] = guard_rails_json(r.guard_rails);
  run["notes"] = r.notes;
  return run;
}

Json json_of(experiment::CorridorDifference const& d) {
  Json difference{{"corridor", d.corridor},
                  {"exactly_equal", d.is_exactly_equal},
                  {"transit_time_h", json_of(d.transit_time_h)},
                  {"p95_h", json_of(d.p95_h)},
                  {"cost_cny_per_teu", json_of(d.cost_cny_per_teu)},
                  {"co2e_kg_per_teu", json_of(d.co2e_kg_per_teu)},
                  {"throughput_teu_per_year", json_of(d.throughput_teu_per_year)},
                  {"components_h", json_of(d.components_h)},
                  {"base_mean_h", d.base_mean_h},
                  {"alternative_mean_h", d.alternative_mean_h},
                  {"pairs", d.pairs},
                  {"base_only", d.base_only},
                  {"alternative_only", d.alternative_only},
                  {"correlation", d.correlation},
                  {"sentence_en", d.sentence_en},
                  {"sentence_zh", d.sentence_zh}};
  add_parts(difference, d);
  return difference;
}

Json json_of(experiment::Alternative const& a) {
  Json json{{"alternative", json_of(a.result)},
            {"differences", json_list(a.corridors)},
            {"transit_time_difference_h", json_of(a.overall.transit_time_h)}};
  add_parts(json, a.overall);
  json["refusals"] = a.refusals;
  return json;
}

Json json_of(experiment::LifeEntry const& e) {
  return {{"component", scenarios::name_of(e.component)},
          {"charged_to", e.charged_to},
          {"at", e.at},
          {"from_utc", utc_text(e.from)},
          {"to_utc", utc_text(e.to)},
          {"hours", (e.to - e.from).h()}};
}

Json json_of(experiment::Life const& life) {
  Duration sum;
  for (auto const& entry : life.entries) sum += entry.to - entry.from;
  return {{"scenario", life.scenario}, {"replication", life.replication},
          {"teu", life.teu},           {"ready_utc", utc_text(life.ready)},
          {"hours", sum.h()},          {"entries", json_list(life.entries)}};
}

Json json_of(InputError const& e) {
  return {{"file", e.file},
          {"pointer", e.pointer},
          {"line", e.line},
          {"found", e.found},
          {"expected", e.expected},
          {"nearest", e.nearest},
          {"text", fault_text(e, Language::en)}};
}

Json json_of(Checked const& c) {
  return {{"file", c.file},
          {"scenario", c.scenario},
          {"is_sound", c.errors.empty()},
          {"errors", json_list(c.errors)},
          {"notes", c.notes}};
}

}  // namespace

char const* class_name(ExitCode code) {
  switch (code) {
    case ExitCode::ok:
      return "ok";
    case ExitCode::internal_fault:
      return "internal_fault";
    case ExitCode::bad_input:
      return "bad_input";
    case ExitCode::file_or_system:
      return "file_or_system";
    case ExitCode::law_broken:
      return "law_broken";
  }
  return "internal_fault";
}

std::string json_text(experiment::ScenarioResult const& result) { return dumped(json_of(result)); }

std::string json_text(experiment::Comparison const& c) {
  Json json{{"schema_version", kJsonVersion}, {"preview", experiment::is_preview(c.base)}, {"base", json_of(c.base)}};
  if (c.alternatives.size() == 1) {
    json.update(json_of(c.alternatives.front()));
  } else {
    json["alternatives"] = json_list(c.alternatives);
  }
  add_findings(json, c);
  return dumped(json);
}

std::string json_text(std::vector<experiment::Life> const& lives) {
  return dumped({{"schema_version", kJsonVersion},
                 {"consignment", lives.empty() ? "" : lives.front().consignment},
                 {"lives", json_list(lives)}});
}

std::string json_text(ExitCode code, std::vector<InputError> const& errors) {
  return dumped(
      {{"error_class", class_name(code)}, {"exit_code", static_cast<int>(code)}, {"errors", json_list(errors)}});
}

std::string json_text(ExitCode code, std::vector<Checked> const& checked) {
  Json errors = Json::array();
  for (Checked const& one : checked)
    for (InputError const& error : one.errors) errors.push_back(json_of(error));
  return dumped({{"schema_version", kJsonVersion},
                 {"error_class", class_name(code)},
                 {"exit_code", static_cast<int>(code)},
                 {"errors", errors},
                 {"checked", json_list(checked)}});
}

std::string json_text(scenarios::Rides const& rides, network::NodeId from, network::NodeId to,
                      std::vector<network::Route> const& routes) {
  network::Network const& network = rides.network;
  Json list = Json::array();
  for (network::Route const& route : routes) {
    Json legs = Json::array();
    double running_h = 0;
    for (network::EdgeId const id : route.edges) {
      network::Edge const& edge = network.edge(id);
      scenarios::Ride const& ride = rides.rides[id];
      running_h += ride.running_h;
      legs.push_back({{"name", edge.name},
                      {"from", network.node(edge.from).name},
                      {"to", network.node(edge.to).name},
                      {"hours", ride.running_h},
                      {"wait_h", ride.wait_h},
                      {"handling_h", ride.handling_h},
                      {"total_h", edge.hours},
                      {"distance_km", to_km(edge.distance)}});
    }
    list.push_back(
        {{"hours", running_h}, {"total_h", route.hours}, {"distance_km", to_km(route.distance)}, {"legs", legs}});
  }
  return dumped({{"schema_version", kJsonVersion},
                 {"from", network.node(from).name},
                 {"to", network.node(to).name},
                 {"routes", list}});
}

std::string version_json(std::string const& version) {
  return dumped({{"schema_version", kJsonVersion}, {"program", "shudao"}, {"version", version}});
}

}  // namespace shudao::viz::cli
