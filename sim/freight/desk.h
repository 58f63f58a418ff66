#pragma once
#include <map>
#include <utility>
#include <vector>

#include "sim/freight/setting.h"
#include "sim/freight/step_work.h"

namespace shudao::freight {

/// Walks parties through the processes of a place: starts each step when all that it waits for is done, sends it to
/// its resource, and at the end charges the hours since the entry along the branch that finished last, found backwards
/// from the last step (ties by step id). The charges are left in the party's `branch`.
struct Desk {
  Setting& setting;
  scenarios::PlaceId place;

  /// One step of one visit.
  struct StepRecord {
    std::uint16_t open_before = 0;  ///< Steps that it still waits for.
    bool is_done = false;
    bool is_skipped = false;
    SimTime began, ended;
    DrawnWork drawn;
  };
  /// One party in one process.
  struct Visit {
    PartyHandle party;
    kernel::ProcessId requester;
    CompiledProcess const* process = nullptr;
    SimTime entered;
    std::vector<StepRecord> steps;
    std::size_t open_steps = 0;
  };
  std::vector<Visit> visits{};
  std::vector<std::uint32_t> free_visits{};
};

void handle(Desk&, kernel::Event const&, kernel::Outbox&);

/// When resources began what is under way, by who ordered it and the order's detail.
using WorkUnderWay = std::map<std::pair<kernel::ProcessId, std::uint64_t>, SimTime>;

/// For every party still in a process here at `end`, leaves its charges up to then in its `branch`: along the steps
/// that led to the open one that was started first. The desk, whose process is `self`, cannot be used after that.
void charge_open_visits(Desk&, WorkUnderWay const&, kernel::ProcessId self, SimTime end);

}  // namespace shudao::freight
