#pragma once
#include "sim/experiment/each_measure.h"
#include "sim/experiment/figures/figures.h"

namespace shudao::experiment {

// As in each_measure.h: the one list of the measures of each figure and of their names.

template<MaybeConst<Indicator> Result, class Visit>
void each_measure(Result& result, Visit const& visit) {
  visit("measure", result.measure);
}

template<MaybeConst<ChainPoint> Result, class Visit>
void each_measure(Result& result, Visit const& visit) {
  visit("arrival_h", result.arrival_h);
  visit("arrival_p10_h", result.arrival_p10_h);
  visit("arrival_p90_h", result.arrival_p90_h);
  visit("departure_h", result.departure_h);
  visit("departure_p10_h", result.departure_p10_h);
  visit("departure_p90_h", result.departure_p90_h);
  visit("arrival_cny_per_teu", result.arrival_cny_per_teu);
  visit("departure_cny_per_teu", result.departure_cny_per_teu);
  visit("co2e_kg_per_teu", result.co2e_kg_per_teu);
}

template<MaybeConst<ChainElement> Result, class Visit>
void each_measure(Result& result, Visit const& visit) {
  visit("tariff_cny_per_teu", result.tariff_cny_per_teu);
  visit("co2e_kg_per_teu", result.co2e_kg_per_teu);
  visit("co2e_g_per_tkm", result.co2e_g_per_tkm);
}

template<MaybeConst<ChainResult> Result, class Visit>
void each_measure(Result& result, Visit const& visit) {
  visit("share", result.share);
}

template<MaybeConst<LinkFlow> Result, class Visit>
void each_measure(Result& result, Visit const& visit) {
  visit("teu_per_year", result.teu_per_year);
  visit("vehicles_per_year", result.vehicles_per_year);
}

template<MaybeConst<CorridorFigures> Result, class Visit>
void each_measure(Result& result, Visit const& visit) {
  for (auto& measure : result.transit_quantiles_h) visit("transit_quantiles_h", measure);
}

}  // namespace shudao::experiment
