#pragma once
#include <vector>

#include "sim/experiment/figures/chain_tally.h"
#include "sim/experiment/figures/corridor_figures.h"

namespace shudao::experiment {

/// The indicators of a corridor in one replication, always the same ones in the same order. They are those of the
/// Corridor Performance Measurement and Monitoring of CAREC (ADB, "CPMM: A forward-looking retrospective", 2014), told
/// of the trips of delivered consignments; a trip lasts from leaving the first place to coming to the last, waits for
/// the first vehicle and for delivery aside:
///  - `tfi1_border_h`: mean time at a border crossing point, from coming there to leaving it, with queues, formalities,
///    transhipment and change of gauge. Border crossing points are the places of kind border_gate between the ends of a
///    route; the two sides of a border are two points. One for each point and one over all crossings.
///  - `tfi2_border_cny_per_20t`: what is paid there, formalities, handling and storage, per 20 t of cargo.
///  - `tfi3_section_cny_per_500km_20t`: what is paid door to door, tariffs, handling, storage and formalities, per
///    500 km and 20 t: Σ money ÷ Σ tonne-kilometres × 10,000.
///  - `tfi4_swd_km_per_h`: speed with delay, Σ km ÷ Σ h of the trips; `tfi4_swod_km_per_h`: without delay, over the
///    hours in motion only. 1/SWD = 1/SWOD + `trip_stop_h` ÷ `trip_km` in every replication. The mean of the speeds of
///    the trips, `mean_trip_km_per_h`, stands beside them.
/// `planning_time_h` is the P95 of transit time; `buffer_index` (P95 − mean) ÷ mean (FHWA, "Travel time reliability:
/// making it there on time, all the time", 2006), over the whole cohort. `co2e_g_per_tkm` is that of the whole chain,
/// well to wheel (ISO 14083), over the cohort.
std::vector<Indicator> indicators_of(scenarios::Scenario const&, scenarios::CorridorId, ChainTally const&,
                                     TransitTally const&);

}  // namespace shudao::experiment
