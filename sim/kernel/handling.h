#pragma once
/// What an executor has in hand while a handler runs: the event, and where goes what the handler sends and observes.
/// Private to the engine; each lane has its own.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/kernel/model_parts.h"
#include "sim/kernel/pending_events.h"

namespace shudao::kernel {

/// Events on their way to other lanes, by receiving lane.
using Letters = std::vector<std::vector<Event>>;

struct Handling {
  Handling(ModelParts& model, RunOptions const& options)
      : parts{model}, zero_delay_limit{options.zero_delay_limit}, outbox{*this} {}
  Handling(Handling const&) = delete;
  Handling& operator=(Handling const&) = delete;

  /// Runs the handler of the event's target.
  void run(Event const& e) {
    event = &e;
    process = &parts.processes[e.target];
    process->handler(process->state, e, outbox);
  }

  /// Hands an event over without a copy on the way: to the pending events, or to a letter for another lane.
  void post(ProcessId target, SimTime time, std::uint32_t sequence, Message const& message) {
    std::uint32_t const to = lane_of == nullptr ? lane : (*lane_of)[target];
    Event& sent = to == lane ? pending.blank() : (*letters)[to].emplace_back();
    sent.key = {time, event->target.index(), sequence};
    sent.target = target;
    sent.message = message;
    if (to == lane) pending.put(sent);
  }

  /// Nothing more can be observed at the times so far: hands over what was, of one time in order of process and serial
  /// number.
  void release_observed(Sink& sink) {
    if (observed.empty()) return;
    std::sort(observed.begin(), observed.end(), [](auto const& a, auto const& b) { return a.key < b.key; });
    for (Observation const& observation : observed) sink.take(observation);
    observed.clear();
  }

  /// Fetches into the cache what `run` will need soon: the process first, when that has come its state.
  /// (Always inline: GCC drops calls of functions that do nothing but prefetch.)
  [[gnu::always_inline]] void fetch_ahead() {
    ProcessId const soon = pending.upcoming(6);
    if (soon.is_none()) return;
    __builtin_prefetch(&parts.processes[soon]);
    __builtin_prefetch(parts.processes[pending.upcoming(3)].state);
  }

  ModelParts& parts;
  std::uint32_t zero_delay_limit;
  Event const* event = nullptr;
  Process* process = nullptr;
  Outbox outbox;
  PendingEvents pending;
  IdVector<ProcessId, std::uint32_t> const* lane_of = nullptr;  ///< None: all processes are of this lane.
  std::uint32_t lane = 0;
  Letters* letters = nullptr;
  std::vector<Observation> observed;
};

}  // namespace shudao::kernel
