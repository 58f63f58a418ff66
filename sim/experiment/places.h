#pragma once
#include <optional>
#include <vector>

#include "sim/experiment/fact_listener.h"

namespace shudao::experiment {

/// Follows the count of TEU that each place keeps of itself.
class PlaceTally : public FactListener {
 public:
  struct Count {
    std::int64_t teu = 0;
    std::int64_t area_run_ms = 0;     ///< ∫ TEU dt over [start, horizon), TEU·ms.
    std::int64_t area_window_ms = 0;  ///< Over [window start, horizon).
    std::int64_t left_in_window = 0;
    std::int64_t least = 0;  ///< The smallest count ever.
    SimTime least_at;
    std::optional<std::int64_t> yard, most_in_yard;  ///< TEU; the most in the window.
  };

  explicit PlaceTally(scenarios::Scenario const&);
  void presence(SimTime, freight::Presence const&) override;
  void yard_level(SimTime, freight::YardLevel const&) override;
  /// Carries every count on to `end`.
  void finish(SimTime end);
  [[nodiscard]] std::vector<Count> const& counts() const { return counts_; }

 private:
  void carry(std::size_t place, SimTime to);

  SimTime start_, window_start_, horizon_;
  std::vector<Count> counts_;
  std::vector<SimTime> since_;  ///< Up to when the areas are counted.
};

}  // namespace shudao::experiment
