#include "sim/freight/journal.h"

#include <algorithm>
#include <array>

#include "sim/base/errors.h"

namespace shudao::freight {

using scenarios::Component;

void Journal::charge(Component component, Where charged_to, Where at, Teu teu, SimTime to) {
  ensure(to >= until_, "a ledger was charged twice for the same time");
  if (to == until_) return;
  auto const count = static_cast<std::int32_t>(teu.count());
  if (!charges_.empty()) {
    Charge& last = charges_.back();
    if (last.component == component && last.charged_to == charged_to && last.at == at && last.teu == count) {
      last.to = until_ = to;
      return;
    }
  }
  charges_.push_back({component, charged_to, at, count, until_, to});
  until_ = to;
}

void Journal::charge_pieces(WorkingHours const& hours, Component when_open, Component when_short, Where where, Teu teu,
                            SimTime to) {
  if (hours.is_always() || to <= until_) return charge(when_open, where, where, teu, to);
  for (auto const& piece : hours.pieces(until_, to)) {
    std::array const by_state{when_open, when_short, Component::closed, Component::disrupted};
    charge(by_state[static_cast<std::size_t>(piece.state)], where, where, teu, piece.to);
  }
}

void Journal::charge_visit(WorkingHours const& hours, Component work, Where where, Teu teu, SimTime began,
                           SimTime ended) {
  charge_pieces(hours, Component::queueing, Component::disrupted, where, teu, began);
  charge_pieces(hours, work, work, where, teu, ended);
}

void Journal::charge_slot_wait(LinkStates const& states, Where link, Teu teu, SimTime to) {
  while (!states.is_undisturbed() && until_ < to) {
    scenarios::LinkState const state = states.at(until_);
    Component const component = state.capacity_by < 1 ? Component::disrupted : Component::queueing;
    charge(component, link, link, teu, std::min(state.when.to, to));
  }
  charge(Component::queueing, link, link, teu, to);
}

void Journal::inherit(Journal const& carrier, Teu teu) {
  for (Charge const& charged : carrier.charges_) {
    if (charged.to > until_) charge(charged.component, charged.charged_to, charged.at, teu, charged.to);
  }
  ensure(until_ == carrier.until_, "a party did not inherit the whole ledger of its carrier");
}

void Journal::restart(SimTime begin) {
  charges_.clear();
  until_ = begin;
}

}  // namespace shudao::freight
