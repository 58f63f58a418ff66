#include "sim/experiment/durations.h"

#include <cmath>

#include "sim/experiment/measures.h"

namespace shudao::experiment {

void Durations::add(Duration duration) {
  ++count_;
  sum_ms_ += duration.ms();
  double const before = duration.h() - mean_h_;
  mean_h_ += before / static_cast<double>(count_);
  squares_ += before * (duration.h() - mean_h_);
}

Measure Durations::standard_deviation() const {
  return count_ < 2 ? unobserved() : single(std::sqrt(squares_ / static_cast<double>(count_ - 1)));
}

}  // namespace shudao::experiment
