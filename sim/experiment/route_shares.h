#pragma once
#include <vector>

#include "sim/experiment/cohort.h"
#include "sim/experiment/results.h"

namespace shudao::experiment {

/// Counts, for every flow with a choice, which routes the consignments of the cohort took in each week of the window.
class RouteTally : public FactListener {
 public:
  explicit RouteTally(scenarios::Scenario const&);
  void generated(SimTime, freight::Generated const&) override;
  /// The flows with a choice, in their order; times from the cohort.
  [[nodiscard]] std::vector<FlowResult> results(Cohort const&) const;

 private:
  struct Weeks {
    std::vector<std::int64_t> consignments;  ///< By week of the window.
    std::int64_t teu = 0;
  };
  [[nodiscard]] FlowResult result_of(scenarios::FlowId) const;

  scenarios::Scenario const& scenario_;
  std::vector<std::vector<Weeks>> taken_;  ///< By flow and route; no routes where there is no choice.
};

/// Amplitude by which a weekly share swings about its mean, beyond what chance alone does: of `all[w]` consignments,
/// `taken[w]` took the route. The variance over weeks less that of independent draws, as the amplitude of the sine wave
/// of the same variance; 0 within eight standard errors of chance. Unobserved from fewer than eight weeks with
/// consignments.
Measure swing(std::vector<std::int64_t> const& taken, std::vector<std::int64_t> const& all);

}  // namespace shudao::experiment
