#pragma once
/// Unsorted buckets of pending entries, in chunks from one pool: a bucket costs 8 bytes and what is in it, and chunks
/// go from bucket to bucket without allocation.
#include <array>
#include <cstdint>
#include <vector>

#include "sim/kernel/pending_entry.h"

namespace shudao::kernel {

struct PendingBucket {
  std::uint32_t chunk = 0;  ///< The last one, if count > 0; all others are full.
  std::uint32_t count = 0;
};

class PendingPool {
 public:
  void add(PendingBucket& bucket, PendingEntry const& entry) {
    std::uint32_t const place = bucket.count % kChunk;
    if (place == 0) bucket.chunk = new_chunk(bucket.chunk);
    chunks_[bucket.chunk].entries[place] = entry;
    ++bucket.count;
  }

  /// Calls `visit` with every entry, in no order.
  template<class Visit>
  void for_each(PendingBucket const& bucket, Visit&& visit) const {
    std::uint32_t chunk = bucket.chunk;
    for (std::uint32_t left = bucket.count; left > 0;) {
      std::uint32_t const here = (left - 1) % kChunk + 1;
      for (std::uint32_t place = 0; place < here; ++place) visit(chunks_[chunk].entries[place]);
      left -= here;
      chunk = chunks_[chunk].before;
    }
  }

  /// Calls `receive` with every entry and leaves the bucket empty. `receive` may add to other buckets.
  template<class Receive>
  void drain(PendingBucket& bucket, Receive&& receive) {
    while (bucket.count > 0) {
      std::uint32_t const here = (bucket.count - 1) % kChunk + 1;
      std::uint32_t const chunk = bucket.chunk;
      std::array<PendingEntry, kChunk> const entries = chunks_[chunk].entries;
      bucket.chunk = chunks_[chunk].before;
      bucket.count -= here;
      free_.push_back(chunk);
      for (std::uint32_t place = 0; place < here; ++place) receive(entries[place]);
    }
  }

 private:
  static constexpr std::uint32_t kChunk = 16;
  struct Chunk {
    std::array<PendingEntry, kChunk> entries;
    std::uint32_t before;
  };

  std::uint32_t new_chunk(std::uint32_t before) {
    if (free_.empty()) {
      free_.push_back(static_cast<std::uint32_t>(chunks_.size()));
      chunks_.emplace_back();
    }
    std::uint32_t const chunk = free_.back();
    free_.pop_back();
    chunks_[chunk].before = before;
    return chunk;
  }

  std::vector<Chunk> chunks_;
  std::vector<std::uint32_t> free_;
};

}  // namespace shudao::kernel
