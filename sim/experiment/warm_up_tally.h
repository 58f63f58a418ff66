#pragma once
#include <vector>

#include "sim/experiment/fact_listener.h"
#include "sim/experiment/minute_counts.h"

namespace shudao::experiment {

/// Sums up transit times by the week in which consignments were ready, from the start of the run on. What is under way
/// when it ends counts with the time so far.
class WarmUpTally : public FactListener {
 public:
  struct Sum {
    std::int64_t lots = 0, ms = 0;
    [[nodiscard]] double mean_h() const;
  };

  WarmUpTally(scenarios::Scenario const&, int weeks);
  void delivered(SimTime at, freight::LotEnd const& end) override { add(at, end); }
  void unfinished(SimTime at, freight::LotEnd const& end) override { add(at, end); }

  [[nodiscard]] Sum week(std::size_t corridor, int week) const { return by_week_[corridor][std::size_t(week)]; }
  [[nodiscard]] std::vector<double> daily_means_h() const;  ///< Of days with consignments, over all corridors.
  [[nodiscard]] Sum total(std::size_t corridor) const;
  [[nodiscard]] double p99_h(std::size_t corridor) const { return minutes_[corridor].quantile_h(99); }

 private:
  void add(SimTime, freight::LotEnd const&);

  scenarios::Scenario const& scenario_;
  std::int64_t weeks_;
  std::vector<std::vector<std::size_t>> corridors_;  ///< Those that each flow belongs to.
  std::vector<std::vector<Sum>> by_week_;            ///< By corridor.
  std::vector<MinuteCounts> minutes_;
  std::vector<Sum> by_day_;
};

}  // namespace shudao::experiment
