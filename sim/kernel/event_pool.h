#pragma once
/// Places for events that stay where they are, on cache lines of their own. Memory comes in blocks of growing size and
/// is used again, the last freed first.
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <new>
#include <tuple>
#include <utility>
#include <vector>

#include "sim/kernel/kernel.h"

namespace shudao::kernel {

class EventPool {
 public:
  /// A place with an event of no meaning.
  Event& make() {
    if (free_.empty()) [[unlikely]]
      return make_new();
    Event* const event = free_.back();
    free_.pop_back();
    return *event;
  }
  void free(Event& event) { free_.push_back(&event); }

  /// Takes over all places of another pool, those in use included.
  void adopt(EventPool& other) {
    free_.insert(free_.end(), other.free_.begin(), other.free_.end());
    std::move(other.blocks_.begin(), other.blocks_.end(), std::back_inserter(blocks_));
    if (left_ < other.left_) std::tie(next_, left_) = std::pair{other.next_, other.left_};
    last_size_ = std::max(last_size_, other.last_size_);
    other = {};
  }

 private:
  static constexpr std::size_t kLeast = 64;
  static constexpr std::size_t kMost = 8192;
  static constexpr std::align_val_t kLine{64};
  struct Release {
    void operator()(void* block) const { ::operator delete(block, kLine); }
  };

  Event& make_new() {
    if (left_ == 0) {
      left_ = std::clamp(2 * last_size_, kLeast, kMost);
      last_size_ = left_;
      blocks_.emplace_back(::operator new(left_ * sizeof(Event), kLine));
      next_ = static_cast<std::byte*>(blocks_.back().get());
    }
    --left_;
    return *::new (std::exchange(next_, next_ + sizeof(Event))) Event;
  }

  std::vector<Event*> free_;
  std::byte* next_ = nullptr;  ///< The rest of the last block, not used yet.
  std::size_t left_ = 0;
  std::size_t last_size_ = 0;
  std::vector<std::unique_ptr<void, Release>> blocks_;
};

}  // namespace shudao::kernel
