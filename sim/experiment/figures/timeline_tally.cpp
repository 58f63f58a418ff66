#include "sim/experiment/figures/timeline_tally.h"

#include <algorithm>
#include <numeric>

#include "sim/base/quantity.h"
#include "sim/experiment/figures/timelines.h"

namespace shudao::experiment {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kDayMs = 24 * kHourMs;
constexpr std::int64_t kWeekMs = 7 * kDayMs;
constexpr std::int64_t kThursday = 3 * kDayMs;  // On which the count of milliseconds begins.
constexpr std::int64_t kWhole = 1000;           // A server that is busy all the time.

double sum_h(std::vector<std::int64_t> const& areas) {
  return static_cast<double>(std::accumulate(areas.begin(), areas.end(), std::int64_t{0})) / kHourMs;
}

DayCurve by_day(LevelBins const& bins) {
  DayCurve curve;
  for (std::int64_t const area : bins.areas()) {
    curve.mean.push_back(to_three_decimals(static_cast<double>(area) / kDayMs));
  }
  return curve;
}

/// Those with the most hours, most first; of equals the first.
template<class Line>
std::vector<Line> most(std::vector<std::pair<double, std::size_t>> hours, auto const& line_of) {
  std::stable_sort(hours.begin(), hours.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
  if (hours.size() > Timelines::kKept) hours.resize(Timelines::kKept);
  std::vector<Line> lines;
  for (auto const& [ignored, index] : hours) lines.push_back(line_of(index));
  return lines;
}

}  // namespace

TimelineTally::TimelineTally(scenarios::Scenario const& scenario)
    : scenario_{scenario}, start_ms_{scenario.window_start().ms()}, end_ms_{scenario.horizon().ms()} {
  auto const days = static_cast<std::size_t>((end_ms_ - start_ms_) / kDayMs);
  LevelBins const by_day{start_ms_, kDayMs, days};
  for (scenarios::Resource const& resource : scenario.resources) {
    TimeZone const& zone = scenario.places[resource.place].zone;
    auto& offsets = zones_[zone.name()];
    for (std::size_t day = offsets.size(); day <= days; ++day) {
      SimTime const at = SimTime::from_ms(start_ms_ + static_cast<std::int64_t>(day) * kDayMs);
      offsets.push_back(zone.offset_at(at).ms());
    }
    resources_.push_back({by_day, by_day, LevelBins{0, kHourMs, 7 * 24}, 0, &offsets});
  }
  yards_.assign(scenario.places.size(), {by_day, 0, false});
}

void TimelineTally::served(SimTime, freight::Served const& fact) {
  OfResource& at = resources_[fact.resource];
  if (fact.began_ms > start_ms_ && fact.requested_ms < fact.began_ms) {
    at.queue.add(fact.requested_ms, 1);
    at.queue.add(fact.began_ms, -1);
    add_to_week(at, std::max(fact.requested_ms, start_ms_), std::min(fact.began_ms, end_ms_));
  }
  if (fact.ended_ms > start_ms_ && fact.work_ms > 0) {
    // Closed hours in between thin the work out.
    std::int64_t const part = kWhole * fact.work_ms / (fact.ended_ms - fact.began_ms);
    at.busy.add(fact.began_ms, part);
    at.busy.add(fact.ended_ms, -part);
  }
}

void TimelineTally::add_to_week(OfResource& at, std::int64_t from_ms, std::int64_t to_ms) const {
  if (to_ms <= from_ms) return;
  at.whole_weeks += (to_ms - from_ms) / kWeekMs;
  std::int64_t const offset = (*at.offsets)[static_cast<std::size_t>((from_ms - start_ms_) / kDayMs)];
  std::int64_t const from = (from_ms + offset + kThursday) % kWeekMs;
  std::int64_t const to = from + (to_ms - from_ms) % kWeekMs;
  at.week.add(from, 1);
  if (to > kWeekMs) at.week.add(0, 1);
  at.week.add(to > kWeekMs ? to - kWeekMs : to, -1);
}

void TimelineTally::yard_level(SimTime at, freight::YardLevel const& fact) {
  if (fact.is_tracks) return;
  OfYard& yard = yards_[fact.place];
  yard.teu.add(at.ms(), fact.level - yard.level);
  yard.level = fact.level;
  yard.is_used = true;
}

Timelines TimelineTally::timelines(ResourceTally const& work) const {
  std::vector<std::pair<double, std::size_t>> waiting, stored;
  for (std::size_t i = 0; i < resources_.size(); ++i) waiting.emplace_back(sum_h(resources_[i].queue.areas()), i);
  for (std::size_t i = 0; i < yards_.size(); ++i) {
    if (yards_[i].is_used) stored.emplace_back(sum_h(yards_[i].teu.areas()), i);
  }
  return {most<ResourceTimeline>(waiting, [&](std::size_t i) { return timeline(scenarios::ResourceId{i}, work); }),
          most<YardTimeline>(stored, [&](std::size_t i) {
            LevelBins const& teu = yards_[i].teu;
            return YardTimeline{scenario_.places[scenarios::PlaceId{i}].id, sum_h(teu.areas()), by_day(teu)};
          })};
}

ResourceTimeline TimelineTally::timeline(scenarios::ResourceId id, ResourceTally const& work) const {
  OfResource const& at = resources_[id.index()];
  return {scenario_.resources[id].id, sum_h(at.queue.areas()), by_day(at.queue), utilisation(id, work), week_of(at)};
}

DayCurve TimelineTally::utilisation(scenarios::ResourceId id, ResourceTally const& work) const {
  DayCurve curve;
  SimTime from = SimTime::from_ms(start_ms_);
  for (std::int64_t const area : resources_[id.index()].busy.areas()) {
    SimTime const to = from + Duration::from_ms(kDayMs);
    std::int64_t const open_ms = work.open_ms(id, from, to);
    double const busy_ms = static_cast<double>(area) / kWhole;
    curve.mean.push_back(open_ms > 0 ? to_three_decimals(busy_ms / static_cast<double>(open_ms)) : 0.0);
    from = to;
  }
  return curve;
}

std::vector<double> TimelineTally::week_of(OfResource const& at) const {
  std::vector<double> hours;
  double const weeks = static_cast<double>(end_ms_ - start_ms_) / kWeekMs;
  for (std::int64_t const area : at.week.areas()) {
    double const waiting_ms = static_cast<double>(area + at.whole_weeks * kHourMs);
    hours.push_back(to_three_decimals(waiting_ms / kHourMs / weeks));
  }
  return hours;
}

}  // namespace shudao::experiment
