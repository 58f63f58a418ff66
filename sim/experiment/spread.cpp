#include "sim/experiment/spread.h"

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
  durations_.add(duration);
  if (percent_of(wanted_) > 0) minutes_.add(duration);
}

Measure Spread::measure() const {
  if (durations_.count() == 0) return unobserved();
  if (int const percent = percent_of(wanted_); percent > 0) return single(minutes_.quantile_h(percent));
  if (wanted_ == Statistic::sd) return durations_.standard_deviation();
  return single(Duration::from_ms(durations_.sum_ms()).h() / static_cast<double>(durations_.count()));
}

}  // namespace shudao::experiment
