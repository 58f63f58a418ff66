#include "sim/freight/gate.h"

#include "sim/freight/arrival.h"

namespace shudao::freight {

using kernel::Outbox;

namespace {

void let_in(Gate const& gate, PartyHandle vehicle, Outbox& out) {
  auto const terminal = gate.setting.addresses.places[gate.place].terminal;
  out.send_near(terminal, Duration{}, message(Kind::vehicle_enters, OfVehicle{vehicle.handle()}));
}

void stop_at_lane(Gate const& gate, std::uint32_t handle, Outbox& out) {
  Vehicle& vehicle = gate.setting.vehicles[handle];
  arrive(gate.setting, vehicle, out);
  vehicle.waits(scenarios::Component::queueing, Where{gate.place});
  scenarios::Place const& place = gate.setting.scenario().places[gate.place];
  if (!place.gate) return let_in(gate, PartyHandle::vehicle(handle), out);
  RandomStream stream{gate.setting.seed, Purpose::step_duration,
                      name_hash(vehicle.name, static_cast<std::uint64_t>(name_hash(place.id))), 0};
  Duration const work = Duration::from_h(place.gate->min_per_vehicle.sample(stream) / 60.0);
  if (place.gate->resource.is_none()) {
    vehicle.waits(scenarios::Component::handling, Where{gate.place});
    WorkDone const done{PartyHandle::vehicle(handle), 0, out.now(), out.now() + work};
    return out.schedule(work, message(Kind::work_done, done));
  }
  Seize const order{PartyHandle::vehicle(handle), out.self(), vehicle.priority, 0, work};
  out.send_near(gate.setting.addresses.resources[place.gate->resource], Duration{}, message(Kind::seize, order));
}

}  // namespace

void handle(Gate& gate, kernel::Event const& event, Outbox& out) {
  switch (static_cast<Kind>(event.message.kind)) {
    case Kind::vehicle_arrives:
      return stop_at_lane(gate, event.message.as<OfVehicle>().vehicle, out);
    case Kind::work_done: {
      auto const done = event.message.as<WorkDone>();
      Vehicle& vehicle = gate.setting.vehicles[done.party.handle()];
      auto const resource = gate.setting.scenario().places[gate.place].gate->resource;
      World const& world = gate.setting.world;
      auto const& hours = resource.is_none() ? world.hours(scenarios::CalendarId::none()) : world.hours(resource);
      vehicle.journal.charge_visit(hours, scenarios::Component::handling, Where{gate.place}, vehicle.teu, done.began,
                                   done.ended);
      return let_in(gate, done.party, out);
    }
    default:
      ensure(false, "a gate got a message that it does not know");
  }
}

}  // namespace shudao::freight
