#include "sim/freight/desk.h"

#include "sim/freight/step_work.h"

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
  return desk.setting.world.process_for(lot.flow, lot.firm_class, desk.place, entry.stage, now);
}

/// The step among `candidates` that ended last; of equals the one with the first id.
std::uint16_t last_of(Desk::Visit const& visit, std::vector<std::uint16_t> const& candidates) {
  std::uint16_t last = candidates.front();
  for (std::uint16_t i : candidates) {
    if (visit.steps[i].ended > visit.steps[last].ended) last = i;
  }
  return last;
}

/// From the step that ended last back to the entry, each time by what it waited for longest; returned in order of time.
std::vector<std::uint16_t> deciding_path(Desk::Visit const& visit) {
  std::vector<std::uint16_t> all(visit.steps.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint16_t>(i);
  std::vector<std::uint16_t> path{last_of(visit, all)};
  while (!visit.process->steps[path.back()].before.empty()) {
    path.push_back(last_of(visit, visit.process->steps[path.back()].before));
  }
  return {path.rbegin(), path.rend()};
}

void charge_branch(Desk& desk, Desk::Visit const& visit, Party& party) {
  party.branch.restart(visit.entered);
  Where const here{desk.place};
  for (std::uint16_t i : deciding_path(visit)) {
    Desk::StepRecord const& record = visit.steps[i];
    Step const& step = *visit.process->steps[i].step;
    if (!record.is_skipped) {
      party.branch.charge_visit(hours_of(desk, step), step.component, here, party.teu, record.began, record.ended);
    }
  }
}

void leave(Desk& desk, std::uint32_t index, Outbox& out) {
  Desk::Visit& visit = desk.visits[index];
  charge_branch(desk, visit, desk.setting.party(visit.party));
  out.send_near(visit.requester, Duration{}, message(Kind::process_done, OfParty{visit.party}));
  desk.free_visits.push_back(index);
}

/// Sends the step to whoever does it. False if it is skipped.
bool start(Desk& desk, std::uint32_t index, std::uint16_t step_index, Outbox& out) {
  Desk::Visit& visit = desk.visits[index];
  Step const& step = *visit.process->steps[step_index].step;
  Party& party = desk.setting.party(visit.party);
  if (step.skip_if.contains_any(party.tokens)) return false;
  auto const work = draw_work(desk.setting.seed, step, party);
  if (!work) return false;
  visit.steps[step_index].began = out.now();
  if (!step.resource.is_none()) {
    Seize const order{visit.party, index << 16U | step_index, out.self(), party.priority, *work};
    out.send_near(desk.setting.addresses.resources[step.resource], Duration{}, message(Kind::seize, order));
  } else {
    SimTime const end = hours_of(desk, step).after_work(out.now(), *work);
    out.schedule(end - out.now(), message(Kind::delay_ends, StepDone{index, step_index}));
  }
  return true;
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
      Party& party = desk.setting.party(visit.party);
      party.tokens.insert(compiled.step->grants);
      party.formalities += compiled.step->cost + compiled.step->cost_per_teu * party.teu.count();
    }
    for (auto then = compiled.then.rbegin(); then != compiled.then.rend(); ++then) {
      if (--visit.steps[*then].open_before > 0) continue;
      visit.steps[*then].ready = out.now();
      if (!start(desk, index, *then, out)) finished.emplace_back(*then, true);
    }
  }
  if (desk.visits[index].open_steps == 0) leave(desk, index, out);
}

std::uint32_t open_visit(Desk& desk, EnterProcess const& entry, CompiledProcess const& process, SimTime now) {
  if (desk.free_visits.empty()) {
    ensure(desk.visits.size() < 0xFFFF, "more parties are in the processes of one place than it can keep");
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
    desk.visits[index].steps[i].ready = out.now();
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
      std::uint32_t const visit = done.detail >> 16U;
      auto const step = static_cast<std::uint16_t>(done.detail & 0xFFFFU);
      desk.visits[visit].steps[step].began = done.began;
      return finish(desk, visit, step, false, out);
    }
    default:
      ensure(false, "a desk got a message that it does not know");
  }
}

}  // namespace shudao::freight
