#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "sim/base/errors.h"

namespace shudao::freight {

/// Where large things live while small handles to them travel in messages. A thing is touched only by the logical
/// process that holds its handle, so reading needs no lock; taking and giving back a place do.
template<class Thing>
class Depot {
 public:
  using Handle = std::uint32_t;

  Handle put(Thing thing) {
    Handle const handle = take_slot();
    (*this)[handle] = std::move(thing);
    return handle;
  }
  Thing& operator[](Handle handle) { return chunks_[handle / kChunk]->things[handle % kChunk]; }
  Thing const& operator[](Handle handle) const { return chunks_[handle / kChunk]->things[handle % kChunk]; }

  void drop(Handle handle) {
    std::lock_guard const lock{mutex_};
    chunks_[handle / kChunk]->is_taken[handle % kChunk] = false;
    free_.push_back(handle);
  }
  /// The handles in use. Only when no logical process runs.
  [[nodiscard]] std::vector<Handle> handles() const {
    std::vector<Handle> taken;
    for (Handle h = 0; h < size_; ++h) {
      if (chunks_[h / kChunk]->is_taken[h % kChunk]) taken.push_back(h);
    }
    return taken;
  }

 private:
  static constexpr std::size_t kChunk = 256;
  struct Chunk {
    std::array<Thing, kChunk> things{};
    std::array<bool, kChunk> is_taken{};
  };

  Handle take_slot() {
    std::lock_guard const lock{mutex_};
    if (free_.empty()) {
      ensure(size_ / kChunk < chunks_.size(), "more things are under way than a run can hold");
      if (size_ % kChunk == 0) chunks_[size_ / kChunk] = std::make_unique<Chunk>();
      free_.push_back(size_++);
    }
    Handle const handle = free_.back();
    free_.pop_back();
    chunks_[handle / kChunk]->is_taken[handle % kChunk] = true;
    return handle;
  }

  // A fixed table, so that a chunk never moves while another process reads it.
  std::array<std::unique_ptr<Chunk>, 16'384> chunks_{};
  Handle size_ = 0;
  std::vector<Handle> free_;
  std::mutex mutex_;
};

}  // namespace shudao::freight
