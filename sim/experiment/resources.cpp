#include "sim/experiment/resources.h"

#include <fmt/format.h>

#include <algorithm>

namespace shudao::experiment {

ResourceTally::ResourceTally(scenarios::Scenario const& scenario)
    : scenario_{scenario},
      window_start_ms_{scenario.window_start().ms()},
      horizon_ms_{scenario.horizon().ms()},
      work_(scenario.resources.size()),
      recent_(scenario.resources.size()) {
  for (scenarios::Resource const& resource : scenario.resources)
    hours_.push_back(freight::hours_of(scenario, resource));
}

void ResourceTally::served(SimTime, freight::Served const& fact) {
  scenarios::ResourceId const id{fact.resource};
  Work& work = work_[id];
  work.busy_ms += work_in_window(id, fact);
  work.begun_ms += begun_before(id, fact);
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

std::int64_t ResourceTally::begun_before(scenarios::ResourceId id, freight::Served const& fact) const {
  std::int64_t begun = 0;
  if (fact.work_ms == 0) return begun;
  for (auto const& [when, servers] : hours_[id].short_staff()) {
    bool const is_inside = fact.began_ms < when.from.ms() && when.from.ms() < fact.ended_ms;
    std::int64_t const from = std::max(when.from.ms(), window_start_ms_);
    std::int64_t const to = std::min({when.to.ms(), fact.ended_ms, horizon_ms_});
    if (is_inside && from < to) begun += hours_[id].open_time(SimTime::from_ms(from), SimTime::from_ms(to)).ms();
  }
  return begun;
}

/// Facts come in the order of their ends. Some piece of every crowd ends first; those of the crowd that end later have
/// all begun before that end. So it is enough to count, for each end, the later ones that began before it. While there
/// are fewer servers, what was begun before may go on, so only what begins meanwhile is judged, by who is at work then.
void ResourceTally::watch(scenarios::ResourceId id, freight::Served const& fact) {
  if (fact.ended_ms <= fact.began_ms) return;
  scenarios::Resource const& resource = scenario_.resources[id];
  std::deque<Ended>& recent = recent_[id];
  Ended now{fact.ended_ms, fact.began_ms};
  for (auto earlier = recent.rbegin(); earlier != recent.rend() && earlier->at_ms > fact.began_ms; ++earlier) {
    if (earlier->began_ms <= now.began_ms) ++now.at_begin;
    if (earlier->began_ms >= now.began_ms) {
      ++earlier->at_begin;
      judge_begin(id, *earlier);
    }
    if (++earlier->overlapping != resource.servers * resource.batch_size + 1) continue;
    crowds_.add(fmt::format("{}: {} at work at once shortly before {}, but there are {} servers", resource.id,
                            earlier->overlapping, utc_text(SimTime::from_ms(earlier->at_ms)), resource.servers));
  }
  judge_begin(id, now);
  recent.push_back(now);
  if (recent.size() > kRemembered) recent.pop_front();
}

void ResourceTally::judge_begin(scenarios::ResourceId id, Ended const& piece) {
  auto const* short_staff = hours_[id].short_staff_at(SimTime::from_ms(piece.began_ms));
  if (short_staff == nullptr || piece.at_begin <= short_staff->servers * scenario_.resources[id].batch_size) return;
  crowds_.add(fmt::format("{}: {} at work at once at {}, but there were {} servers", scenario_.resources[id].id,
                          piece.at_begin, utc_text(SimTime::from_ms(piece.began_ms)), short_staff->servers));
}

std::int64_t ResourceTally::open_ms(scenarios::ResourceId id) const {
  return open_ms(id, SimTime::from_ms(window_start_ms_), SimTime::from_ms(horizon_ms_));
}

std::int64_t ResourceTally::open_ms(scenarios::ResourceId id, SimTime from, SimTime to) const {
  using State = freight::WorkingHours::State;
  if (hours_[id].short_staff().empty()) return hours_[id].open_time(from, to).ms() * scenario_.resources[id].servers;
  std::int64_t open = 0;
  for (auto const& piece : hours_[id].pieces(from, to)) {
    std::int64_t const length = (piece.to - piece.from).ms();
    if (piece.state == State::open) open += length * scenario_.resources[id].servers;
    if (piece.state == State::short_staffed) open += length * hours_[id].short_staff_at(piece.from)->servers;
  }
  return open;
}

}  // namespace shudao::experiment
