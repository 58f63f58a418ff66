#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sim/experiment/statistics/measure.h"

namespace shudao::experiment {

/// One indicator of a corridor, or of a border crossing of it. Which there are, and what each means: indicators.h.
struct Indicator {
  static constexpr std::int64_t kFew = 30;
  std::string name;
  std::string place;  ///< The border crossing; empty: the whole corridor.
  Measure measure;
  std::int64_t observations = 0;  ///< Consignments behind it, over all replications.
  [[nodiscard]] bool is_few() const { return observations < kFew; }
};

/// A place on the way, with what a consignment has spent from its being ready until it comes there and until it leaves.
/// At the first place arrival is all 0; at the last, departure is delivery.
struct ChainPoint {
  std::string place;
  double km = 0;                                          ///< From the first place.
  Measure arrival_h, arrival_p10_h, arrival_p90_h;        ///< Quantiles in steps of a quarter of an hour.
  Measure departure_h, departure_p10_h, departure_p90_h;  ///< Of delivery, to the minute.
  Measure arrival_cny_per_teu, departure_cny_per_teu;     ///< All items of the cost.
  Measure co2e_kg_per_teu;                                ///< Up to arrival.
};

/// A transport chain element (ISO 14083): the ride from one boarding to the next. Terminals emit nothing in the model.
struct ChainElement {
  std::string from, to, mode;
  std::vector<std::string> services;  ///< Of all flows that travel so.
  double km = 0;
  Measure tariff_cny_per_teu;  ///< Less subsidies.
  Measure co2e_kg_per_teu;     ///< Sums over the elements to that of the chain.
  Measure co2e_g_per_tkm;
};

/// All consignments of a corridor that pass the same links and change at the same places.
struct ChainResult {
  Measure share;                  ///< Of the TEU of the corridor's cohort.
  std::int64_t consignments = 0;  ///< Over all replications.
  std::vector<ChainPoint> points;
  std::vector<ChainElement> elements;
};

/// What figures and indicator tables show of one corridor.
struct CorridorFigures {
  std::string corridor;
  std::vector<Indicator> indicators;
  std::vector<Measure> transit_quantiles_h;  ///< 0, 1, …, 100 %: the distribution of transit times, to the minute.
  std::vector<ChainResult> chains;           ///< After merging: those that were used, most TEU first.
};

}  // namespace shudao::experiment
