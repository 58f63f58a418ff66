#include "sim/freight/arrival.h"

#include "sim/freight/driving.h"

namespace shudao::freight {

void count_presence(scenarios::PlaceId place, std::int64_t delta_teu, kernel::Outbox& out) {
  if (delta_teu == 0) return;
  out.observe(message_of(FactKind::presence, Presence{place.index(), static_cast<std::int32_t>(delta_teu)}));
}

void tell_moved(Setting const& setting, Vehicle const& vehicle, bool is_arrival, kernel::Outbox& out) {
  if (!setting.tells_vehicles) return;
  out.observe(message_of(FactKind::vehicle_moved, VehicleMoved{static_cast<std::uint64_t>(vehicle.name),
                                                               vehicle.service.index(), vehicle.stop, is_arrival}));
}

void arrive(Setting& setting, Vehicle& vehicle, kernel::Outbox& out) {
  auto const& service = setting.scenario().services[vehicle.service];
  charge_way(setting, vehicle, out.now());
  ++vehicle.stop;
  scenarios::PlaceId const place = service.stops[vehicle.stop].place;
  vehicle.at = Where{place};
  count_presence(place, vehicle.teu.count(), out);
  tell_moved(setting, vehicle, true, out);
}

}  // namespace shudao::freight
