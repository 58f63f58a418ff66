#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/digest.h"
#include "sim/freight/facts.h"

namespace shudao::experiment {

/// What one consignment of the cohort came to. Of one that the cap left under way, what it has come to so far: its
/// time is a lower bound.
struct LotValues {
  freight::LotName lot;
  std::int32_t teu = 0;
  bool is_delivered = true;
  std::int64_t transit_ms = 0;
  std::array<std::int64_t, scenarios::kComponentCount> component_ms{};
  std::int64_t cost_fen = 0;  ///< Tariff, handling, storage, formalities and inventory.
  std::int64_t co2e_g = 0;
  Fingerprint ledger;
  std::uint32_t firm_class = 0;  ///< Index into the flow's classes.
  friend bool operator==(LotValues const&, LotValues const&) = default;
};

/// What every consignment of a cohort came to, packed into some 50 to 70 bytes each: the one thing that grows with the
/// length of a run, and so kept for comparisons only.
class LotBook {
 public:
  void add(LotValues const&);
  /// All consignments of one flow, by ordinal. Throws Unreadable if the bytes of the book were no consignments.
  [[nodiscard]] std::vector<LotValues> lots_of(scenarios::FlowId) const;
  /// The whole book as bytes, for a store, and back: throws Unreadable for bytes that are no whole book.
  [[nodiscard]] std::string bytes() const;
  static LotBook from_bytes(std::string_view);

 private:
  /// Whole numbers one after the other, as in DWARF (LEB128); in a deque, which never holds room for twice as many.
  std::vector<std::deque<std::uint8_t>> flows_;
};

}  // namespace shudao::experiment
