#pragma once
#include <vector>

#include "scenarios/scenario.h"
#include "sim/base/calendar.h"

namespace shudao::freight {

/// When a resource works: its calendar, less its outages. Every answer is a pure function of the scenario.
class WorkingHours {
 public:
  enum class State : std::uint8_t { open, closed, disrupted };
  struct Piece {
    SimTime from, to;
    State state;
  };

  WorkingHours() = default;
  WorkingHours(Calendar calendar, std::vector<Interval> outages);

  [[nodiscard]] SimTime next_open(SimTime) const;
  /// When `work` open time has passed since t; work pauses while closed or out of order.
  [[nodiscard]] SimTime after_work(SimTime t, Duration work) const;
  [[nodiscard]] Duration open_time(SimTime from, SimTime to) const;
  /// [from, to) cut where the state changes; an outage hides the calendar (disrupted > closed).
  [[nodiscard]] std::vector<Piece> pieces(SimTime from, SimTime to) const;
  [[nodiscard]] bool is_always() const { return calendar_.is_always() && outages_.empty(); }

 private:
  [[nodiscard]] Interval const* outage_at(SimTime) const;
  [[nodiscard]] SimTime next_outage(SimTime) const;

  Calendar calendar_;
  std::vector<Interval> outages_;
};

}  // namespace shudao::freight
