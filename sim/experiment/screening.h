#pragma once
#include "sim/experiment/varying.h"

namespace shudao::experiment {

/// What is asked of the worlds together: each alternative − base, or the figure itself where there is but one world.
std::size_t quantities_of(Question const&);
/// Of one replication; none where some world did not observe it.
std::optional<double> quantity(VariedFigures const&, std::size_t quantity, std::size_t replication);

/// What one input alone does to the quantities, at its low and its high; by quantity, in the unit of the figure.
struct Screened {
  std::size_t input = 0;
  std::vector<double> at_low, at_high;  ///< Changes from the stated value.
  double effect = 0;                    ///< The largest of them, whatever its sign.
};

struct Refused {
  std::size_t input = 0;
  std::string why;
};

struct Screening {
  std::vector<Screened> effective;      ///< The largest effect first.
  std::vector<std::size_t> unresolved;  ///< Of groups that change something, not told apart within the budget.
  double unresolved_effect = 0;         ///< The largest that such a group has.
  std::vector<Refused> refused;
  std::size_t without_effect = 0;
  bool cancelled = false;
};

/// Group screening by sequential bifurcation (Bettonvil and Kleijnen, European Journal of Operational Research 96,
/// 1997): inputs of one kind go to their lows and their highs together; a group that changes nothing, to the last bit
/// of the same draws, is done with, the one that changes most is halved first. One replication. Inputs that only matter
/// when others are off their stated values are missed, and so are effects that cancel exactly.
Screening screened(Varying&, std::int64_t most_runs);

}  // namespace shudao::experiment
