#include "sim/experiment/capacity.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace shudao::experiment {

Capacity::Capacity(scenarios::Scenario const& scenario) : scenario_{scenario}, days_(scenario.links.size()) {
  for (scenarios::Link const& link : scenario.links) states_.push_back(freight::LinkStates{link.disrupted});
}

void Capacity::departed(SimTime at, freight::Departed const& fact) {
  scenarios::Service const& service = scenario_.services[scenarios::ServiceId{fact.service}];
  std::int64_t const room = std::min<std::int64_t>(fact.capacity_teu, service.capacity.count());
  if (fact.teu >= 0 && fact.teu <= room) return;
  breaches_.add(fmt::format("service {}: left {} at {} with {} TEU aboard, capacity {} TEU", service.id,
                            scenario_.places[scenarios::PlaceId{fact.place}].id, utc_text(at), fact.teu, room));
}

std::int64_t Capacity::slots_of_day(scenarios::LinkId id, std::int64_t day) const {
  SimTime const begin = scenario_.start + Duration::from_days(day);
  double const usual = *scenario_.links[id].freight_slots_per_day();
  double const worth = states_[id].worth_ms(begin, begin + Duration::from_days(1));
  return static_cast<std::int64_t>(std::ceil(usual * worth / 86'400'000.0));
}

void Capacity::entered_link(SimTime at, freight::EnteredLink const& fact) {
  scenarios::LinkId const id{fact.link};
  scenarios::Link const& link = scenario_.links[id];
  if (states_[id].at(at).capacity_by <= 0) {
    breaches_.add(fmt::format("link {}: let a vehicle in at {}, but it was closed", link.id, utc_text(at)));
  }
  if (!link.slots_per_day) return;
  std::int64_t const number = (at - scenario_.start).ms() / Duration::from_days(1).ms();
  Day& day = days_[fact.link];
  if (day.number != number) day = {number, 0, slots_of_day(id, number)};
  if (++day.vehicles != day.slots + 1) return;
  breaches_.add(fmt::format("link {}: {} vehicles in the 24 h from {}, but there are {} slots a day", link.id,
                            day.vehicles, utc_text(scenario_.start + Duration::from_days(number)), day.slots));
}

void Capacity::yard_level(SimTime at, freight::YardLevel const& fact) {
  scenarios::Place const& place = scenario_.places[scenarios::PlaceId{fact.place}];
  std::int64_t capacity = fact.capacity < 0 ? INT64_MAX : fact.capacity;
  if (fact.is_tracks && place.tracks) capacity = std::min<std::int64_t>(capacity, *place.tracks);
  if (!fact.is_tracks && place.yard.capacity) capacity = std::min(capacity, place.yard.capacity->count());
  if (fact.level >= 0 && fact.level <= capacity) return;
  breaches_.add(fmt::format("place {}: {} {} at {}, room for {}", place.id, fact.level,
                            fact.is_tracks ? "vehicles on the tracks" : "TEU in the yard", utc_text(at),
                            capacity == INT64_MAX ? std::string{"any number from 0"} : std::to_string(capacity)));
}

Law Capacity::verdict(ResourceTally const& resources) {
  for (std::size_t i = 0; i < scenario_.resources.size(); ++i) {
    scenarios::ResourceId const id{i};
    std::int64_t const busy = resources.work(id).busy_ms;
    std::int64_t const open = resources.open_ms(id);
    if (busy <= open + resources.work(id).begun_ms) continue;
    breaches_.add(fmt::format("resource {}: worked {} ms in the window, but was open for {} ms of its servers",
                              scenario_.resources[id].id, busy, open));
  }
  for (std::string const& crowd : resources.crowds().law().breaches) breaches_.add("resource " + crowd);
  return breaches_.law();
}

}  // namespace shudao::experiment
