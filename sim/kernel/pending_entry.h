#pragma once
/// What the pending-event set sorts, beside the events themselves, which stay where they are; and a 4-ary heap of it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/kernel/kernel.h"

namespace shudao::kernel {

/// Where sender and sequence decide only between equal times, they are read from the event.
struct TimedEvent {
  SimTime time;
  Event* event;
};

/// The whole key beside the event.
struct PendingEntry {
  SimTime time;
  std::uint64_t tie_break;  ///< Sender, then sequence.
  Event* event;

  static std::uint64_t tie_break_of(EventKey const& key) { return std::uint64_t{key.sender} << 32 | key.sequence; }
  static PendingEntry of(Event& event) { return {event.key.time, tie_break_of(event.key), &event}; }

  friend bool operator<(PendingEntry const& a, PendingEntry const& b) {
    return a.time != b.time ? a.time < b.time : a.tie_break < b.tie_break;
  }
};

/// Smallest key first. Taking leaves a hole at the top that the next `add` fills, so that a take followed by an add
/// sifts once.
class PendingHeap {
 public:
  [[nodiscard]] bool is_empty() const { return size() == 0; }
  [[nodiscard]] std::size_t size() const { return entries_.size() - (has_hole_ ? 1 : 0); }

  /// Closes the hole, if there is one.
  void mend() {
    if (!has_hole_) return;
    has_hole_ = false;
    PendingEntry const last = entries_.back();
    entries_.pop_back();
    if (!entries_.empty()) sift_down(last);
  }

  /// The smallest entry; there must be one, and no hole.
  [[nodiscard]] PendingEntry const& top() const { return entries_.front(); }

  /// Takes the top; it must not be a hole.
  Event* take() {
    has_hole_ = true;
    return entries_.front().event;
  }

  void add(PendingEntry const& entry) {
    if (has_hole_) {
      has_hole_ = false;
      sift_down(entry);
    } else {
      entries_.push_back(entry);
      sift_up(entry);
    }
  }

  /// Calls `receive` with every event, in no order, and is empty then.
  template<class Receive>
  void drain(Receive&& receive) {
    mend();
    for (PendingEntry const& entry : entries_) receive(TimedEvent{entry.time, entry.event});
    entries_.clear();
  }

 private:
  void sift_up(PendingEntry const& entry) {
    std::size_t hole = entries_.size() - 1;
    while (hole > 0) {
      std::size_t const parent = (hole - 1) / 4;
      if (!(entry < entries_[parent])) break;
      entries_[hole] = entries_[parent];
      hole = parent;
    }
    entries_[hole] = entry;
  }

  void sift_down(PendingEntry const& entry) {
    std::size_t const count = entries_.size();
    std::size_t hole = 0;
    for (std::size_t first; (first = 4 * hole + 1) < count;) {
      std::size_t const end = std::min(first + 4, count);
      std::size_t least = first;
      for (std::size_t child = first + 1; child < end; ++child)
        if (entries_[child] < entries_[least]) least = child;
      if (!(entries_[least] < entry)) break;
      entries_[hole] = entries_[least];
      hole = least;
    }
    entries_[hole] = entry;
  }

  std::vector<PendingEntry> entries_;
  bool has_hole_ = false;
};

}  // namespace shudao::kernel
