#pragma once
#include <concepts>
#include <string>
#include <type_traits>

#include "sim/experiment/results.h"

namespace shudao::experiment {

// The one list of the measures of each result and of their names. Merging, storing and reading all go through it, so a
// measure added here is merged, stored and read. `visit(name, measure)` sees them in this order; results may be const.

template<class T, class Result>
concept MaybeConst = std::same_as<std::remove_const_t<T>, Result>;

template<class Components, class Visit>
void each_component(Components& components_h, Visit const& visit) {
  for (std::size_t c = 0; c < scenarios::kComponentCount; ++c) {
    visit(std::string{"components_h."} + scenarios::name_of(static_cast<scenarios::Component>(c)), components_h[c]);
  }
}

template<class Items, class Visit>
void each_cost_item(Items& items, Visit const& visit) {
  for (std::size_t i = 0; i < scenarios::kCostItemCount; ++i) {
    visit(std::string{"cost_items_cny_per_teu."} + scenarios::name_of(static_cast<scenarios::CostItem>(i)), items[i]);
  }
}

template<MaybeConst<CorridorResult> Result, class Visit>
void each_measure(Result& result, Visit const& visit) {
  visit("transit_time_h.mean", result.transit_time_h.mean);
  visit("transit_time_h.sd", result.transit_time_h.sd);
  visit("transit_time_h.p10", result.transit_time_h.p10);
  visit("transit_time_h.p50", result.transit_time_h.p50);
  visit("transit_time_h.p90", result.transit_time_h.p90);
  visit("transit_time_h.p95", result.transit_time_h.p95);
  visit("throughput_teu_per_year", result.throughput_teu_per_year);
  visit("cost_cny_per_teu", result.cost_cny_per_teu);
  visit("co2e_kg_per_teu", result.co2e_kg_per_teu);
  each_cost_item(result.cost_items_cny_per_teu, visit);
  visit("due_share", result.due_share);
  visit("spoiled_share", result.spoiled_share);
  each_component(result.components_h, visit);
}

template<MaybeConst<PlaceResult> Result, class Visit>
void each_measure(Result& result, Visit const& visit) {
  visit("throughput_teu_per_year", result.throughput_teu_per_year);
  visit("dwell_h", result.dwell_h);
  visit("mean_teu_present", result.mean_teu_present);
}

template<MaybeConst<ResourceResult> Result, class Visit>
void each_measure(Result& result, Visit const& visit) {
  visit("utilisation", result.utilisation);
  visit("mean_queue", result.mean_queue);
  visit("mean_wait_h", result.mean_wait_h);
}

template<MaybeConst<DepotResult> Result, class Visit>
void each_measure(Result& result, Visit const& visit) {
  visit("stock_min_teu", result.stock_min_teu);
  visit("stock_mean_teu", result.stock_mean_teu);
  visit("stock_max_teu", result.stock_max_teu);
  visit("waited_share", result.waited_share);
  visit("mean_wait_h", result.mean_wait_h);
}

template<MaybeConst<ConnectionResult> Result, class Visit>
void each_measure(Result& result, Visit const& visit) {
  visit("missed_share", result.missed_share);
}

template<MaybeConst<ServiceResult> Result, class Visit>
void each_measure(Result& result, Visit const& visit) {
  visit("departures_per_year", result.departures_per_year);
  visit("cancelled_per_year", result.cancelled_per_year);
  visit("load_factor", result.load_factor);
  visit("left_behind_teu_per_departure", result.left_behind_teu_per_departure);
}

template<MaybeConst<RouteResult> Result, class Visit>
void each_measure(Result& result, Visit const& visit) {
  visit("share", result.share);
  visit("transit_time_h", result.transit_time_h);
  visit("swing", result.swing);
}

template<MaybeConst<CorridorDifference> Result, class Visit>
void each_measure(Result& result, Visit const& visit) {
  visit("transit_time_h", result.transit_time_h);
  visit("p95_h", result.p95_h);
  visit("cost_cny_per_teu", result.cost_cny_per_teu);
  visit("co2e_kg_per_teu", result.co2e_kg_per_teu);
  visit("throughput_teu_per_year", result.throughput_teu_per_year);
  visit("direct_h", result.direct_h);
  visit("relief_h", result.relief_h);
  each_component(result.components_h, visit);
}

}  // namespace shudao::experiment
