#include "sim/freight/simulation.h"

#include <algorithm>
#include <utility>

#include "sim/freight/build.h"
#include "sim/freight/driving.h"
#include "sim/freight/telling.h"

namespace shudao::freight {

std::shared_ptr<World const> build_world(scenarios::Scenario const& scenario, Detail detail) {
  return std::make_shared<World const>(scenario, detail);
}

struct Simulation::State {
  State(std::shared_ptr<World const> shared, RandomSeed seed, Detail also)
      : world{std::move(shared)}, setting{*world, seed, also} {
    build(setting, processes, model);
  }
  std::shared_ptr<World const> world;
  Setting setting;
  Processes processes;
  kernel::Model model;
};

Simulation::Simulation(std::shared_ptr<World const> world, RandomSeed seed, Detail also)
    : state_{std::make_unique<State>(std::move(world), seed, also)} {}
Simulation::~Simulation() = default;
Simulation::Simulation(Simulation&&) noexcept = default;

kernel::Model& Simulation::model() { return state_->model; }

namespace {

/// Hands facts to a sink as if they were made known at one time.
struct SinkTeller {
  kernel::Sink& sink;
  kernel::EventKey key;
  void observe(kernel::Message const& fact) {
    sink.take({key, fact});
    ++key.sequence;
  }
};

void close(Party& party, Journal& journal, Where at, SimTime end) {
  bool const is_in_process = party.branch.until() == end && journal.until() < end;
  if (is_in_process) journal.inherit(party.branch, party.teu);
  journal.charge(party.open_cause, party.open_at, at, party.teu, end);
}

void close(Setting const& setting, Vehicle& vehicle, SimTime end) {
  bool const is_on_link = vehicle.at.kind() == Where::Kind::link;
  if (is_on_link && vehicle.open_cause == scenarios::Component::moving) charge_way(setting, vehicle, end);
  if (is_on_link && vehicle.open_cause == scenarios::Component::queueing) {
    LinkStates const& states = setting.world.states(scenarios::LinkId{vehicle.at.index()});
    vehicle.journal.charge_slot_wait(states, vehicle.at, vehicle.teu, end);
  }
  close(vehicle, vehicle.journal, vehicle.at, end);
}

/// When the work that is under way was begun.
WorkUnderWay work_under_way(Processes const& processes) {
  WorkUnderWay begun;
  for (Resource const& resource : processes.resources) {
    for (Resource::Job const& job : resource.working) {
      if (job.is_under_way) begun[{job.order.requester, job.order.detail}] = job.began;
    }
  }
  return begun;
}

/// Work under way and waiting is told as if it ended now, so that queues and busy hours are not missing it.
void tell_open_work(Processes const& processes, World const& world, SimTime end, SinkTeller& out) {
  auto const tell = [&](Resource const& resource, Resource::Job const& job, SimTime began) {
    bool const counts = !job.is_rider;
    Duration const work = counts ? world.hours(resource.id).open_time(began, end) : Duration{};
    out.observe(
        message_of(FactKind::served, Served{resource.id.index(), job.requested.ms(), began.ms(), end.ms(), work.ms()}));
  };
  for (Resource const& resource : processes.resources) {
    for (Resource::Job const& job : resource.working) {
      if (job.is_under_way) tell(resource, job, job.began);
    }
    for (auto const& [priority, jobs] : resource.waiting) {
      for (Resource::Job const& job : jobs) tell(resource, job, end);
    }
  }
}

/// The consignments still under way, by name and part.
std::vector<Lots::Handle> still_open(Lots const& lots) {
  std::vector<Lots::Handle> open = lots.handles();
  std::sort(open.begin(), open.end(), [&](Lots::Handle a, Lots::Handle b) {
    return std::pair{lots[a].lot, lots[a].part} < std::pair{lots[b].lot, lots[b].part};
  });
  return open;
}

/// The ledger of a consignment up to `end`. Those of the vehicles are told up to there already.
void bring_up(Consignment& lot, Setting& setting, SimTime end) {
  if (lot.vehicle != Consignment::kNoVehicle && !lot.is_unloaded) {
    lot.journal.inherit(setting.vehicles[lot.vehicle].journal, lot.teu);
  } else {
    close(lot, lot.journal, lot.at, end);
  }
}

}  // namespace

void Simulation::report_unfinished(SimTime end, kernel::Sink& sink) {
  WorkUnderWay const begun = work_under_way(state_->processes);
  for (Desk& desk : state_->processes.desks) {
    charge_open_visits(desk, begun, state_->setting.addresses.places[desk.place].desk, end);
  }
  SinkTeller teller{sink, {end, 0, 0}};
  Setting& setting = state_->setting;
  for (Vehicles::Handle const handle : setting.vehicles.handles()) close(setting, setting.vehicles[handle], end);
  for (Lots::Handle const handle : still_open(setting.lots)) {
    Consignment lot = setting.lots[handle];
    bring_up(lot, setting, end);
    tell_entries(lot, lot.part == 0 ? lot.ready : lot.born, lot.part == 0, teller);
    tell_financed(setting.scenario(), lot, end, false, teller);
    tell_end(lot, FactKind::unfinished, teller);
  }
  tell_open_work(state_->processes, *state_->world, end, teller);
}

}  // namespace shudao::freight
