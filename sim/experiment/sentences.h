#pragma once
#include "sim/experiment/findings.h"
#include "sim/experiment/results.h"

namespace shudao::experiment {

/// What a sentence on a comparison names beside its figures.
struct Named {
  scenarios::Text corridor, base, alternative;
  std::int64_t weeks = 0;    ///< Of the window.
  std::size_t compared = 0;  ///< Comparisons that the p value is adjusted for.
};

/// One sentence in each language on what the alternative does to a headline measure of a corridor: direction, size
/// with 95 % interval (from three replications on), number of replications and weeks; times in days from 72 h on,
/// otherwise in hours; two or three digits as the interval supports. What is not proven among all comparisons is not
/// told as an effect, and a difference that its interval alone would make look proven is told as such.
/// `why_not` is the reason where the two should not be compared.
scenarios::Text sentence_on(MeasureComparison const&, Named const&, scenarios::Text const& why_not = {});

/// The sentence on a corridor as a whole: equality of all consignments, or the sentence on its mean time; and how many
/// consignments were left out.
scenarios::Text sentence_on(CorridorDifference const&, scenarios::Text const& on_mean_time, Named const&);

}  // namespace shudao::experiment
