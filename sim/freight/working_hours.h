#pragma once
#include <vector>

#include "scenarios/scenario.h"
#include "sim/base/calendar.h"

namespace shudao::freight {

/// When a resource works: its calendar, less its outages; and when fewer servers than usual do. Every answer is a pure
/// function of the scenario.
class WorkingHours {
 public:
  enum class State : std::uint8_t { open, short_staffed, closed, disrupted };
  struct Piece {
    SimTime from, to;
    State state;
  };

  WorkingHours() = default;
  WorkingHours(Calendar calendar, std::vector<Interval> outages, std::vector<scenarios::ShortStaff> short_staff = {});

  [[nodiscard]] SimTime next_open(SimTime) const;
  /// When `work` open time has passed since t; work pauses while closed or out of order.
  [[nodiscard]] SimTime after_work(SimTime t, Duration work) const;
  [[nodiscard]] Duration open_time(SimTime from, SimTime to) const;
  /// [from, to) cut where the state changes; an outage hides the calendar (disrupted > closed).
  [[nodiscard]] std::vector<Piece> pieces(SimTime from, SimTime to) const;
  [[nodiscard]] bool is_always() const { return calendar_.is_always() && outages_.empty() && short_staff_.empty(); }
  /// While fewer servers work than usual; null at other times.
  [[nodiscard]] scenarios::ShortStaff const* short_staff_at(SimTime) const;
  [[nodiscard]] std::vector<scenarios::ShortStaff> const& short_staff() const { return short_staff_; }

 private:
  void cut_open(SimTime from, SimTime to, std::vector<Piece>& cut) const;
  [[nodiscard]] Interval const* outage_at(SimTime) const;
  [[nodiscard]] SimTime next_outage(SimTime) const;

  Calendar calendar_;
  std::vector<Interval> outages_;
  std::vector<scenarios::ShortStaff> short_staff_;
};

/// Of a resource with its calendar, outages and disruptions.
WorkingHours hours_of(scenarios::Scenario const&, scenarios::Resource const&);

}  // namespace shudao::freight
