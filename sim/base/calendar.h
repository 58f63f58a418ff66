#pragma once
#include <array>
#include <vector>

#include "sim/base/time_zone.h"

namespace shudao {

/// A half-open span of simulated time.
struct Interval {
  SimTime from, to;
  friend bool operator==(Interval const&, Interval const&) = default;
};

/// Hours of a local day, [open, close) from local midnight; close may be 24 h. Intervals of one day are disjoint, sorted.
struct DayHours {
  std::vector<std::pair<Duration, Duration>> open;
};

/// When somebody works: weekly hours in local time, minus holidays. Immutable; every answer is a pure function.
/// A calendar is open at least once a week (checked by the reader), holidays aside.
class Calendar {
 public:
  /// Always open.
  Calendar();
  Calendar(TimeZone zone, std::array<DayHours, 7> week, std::vector<LocalDay> holidays);

  [[nodiscard]] bool is_always() const { return always_; }
  [[nodiscard]] bool is_open(SimTime) const;
  [[nodiscard]] SimTime next_open(SimTime) const;   ///< The first open moment ≥ t; t itself if open.
  [[nodiscard]] SimTime next_close(SimTime) const;  ///< The first closed moment > t, for t open; SimTime::max() if never.
  /// The moment when `work` open time has passed since t (work pauses while closed); the earliest such moment.
  [[nodiscard]] SimTime after_work(SimTime t, Duration work) const;
  [[nodiscard]] Duration open_time(SimTime from, SimTime to) const;  ///< Open time within [from, to).
  /// [from, to) cut at openings and closings, each piece with whether it is open, in order.
  struct Piece { SimTime from, to; bool is_open; };
  [[nodiscard]] std::vector<Piece> pieces(SimTime from, SimTime to) const;

 private:
  TimeZone zone_;
  std::array<DayHours, 7> week_;
  std::vector<LocalDay> holidays_;
  bool always_ = true;
};

}  // namespace shudao
