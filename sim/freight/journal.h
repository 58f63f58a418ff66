#pragma once
#include <span>
#include <vector>

#include "sim/freight/facts.h"
#include "sim/freight/link_states.h"
#include "sim/freight/working_hours.h"

namespace shudao::freight {

/// A stretch of time with its one cause.
struct Charge {
  scenarios::Component component{};
  Where charged_to;
  Where at;
  std::int32_t teu = 0;
  SimTime from, to;
};

/// The ledger of one party: charges without gap or overlap from `begin` to `until`.
class Journal {
 public:
  Journal() = default;
  explicit Journal(SimTime begin) : until_{begin} {}

  [[nodiscard]] SimTime until() const { return until_; }
  [[nodiscard]] std::vector<Charge> const& charges() const { return charges_; }

  /// Charges [until, to). Nothing happens if that is empty; `to` before `until` breaks the ledger and throws.
  void charge(scenarios::Component, Where charged_to, Where at, Teu, SimTime to);
  /// Charges a visit of something that works by `hours`: the wait [until, began) is cut into disrupted, closed and
  /// queueing, the work [began, ended) into disrupted, closed and `work`. To wait for servers that are missing is
  /// disrupted, to be served by those that are left is work.
  void charge_visit(WorkingHours const& hours, scenarios::Component work, Where where, Teu, SimTime began,
                    SimTime ended);
  /// Charges the wait [until, to) for a slot of a link: disrupted while it has fewer than usual, or queueing.
  void charge_slot_wait(LinkStates const&, Where link, Teu, SimTime to);
  /// Takes over what another journal holds from this one's `until` on, for a party of `teu` that was inside it.
  void inherit(Journal const&, Teu);
  /// Starts anew at `begin`, keeping the storage.
  void restart(SimTime begin);

 private:
  void charge_pieces(WorkingHours const&, scenarios::Component when_open, scenarios::Component when_short, Where, Teu,
                     SimTime to);

  std::vector<Charge> charges_;
  SimTime until_;
};

}  // namespace shudao::freight
