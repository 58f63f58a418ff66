#include "sim/freight/simulation.h"

#include <algorithm>
#include <utility>

#include "sim/freight/build.h"
#include "sim/freight/telling.h"

namespace shudao::freight {

std::shared_ptr<World const> build_world(scenarios::Scenario const& scenario) {
  return std::make_shared<World const>(scenario);
}

struct Simulation::State {
  State(std::shared_ptr<World const> shared, RandomSeed seed) : world{std::move(shared)}, setting{*world, seed} {
    build(setting, processes, model);
  }
  std::shared_ptr<World const> world;
  Setting setting;
  Processes processes;
  kernel::Model model;
};

Simulation::Simulation(std::shared_ptr<World const> world, RandomSeed seed)
    : state_{std::make_unique<State>(std::move(world), seed)} {}
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

/// Where a consignment stands, and its ledger up to `end`: what its vehicle has been charged, then the open hours.
void close_ledger(Consignment& lot, Vehicle const* vehicle, SimTime end) {
  if (vehicle != nullptr) {
    lot.journal.inherit(vehicle->journal, lot.teu);
    lot.at = vehicle->at;
  }
  using scenarios::Component;
  Component const open = lot.at.kind() == Where::Kind::link ? Component::moving : Component::waiting_departure;
  if (lot.journal.until() < end) lot.journal.charge(open, lot.at, lot.at, lot.teu, end);
}

}  // namespace

void Simulation::report_unfinished(SimTime end, kernel::Sink& sink) const {
  Setting const& setting = state_->setting;
  std::vector<Consignment> open;
  for (Lots::Handle handle : setting.lots.handles()) {
    Consignment lot = setting.lots[handle];
    close_ledger(lot, lot.vehicle == Consignment::kNoVehicle ? nullptr : &setting.vehicles[lot.vehicle], end);
    open.push_back(std::move(lot));
  }
  std::sort(open.begin(), open.end(), [](auto const& a, auto const& b) {
    return std::pair{a.lot, a.part} < std::pair{b.lot, b.part};
  });
  SinkTeller teller{sink, {end, 0, 0}};
  for (Consignment const& lot : open) {
    tell_entries(lot, lot.part == 0 ? lot.ready : lot.born, lot.part == 0, teller);
    tell_end(lot, FactKind::unfinished, teller);
  }
}

}  // namespace shudao::freight
