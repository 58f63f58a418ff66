#include "sim/kernel/lane.h"

#include <algorithm>

namespace shudao::kernel {

Lane::Lane(std::uint32_t number, Partition const& partition, ModelParts& parts, RunOptions const& options)
    : number_{number}, partition_{partition}, in_hand_{parts, options}, earliest_arrival_{SimTime::max().ms()} {
  for (Letters& letters : letters_) letters.resize(partition.lanes);
}

void Lane::advance(Lanes& lanes, std::uint64_t window, SimTime horizon, std::uint64_t budget) noexcept {
  Letters& letters = letters_[window % 2];
  try {
    take_in(lanes, window);
    if (!failure_) handle_until(horizon, budget, letters);
  } catch (...) {
    failure_ = std::current_exception();
  }
  announce(lanes, letters);
  sort_observed();
}

SimTime Lane::next_time() {
  if (failure_) return current_.key.time;
  SimTime const arrival = SimTime::from_ms(earliest_arrival_.load(std::memory_order_relaxed));
  return std::min(pending_.next_time(), arrival);
}

void Lane::take_in(Lanes& lanes, std::uint64_t window) {
  for (Lane& sender : lanes) {
    auto& letters = sender.letters_[(window + 1) % 2][number_];
    for (Event const& event : letters) pending_.add(event);
    letters.clear();
  }
}

void Lane::handle_until(SimTime horizon, std::uint64_t budget, Letters& letters) {
  std::uint64_t const enough = events_ + budget;
  for (SimTime time; (time = pending_.next_time()) < horizon;) {
    if (events_ >= enough && time != current_.key.time) return;
    in_hand_.fetch(pending_.upcoming(6), pending_.upcoming(3));
    current_ = pending_.take();
    greatest_key_ = std::max(greatest_key_, current_.key);
    in_hand_.run(current_);
    for (Event const& sent : in_hand_.sent) {
      std::uint32_t const lane = partition_.lane_of[sent.target];
      if (lane == number_)
        pending_.add(sent);
      else
        letters[lane].push_back(sent);
    }
    in_hand_.sent.clear();
    ++events_;
  }
}

void Lane::announce(Lanes& lanes, Letters const& letters) {
  for (std::size_t receiver = 0; receiver < lanes.size(); ++receiver) {
    if (letters[receiver].empty()) continue;
    std::int64_t earliest = SimTime::max().ms();
    for (Event const& event : letters[receiver]) earliest = std::min(earliest, event.key.time.ms());
    auto& known = lanes[receiver].earliest_arrival_;
    std::int64_t before = known.load(std::memory_order_relaxed);
    while (earliest < before && !known.compare_exchange_weak(before, earliest, std::memory_order_relaxed)) {
    }
  }
}

/// Observations come in order of time; those of one time are put in order of process and serial number.
void Lane::sort_observed() {
  auto const by_key = [](Observation const& a, Observation const& b) { return a.key < b.key; };
  auto& observed = in_hand_.observed;
  for (auto begin = observed.begin(); begin != observed.end();) {
    auto end = begin + 1;
    while (end != observed.end() && end->key.time == begin->key.time) ++end;
    if (end - begin > 1) std::sort(begin, end, by_key);
    begin = end;
  }
}

}  // namespace shudao::kernel
