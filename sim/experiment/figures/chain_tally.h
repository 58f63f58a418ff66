#pragma once
#include <set>
#include <vector>

#include "sim/experiment/cohort.h"
#include "sim/experiment/figures/chains.h"
#include "sim/experiment/figures/quarter_counts.h"

namespace shudao::experiment {

/// What the cohort's consignments on one route of one flow came to along the way. Vectors go by place of the route;
/// times are ms since ready. What the cap left under way counts at the places that it did not reach with the time that
/// it has spent; it is no trip.
struct RouteSums {
  std::int64_t consignments = 0, teu = 0, co2e_g = 0;
  CostItems cost_items{};
  std::vector<std::int64_t> arrival_ms, departure_ms;          ///< Sums over consignments …
  std::vector<std::int64_t> teu_arrival_ms, teu_departure_ms;  ///< … and over TEU.
  std::vector<std::int64_t> paid_fen;                          ///< Formalities and storage at the place.

  /// Those that were delivered.
  struct Trips {
    std::int64_t consignments = 0, teu = 0;
    std::int64_t paid_fen = 0;          ///< Tariffs, handling, storage and formalities.
    std::int64_t trip_ms = 0;           ///< From leaving the first place to coming to the last.
    std::int64_t moving_ms = 0;         ///< Of it, at the wheel.
    double km_per_h = 0;                ///< Sum of the speeds of the trips, in the order of the facts.
    std::vector<std::int64_t> stay_ms;  ///< By place.
  } trips;
};

/// Follows the consignments of the cohort along their routes.
class ChainTally : public LotListener {
 public:
  /// When consignments came to the places of a chain and left them; when they were delivered.
  struct Counts {
    std::vector<QuarterCounts> arrival, departure;
    MinuteCounts delivery;
  };

  explicit ChainTally(scenarios::Scenario const&);
  void lot_closed(ClosedLot const&) override;
  void paid(SimTime, freight::Paid const&);

  [[nodiscard]] std::vector<Chain> const& chains(scenarios::CorridorId id) const { return chains_[id]; }
  /// By chain of the corridor.
  [[nodiscard]] std::vector<Counts> const& counts(scenarios::CorridorId id) const { return counts_[id]; }
  [[nodiscard]] RouteShape const& shape(scenarios::FlowId flow, std::size_t route) const {
    return routes_[flow].at(route).shape;
  }
  [[nodiscard]] RouteSums const& sums(scenarios::FlowId flow, std::size_t route) const {
    return routes_[flow].at(route).sums;
  }

 private:
  struct OnRoute {
    RouteShape shape;
    RouteSums sums;
    std::vector<std::pair<scenarios::CorridorId, std::size_t>> chains;  ///< That it is part of.
  };
  /// The lot at hand: ms since ready at which it came to each place and left it.
  struct Passage {
    std::vector<std::int64_t> arrival, departure;
    std::int64_t moving_ms = 0;
  };

  [[nodiscard]] bool is_in_cohort(std::uint32_t flow, std::int64_t ready_ms) const;
  void index_chains();
  void follow(ClosedLot const&, RouteShape const&);
  void add_times(OnRoute&);
  static void add_money(ClosedLot const&, scenarios::Flow const&, OnRoute&);
  void add_trip(ClosedLot const&, OnRoute&);

  scenarios::Scenario const& scenario_;
  IdVector<scenarios::CorridorId, std::vector<Chain>> chains_;
  IdVector<scenarios::CorridorId, std::vector<Counts>> counts_;
  IdVector<scenarios::FlowId, std::vector<OnRoute>> routes_;
  std::set<freight::LotName> unfinished_;  ///< Told of in parts; the time is that of the first.
  Passage passage_;
};

}  // namespace shudao::experiment
