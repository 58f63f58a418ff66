#pragma once
#include <vector>

#include "sim/experiment/figures/chain_tally.h"
#include "sim/experiment/figures/figures.h"

namespace shudao::experiment {

/// All who listen to one replication for the sake of figures.
class FigureTallies {
 public:
  explicit FigureTallies(scenarios::Scenario const& scenario) : scenario_{scenario}, chains_{scenario} {}
  [[nodiscard]] LotListener& lots() { return chains_; }
  [[nodiscard]] std::vector<FactListener*> listeners() { return {&chains_}; }
  [[nodiscard]] Figures figures(Cohort const&) const;

 private:
  scenarios::Scenario const& scenario_;
  ChainTally chains_;
};

}  // namespace shudao::experiment
