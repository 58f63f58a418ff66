#include "sim/freight/driving.h"

#include <algorithm>

namespace shudao::freight {

using scenarios::Component;

Duration with_rests(scenarios::DriverRule const& driver, Duration driven, Duration driving) {
  std::int64_t const turns = ((driven + driving).ms() - 1) / driver.driving.ms();
  return driving + driver.rest * std::max<std::int64_t>(0, turns);
}

void charge_way(Setting const& setting, Vehicle& vehicle, SimTime to) {
  auto const& service = setting.scenario().services[vehicle.service];
  Where const link{service.stops[vehicle.stop].onward};
  auto const charge = [&](Component component, Duration wanted) {
    Duration const time = std::min(wanted, to - vehicle.journal.until());
    vehicle.journal.charge(component, link, link, vehicle.teu, vehicle.journal.until() + time);
    return time;
  };
  if (!service.driver) charge(Component::moving, Duration::max());
  while (vehicle.journal.until() < to) {
    vehicle.driven += charge(Component::moving, service.driver->driving - vehicle.driven);
    if (vehicle.journal.until() == to) return;
    charge(Component::closed, service.driver->rest);
    vehicle.driven = Duration{};
  }
}

}  // namespace shudao::freight
