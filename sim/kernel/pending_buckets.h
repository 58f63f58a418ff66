#pragma once
/// Unsorted buckets of pending events, in chunks from one pool: a bucket costs 16 bytes and what is in it, and chunks
/// go from bucket to bucket without allocation.
#include <array>
#include <cstdint>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "sim/kernel/pending_entry.h"

namespace shudao::kernel {

/// Two cache lines.
struct alignas(64) PendingChunk {
  static constexpr std::uint32_t kSize = 7;
  std::array<TimedEvent, kSize> entries;
  PendingChunk* before;
};

struct PendingBucket {
  PendingChunk* chunk = nullptr;  ///< The last one; all others are full.
  std::uint32_t count = 0;
  std::uint32_t in_last = PendingChunk::kSize;  ///< How many of them are in the last chunk.
};

class PendingPool {
 public:
  void add(PendingBucket& bucket, TimedEvent const& entry) {
    if (bucket.in_last == PendingChunk::kSize) {
      bucket.chunk = new_chunk(bucket.chunk);
      bucket.in_last = 0;
    }
    bucket.chunk->entries[bucket.in_last++] = entry;
    ++bucket.count;
  }

  /// Calls `visit` with every entry, in no order.
  template<class Visit>
  void for_each(PendingBucket const& bucket, Visit&& visit) const {
    std::uint32_t here = bucket.in_last;
    for (PendingChunk const* chunk = bucket.chunk; chunk != nullptr; chunk = chunk->before) {
      for (std::uint32_t place = 0; place < here; ++place) visit(chunk->entries[place]);
      here = PendingChunk::kSize;
    }
  }

  /// Calls `receive` with every entry and leaves the bucket empty. `receive` may add to other buckets.
  template<class Receive>
  void drain(PendingBucket& bucket, Receive&& receive) {
    for (PendingBucket left = std::exchange(bucket, {}); left.chunk != nullptr;) {
      PendingChunk* const chunk = left.chunk;
      for (std::uint32_t place = 0; place < left.in_last; ++place) receive(chunk->entries[place]);
      left = {chunk->before, 0, PendingChunk::kSize};
      chunk->before = std::exchange(free_, chunk);
    }
  }

  /// Takes over all chunks of another pool, those in use included.
  void adopt(PendingPool& other) {
    while (other.free_ != nullptr) {
      PendingChunk* const chunk = std::exchange(other.free_, other.free_->before);
      chunk->before = std::exchange(free_, chunk);
    }
    std::move(other.blocks_.begin(), other.blocks_.end(), std::back_inserter(blocks_));
    other.blocks_.clear();
  }

 private:
  static constexpr std::size_t kBlock = 64;

  PendingChunk* new_chunk(PendingChunk* before) {
    if (free_ == nullptr) add_block();
    PendingChunk* const chunk = free_;
    free_ = chunk->before;
    chunk->before = before;
    return chunk;
  }

  void add_block() {
    auto& block = blocks_.emplace_back(std::make_unique<std::array<PendingChunk, kBlock>>());
    for (PendingChunk& chunk : *block) {
      chunk.before = free_;
      free_ = &chunk;
    }
  }

  PendingChunk* free_ = nullptr;
  std::vector<std::unique_ptr<std::array<PendingChunk, kBlock>>> blocks_;
};

}  // namespace shudao::kernel
