#include "sim/experiment/spread.h"

#include <cmath>

#include "sim/experiment/measures.h"

namespace shudao::experiment {

using scenarios::Statistic;

namespace {

int percent_of(Statistic statistic) {
  switch (statistic) {
    case Statistic::p10:
      return 10;
    case Statistic::p50:
      return 50;
    case Statistic::p90:
      return 90;
    case Statistic::p95:
      return 95;
    case Statistic::most:
      return 100;
    case Statistic::mean:
    case Statistic::sd:
      break;
  }
  return 0;
}

}  // namespace

void Spread::add(Duration duration) {
  ++count_;
  sum_ms_ += duration.ms();
  double const before = duration.h() - mean_h_;
  mean_h_ += before / static_cast<double>(count_);
  squares_ += before * (duration.h() - mean_h_);
  if (percent_of(wanted_) > 0) minutes_.add(duration);
}

Measure Spread::measure() const {
  if (count_ == 0) return unobserved();
  if (int const percent = percent_of(wanted_); percent > 0) return single(minutes_.quantile_h(percent));
  if (wanted_ == Statistic::mean) return single(Duration::from_ms(sum_ms_).h() / static_cast<double>(count_));
  return count_ < 2 ? unobserved() : single(std::sqrt(squares_ / static_cast<double>(count_ - 1)));
}

}  // namespace shudao::experiment
