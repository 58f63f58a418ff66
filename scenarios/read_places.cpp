#include <algorithm>

#include "scenarios/readers.h"

namespace shudao::scenarios {

std::vector<std::string> const& kinds_of_places() {
  static std::vector<std::string> const kKinds{
      "inland_port", "rail_terminal", "road_port",     "river_port",         "sea_port", "airport",
      "border_gate", "bonded_zone",   "bonded_centre", "consolidation_yard", "market"};
  return kKinds;
}

namespace {

std::vector<Interval> read_outages(Fields& resource, TimeZone const& zone) {
  std::vector<Interval> outages;
  resource.items("outages", Need::optional, [&](std::string const& position, Fields& f) {
    auto const from = read_moment(f, "from", zone);
    auto const to = read_moment(f, "to", zone);
    if (!from || !to) return;
    if (!(*from < *to)) return f.fault_at("to", "a time after \"from\"");
    bool const is_late = outages.empty() || outages.back().to <= *from;
    if (!is_late) return resource.fault("outages/" + position, "an early one", "outages in order that do not overlap");
    outages.push_back({*from, *to});
  });
  return outages;
}

void read_resources(Fields& place, Place const& owner, PlaceId id, Scenario& scenario) {
  place.each("resources", Need::optional, [&](std::string const& local, Fields& f) {
    Resource r;
    r.id = owner.id + "/" + local;
    r.local = local;
    r.place = id;
    r.name = read_text(f, "name", Need::required);
    f.texts("plans", Role::label);
    r.servers = static_cast<int>(f.number("servers", whole(1, 100'000), Need::required).value_or(1));
    r.calendar = read_calendar_name(f, "calendar");
    r.outages = read_outages(f, owner.zone);
    r.batch_size = static_cast<int>(f.number("batch_size", whole(1, 1000), Need::optional).value_or(1));
    r.batch_wait = Duration::from_h(f.number("batch_wait_h", between(0, 1e4), Need::optional).value_or(0));
    if (f.has("batch_wait_h") && r.batch_size == 1) f.fault_at("batch_wait_h", "no such member: batch_size is 1");
    scenario.resources.push_back(std::move(r));
  });
}

Yard read_yard(Fields& place) {
  Yard yard;
  place.object("yard", Need::optional, [&](Fields& f) {
    auto const capacity = f.number("capacity_teu", whole(1), Need::optional);
    if (capacity) yard.capacity = Teu::of(to_nearest(*capacity));
    yard.shared_with = id_or_none<PlaceId>(f.reference("shared_with", f.reading().names.places, Need::optional));
    if (f.has("shared_with") && f.has("capacity_teu")) {
      f.fault_at("capacity_teu", "no such member: the yard is that of the place it is shared with");
    }
    yard.free_time = Duration::from_h(f.number("free_time_h", between(0, 1e5), Need::optional).value_or(0));
    yard.storage_per_teu_day = read_money(f, "storage_cny_per_teu_day").value_or(Money{});
    f.texts("plans", Role::label);
  });
  return yard;
}

std::vector<Handling> read_handling(Fields& place, std::string const& id) {
  std::vector<Handling> all;
  place.object("handling", Need::optional, [&](Fields& modes) {
    for (Mode const mode : {Mode::rail, Mode::road, Mode::sea, Mode::inland_waterway, Mode::air}) {
      modes.object(name_of(mode), Need::optional, [&](Fields& f) {
        Handling h;
        h.mode = mode;
        h.resource = read_resource_name(f, "resource", id, Need::optional);
        h.min_per_teu = f.distribution("min_per_teu", between(0, 1e5), Need::required).value_or(Distribution{});
        h.cost_per_teu = read_money(f, "cost_cny_per_teu").value_or(Money{});
        f.texts("plans", Role::label);
        all.push_back(std::move(h));
      });
    }
  });
  return all;
}

std::optional<Gate> read_gate(Fields& place, std::string const& id) {
  Gate gate;
  bool const is_there = place.object("gate", Need::optional, [&](Fields& f) {
    gate.resource = read_resource_name(f, "resource", id, Need::optional);
    gate.min_per_vehicle = f.distribution("min_per_vehicle", between(0, 1e5), Need::required).value_or(Distribution{});
    f.texts("plans", Role::label);
  });
  return is_there ? std::optional{gate} : std::nullopt;
}

Place read_place(Fields& f, std::string const& id) {
  Place p;
  p.id = id;
  p.name = read_text(f, "name", Need::required);
  p.locode = f.text("locode", Need::optional).value_or("");
  p.lat = f.number("lat", between(-90, 90), Need::required).value_or(0);
  p.lon = f.number("lon", between(-180, 180), Need::required).value_or(0);
  p.zone = read_zone(f, "time_zone", Need::required).value_or(TimeZone{});
  p.kinds = f.words("kinds", kinds_of_places());
  p.is_planned = f.word("status", {"existing", "planned"}, Need::optional) == std::size_t{1};
  p.plans = f.texts("plans", Role::label);
  p.yard = read_yard(f);
  if (auto const tracks = f.number("tracks", whole(1, 100'000), Need::optional)) p.tracks = static_cast<int>(*tracks);
  p.handling = read_handling(f, id);
  p.gate = read_gate(f, id);
  p.depot = read_depot(f);
  p.designated_for = f.texts("designated_for");
  return p;
}

/// The capacity of a shared yard is that of its owner.
void share_yards(Fields& world, Scenario& scenario) {
  for (Place& place : scenario.places) {
    PlaceId const owner = place.yard.shared_with;
    if (owner.is_none()) continue;
    Yard const& yard = scenario.places[owner].yard;
    if (!yard.shared_with.is_none()) {
      world.fault_at("places/" + place.id + "/yard/shared_with", "another place, one with a yard of its own");
    }
    place.yard.capacity = yard.capacity;
  }
}

}  // namespace

void read_places(Fields& world, Scenario& scenario) {
  world.each("places", Need::required, [&](std::string const& id, Fields& f) {
    PlaceId const number{scenario.places.size()};
    scenario.places.push_back(read_place(f, id));
    Place const place = scenario.places[number];
    read_resources(f, place, number, scenario);
    read_processes(f, id, scenario);
  });
  share_yards(world, scenario);
  auto const by_id = [](auto const& a, auto const& b) { return a.id < b.id; };
  std::sort(scenario.resources.begin(), scenario.resources.end(), by_id);
  std::sort(scenario.processes.begin(), scenario.processes.end(), by_id);
}

}  // namespace shudao::scenarios
