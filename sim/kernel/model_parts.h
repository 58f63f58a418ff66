#pragma once
/// What a Model holds, and what the executors read and change of it. Private to the engine.
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/kernel/kernel.h"

namespace shudao::kernel {

/// A process with its counters: 32 bytes, written only by the thread that handles its events.
struct Process {
  void* state = nullptr;
  Model::Handler handler = nullptr;
  std::uint32_t next_sequence = 0;  ///< Before the run: how many first events it has.
  std::uint32_t next_observation = 0;
  // Of the neighbourhood that is named after this process: sends at the time whose low 32 bits are zero_delay_time.
  std::uint32_t zero_delay_sends = 0;
  std::uint32_t zero_delay_time = 0;
};
static_assert(sizeof(Process) == 32);

struct Channel {
  ProcessId from, to;
  Duration lookahead;
};

struct ModelParts {
  static constexpr std::uint32_t kUnsettled = UINT32_MAX;

  IdVector<ProcessId, Process> processes;
  IdVector<ProcessId, std::uint32_t> neighbourhood;  ///< As settled, or kUnsettled, until `begin`.
  IdVector<ProcessId, std::uint32_t> name_end;  ///< Where the name ends in `names`; it begins where the last ended.
  std::string names;
  IdVector<ChannelId, Channel> channels;
  Duration open_lookahead;  ///< 0: not open to all.
  std::function<std::string(std::uint32_t)> kind_name;
  std::deque<Event> first_events;
  bool was_run = false;

  [[nodiscard]] std::string_view name(ProcessId) const;
  [[nodiscard]] std::string kind_text(std::uint32_t kind) const;
  [[nodiscard]] bool share_neighbourhood(ProcessId a, ProcessId b) const {
    return a == b || (neighbourhood[a] == neighbourhood[b] && neighbourhood[a] != kUnsettled);
  }
  /// Hands over the first events, one after the other, and forgets them.
  template<class Receive>
  void start(Receive&& receive) {
    for (begin(); !first_events.empty(); first_events.pop_front()) receive(std::as_const(first_events.front()));
  }
  /// Renames every neighbourhood after its first process. Throws BrokenPromise the second time: processes have state.
  void begin();
};

/// `1577836800000 ms (2020-01-01T00:00:00Z)`
std::string moment_text(SimTime);

}  // namespace shudao::kernel
