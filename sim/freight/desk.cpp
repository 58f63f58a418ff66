#include "sim/freight/desk.h"

#include "sim/freight/step_work.h"
#include "sim/freight/telling.h"

namespace shudao::freight {

using kernel::Outbox;
using scenarios::Step;

namespace {

WorkingHours const& hours_of(Desk const& desk, Step const& step) {
  World const& world = desk.setting.world;
  return step.resource.is_none() ? world.hours(step.calendar) : world.hours(step.resource);
}

CompiledProcess const* process_of(Desk& desk, EnterProcess const& entry, SimTime now) {
  if (entry.party.is_vehicle()) {
    Vehicle const& vehicle = desk.setting.vehicles[entry.party.handle()];
    auto const& stop = desk.setting.scenario().services[vehicle.service].stops[vehicle.stop];
    return stop.process.is_none() ? nullptr : &desk.setting.world.vehicle_process(stop.process, now);
  }
  Consignment const& lot = desk.setting.lots[entry.party.handle()];
  return desk.setting.world.process_for(lot, desk.place, entry.stage, now);
}

/// The step among `candidates` that ended last; of equals the one with the first id.
std::uint16_t last_of(Desk::Visit const& visit, std::vector<std::uint16_t> const& candidates) {
  std::uint16_t last = candidates.front();
  for (std::uint16_t i : candidates) {
    if (visit.steps[i].ended > visit.steps[last].ended) last = i;
  }
  return last;
}

/// From `last` back to the entry, each time by what was waited for longest; returned in order of time.
std::vector<std::uint16_t> path_to(Desk::Visit const& visit, std::uint16_t last) {
  std::vector<std::uint16_t> path{last};
  while (!visit.process->steps[path.back()].before.empty()) {
    path.push_back(last_of(visit, visit.process->steps[path.back()].before));
  }
  return {path.rbegin(), path.rend()};
}

void charge_branch(Desk& desk, Desk::Visit const& visit, std::uint16_t last) {
  Party& party = desk.setting.party(visit.party);
  party.branch.restart(visit.entered);
  for (std::uint16_t i : path_to(visit, last)) {
    Desk::StepRecord const& record = visit.steps[i];
    if (record.is_skipped) continue;
    WorkingHours const& hours = hours_of(desk, *visit.process->steps[i].step);
    party.branch.charge_visit(hours, record.drawn.component, Where{desk.place}, party.teu, record.began, record.ended);
  }
}

/// The step that decides when all are done: the one that ended last.
std::uint16_t last_step(Desk::Visit const& visit) {
  std::vector<std::uint16_t> all(visit.steps.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint16_t>(i);
  return last_of(visit, all);
}

/// The open step that was started first; of equals the one with the first id.
std::uint16_t oldest_open(Desk::Visit const& visit) {
  std::optional<std::uint16_t> oldest;
  for (std::size_t i = 0; i < visit.steps.size(); ++i) {
    Desk::StepRecord const& record = visit.steps[i];
    if (record.is_done || record.open_before > 0) continue;
    if (!oldest || record.began < visit.steps[*oldest].began) oldest = static_cast<std::uint16_t>(i);
  }
  ensure(oldest.has_value(), "a party is in a process in which nothing is under way");
  return *oldest;
}

/// What only those hear who asked for details.
void tell_through(Desk& desk, Desk::Visit const& visit, NameHash what, std::uint32_t repeats, Outbox& out) {
  if (!desk.setting.world.tells_details()) return;
  std::uint32_t const handle = visit.party.handle();
  WentThrough fact{static_cast<std::uint64_t>(what),
                   std::uint64_t{handle} << 1U | (visit.party.is_vehicle() ? 1U : 0U),
                   WentThrough::kNoFlow,
                   0,
                   visit.entered.ms(),
                   repeats};
  if (!visit.party.is_vehicle()) {
    Consignment const& lot = desk.setting.lots[handle];
    fact.flow = lot.flow.index();
    fact.firm_class = lot.firm_class;
  }
  out.observe(message_of(FactKind::went_through, fact));
}

void leave(Desk& desk, std::uint32_t index, Outbox& out) {
  Desk::Visit& visit = desk.visits[index];
  tell_through(desk, visit, visit.process->name, 0, out);
  charge_branch(desk, visit, last_step(visit));
  out.send_near(visit.requester, Duration{}, message(Kind::process_done, OfParty{visit.party}));
  visit.process = nullptr;
  desk.free_visits.push_back(index);
}

/// Which step of which visit an order of work is for.
std::uint64_t detail_of(std::uint32_t visit, std::uint16_t step) { return std::uint64_t{visit} << 16U | step; }

/// Sends the step to whoever does it. False if it is skipped.
bool start(Desk& desk, std::uint32_t index, std::uint16_t step_index, Outbox& out) {
  Desk::Visit& visit = desk.visits[index];
  Step const& step = *visit.process->steps[step_index].step;
  Party& party = desk.setting.party(visit.party);
  auto const drawn = draw_work(desk.setting.seed, step, party);
  if (!drawn) return false;
  visit.steps[step_index].drawn = *drawn;
  visit.steps[step_index].began = out.now();
  if (!step.resource.is_none()) {
    Seize const order{visit.party, out.self(), party.priority, detail_of(index, step_index), drawn->work};
    out.send_near(desk.setting.addresses.resources[step.resource], Duration{}, message(Kind::seize, order));
  } else {
    SimTime const end = hours_of(desk, step).after_work(out.now(), drawn->work);
    out.schedule(end - out.now(), message(Kind::delay_ends, StepDone{index, step_index}));
  }
  return true;
}

/// The party carries the tokens from now on.
void grant(Desk& desk, PartyHandle party, scenarios::TokenSet tokens, Outbox& out) {
  tokens.remove(desk.setting.party(party).tokens);
  if (tokens.is_empty()) return;
  desk.setting.party(party).tokens.insert(tokens);
  if (party.is_vehicle()) return;
  Consignment& lot = desk.setting.lots[party.handle()];
  scenarios::Finance const& finance = desk.setting.scenario().finance;
  if (!finance.duty_paid.is_none() && tokens.contains(finance.duty_paid)) lot.duty_paid = out.now();
  if (!finance.refunded.is_none() && tokens.contains(finance.refunded)) lot.refunded = out.now();
  if (desk.setting.world.tells_details()) out.observe(message_of(FactKind::granted, Granted{lot.lot, tokens}));
}

/// Marks a step done or skipped, and starts what waited for it alone.
void finish(Desk& desk, std::uint32_t index, std::uint16_t first, bool is_skipped, Outbox& out) {
  std::vector<std::pair<std::uint16_t, bool>> finished{{first, is_skipped}};
  while (!finished.empty()) {
    auto const [step_index, skipped] = finished.back();
    finished.pop_back();
    Desk::Visit& visit = desk.visits[index];
    Desk::StepRecord& record = visit.steps[step_index];
    CompiledStep const& compiled = visit.process->steps[step_index];
    record.is_done = true;
    record.is_skipped = skipped;
    record.ended = out.now();
    --visit.open_steps;
    if (!skipped) {
      desk.setting.party(visit.party).formalities += record.drawn.cost;
      if (!visit.party.is_vehicle()) {
        tell_paid(desk.setting.lots[visit.party.handle()], desk.place, record.drawn.cost, out);
      }
      grant(desk, visit.party, record.drawn.grants, out);
      tell_through(desk, visit, compiled.name, record.drawn.repeats, out);
    }
    for (auto then = compiled.then.rbegin(); then != compiled.then.rend(); ++then) {
      if (--visit.steps[*then].open_before > 0) continue;
      if (!start(desk, index, *then, out)) finished.emplace_back(*then, true);
    }
  }
  if (desk.visits[index].open_steps == 0) leave(desk, index, out);
}

std::uint32_t open_visit(Desk& desk, EnterProcess const& entry, CompiledProcess const& process, SimTime now) {
  if (desk.free_visits.empty()) {
    desk.free_visits.push_back(static_cast<std::uint32_t>(desk.visits.size()));
    desk.visits.emplace_back();
  }
  std::uint32_t const index = desk.free_visits.back();
  desk.free_visits.pop_back();
  Desk::Visit& visit = desk.visits[index];
  visit = {entry.party, entry.requester, &process, now, std::move(visit.steps), process.steps.size()};
  visit.steps.assign(process.steps.size(), {});
  for (std::size_t i = 0; i < visit.steps.size(); ++i) {
    visit.steps[i].open_before = static_cast<std::uint16_t>(process.steps[i].before.size());
  }
  return index;
}

void enter(Desk& desk, EnterProcess const& entry, Outbox& out) {
  CompiledProcess const* process = process_of(desk, entry, out.now());
  if (process == nullptr || process->steps.empty()) {
    desk.setting.party(entry.party).branch.restart(out.now());
    return out.send_near(entry.requester, Duration{}, message(Kind::process_done, OfParty{entry.party}));
  }
  std::uint32_t const index = open_visit(desk, entry, *process, out.now());
  std::vector<std::uint16_t> skipped;
  for (std::size_t i = 0; i < process->steps.size(); ++i) {
    auto const step = static_cast<std::uint16_t>(i);
    if (!process->steps[i].before.empty()) continue;
    if (!start(desk, index, step, out)) skipped.push_back(step);
  }
  for (std::uint16_t step : skipped) finish(desk, index, step, true, out);
}

}  // namespace

void handle(Desk& desk, kernel::Event const& event, Outbox& out) {
  switch (static_cast<Kind>(event.message.kind)) {
    case Kind::enter_process:
      return enter(desk, event.message.as<EnterProcess>(), out);
    case Kind::delay_ends: {
      auto const done = event.message.as<StepDone>();
      return finish(desk, done.visit, static_cast<std::uint16_t>(done.step), false, out);
    }
    case Kind::work_done: {
      auto const done = event.message.as<WorkDone>();
      auto const visit = static_cast<std::uint32_t>(done.detail >> 16U);
      auto const step = static_cast<std::uint16_t>(done.detail & 0xFFFFU);
      desk.visits[visit].steps[step].began = done.began;
      return finish(desk, visit, step, false, out);
    }
    default:
      ensure(false, "a desk got a message that it does not know");
  }
}

void charge_open_visits(Desk& desk, WorkUnderWay const& under_way, kernel::ProcessId self, SimTime end) {
  for (std::size_t i = 0; i < desk.visits.size(); ++i) {
    Desk::Visit& visit = desk.visits[i];
    if (visit.process == nullptr) continue;
    std::uint16_t const open = oldest_open(visit);
    Desk::StepRecord& record = visit.steps[open];
    if (!visit.process->steps[open].step->resource.is_none()) {
      auto const begun = under_way.find({self, detail_of(static_cast<std::uint32_t>(i), open)});
      record.began = begun == under_way.end() ? end : begun->second;
    }
    record.ended = end;
    charge_branch(desk, visit, open);
  }
}

}  // namespace shudao::freight
