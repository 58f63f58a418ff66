#pragma once
#include <array>
#include <map>
#include <tuple>
#include <vector>

#include "scenarios/cost_item.h"
#include "sim/experiment/durations.h"
#include "sim/experiment/ledger_digest.h"
#include "sim/experiment/lot_book.h"
#include "sim/experiment/lots.h"
#include "sim/experiment/minute_counts.h"

namespace shudao::experiment {

using CostItems = std::array<std::int64_t, scenarios::kCostItemCount>;  ///< fen.

/// What the consignments of one flow came to, together.
struct FlowTotals {
  struct OnRoute {
    std::int64_t consignments = 0, transit_ms = 0;
  };
  std::int64_t consignments = 0, unfinished = 0;
  std::int64_t in_time = 0;  ///< Delivered within the due time of the flow.
  std::int64_t teu = 0, co2e_g = 0;
  std::int64_t spoiled_teu = 0;  ///< On the way for longer than the shelf life of the flow.
  CostItems cost_items{};
  std::array<std::int64_t, scenarios::kComponentCount> component_ms{};
  std::vector<OnRoute> routes;  ///< In the order of the flow's.
};

/// Transit times of one corridor.
struct TransitTally {
  Durations durations;
  MinuteCounts minutes;
};

/// What a closed consignment, or a part of one, has cost. Inventory is the interest on its value while it is under way;
/// finance that on its duty, paid and not yet delivered, and on its refund, due and not yet paid: value × rate ×
/// interest × time, each to the nearest fen.
CostItems cost_items(ClosedLot const&, scenarios::Flow const&);

/// Whether what every single consignment came to is kept, for comparisons by name.
enum class KeepLots : std::uint8_t { no, yes };

/// Sums up the cohort of one replication: every consignment ready in [window_start, horizon), but for empties.
/// Unless lots are kept, memory does not depend on how many there are.
class Cohort : public LotListener {
 public:
  /// Time charged to one cause: (flow, component, kind of where, its index).
  using CauseKey = std::tuple<std::uint32_t, scenarios::Component, freight::Where::Kind, std::uint32_t>;
  using HolderKey = std::tuple<scenarios::Component, freight::Where::Kind, std::uint32_t>;
  struct Stays {
    std::int64_t ms = 0, consignments = 0;
  };

  Cohort(scenarios::Scenario const&, KeepLots);
  void lot_closed(ClosedLot const&) override;

  [[nodiscard]] FlowTotals const& totals(scenarios::FlowId id) const { return totals_.at(id.index()); }
  [[nodiscard]] TransitTally const& transit(scenarios::CorridorId id) const { return transit_.at(id.index()); }
  [[nodiscard]] std::map<CauseKey, std::int64_t> const& causes() const { return causes_; }
  [[nodiscard]] std::vector<Stays> const& stays() const { return stays_; }  ///< By place.
  [[nodiscard]] Fingerprint ledger_digest() const { return digest_; }
  /// How many consignments were under way at the end, by the last cause charged to them.
  [[nodiscard]] std::map<HolderKey, std::int64_t> const& held() const { return held_; }
  [[nodiscard]] std::int64_t unfinished() const { return static_cast<std::int64_t>(unfinished_.size()); }
  /// Every single consignment of the corridors, given away; after everything else was asked. Empty unless lots are
  /// kept.
  [[nodiscard]] LotBook take_lots();

 private:
  LotValues first_part(ClosedLot const&);
  void add_part(LotValues&, ClosedLot const&, Fingerprint const& ledger);
  void add_path(LotValues&, ClosedLot const&);
  void add_time(ClosedLot const&);
  void keep(LotValues const&);

  scenarios::Scenario const& scenario_;
  LedgerHasher hasher_;
  KeepLots const keep_;
  std::vector<std::vector<std::size_t>> corridors_;   ///< Those that each flow belongs to.
  std::vector<FlowTotals> totals_;                    ///< By flow.
  std::vector<TransitTally> transit_;                 ///< By corridor.
  std::map<freight::LotName, LotValues> unfinished_;  ///< Told of in parts, all at the end of the run.
  LotBook book_;
  std::map<CauseKey, std::int64_t> causes_;
  std::map<HolderKey, std::int64_t> held_;
  std::vector<Stays> stays_;
  Fingerprint digest_;
};

}  // namespace shudao::experiment
