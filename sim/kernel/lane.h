#pragma once
/// The part of a model that one thread at a time advances in the parallel executor: its pending events, what it sends
/// to other lanes, and what it observed.
#include <atomic>
#include <cstdint>
#include <deque>
#include <exception>
#include <vector>

#include "sim/kernel/handling.h"
#include "sim/kernel/partition.h"
#include "sim/kernel/pending_events.h"

namespace shudao::kernel {

class Lane;
using Lanes = std::deque<Lane>;

class alignas(64) Lane {
 public:
  Lane(std::uint32_t number, Partition const&, ModelParts&, RunOptions const&);

  void add(Event const& event) { in_hand_.pending.add(event); }
  /// Takes in what the lanes sent it in the last window, then handles events before `horizon`, but no more than about
  /// `budget`. All events of one time are handled in one window. `window` counts from 0.
  void advance(Lanes& lanes, std::uint64_t window, SimTime horizon, std::uint64_t budget) noexcept;
  /// The same for the only lane there is: what it observes goes straight to the sink.
  void advance_alone(Sink& sink, SimTime horizon, std::uint64_t budget) noexcept;

  /// Between windows: moves all pending events here, those under way to other lanes included, to the lanes that
  /// `next` says; this lane is of no use after that.
  void move_to(Lanes& lanes, Partition const& next);
  [[nodiscard]] std::size_t pending() const { return in_hand_.pending.size(); }

  /// Between windows: the time of the next event here, those under way from other lanes included.
  SimTime next_time();
  /// Between windows, before the next: what is under way from other lanes is about to be taken in.
  void open_window() { earliest_arrival_.store(SimTime::max().ms(), std::memory_order_relaxed); }
  [[nodiscard]] std::uint64_t events() const { return events_; }
  /// What was observed in the last window, in order of time, process and serial number; the receiver empties it.
  [[nodiscard]] std::vector<Observation>& observed() { return in_hand_.observed; }
  [[nodiscard]] std::exception_ptr const& failure() const { return failure_; }
  /// The event handled last: the failed one, if there is a failure.
  [[nodiscard]] Event const& last_event() const { return *in_hand_.event; }
  /// The greatest key handled so far. The sequential executor would have handled the last events of two lanes in the
  /// order of these: it takes an event only when all pending keys are greater.
  [[nodiscard]] EventKey const& greatest_key() const { return greatest_key_; }

 private:
  void take_in(Lanes& lanes, std::uint64_t window);
  /// `close_time` is called when the clock is about to move, and at the end.
  template<class CloseTime>
  void handle_until(SimTime horizon, std::uint64_t budget, CloseTime&& close_time);
  void announce(Lanes& lanes, Letters const& letters);
  void sort_observed();

  std::uint32_t number_;
  Handling in_hand_;
  EventKey greatest_key_{SimTime::from_ms(INT64_MIN), 0, 0};
  SimTime now_ = SimTime::from_ms(INT64_MIN);
  std::uint64_t events_ = 0;
  Letters letters_[2];  ///< Of even and odd windows: one is read by the receivers while the other is written.
  std::exception_ptr failure_;
  alignas(64) std::atomic<std::int64_t> earliest_arrival_;  ///< Among letters to this lane that it has not taken in.
};

}  // namespace shudao::kernel
