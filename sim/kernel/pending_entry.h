#pragma once
/// What the pending-event set sorts: a key and where the rest of the event lies; and a 4-ary heap of these.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/kernel/kernel.h"

namespace shudao::kernel {

struct PendingEntry {
  EventKey key;
  std::uint32_t slot;

  friend bool operator<(PendingEntry const& a, PendingEntry const& b) {
    if (a.key.time != b.key.time) return a.key.time < b.key.time;
    return a.tie_break() < b.tie_break();
  }

 private:
  [[nodiscard]] std::uint64_t tie_break() const { return std::uint64_t{key.sender} << 32 | key.sequence; }
};

/// Smallest key first. Taking leaves a hole at the top that the next `add` fills, so that a take followed by an add
/// sifts once.
class PendingHeap {
 public:
  [[nodiscard]] bool is_empty() const { return size() == 0; }
  [[nodiscard]] std::size_t size() const { return entries_.size() - (has_hole_ ? 1 : 0); }

  /// The smallest entry; there must be one. (Not const: it mends the hole.)
  [[nodiscard]] PendingEntry const& top() {
    mend();
    return entries_.front();
  }

  PendingEntry take() {
    mend();
    has_hole_ = true;
    return entries_.front();
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

  /// Calls `receive` with every entry, in no order, and is empty then.
  template<class Receive>
  void drain(Receive&& receive) {
    mend();
    for (PendingEntry const& entry : entries_) receive(entry);
    entries_.clear();
  }

 private:
  void mend() {
    if (!has_hole_) return;
    has_hole_ = false;
    PendingEntry const last = entries_.back();
    entries_.pop_back();
    if (!entries_.empty()) sift_down(last);
  }

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
