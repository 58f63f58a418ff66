#pragma once
/// The pending-event set: events go in by any key and come out smallest key first. Nothing is allocated while its size
/// stays below what it has been.
/// A few events are kept in a heap. Many are kept in a ladder queue (Tang, Goh, Thng 2005): rungs of ever finer
/// unsorted buckets over time, of which only the one at hand is sorted; what comes in before the end of that one goes
/// to the heap. The events stay in place in a pool.
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/kernel/event_pool.h"
#include "sim/kernel/kernel.h"
#include "sim/kernel/pending_buckets.h"
#include "sim/kernel/pending_entry.h"

namespace shudao::kernel {

class PendingEvents {
 public:
  PendingEvents() = default;
  PendingEvents(PendingEvents const&) = delete;
  PendingEvents& operator=(PendingEvents const&) = delete;

  [[nodiscard]] bool is_empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }

  /// The smallest time; SimTime::max() if there is no event. (Not const: it may sort.)
  [[nodiscard]] SimTime next_time() {
    if (!has_next()) return SimTime::max();
    return is_next_in_run() ? run_[run_next_].time : heap_.top().time;
  }

  /// Takes the event with the smallest key if its time is before `end`, else gives nullptr. The event is good until the
  /// next is taken.
  Event const* take_before(SimTime end) {
    if (!has_next()) return nullptr;
    bool const from_run = is_next_in_run();
    if ((from_run ? run_[run_next_].time : heap_.top().time) >= end) return nullptr;
    if (taken_ != nullptr) pool_.free(*taken_);
    taken_ = from_run ? take_from_run() : heap_.take();
    --size_;
    return taken_;
  }
  /// Takes the event with the smallest key; there must be one.
  Event const& take() { return *take_before(kEndless); }

  /// Moves all events to other sets without copying them: calls `receive` with each, in no order, to `put` it into
  /// another. `keeper` is responsible for their memory from now on; it may receive some of them itself.
  template<class Receive>
  void move_to(PendingEvents& keeper, Receive&& receive) {
    if (taken_ != nullptr) pool_.free(*std::exchange(taken_, nullptr));
    keeper.pool_.adopt(pool_);
    keeper.chunks_.adopt(chunks_);
    auto const pass_on = [&receive](TimedEvent const& entry) { receive(*entry.event); };
    heap_.drain(pass_on);
    for (; run_next_ < run_.size(); ++run_next_) pass_on(run_[run_next_]);
    for (; depth_ > 0; --depth_)
      for (PendingBucket& bucket : rungs_[depth_ - 1].buckets) keeper.chunks_.drain(bucket, pass_on);
    keeper.chunks_.drain(far_, pass_on);
    size_ = 0;
    near_end_ = kEndless;
  }

  /// Who gets one of the next events: the one `ahead` from now in the sorted run; none where that is not known. A
  /// guess, to fetch its data early.
  [[nodiscard]] ProcessId upcoming(std::size_t ahead) const {
    if (run_next_ + ahead >= run_.size()) return ProcessId::none();
    return run_[run_next_ + ahead].event->target;
  }

  void add(Event const& event) {
    Event& place = pool_.make();
    place = event;
    put(place);
  }
  /// Adding in two steps spares a copy: fill in what `blank` gives, then `put` it, with no other call between.
  [[nodiscard]] Event& blank() { return pool_.make(); }
  void put(Event& event) {
    ++size_;
    if (event.key.time < near_end_) {
      heap_.add(PendingEntry::of(event));
      if (heap_.size() > kFew && near_end_ == kEndless) start_ladder();
    } else {
      add_to_ladder({event.key.time, &event});
    }
  }

 private:
  static constexpr std::size_t kFew = 2048;             ///< More than this make a ladder, a quarter of it ends it.
  static constexpr std::uint32_t kBucket = 12;          ///< Entries that a bucket should have.
  static constexpr std::uint32_t kSplit = 4 * kBucket;  ///< A bucket with more is split before it is sorted.
  static constexpr std::size_t kRun = 96;               ///< Entries that the sorted run should have.

  static constexpr SimTime kEndless = SimTime::from_ms(INT64_MAX);

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

  /// After it the heap has no hole.
  bool has_next() {
    heap_.mend();
    if (run_next_ < run_.size() || !heap_.is_empty()) return true;
    return size_ > 0 && (refill(), true);
  }
  [[nodiscard]] bool is_next_in_run() const {
    if (run_next_ >= run_.size()) return false;
    if (heap_.is_empty()) return true;
    TimedEvent const& in_run = run_[run_next_];
    PendingEntry const& in_heap = heap_.top();
    if (in_run.time != in_heap.time) return in_run.time < in_heap.time;
    return PendingEntry::tie_break_of(in_run.event->key) < in_heap.tie_break;
  }
  Event* take_from_run() { return run_[run_next_++].event; }

  void add_to_ladder(TimedEvent const&);
  void start_ladder();
  void end_ladder();
  void refill();
  /// Splits a bucket that ends at `end` into a finer rung; false if it is small or all its times are equal.
  bool split(PendingBucket const&, SimTime end);
  void add_rung(PendingBucket, Span, SimTime end);
  void append_to_run(PendingBucket);
  void sort_ties();
  [[nodiscard]] Span span_of(PendingBucket const&) const;

  // At hand: all events before near_end_, in the sorted run (from run_next_ on) or in the heap.
  std::vector<TimedEvent> run_;
  std::size_t run_next_ = 0;
  PendingHeap heap_;
  SimTime near_end_ = kEndless;  ///< kEndless: there is no ladder.
  std::size_t size_ = 0;
  Event* taken_ = nullptr;
  EventPool pool_;
  // The ladder: rungs_[0 … depth_), the last the finest and nearest; then what is beyond the first.
  std::vector<Rung> rungs_;
  std::size_t depth_ = 0;
  PendingBucket far_;
  PendingPool chunks_;
  std::vector<PendingEntry> tied_;  ///< Only while sorting.
};

}  // namespace shudao::kernel
