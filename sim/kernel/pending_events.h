#pragma once
/// The pending-event set: events go in by any key and come out smallest key first. Nothing is allocated while its size
/// stays below what it has been.
/// A few events are kept in a heap. Many are kept in a ladder queue (Tang, Goh, Thng 2005): rungs of ever finer
/// unsorted buckets over time, of which only the one at hand is sorted; what comes in before the end of that one goes
/// to the heap. The messages stay in place in a pool.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/kernel/kernel.h"
#include "sim/kernel/pending_buckets.h"
#include "sim/kernel/pending_entry.h"

namespace shudao::kernel {

class PendingEvents {
 public:
  [[nodiscard]] bool is_empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }

  /// The smallest time; SimTime::max() if there is no event. (Not const: it may sort.)
  [[nodiscard]] SimTime next_time() {
    if (!has_next()) return SimTime::max();
    if (is_next_in_run()) return run_[run_next_].key.time;
    return heap_.top().key.time;
  }

  /// Takes the event with the smallest key; there must be one.
  Event take() {
    has_next();
    PendingEntry const entry = is_next_in_run() ? take_from_run() : heap_.take();
    --size_;
    free_.push_back(entry.slot);
    Body const& body = bodies_[entry.slot];
    return Event{entry.key, body.target, body.message};
  }

  /// Who gets one of the next events: the one `ahead` from now in the sorted run; none where that is not known. A
  /// guess, to fetch its data early.
  [[nodiscard]] ProcessId upcoming(std::size_t ahead) const {
    if (run_next_ + ahead >= run_.size()) return ProcessId::none();
    return bodies_[run_[run_next_ + ahead].slot].target;
  }

  void add(Event const& event) {
    PendingEntry const entry{event.key, slot_for(event)};
    ++size_;
    if (event.key.time < near_end_) {
      heap_.add(entry);
      if (heap_.size() > kFew && near_end_ == kEndless) start_ladder();
    } else {
      add_to_ladder(entry);
    }
  }

 private:
  static constexpr std::size_t kFew = 512;              ///< More than this make a ladder, a quarter of it ends it.
  static constexpr std::uint32_t kBucket = 32;          ///< Entries that a bucket should have.
  static constexpr std::uint32_t kSplit = 4 * kBucket;  ///< A bucket with more is split before it is sorted.
  static constexpr std::size_t kAhead = 12;             ///< Bodies are fetched into the cache this many events ahead.

  static constexpr SimTime kEndless = SimTime::from_ms(INT64_MAX);

  struct Body {
    ProcessId target;
    Message message;
  };

  /// Buckets of 2^shift ms each from `begin` on; the first takes all before, the last all up to `end`.
  struct Rung {
    SimTime begin, end;
    int shift = 0;
    std::size_t next = 0;  ///< Those before it are done.
    std::size_t count = 0;
    std::vector<PendingBucket> buckets;  ///< The first `count`.
    [[nodiscard]] std::size_t index(SimTime) const;
    [[nodiscard]] SimTime end_of(std::size_t bucket) const;
  };
  struct Span {
    SimTime first = kEndless;
    SimTime last = SimTime::from_ms(INT64_MIN);
  };

  bool has_next() {
    if (run_next_ < run_.size() || !heap_.is_empty()) return true;
    return size_ > 0 && (refill(), true);
  }
  bool is_next_in_run() { return run_next_ < run_.size() && (heap_.is_empty() || run_[run_next_] < heap_.top()); }
  PendingEntry take_from_run() {
    if (run_next_ + kAhead < run_.size()) __builtin_prefetch(&bodies_[run_[run_next_ + kAhead].slot]);
    return run_[run_next_++];
  }

  std::uint32_t slot_for(Event const& event) {
    if (free_.empty()) {
      bodies_.push_back(Body{event.target, event.message});
      return static_cast<std::uint32_t>(bodies_.size() - 1);
    }
    std::uint32_t const slot = free_.back();
    free_.pop_back();
    bodies_[slot] = Body{event.target, event.message};
    return slot;
  }

  void add_to_ladder(PendingEntry const&);
  void start_ladder();
  void end_ladder();
  void refill();
  /// Splits a bucket that ends at `end` into a finer rung; false if it is small or all its times are equal.
  bool split(PendingBucket const&, SimTime end);
  void add_rung(PendingBucket, Span, SimTime end);
  void sort_into_run(PendingBucket);
  [[nodiscard]] Span span_of(PendingBucket const&) const;

  // At hand: all events before near_end_, in the sorted run (from run_next_ on) or in the heap.
  std::vector<PendingEntry> run_;
  std::size_t run_next_ = 0;
  PendingHeap heap_;
  SimTime near_end_ = kEndless;  ///< kEndless: there is no ladder.
  // The ladder: rungs_[0 … depth_), the last the finest and nearest; then what is beyond the first.
  std::vector<Rung> rungs_;
  std::size_t depth_ = 0;
  PendingBucket far_;
  PendingPool pool_;
  // Where the rest of every event lies.
  std::vector<Body> bodies_;
  std::vector<std::uint32_t> free_;
  std::size_t size_ = 0;
};

}  // namespace shudao::kernel
