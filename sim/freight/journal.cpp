#include "sim/freight/journal.h"

#include <algorithm>

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

void Journal::charge_pieces(WorkingHours const& hours, Component when_open, Where where, Teu teu, SimTime to) {
  if (hours.is_always() || to <= until_) return charge(when_open, where, where, teu, to);
  for (auto const& piece : hours.pieces(until_, to)) {
    Component const component = piece.state == WorkingHours::State::open     ? when_open
                                : piece.state == WorkingHours::State::closed ? Component::closed
                                                                             : Component::disrupted;
    charge(component, where, where, teu, piece.to);
  }
}

void Journal::charge_visit(WorkingHours const& hours, Component work, Where where, Teu teu, SimTime began,
                           SimTime ended) {
  charge_pieces(hours, Component::queueing, where, teu, began);
  charge_pieces(hours, work, where, teu, ended);
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
