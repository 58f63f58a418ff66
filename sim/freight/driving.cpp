#include "sim/freight/driving.h"

#include <algorithm>
#include <cmath>

namespace shudao::freight {

using scenarios::Component;

Duration with_rests(scenarios::DriverRule const& driver, Duration driven, Duration driving) {
  std::int64_t const turns = ((driven + driving).ms() - 1) / driver.driving.ms();
  return driving + driver.rest * std::max<std::int64_t>(0, turns);
}

Duration through_the_day(std::vector<double> const& speed_by_hour, TimeZone const& zone, SimTime now, Duration usual) {
  auto left = static_cast<double>(usual.ms());
  SimTime t = now;
  for (;;) {
    auto const day = zone.day_at(t);
    auto const begin_of = [&](std::size_t hour) {
      return hour < 24 ? zone.to_utc(day, Duration::from_min(60 * static_cast<std::int64_t>(hour)))
                       : zone.to_utc(day + 1, Duration{});
    };
    std::size_t hour = 0;
    while (hour < 23 && begin_of(hour + 1) <= t) ++hour;
    SimTime const next = begin_of(hour + 1);
    double const worth = static_cast<double>((next - t).ms()) * speed_by_hour[hour];
    if (worth >= left) {
      // Rounded up, so that nobody comes sooner than the way is long.
      return t - now + Duration::from_ms(static_cast<std::int64_t>(std::ceil(left / speed_by_hour[hour])));
    }
    left -= worth;
    t = next;
  }
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
