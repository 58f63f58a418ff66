#include "sim/experiment/figures/indicators.h"

#include <algorithm>
#include <map>

#include "sim/base/time.h"
#include "sim/experiment/as_double.h"
#include "sim/experiment/measures.h"

namespace shudao::experiment {
namespace {

constexpr double kUnitTonnes = 20;  ///< The unit of cargo of CPMM …
constexpr double kSectionKm = 500;  ///< … and its section of a corridor.
constexpr char kBorder[] = "border_gate";

/// What happened at one border crossing point.
struct Crossings {
  std::int64_t consignments = 0, stay_ms = 0;
  double fen = 0, tonnes = 0;
  void add(Crossings const& other) {
    consignments += other.consignments;
    stay_ms += other.stay_ms;
    fen += other.fen;
    tonnes += other.tonnes;
  }
};

/// Of all trips of the corridor.
struct Trips {
  std::int64_t consignments = 0, trip_ms = 0, moving_ms = 0, paid_fen = 0, all = 0;
  double km = 0, km_per_h = 0, tkm = 0, co2e_g = 0, all_tkm = 0;
  std::map<scenarios::PlaceId, Crossings> borders;
};

void add_borders(Trips& trips, scenarios::Scenario const& scenario, scenarios::Flow const& flow,
                 RouteShape const& shape, RouteSums const& sums) {
  for (std::size_t p = 1; p + 1 < shape.places.size(); ++p) {
    auto const& kinds = scenario.places[shape.places[p]].kinds;
    if (std::find(kinds.begin(), kinds.end(), kBorder) == kinds.end()) continue;
    double const teu = as_double(sums.trips.teu);
    double const handling_fen = (shape.handling_in_fen[p] + shape.handling_out_fen[p]) * teu;
    trips.borders[shape.places[p]].add({sums.trips.consignments, sums.trips.stay_ms[p],
                                        as_double(sums.paid_fen[p]) + handling_fen, teu * flow.tonnes_per_teu});
  }
}

Trips trips_of(scenarios::Scenario const& scenario, scenarios::CorridorId corridor, ChainTally const& tally) {
  Trips trips;
  for (Chain const& chain : tally.chains(corridor)) {
    for (auto const& [id, route] : chain.routes) {
      scenarios::Flow const& flow = scenario.flows[id];
      RouteShape const& shape = tally.shape(id, route);
      RouteSums const& sums = tally.sums(id, route);
      double const km = shape.km.back();
      trips.all += sums.consignments;
      trips.consignments += sums.trips.consignments;
      trips.trip_ms += sums.trips.trip_ms;
      trips.moving_ms += sums.trips.moving_ms;
      trips.paid_fen += sums.trips.paid_fen;
      trips.km += km * as_double(sums.trips.consignments);
      trips.km_per_h += sums.trips.km_per_h;
      trips.tkm += km * flow.tonnes_per_teu * as_double(sums.trips.teu);
      trips.co2e_g += as_double(sums.co2e_g);
      trips.all_tkm += km * flow.tonnes_per_teu * as_double(sums.teu);
      add_borders(trips, scenario, flow, shape, sums);
    }
  }
  return trips;
}

void add_crossings(std::vector<Indicator>& all, std::string const& place, Crossings const& at) {
  all.push_back({"tfi1_border_h", place, quotient(as_double(at.stay_ms) / kMsPerHour, as_double(at.consignments)),
                 at.consignments});
  all.push_back({"tfi2_border_cny_per_20t", place, quotient(at.fen / 100.0 * kUnitTonnes, at.tonnes), at.consignments});
}

void add_borders(std::vector<Indicator>& all, Trips const& trips, scenarios::Scenario const& scenario) {
  if (trips.borders.empty()) return;
  Crossings sum;
  for (auto const& [place, crossings] : trips.borders) sum.add(crossings);
  add_crossings(all, "", sum);
  for (auto const& [place, crossings] : trips.borders) add_crossings(all, scenario.places[place].id, crossings);
}

void add_speeds(std::vector<Indicator>& all, Trips const& trips) {
  double const n = as_double(trips.consignments);
  double const trip_h = as_double(trips.trip_ms) / kMsPerHour, moving_h = as_double(trips.moving_ms) / kMsPerHour;
  auto const add = [&](char const* name, Measure const& measure) {
    all.push_back({name, "", measure, trips.consignments});
  };
  add("tfi4_swd_km_per_h", quotient(trips.km, trip_h));
  add("tfi4_swod_km_per_h", quotient(trips.km, moving_h));
  add("mean_trip_km_per_h", quotient(trips.km_per_h, n));
  add("trip_km", quotient(trips.km, n));
  add("trip_h", quotient(trip_h, n));
  add("trip_moving_h", quotient(moving_h, n));
  add("trip_stop_h", quotient(trip_h - moving_h, n));
}

void add_reliability(std::vector<Indicator>& all, TransitTally const& transit) {
  std::int64_t const n = transit.durations.count();
  double const p95 = transit.minutes.quantile_h(95);
  double const mean = n == 0 ? 0 : as_double(transit.durations.sum_ms()) / as_double(n) / kMsPerHour;
  all.push_back({"planning_time_h", "", n == 0 ? unobserved() : single(p95), n});
  all.push_back({"buffer_index", "", quotient(p95 - mean, mean), n});
}

}  // namespace

std::vector<Indicator> indicators_of(scenarios::Scenario const& scenario, scenarios::CorridorId corridor,
                                     ChainTally const& tally, TransitTally const& transit) {
  Trips const trips = trips_of(scenario, corridor, tally);
  std::vector<Indicator> all;
  add_reliability(all, transit);
  add_borders(all, trips, scenario);
  all.push_back({"tfi3_section_cny_per_500km_20t", "",
                 quotient(as_double(trips.paid_fen) / 100.0 * kSectionKm * kUnitTonnes, trips.tkm),
                 trips.consignments});
  add_speeds(all, trips);
  all.push_back({"co2e_g_per_tkm", "", quotient(trips.co2e_g, trips.all_tkm), trips.all});
  return all;
}

}  // namespace shudao::experiment
