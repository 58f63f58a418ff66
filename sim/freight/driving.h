#pragma once
#include <vector>

#include "sim/freight/setting.h"

namespace shudao::freight {

/// How long a way of `driving` at the wheel takes a driver who has driven `driven` since his last rest: he rests each
/// time his turn at the wheel is over and there is way left.
Duration with_rests(scenarios::DriverRule const&, Duration driven, Duration driving);

/// How long a way takes from `now` on that takes `usual` at the usual speed, where each local hour has its factor of it
/// (24, > 0).
Duration through_the_day(std::vector<double> const& speed_by_hour, TimeZone const&, SimTime now, Duration usual);

/// Charges the vehicle's time on its link up to `to`: moving, and closed while the driver rests.
void charge_way(Setting const&, Vehicle&, SimTime to);

}  // namespace shudao::freight
