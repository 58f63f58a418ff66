#include "sim/kernel/pending_events.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace shudao::kernel {

std::size_t PendingEvents::Rung::index(SimTime time) const {
  if (time <= begin) return 0;
  return std::min(static_cast<std::size_t>((time - begin).ms() >> shift), count - 1);
}

SimTime PendingEvents::Rung::end_of(std::size_t bucket) const {
  if (bucket + 1 == count) return end;
  return begin + Duration::from_ms(static_cast<std::int64_t>(bucket + 1) << shift);
}

void PendingEvents::add_to_ladder(PendingEntry const& entry) {
  for (std::size_t k = depth_; k-- > 0;) {
    Rung& rung = rungs_[k];
    if (entry.key.time < rung.end) return pool_.add(rung.buckets[rung.index(entry.key.time)], entry);
  }
  pool_.add(far_, entry);
}

void PendingEvents::start_ladder() {
  heap_.drain([this](PendingEntry const& entry) { pool_.add(far_, entry); });
  near_end_ = SimTime::from_ms(INT64_MIN);
}

void PendingEvents::end_ladder() {
  pool_.drain(far_, [this](PendingEntry const& entry) { heap_.add(entry); });
  near_end_ = kEndless;
}

/// Brings the nearest events at hand: there is none at hand and some in the ladder.
void PendingEvents::refill() {
  for (;;) {
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
    if (!split(bucket, end)) {
      sort_into_run(bucket);
      near_end_ = end;
      return;
    }
  }
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
  pool_.drain(bucket, [&](PendingEntry const& entry) { pool_.add(rung.buckets[rung.index(entry.key.time)], entry); });
}

void PendingEvents::sort_into_run(PendingBucket bucket) {
  run_.clear();
  run_next_ = 0;
  pool_.drain(bucket, [this](PendingEntry const& entry) { run_.push_back(entry); });
  std::sort(run_.begin(), run_.end());
}

PendingEvents::Span PendingEvents::span_of(PendingBucket const& bucket) const {
  Span span;
  pool_.for_each(bucket, [&span](PendingEntry const& entry) {
    span.first = std::min(span.first, entry.key.time);
    span.last = std::max(span.last, entry.key.time);
  });
  return span;
}

}  // namespace shudao::kernel
