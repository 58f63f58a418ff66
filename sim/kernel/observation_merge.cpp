#include "sim/kernel/observation_merge.h"

#include <algorithm>

namespace shudao::kernel {

void ObservationMerge::collect(std::size_t lane, std::vector<Observation>& observed) {
  Waiting& waiting = waiting_[lane];
  waiting.list.erase(waiting.list.begin(), waiting.list.begin() + static_cast<std::ptrdiff_t>(waiting.next));
  waiting.next = 0;
  if (waiting.list.empty())
    std::swap(waiting.list, observed);
  else
    waiting.list.insert(waiting.list.end(), observed.begin(), observed.end());
  observed.clear();
}

void ObservationMerge::release(SimTime time, Sink& sink) {
  auto const later = [](Waiting const* a, Waiting const* b) { return b->key() < a->key(); };
  heap_.clear();
  for (Waiting& waiting : waiting_)
    if (waiting.has_before(time)) heap_.push_back(&waiting);
  std::make_heap(heap_.begin(), heap_.end(), later);
  while (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end(), later);
    Waiting& first = *heap_.back();
    heap_.pop_back();
    release_run(first, time, heap_.empty() ? nullptr : &heap_.front()->key(), sink);
    if (!first.has_before(time)) continue;
    heap_.push_back(&first);
    std::push_heap(heap_.begin(), heap_.end(), later);
  }
}

void ObservationMerge::release_run(Waiting& waiting, SimTime time, EventKey const* limit, Sink& sink) {
  while (waiting.has_before(time) && (limit == nullptr || waiting.key() < *limit))
    sink.take(waiting.list[waiting.next++]);
}

}  // namespace shudao::kernel
