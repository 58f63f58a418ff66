#pragma once
#include <vector>

#include "sim/experiment/each_measure.h"
#include "sim/experiment/measures.h"

namespace shudao::experiment {

/// Merges every measure of `parts`, the same thing in all replications, into the same measure of `into`. The replication
/// is the unit: means, quantiles, shares and ratios are taken inside each replication and averaged over those that
/// observed them. The mean of ratios (cost per TEU, shares) is preferred to the ratio of means, which the jackknife of
/// statistics/t_interval.h would give: it is what comparisons pair replication by replication, it adds up with its
/// items, and in a cohort of N consignments, whose number varies little from one replication to the next, the two
/// differ by the order of 1/N.
template<class Result>
void merge_measures(Result& into, std::vector<Result const*> const& parts) {
  std::vector<std::vector<Measure>> columns;
  for (Result const* part : parts) {
    std::size_t column = 0;
    each_measure(*part, [&](auto const&, Measure const& measure) {
      if (columns.size() == column) columns.emplace_back();
      columns[column++].push_back(measure);
    });
  }
  std::size_t column = 0;
  each_measure(into, [&](auto const&, Measure& measure) { measure = over_replications(columns[column++]); });
}

/// Things of a thing, the same in all replications.
template<class Result, class Item>
void merge_items(Result& into, std::vector<Result const*> const& parts, std::vector<Item> Result::*which) {
  for (std::size_t i = 0; i < (into.*which).size(); ++i) {
    std::vector<Item const*> items;
    for (Result const* part : parts) items.push_back(&(part->*which).at(i));
    merge_measures((into.*which)[i], items);
  }
}

}  // namespace shudao::experiment
