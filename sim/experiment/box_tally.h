#pragma once
#include <map>
#include <vector>

#include "sim/experiment/fact_listener.h"
#include "sim/experiment/results.h"

namespace shudao::experiment {

/// Follows what depots hold, who waits for boxes, and how many boxes travel empty; all in the window.
class BoxTally : public FactListener {
 public:
  explicit BoxTally(scenarios::Scenario const&);
  void generated(SimTime, freight::Generated const&) override;
  void boxed(SimTime, freight::Boxed const&) override;
  void box_stock(SimTime, freight::BoxStock const&) override;
  void empties_left(SimTime, freight::EmptiesLeft const&) override;
  void delivered(SimTime, freight::LotEnd const&) override;
  /// Carries every stock on to `end`.
  void finish(SimTime end);

  [[nodiscard]] std::vector<DepotResult> depots(scenarios::PlaceId) const;
  /// Of empties: TEU that left a place, by departure or delivery, and TEU-km carried by a service.
  [[nodiscard]] std::int64_t empty_teu(scenarios::PlaceId id) const { return left_.at(id.index()); }
  [[nodiscard]] double empty_teu_km(scenarios::ServiceId id) const { return carried_teu_km_.at(id.index()); }

 private:
  struct Stock {
    std::int64_t teu = 0, area_ms = 0, least = 0, most = 0;
    bool is_in_window = false;
    SimTime since;
    // Of consignments ready in the window.
    std::int64_t asked = 0, boxed = 0, waited = 0, wait_ms = 0;
    std::int64_t open_since_ms = 0;  ///< Sum of the moments since when those wait that have no box yet.
  };
  using Key = std::pair<std::uint32_t, std::uint32_t>;  ///< Place and kind.

  [[nodiscard]] bool in_window(SimTime) const;
  void carry(Stock&, SimTime to) const;
  static void see(Stock&);

  scenarios::Scenario const& scenario_;
  std::map<Key, Stock> stocks_;
  std::vector<std::int64_t> left_;
  std::vector<double> carried_teu_km_;
};

}  // namespace shudao::experiment
