#pragma once
#include <span>
#include <string>

#include "sim/experiment/results.h"
#include "sim/experiment/statistics/best.h"

namespace shudao::experiment {

/// A measure of a corridor that alternatives are judged by, and how it is spoken of.
struct Headline {
  char const* name;            ///< As in each_measure.h and in JSON.
  Better better;               ///< Which way it should go.
  char const *lower, *higher;  ///< The verdicts.
  bool is_bounded;             ///< Only a bound while consignments are under way.
  Measure const& (*of)(CorridorResult const&);
  scenarios::Text title;  ///< "the cost".
  double per_unit;        ///< Of the unit that it is said in.
  scenarios::Text unit;   ///< Empty: hours, or days from 72 h on.
  scenarios::Text less, more;
};

std::span<Headline const> headlines();
/// By name; throws BrokenPromise if there is none.
Headline const& headline(std::string const& name);

/// "faster", "dearer", "no_proven_difference" …
char const* verdict_on(MeasureComparison const&);

}  // namespace shudao::experiment
