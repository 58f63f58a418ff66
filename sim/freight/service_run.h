#pragma once
#include "sim/freight/setting.h"

namespace shudao::freight {

/// The timetable of one scheduled service: at each cut-off it hands the terminal of the first stop a new vehicle, named
/// by service and scheduled departure in UTC.
struct ServiceRun {
  Setting& setting;
  scenarios::ServiceId service;
  LocalDay monday = 0;   ///< Of the week of the next departure, at the first stop.
  std::size_t next = 0;  ///< Index into the departures of that week.
};

/// A timetable whose first cut-off is not before the start of the run.
ServiceRun make_service_run(Setting&, scenarios::ServiceId);
/// When the next vehicle is made up: its departure less the cut-off.
SimTime next_cut_off(ServiceRun const&);

void handle(ServiceRun&, kernel::Event const&, kernel::Outbox&);

}  // namespace shudao::freight
