#include "sim/kernel/lane.h"

#include <algorithm>

namespace shudao::kernel {

Lane::Lane(std::uint32_t number, Partition const& partition, ModelParts& parts, RunOptions const& options)
    : number_{number}, in_hand_{parts, options}, earliest_arrival_{SimTime::max().ms()} {
  in_hand_.lane = number;
  if (partition.lanes > 1) in_hand_.lane_of = &partition.lane_of;
  for (Letters& letters : letters_) letters.resize(partition.lanes);
}

template<class CloseTime>
void Lane::handle_until(SimTime horizon, std::uint64_t budget, CloseTime&& close_time) {
  std::uint64_t const enough = events_ + budget;
  SimTime end = horizon;
  while (Event const* event = in_hand_.pending.take_before(end)) {
    if (event->key.time != now_) close_time();
    now_ = event->key.time;
    greatest_key_ = std::max(greatest_key_, event->key);
    in_hand_.fetch_ahead();
    in_hand_.run(*event);
    if (++events_ >= enough) end = std::min(end, now_ + Duration::from_ms(1));
  }
  close_time();
}

void Lane::advance(Lanes& lanes, std::uint64_t window, SimTime horizon, std::uint64_t budget) noexcept {
  Letters& letters = letters_[window % 2];
  in_hand_.letters = &letters;
  try {
    take_in(lanes, window);
    if (!failure_) handle_until(horizon, budget, [] {});
  } catch (...) {
    failure_ = std::current_exception();
  }
  announce(lanes, letters);
  sort_observed();
}

void Lane::advance_alone(Sink& sink, SimTime horizon, std::uint64_t budget) noexcept {
  try {
    if (!failure_) handle_until(horizon, budget, [&] { in_hand_.release_observed(sink); });
  } catch (...) {
    failure_ = std::current_exception();
  }
}

SimTime Lane::next_time() {
  if (failure_) return in_hand_.event->key.time;
  SimTime const arrival = SimTime::from_ms(earliest_arrival_.load(std::memory_order_relaxed));
  return std::min(in_hand_.pending.next_time(), arrival);
}

void Lane::take_in(Lanes& lanes, std::uint64_t window) {
  for (Lane& sender : lanes) {
    auto& letters = sender.letters_[(window + 1) % 2][number_];
    for (Event const& event : letters) in_hand_.pending.add(event);
    letters.clear();
  }
}

void Lane::move_to(Lanes& lanes, Partition const& next) {
  Lane& keeper = lanes[number_ % lanes.size()];
  in_hand_.pending.move_to(keeper.in_hand_.pending,
                           [&](Event& event) { lanes[next.lane_of[event.target]].in_hand_.pending.put(event); });
  for (Letters& letters : letters_)
    for (auto const& to_lane : letters)
      for (Event const& event : to_lane) lanes[next.lane_of[event.target]].add(event);
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
