#include "sim/experiment/places.h"

#include <algorithm>

namespace shudao::experiment {

PlaceTally::PlaceTally(scenarios::Scenario const& scenario)
    : start_{scenario.start},
      window_start_{scenario.window_start()},
      horizon_{scenario.horizon()},
      counts_(scenario.places.size()),
      since_(scenario.places.size(), scenario.start) {}

void PlaceTally::carry(std::size_t place, SimTime to) {
  Count& count = counts_[place];
  SimTime const from = since_[place];
  SimTime const until = std::min(to, horizon_);
  if (until > from) count.area_run_ms += count.teu * (until - from).ms();
  SimTime const window_from = std::max(from, window_start_);
  if (until > window_from) count.area_window_ms += count.teu * (until - window_from).ms();
  since_[place] = std::max(from, to);
}

void PlaceTally::presence(SimTime at, freight::Presence const& fact) {
  carry(fact.place, at);
  Count& count = counts_.at(fact.place);
  count.teu += fact.delta_teu;
  if (count.teu < count.least) {
    count.least = count.teu;
    count.least_at = at;
  }
  if (fact.delta_teu < 0 && at >= window_start_ && at < horizon_) count.left_in_window -= fact.delta_teu;
}

void PlaceTally::yard_level(SimTime at, freight::YardLevel const& fact) {
  if (fact.is_tracks) return;
  Count& count = counts_.at(fact.place);
  // The level with which the window begins counts too.
  if (at >= window_start_ && !count.most_in_yard) count.most_in_yard = count.yard.value_or(0);
  count.yard = fact.level;
  if (at >= window_start_ && at < horizon_) count.most_in_yard = std::max(*count.most_in_yard, *count.yard);
}

void PlaceTally::finish(SimTime end) {
  for (std::size_t place = 0; place < counts_.size(); ++place) {
    carry(place, end);
    Count& count = counts_[place];
    if (count.yard && !count.most_in_yard) count.most_in_yard = count.yard;
  }
}

}  // namespace shudao::experiment
