#pragma once
/// What an executor has in hand while a handler runs: the event, and what the handler sent and observed so far.
/// Private to the engine; each thread has its own.
#include <cstdint>
#include <vector>

#include "sim/kernel/model_parts.h"

namespace shudao::kernel {

struct Handling {
  Handling(ModelParts& model, RunOptions const& options)
      : parts{model}, zero_delay_limit{options.zero_delay_limit}, outbox{*this} {}
  Handling(Handling const&) = delete;
  Handling& operator=(Handling const&) = delete;

  /// Runs the handler of the event's target. What it sends is appended to `sent`, what it observes to `observed`.
  void run(Event const& e) {
    event = &e;
    process = &parts.processes[e.target];
    process->handler(process->state, e, outbox);
  }

  /// Fetches into the cache what `run` will need: the process first, when that has come its state.
  void fetch(ProcessId soon, ProcessId very_soon) {
    if (!soon.is_none()) __builtin_prefetch(&parts.processes[soon]);
    if (!very_soon.is_none()) __builtin_prefetch(parts.processes[very_soon].state);
  }

  ModelParts& parts;
  std::uint32_t zero_delay_limit;
  Event const* event = nullptr;
  Process* process = nullptr;
  Outbox outbox;
  std::vector<Event> sent;
  std::vector<Observation> observed;
};

}  // namespace shudao::kernel
