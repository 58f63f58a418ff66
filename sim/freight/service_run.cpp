#include "sim/freight/service_run.h"

namespace shudao::freight {

using kernel::Outbox;
using scenarios::Service;

namespace {

Service const& service_of(ServiceRun const& run) { return run.setting.scenario().services[run.service]; }

SimTime departure(ServiceRun const& run) {
  Service const& service = service_of(run);
  scenarios::Departure const& time = service.departures[run.next];
  TimeZone const& zone = run.setting.scenario().places[service.stops.front().place].zone;
  return zone.to_utc(run.monday + time.weekday, time.of_day);
}

void advance(ServiceRun& run) {
  if (++run.next < service_of(run).departures.size()) return;
  run.next = 0;
  run.monday += 7 * service_of(run).every_weeks;
}

}  // namespace

ServiceRun make_service_run(Setting& setting, scenarios::ServiceId id) {
  Service const& service = setting.scenario().services[id];
  SimTime const start = setting.scenario().start;
  LocalDay const today = setting.scenario().places[service.stops.front().place].zone.day_at(start);
  ServiceRun run{setting, id, today - weekday(today) - 7 * service.every_weeks, 0};
  while (next_cut_off(run) < start) advance(run);
  return run;
}

SimTime next_cut_off(ServiceRun const& run) { return departure(run) - service_of(run).cut_off; }

void handle(ServiceRun& run, kernel::Event const&, Outbox& out) {
  Service const& service = service_of(run);
  Vehicle vehicle;
  vehicle.service = run.service;
  vehicle.scheduled = departure(run);
  vehicle.name = name_hash(run.setting.world.name_of(run.service), static_cast<std::uint64_t>(vehicle.scheduled.ms()));
  vehicle.priority = service.priority;
  scenarios::PlaceId const first = service.stops.front().place;
  vehicle.at = Where{first};
  vehicle.journal.restart(out.now());
  std::uint32_t const handle = run.setting.vehicles.put(std::move(vehicle));
  out.send_near(run.setting.addresses.places[first].terminal, Duration{}, message(Kind::form_run, OfVehicle{handle}));
  advance(run);
  out.schedule(next_cut_off(run) - out.now(), message(Kind::next_run, NoBody{}));
}

}  // namespace shudao::freight
