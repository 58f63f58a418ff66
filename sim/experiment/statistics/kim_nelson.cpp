#include "sim/experiment/statistics/kim_nelson.h"

#include <algorithm>
#include <numeric>

#include "sim/base/portable_math.h"
#include "sim/experiment/statistics/t_interval.h"

namespace shudao::experiment {

KimNelson::KimNelson(std::size_t options, double indifference, double confidence, int first_stage)
    : indifference_{indifference},
      first_stage_{first_stage},
      contenders_(options),
      sums_(options),
      first_rows_(options),
      differences_(options, std::vector<double>(options)) {
  std::iota(contenders_.begin(), contenders_.end(), std::size_t{0});
  double const freedom = first_stage - 1;
  double const tail = 2 * (1 - confidence) / static_cast<double>(options - 1);
  double const eta = (portable_pow(tail, -2 / freedom) - 1) / 2;
  h_squared_ = 2 * eta * freedom;
}

void KimNelson::add(std::span<double const> values) {
  ++replications_;
  for (std::size_t i = 0; i < contenders_.size(); ++i) {
    sums_[contenders_[i]] += values[i];
    if (replications_ <= first_stage_) first_rows_[contenders_[i]].push_back(values[i]);
  }
  if (replications_ == first_stage_) measure_differences();
  if (replications_ >= first_stage_) screen();
}

double KimNelson::variance_of_difference(std::size_t a, std::size_t b) const {
  std::vector<double> differences(first_rows_[a].size());
  std::transform(first_rows_[a].begin(), first_rows_[a].end(), first_rows_[b].begin(), differences.begin(),
                 std::minus{});
  return variance_of(differences);
}

void KimNelson::measure_differences() {
  for (std::size_t a = 0; a < first_rows_.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) differences_[a][b] = differences_[b][a] = variance_of_difference(a, b);
  }
}

bool KimNelson::is_beaten(std::size_t option) const {
  auto const r = static_cast<double>(replications_);
  return std::any_of(contenders_.begin(), contenders_.end(), [&](std::size_t other) {
    double const reach = h_squared_ * differences_[option][other] / (indifference_ * indifference_);
    // The continuation region, in sums rather than means: both sides times r.
    double const margin = std::max(0.0, indifference_ / 2 * (reach - r));
    return other != option && sums_[option] < sums_[other] - margin;
  });
}

/// Whoever is beaten by a contender of before goes, beaten or not by one that goes with it. Once the region is closed
/// the mean alone decides, and of equals the first stays.
void KimNelson::screen() {
  std::vector<std::size_t> left;
  std::copy_if(contenders_.begin(), contenders_.end(), std::back_inserter(left),
               [&](std::size_t option) { return !is_beaten(option); });
  auto const r = static_cast<double>(replications_);
  bool const is_closed = std::all_of(left.begin(), left.end(), [&](std::size_t a) {
    return std::all_of(left.begin(), left.end(), [&](std::size_t b) {
      return a == b || h_squared_ * differences_[a][b] / (indifference_ * indifference_) < r;
    });
  });
  contenders_ = std::move(left);
  if (is_closed) contenders_ = {best()};
}

std::size_t KimNelson::best() const {
  return *std::max_element(contenders_.begin(), contenders_.end(),
                           [&](std::size_t a, std::size_t b) { return sums_[a] < sums_[b]; });
}

}  // namespace shudao::experiment
