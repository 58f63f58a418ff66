#include "sim/kernel/pending_events.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace shudao::kernel {
namespace {

constexpr std::size_t kFewToSort = 48;

/// Sorts by counting, for each, how many come before it: quadratic, but without a branch that can be guessed wrong,
/// which makes it the faster way for few.
void sort_few(TimedEvent const* from, std::size_t count, TimedEvent* to) {
  std::array<std::uint32_t, kFewToSort> rank{};
  for (std::size_t k = 1; k < count; ++k) {
    SimTime const time = from[k].time;
    std::uint32_t before = 0;
    for (std::size_t j = 0; j < k; ++j) {
      std::uint32_t const is_later = from[j].time > time ? 1 : 0;
      rank[j] += is_later;
      before += 1 - is_later;
    }
    rank[k] = before;
  }
  for (std::size_t k = 0; k < count; ++k) to[rank[k]] = from[k];
}

}  // namespace

std::size_t PendingEvents::Rung::index(SimTime time) const {
  if (time <= begin) return 0;
  return std::min(static_cast<std::size_t>((time - begin).ms() >> shift), count - 1);
}

SimTime PendingEvents::Rung::end_of(std::size_t bucket) const {
  if (bucket + 1 == count) return end;
  return begin + Duration::from_ms(static_cast<std::int64_t>(bucket + 1) << shift);
}

void PendingEvents::add_to_ladder(TimedEvent const& entry) {
  for (std::size_t k = depth_; k-- > 0;) {
    Rung& rung = rungs_[k];
    if (entry.time < rung.end) return chunks_.add(rung.buckets[rung.index(entry.time)], entry);
  }
  chunks_.add(far_, entry);
}

void PendingEvents::start_ladder() {
  heap_.drain([this](TimedEvent const& entry) { chunks_.add(far_, entry); });
  near_end_ = SimTime::from_ms(INT64_MIN);
}

void PendingEvents::end_ladder() {
  chunks_.drain(far_, [this](TimedEvent const& entry) { heap_.add(PendingEntry::of(*entry.event)); });
  near_end_ = kEndless;
}

/// Brings the nearest events at hand: there is none at hand and some in the ladder. Takes several buckets at once
/// where many are left, so that what comes next is known some time ahead.
void PendingEvents::refill() {
  std::size_t const enough = std::min<std::size_t>(kRun, size_ / 16);
  run_.clear();
  run_next_ = 0;
  while (run_.empty() || (run_.size() < enough && depth_ > 0)) {
    if (depth_ == 0) {
      if (far_.count <= kFew / 4) return end_ladder();
      Span const span = span_of(far_);
      add_rung(std::exchange(far_, {}), span, span.last + Duration::from_ms(1));
    }
    Rung& rung = rungs_[depth_ - 1];
    while (rung.next < rung.count && rung.buckets[rung.next].count == 0) ++rung.next;
    if (rung.next == rung.count) {
      --depth_;
      continue;
    }
    SimTime const end = rung.end_of(rung.next);
    PendingBucket const bucket = std::exchange(rung.buckets[rung.next++], {});
    if (rung.next < rung.count) __builtin_prefetch(rung.buckets[rung.next].chunk);
    if (split(bucket, end)) continue;
    append_to_run(bucket);
    near_end_ = end;
  }
  sort_ties();
}

bool PendingEvents::split(PendingBucket const& bucket, SimTime end) {
  if (bucket.count <= kSplit) return false;
  Span const span = span_of(bucket);
  if (span.first == span.last) return false;
  add_rung(bucket, span, end);
  return true;
}

void PendingEvents::add_rung(PendingBucket bucket, Span span, SimTime end) {
  if (rungs_.size() == depth_) rungs_.emplace_back();
  Rung& rung = rungs_[depth_++];
  auto const length = static_cast<std::uint64_t>((span.last - span.first).ms());
  rung.begin = span.first;
  rung.end = end;
  rung.shift = static_cast<int>(std::bit_width(length / (bucket.count / kBucket + 1)));
  rung.next = 0;
  rung.count = (length >> rung.shift) + 1;
  if (rung.buckets.size() < rung.count) rung.buckets.resize(rung.count);
  chunks_.drain(bucket, [&](TimedEvent const& entry) { chunks_.add(rung.buckets[rung.index(entry.time)], entry); });
}

void PendingEvents::append_to_run(PendingBucket bucket) {
  std::size_t const begin = run_.size();
  run_.resize(begin + bucket.count);
  bool const are_few = bucket.count <= kFewToSort;
  std::array<TimedEvent, kFewToSort> unsorted;
  TimedEvent* list = are_few ? unsorted.data() : &run_[begin];
  chunks_.drain(bucket, [&list](TimedEvent const& entry) {
    __builtin_prefetch(entry.event);
    *list++ = entry;
  });
  auto const by_time = [](TimedEvent const& a, TimedEvent const& b) { return a.time < b.time; };
  if (are_few)
    sort_few(unsorted.data(), run_.size() - begin, &run_[begin]);
  else
    std::sort(run_.begin() + static_cast<std::ptrdiff_t>(begin), run_.end(), by_time);
}

/// Puts those of equal times in order of sender and sequence.
void PendingEvents::sort_ties() {
  for (auto begin = run_.begin(); begin != run_.end();) {
    auto end = begin + 1;
    while (end != run_.end() && end->time == begin->time) ++end;
    if (end - begin > 1) {
      tied_.clear();
      for (auto entry = begin; entry != end; ++entry) tied_.push_back(PendingEntry::of(*entry->event));
      std::sort(tied_.begin(), tied_.end(), [](auto const& a, auto const& b) { return a.tie_break < b.tie_break; });
      std::transform(tied_.begin(), tied_.end(), begin, [](auto const& e) { return TimedEvent{e.time, e.event}; });
    }
    begin = end;
  }
}

PendingEvents::Span PendingEvents::span_of(PendingBucket const& bucket) const {
  Span span;
  chunks_.for_each(bucket, [&span](TimedEvent const& entry) {
    span.first = std::min(span.first, entry.time);
    span.last = std::max(span.last, entry.time);
  });
  return span;
}

}  // namespace shudao::kernel
