#include <algorithm>

#include "scenarios/checks.h"
#include "scenarios/readers.h"

namespace shudao::scenarios {

namespace {

/// What is disrupted, exactly one thing.
void read_target(Fields& f, Disruption& d) {
  auto const& names = f.reading().names;
  d.link = id_or_none<LinkId>(f.reference("link", names.links, Need::optional));
  d.resource = id_or_none<ResourceId>(f.reference("resource", names.resources, Need::optional));
  if (f.has("link") == f.has("resource")) {
    f.fault("", f.has("link") ? "both link and resource" : "none of them", "one of link, resource");
  }
}

Disruption read_disruption(Fields& f, std::string const& id, TimeZone const& zone) {
  Disruption d;
  d.id = id;
  d.name = read_text(f, "name", Need::required);
  f.texts("plans", Role::label);
  read_target(f, d);
  auto const from = read_moment(f, "from", zone);
  auto const to = read_moment(f, "to", zone);
  if (from && to) d.when = {*from, *to};
  if (d.when.to < d.when.from) f.fault_at("to", "a time not before \"from\"");
  auto const speed = f.number("speed_by", between(0.001, 1), Need::optional);
  d.speed_by = speed.value_or(1);
  d.capacity_by = f.number("capacity_by", between(0, 1), Need::optional).value_or(speed ? 1 : 0);
  if (speed && f.has("resource")) f.fault_at("speed_by", "no such member: only links have a speed");
  return d;
}

std::string pointer_of(Disruption const& d) { return "disruptions/" + d.id; }

/// The moments at which some of them begins or ends, ascending.
std::vector<SimTime> turns_of(std::vector<Disruption const*> const& all) {
  std::vector<SimTime> turns;
  for (auto const* d : all) turns.insert(turns.end(), {d->when.from, d->when.to});
  std::sort(turns.begin(), turns.end());
  turns.erase(std::unique(turns.begin(), turns.end()), turns.end());
  return turns;
}

/// The worst of all that hold at once, piece by piece.
std::vector<LinkState> worst_of(std::vector<Disruption const*> const& all) {
  std::vector<LinkState> states;
  auto const turns = turns_of(all);
  for (std::size_t i = 0; i + 1 < turns.size(); ++i) {
    LinkState state{{turns[i], turns[i + 1]}, 1, 1};
    for (auto const* d : all) {
      if (d->when.from > turns[i] || d->when.to <= turns[i]) continue;
      state.capacity_by = std::min(state.capacity_by, d->capacity_by);
      state.speed_by = std::min(state.speed_by, d->speed_by);
    }
    if (state.capacity_by < 1 || state.speed_by < 1) states.push_back(state);
  }
  return states;
}

void judge_link(Fields const& world, Link const& link, Disruption const& d) {
  bool const is_share = d.capacity_by > 0 && d.capacity_by < 1;
  if (!is_share || link.slots_per_day) return;
  world.fault_at(pointer_of(d) + "/capacity_by", "0 or 1: " + link.id + " has no slots_per_day to take a share of");
}

int servers_left(Resource const& resource, double share) {
  return std::max(1, static_cast<int>(to_nearest(resource.servers * share)));
}

void judge_resource(Fields const& world, Resource const& resource, Disruption const& d) {
  if (d.capacity_by <= 0 || servers_left(resource, d.capacity_by) < resource.servers) return;
  world.reading().notes.push_back(pointer_of(d) + ": leaves all " + std::to_string(resource.servers) + " servers of " +
                                  resource.id + " at work");
}

/// Adds to outages, which stay disjoint and sorted.
void add_outage(std::vector<Interval>& outages, Interval added) {
  std::vector<Interval> all;
  for (Interval const& old : outages) {
    if (old.to < added.from || old.from > added.to) {
      all.push_back(old);
    } else {
      added = {std::min(old.from, added.from), std::max(old.to, added.to)};
    }
  }
  all.push_back(added);
  std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.from < b.from; });
  outages = std::move(all);
}

void disrupt(Resource& resource, std::vector<LinkState> const& states) {
  for (LinkState const& state : states) {
    int const servers = servers_left(resource, state.capacity_by);
    if (state.capacity_by <= 0) {
      add_outage(resource.outages, state.when);
    } else if (servers < resource.servers) {
      resource.short_staff.push_back({state.when, servers});
    }
  }
}

}  // namespace

void read_disruptions(Fields& world, Scenario& scenario) {
  world.each("disruptions", Need::optional, [&](std::string const& id, Fields& f) {
    scenario.disruptions.push_back(read_disruption(f, id, scenario.zone));
  });
}

void apply_disruptions(Fields const& world, Scenario& scenario) {
  IdVector<LinkId, std::vector<Disruption const*>> of_links(scenario.links.size());
  IdVector<ResourceId, std::vector<Disruption const*>> of_resources(scenario.resources.size());
  for (Disruption const& d : scenario.disruptions) {
    if (!d.link.is_none()) judge_link(world, scenario.links[d.link], d);
    if (!d.resource.is_none()) judge_resource(world, scenario.resources[d.resource], d);
    if (!(d.when.from < d.when.to)) continue;
    if (!d.link.is_none()) of_links[d.link].push_back(&d);
    if (!d.resource.is_none()) of_resources[d.resource].push_back(&d);
  }
  for (std::size_t i = 0; i < of_links.size(); ++i) {
    scenario.links[LinkId{i}].disrupted = worst_of(of_links[LinkId{i}]);
  }
  for (std::size_t i = 0; i < of_resources.size(); ++i) {
    disrupt(scenario.resources[ResourceId{i}], worst_of(of_resources[ResourceId{i}]));
  }
}

}  // namespace shudao::scenarios
