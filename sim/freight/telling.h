#pragma once
#include <algorithm>

#include "sim/freight/setting.h"

namespace shudao::freight {

/// Facts about a consignment leave through one of these; `Teller` is an Outbox or collects for a sink.
template<class Teller>
void tell_entries(Consignment const& lot, SimTime since, bool is_on_path, Teller& out) {
  for (Charge const& charge : lot.journal.charges()) {
    if (charge.to <= since) continue;
    SimTime const from = std::max(charge.from, since);
    LedgerEntry const entry{lot.lot,    charge.charged_to, charge.at, charge.component,
                            is_on_path, charge.teu,        from.ms(), charge.to.ms()};
    out.observe(message_of(FactKind::ledger_entry, entry));
  }
}

/// The hours of a part since `since` did not decide: they count for presence only.
template<class Teller>
void tell_off_path(Consignment const& part, SimTime since, Teller& out) {
  tell_entries(part, since, false, out);
}

/// For how long money was bound, and what was given; nothing of those who have neither. Of a consignment that is still
/// under way at `end`, what comes later is not told.
template<class Teller>
void tell_financed(scenarios::Scenario const& scenario, Consignment const& lot, SimTime end, bool is_delivered,
                   Teller& out) {
  scenarios::Flow const& flow = scenario.flows[lot.flow];
  Duration duty, refund;
  if (flow.duty_rate > 0 && lot.duty_paid < end) duty = end - lot.duty_paid;
  if (flow.refund_rate > 0) {
    auto const& after = scenario.finance.refunded_after;
    SimTime const otherwise = after ? lot.ready + *after : end;
    SimTime const paid = lot.refunded < SimTime::max() ? lot.refunded : otherwise;
    refund = (is_delivered ? paid : std::min(paid, end)) - lot.ready;
  }
  bool const has_any = duty > Duration{} || refund > Duration{} || lot.subsidy > Money{};
  if (!has_any) return;
  out.observe(message_of(FactKind::financed, Financed{lot.lot, duty.ms(), refund.ms(), lot.subsidy.count()}));
}

/// What a consignment paid at a place, beside its rides and their cranes; nothing of nothing.
template<class Teller>
void tell_paid(Consignment const& lot, scenarios::PlaceId place, Money cost, Teller& out) {
  if (cost == Money{}) return;
  out.observe(message_of(FactKind::paid, Paid{lot.lot, lot.route, place.index(), lot.ready.ms(), cost.count()}));
}

/// The block that ends a consignment: what it cost, and that it is delivered or still under way.
template<class Teller>
void tell_end(Consignment const& lot, FactKind end, Teller& out) {
  Costs const costs{lot.lot, lot.tariff.count(), lot.handling.count(), lot.storage.count(), lot.formalities.count()};
  out.observe(message_of(FactKind::costs, costs));
  LotEnd const fact{lot.lot,
                    static_cast<std::int32_t>(lot.teu.count()),
                    static_cast<std::uint16_t>(lot.firm_class),
                    static_cast<std::uint16_t>(lot.route),
                    lot.ready.ms(),
                    lot.emission.count(),
                    lot.teu_m};
  out.observe(message_of(end, fact));
}

}  // namespace shudao::freight
