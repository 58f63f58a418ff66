#pragma once
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "sim/base/time_zone.h"

namespace shudao {

/// A half-open span of simulated time.
struct Interval {
  SimTime from, to;
  friend bool operator==(Interval const&, Interval const&) = default;
};

/// Hours of a local day, [open, close) from local midnight; close may be 24 h. Intervals of one day are disjoint,
/// sorted.
struct DayHours {
  std::vector<std::pair<Duration, Duration>> open;
};

/// When somebody works: weekly hours in local time, minus holidays. Immutable, cheap to copy; every answer is a pure
/// function and a look into a table. A calendar is open at least once a week (checked by the reader), holidays aside.
/// Hours that end at 24:00 and go on at 0:00 of the next day are one opening. When clocks change, doors open when the
/// wall clock first shows the hour of opening and close when it first shows the hour of closing, or is past it.
/// Unless always open, it knows the years 1970 to 2099 and throws BrokenPromise for others.
class Calendar {
 public:
  /// Always open.
  Calendar();
  Calendar(TimeZone zone, std::array<DayHours, 7> week, std::vector<LocalDay> holidays);

  [[nodiscard]] bool is_always() const { return table_ == nullptr; }
  [[nodiscard]] bool is_open(SimTime) const;
  [[nodiscard]] SimTime next_open(SimTime) const;  ///< The first open moment ≥ t; t itself if open.
  [[nodiscard]] SimTime next_close(
      SimTime) const;  ///< The first closed moment > t, for t open; SimTime::max() if never.
  /// The moment when `work` open time has passed since t (work pauses while closed); the earliest such moment.
  [[nodiscard]] SimTime after_work(SimTime t, Duration work) const;
  [[nodiscard]] Duration open_time(SimTime from, SimTime to) const;  ///< Open time within [from, to).
  /// [from, to) cut at openings and closings, each piece with whether it is open, in order.
  struct Piece {
    SimTime from, to;
    bool is_open;
  };
  [[nodiscard]] std::vector<Piece> pieces(SimTime from, SimTime to) const;

 private:
  struct Table;
  std::shared_ptr<Table const> table_;  ///< None if always open.
};

}  // namespace shudao
