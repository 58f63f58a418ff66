#pragma once
#include <array>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "scenarios/cost_item.h"
#include "sim/experiment/ledger_digest.h"
#include "sim/experiment/lots.h"

namespace shudao::experiment {

using CostItems = std::array<std::int64_t, scenarios::kCostItemCount>;  ///< fen.

/// What one consignment of the cohort came to. Of one that the cap left under way, what it has come to so far: its
/// time is a lower bound.
struct LotValues {
  freight::LotName lot;
  std::int32_t teu = 0;
  std::uint32_t route = 0;  ///< Index into the routes of its flow.
  bool is_delivered = true;
  std::int64_t transit_ms = 0;
  std::array<std::int64_t, scenarios::kComponentCount> component_ms{};
  CostItems cost_items{};
  std::int64_t cost_fen = 0;  ///< The sum of the items.
  std::int64_t co2e_g = 0;
  Fingerprint ledger;
};

/// What a closed consignment, or a part of one, has cost. Inventory is the interest on its value while it is under way;
/// finance that on its duty, paid and not yet delivered, and on its refund, due and not yet paid: value × rate ×
/// interest × time, each to the nearest fen.
CostItems cost_items(ClosedLot const&, scenarios::Flow const&);

/// Keeps the cohort of one replication: every consignment ready in [window_start, horizon), but for empties.
class Cohort : public LotListener {
 public:
  /// Time charged to one cause: (flow, component, kind of where, its index).
  using CauseKey = std::tuple<std::uint32_t, scenarios::Component, freight::Where::Kind, std::uint32_t>;
  using HolderKey = std::tuple<scenarios::Component, freight::Where::Kind, std::uint32_t>;
  struct Stays {
    std::int64_t ms = 0, consignments = 0;
  };

  explicit Cohort(scenarios::Scenario const&);
  void lot_closed(ClosedLot const&) override;

  /// All consignments, by name.
  [[nodiscard]] std::vector<LotValues> const& lots() const { return lots_; }
  void sort();
  /// The same, given away; after everything else was asked.
  [[nodiscard]] std::vector<LotValues> take_lots() { return std::move(lots_); }
  [[nodiscard]] std::map<CauseKey, std::int64_t> const& causes() const { return causes_; }
  [[nodiscard]] std::vector<Stays> const& stays() const { return stays_; }  ///< By place.
  [[nodiscard]] Fingerprint ledger_digest() const { return digest_; }
  /// How many consignments were under way at the end, by the last cause charged to them.
  [[nodiscard]] std::map<HolderKey, std::int64_t> const& held() const { return held_; }
  [[nodiscard]] std::int64_t unfinished() const { return static_cast<std::int64_t>(unfinished_.size()); }

 private:
  void add_part(LotValues&, ClosedLot const&, Fingerprint const& ledger);
  void add_path(LotValues&, ClosedLot const&);

  scenarios::Scenario const& scenario_;
  LedgerHasher hasher_;
  std::vector<LotValues> lots_;
  std::map<freight::LotName, std::size_t> unfinished_;  ///< Index of the consignment in `lots_`.
  std::map<CauseKey, std::int64_t> causes_;
  std::map<HolderKey, std::int64_t> held_;
  std::vector<Stays> stays_;
  Fingerprint digest_;
};

}  // namespace shudao::experiment
