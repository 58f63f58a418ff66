#include "sim/freight/knowledge.h"

#include <algorithm>
#include <cmath>

#include "sim/base/portable_math.h"

namespace shudao::freight {

namespace {

// What has all but faded still says what was heard last, and keeps the sums apart from 0.
constexpr double kLeast = 1e-30;

}  // namespace

Knowledge::Knowledge(Outlook const& outlook, scenarios::Choice const& choice, SimTime start)
    : start_{outlook.time_h, outlook.sd_h},
      delay_{choice.knowledge_delay},
      memory_{choice.memory},
      start_lots_{choice.start_lots},
      idle_since_{start} {
  begin_with(start_lots_, start_, start);
}

double Knowledge::faded(Duration since) const { return std::max(kLeast, portable_exp(-(since.h() / memory_.h()))); }

void Knowledge::begin_with(double weight, Times const& times, SimTime now) {
  weight_ = weight;
  sum_h_ = weight * times.mean_h;
  squares_h2_ = weight * (times.mean_h * times.mean_h + times.sd_h * times.sd_h);
  heard_ = now;
}

void Knowledge::set_out(std::uint32_t ordinal, SimTime now) {
  if (under_way_.empty()) begin_with(std::max(start_lots_, weight_ * faded(now - heard_)), times(now), now);
  under_way_.emplace(ordinal, now);
}

void Knowledge::hear(std::uint32_t ordinal, Duration transit, SimTime now) {
  double const left = faded(now - heard_);
  heard_ = now;
  double const hours = transit.h();
  weight_ = weight_ * left + 1;
  sum_h_ = sum_h_ * left + hours;
  squares_h2_ = squares_h2_ * left + hours * hours;
  under_way_.erase(ordinal);
  if (under_way_.empty()) idle_since_ = now;
}

Knowledge::Times Knowledge::times(SimTime now) const {
  double weight = weight_, sum = sum_h_, squares = squares_h2_;
  double const heard_mean = sum / weight;
  double const left = faded(now - heard_);
  weight *= left;
  sum *= left;
  squares *= left;
  for (auto const& [ordinal, ready] : under_way_) {
    double const hours = (now - delay_ - ready).h();
    if (hours <= heard_mean) break;
    weight += 1;
    sum += hours;
    squares += hours * hours;
  }
  double const mean = sum / weight;
  double const sd = std::sqrt(std::max(0.0, squares / weight - mean * mean));
  double const kept = under_way_.empty() ? faded(now - idle_since_) : 1.0;
  return {start_.mean_h + kept * (mean - start_.mean_h), start_.sd_h + kept * (sd - start_.sd_h)};
}

}  // namespace shudao::freight
