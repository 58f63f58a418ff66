#include "sim/experiment/figures/vehicle_run_tally.h"

#include <algorithm>

namespace shudao::experiment {

VehicleRunTally::VehicleRunTally(scenarios::Scenario const& scenario) : scenario_{scenario} {
  std::int64_t const days = scenario.window.ms() / Duration::from_days(7).ms() / 2 * 7;
  from_ = scenario.window_start() + Duration::from_days(days);
  to_ = from_ + Duration::from_days(7);
}

void VehicleRunTally::vehicle_moved(SimTime at, freight::VehicleMoved const& fact) {
  if (at < from_ || (at >= to_ && runs_.empty())) return;
  scenarios::Service const& service = scenario_.services[scenarios::ServiceId{fact.service}];
  if (!service.is_scheduled()) return;
  bool const sets_off = fact.stop == 0 && !fact.is_arrival;
  if (sets_off && at >= from_ && at < to_) {
    by_vehicle_[fact.vehicle] = runs_.size();
    runs_.push_back({fact.service, std::vector<std::optional<SimTime>>(service.stops.size()),
                     std::vector<std::optional<SimTime>>(service.stops.size())});
  }
  auto const known = by_vehicle_.find(fact.vehicle);
  if (known == by_vehicle_.end()) return;
  Run& run = runs_[known->second];
  (fact.is_arrival ? run.arrivals : run.departures).at(fact.stop) = at;
}

VehicleRun VehicleRunTally::told(Run const& run, int number) const {
  scenarios::Service const& service = scenario_.services[scenarios::ServiceId{run.service}];
  VehicleRun told{service.id, number, {}};
  double km = 0;
  for (std::size_t i = 0; i < service.stops.size(); ++i) {
    scenarios::Stop const& stop = service.stops[i];
    told.stops.push_back({scenario_.places[stop.place].id, km, run.arrivals[i], run.departures[i]});
    if (!stop.onward.is_none()) km += to_km(scenario_.links[stop.onward].distance);
  }
  return told;
}

std::vector<VehicleRun> VehicleRunTally::runs() const {
  std::vector<VehicleRun> all;
  std::vector<int> numbers(scenario_.services.size());
  for (Run const& run : runs_) all.push_back(told(run, ++numbers[run.service]));
  std::stable_sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.service < b.service; });
  return all;
}

}  // namespace shudao::experiment
