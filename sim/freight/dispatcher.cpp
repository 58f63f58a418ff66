#include "sim/freight/dispatcher.h"

#include <algorithm>

#include "sim/freight/arrival.h"
#include "sim/freight/driving.h"

namespace shudao::freight {

using kernel::Outbox;

namespace {

LinkStates const& states_of(Dispatcher const& dispatcher) { return dispatcher.setting.world.states(dispatcher.link); }

scenarios::Running const& running_of(Dispatcher const& dispatcher, Vehicle const& vehicle) {
  auto const& scenario = dispatcher.setting.scenario();
  scenarios::Stop const& stop = scenario.services[vehicle.service].stops[vehicle.stop];
  return stop.running ? *stop.running : scenario.links[dispatcher.link].running;
}

Duration running_time(Dispatcher const& dispatcher, Vehicle const& vehicle) {
  scenarios::Link const& link = dispatcher.setting.scenario().links[dispatcher.link];
  RandomStream stream{dispatcher.setting.seed, Purpose::running_time, vehicle.name, vehicle.stop};
  return running_of(dispatcher, vehicle).sample(link.distance, stream);
}

/// The time under way for someone who sets out now, with what he is slowed down and rests.
Duration travel_time(Dispatcher const& dispatcher, Vehicle const& vehicle, SimTime now) {
  Duration const usual = running_time(dispatcher, vehicle);
  double const speed = states_of(dispatcher).at(now).speed_by;
  Duration const driving = speed < 1 ? Duration::from_ms(to_nearest(static_cast<double>(usual.ms()) / speed)) : usual;
  scenarios::Scenario const& scenario = dispatcher.setting.scenario();
  scenarios::Link const& link = scenario.links[dispatcher.link];
  Duration const by_day =
      link.speed_by_hour.empty()
          ? driving
          : std::max(through_the_day(link.speed_by_hour, scenario.places[link.from].zone, now, driving),
                     link.fastest_run(running_of(dispatcher, vehicle)));
  auto const& driver = scenario.services[vehicle.service].driver;
  return driver ? with_rests(*driver, vehicle.driven, by_day) : by_day;
}

void send_off(Dispatcher& dispatcher, Dispatcher::Asking const& asking, Outbox& out) {
  Vehicle& vehicle = dispatcher.setting.vehicles[asking.vehicle];
  Where const link{dispatcher.link};
  vehicle.journal.charge_slot_wait(states_of(dispatcher), link, vehicle.teu, out.now());
  EnteredLink const fact{dispatcher.link.index(), vehicle.service.index(),
                         static_cast<std::int32_t>(vehicle.teu.count()), asking.since.ms()};
  out.observe(message_of(FactKind::entered_link, fact));
  tell_moved(dispatcher.setting, vehicle, false, out);
  vehicle.waits(scenarios::Component::moving, link);
  out.send(dispatcher.onward, travel_time(dispatcher, vehicle, out.now()),
           message(Kind::vehicle_arrives, OfVehicle{asking.vehicle}));
}

void give_slots(Dispatcher& dispatcher, Outbox& out) {
  while (!dispatcher.waiting.empty()) {
    SimTime const slot = states_of(dispatcher).next_open(std::max(dispatcher.next_slot, out.now()));
    if (slot > out.now()) {
      if (!dispatcher.is_slot_awaited) out.schedule(slot - out.now(), message(Kind::slot_free, NoBody{}));
      dispatcher.is_slot_awaited = true;
      return;
    }
    auto first = dispatcher.waiting.begin();
    Dispatcher::Asking const asking = first->second.front();
    first->second.pop_front();
    if (first->second.empty()) dispatcher.waiting.erase(first);
    dispatcher.next_slot = states_of(dispatcher).after_spacing(out.now(), dispatcher.spacing);
    send_off(dispatcher, asking, out);
  }
}

}  // namespace

void handle(Dispatcher& dispatcher, kernel::Event const& event, Outbox& out) {
  switch (static_cast<Kind>(event.message.kind)) {
    case Kind::want_slot: {
      std::uint32_t const handle = event.message.as<OfVehicle>().vehicle;
      Vehicle& vehicle = dispatcher.setting.vehicles[handle];
      vehicle.waits(scenarios::Component::queueing, Where{dispatcher.link});
      dispatcher.waiting[vehicle.priority].push_back({handle, out.now()});
      return give_slots(dispatcher, out);
    }
    case Kind::slot_free:
      dispatcher.is_slot_awaited = false;
      return give_slots(dispatcher, out);
    default:
      ensure(false, "a dispatcher got a message that it does not know");
  }
}

}  // namespace shudao::freight
