#include "sim/experiment/resources.h"

#include <fmt/format.h>

#include <algorithm>

namespace shudao::experiment {
namespace {

freight::WorkingHours hours_of(scenarios::Resource const& resource, scenarios::Scenario const& scenario) {
  return {resource.calendar.is_none() ? Calendar{} : scenario.calendars[resource.calendar].hours, resource.outages};
}

}  // namespace

ResourceTally::ResourceTally(scenarios::Scenario const& scenario)
    : scenario_{scenario},
      window_start_ms_{scenario.window_start().ms()},
      horizon_ms_{scenario.horizon().ms()},
      work_(scenario.resources.size()),
      recent_(scenario.resources.size()) {
  for (scenarios::Resource const& resource : scenario.resources) hours_.push_back(hours_of(resource, scenario));
}

void ResourceTally::served(SimTime, freight::Served const& fact) {
  scenarios::ResourceId const id{fact.resource};
  Work& work = work_[id];
  work.busy_ms += work_in_window(id, fact);
  std::int64_t const from = std::max(fact.requested_ms, window_start_ms_);
  work.waiting_ms += std::max<std::int64_t>(0, std::min(fact.began_ms, horizon_ms_) - from);
  if (fact.requested_ms >= window_start_ms_ && fact.requested_ms < horizon_ms_) {
    work.wait_ms += fact.began_ms - fact.requested_ms;
    ++work.visits;
  }
  watch(id, fact);
}

std::int64_t ResourceTally::work_in_window(scenarios::ResourceId id, freight::Served const& fact) const {
  std::int64_t const from = std::max(fact.began_ms, window_start_ms_);
  std::int64_t const to = std::min(fact.ended_ms, horizon_ms_);
  if (to <= from) return 0;
  if (from == fact.began_ms && to == fact.ended_ms) return fact.work_ms;
  return std::min(fact.work_ms, hours_[id].open_time(SimTime::from_ms(from), SimTime::from_ms(to)).ms());
}

/// Facts come in the order of their ends. Some piece of every crowd ends first; those of the crowd that end later have
/// all begun before that end. So it is enough to count, for each end, the later ones that began before it.
void ResourceTally::watch(scenarios::ResourceId id, freight::Served const& fact) {
  if (fact.ended_ms <= fact.began_ms) return;
  scenarios::Resource const& resource = scenario_.resources[id];
  std::deque<Ended>& recent = recent_[id];
  for (auto earlier = recent.rbegin(); earlier != recent.rend() && earlier->at_ms > fact.began_ms; ++earlier) {
    if (++earlier->overlapping != resource.servers + 1) continue;
    crowds_.add(fmt::format("{}: {} at work at once shortly before {}, but there are {} servers", resource.id,
                            earlier->overlapping, utc_text(SimTime::from_ms(earlier->at_ms)), resource.servers));
  }
  recent.push_back({fact.ended_ms});
  if (recent.size() > kRemembered) recent.pop_front();
}

std::int64_t ResourceTally::open_ms(scenarios::ResourceId id) const {
  return hours_[id].open_time(SimTime::from_ms(window_start_ms_), SimTime::from_ms(horizon_ms_)).ms() *
         scenario_.resources[id].servers;
}

}  // namespace shudao::experiment
