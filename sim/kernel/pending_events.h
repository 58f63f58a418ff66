#pragma once
/// The pending-event set: events go in by any key and come out smallest key first. Nothing is allocated while its size
/// stays below what it has been.
/// A 4-ary heap of small entries over a pool of bodies; taking leaves a hole at the top that the next `add` fills, so
/// that a take followed by an add sifts once.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/kernel/kernel.h"

namespace shudao::kernel {

class PendingEvents {
 public:
  [[nodiscard]] bool is_empty() const { return size() == 0; }
  [[nodiscard]] std::size_t size() const { return heap_.size() - (has_hole_ ? 1 : 0); }

  /// The smallest key; SimTime::max() if there is no event. (Not const: it mends the heap.)
  [[nodiscard]] SimTime next_time() {
    mend();
    return heap_.empty() ? SimTime::max() : heap_.front().key.time;
  }

  /// Takes the event with the smallest key; there must be one.
  Event take() {
    mend();
    Entry const top = heap_.front();
    Body const& body = bodies_[top.slot];
    Event const event{top.key, body.target, body.message};
    free_.push_back(top.slot);
    has_hole_ = true;
    return event;
  }

  void add(Event const& event) {
    Entry const entry{event.key, slot_for(event)};
    if (has_hole_) {
      has_hole_ = false;
      sift_down(entry);
    } else {
      heap_.push_back(entry);
      sift_up(entry);
    }
  }

 private:
  struct Entry {
    EventKey key;
    std::uint32_t slot;
  };
  struct Body {
    ProcessId target;
    Message message;
  };

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

  void mend() {
    if (!has_hole_) return;
    has_hole_ = false;
    Entry const last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) sift_down(last);
  }

  static bool before(EventKey const& a, EventKey const& b) {
    if (a.time != b.time) return a.time < b.time;
    return (std::uint64_t{a.sender} << 32 | a.sequence) < (std::uint64_t{b.sender} << 32 | b.sequence);
  }

  void sift_up(Entry const& entry) {
    std::size_t hole = heap_.size() - 1;
    while (hole > 0) {
      std::size_t const parent = (hole - 1) / 4;
      if (!before(entry.key, heap_[parent].key)) break;
      heap_[hole] = heap_[parent];
      hole = parent;
    }
    heap_[hole] = entry;
  }

  void sift_down(Entry const& entry) {
    std::size_t const count = heap_.size();
    std::size_t hole = 0;
    for (std::size_t first; (first = 4 * hole + 1) < count;) {
      std::size_t const end = std::min(first + 4, count);
      std::size_t least = first;
      for (std::size_t child = first + 1; child < end; ++child)
        if (before(heap_[child].key, heap_[least].key)) least = child;
      if (!before(heap_[least].key, entry.key)) break;
      heap_[hole] = heap_[least];
      hole = least;
    }
    heap_[hole] = entry;
  }

  std::vector<Entry> heap_;
  std::vector<Body> bodies_;
  std::vector<std::uint32_t> free_;
  bool has_hole_ = false;
};

}  // namespace shudao::kernel
