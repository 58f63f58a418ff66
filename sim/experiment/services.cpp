#include "sim/experiment/services.h"

#include "sim/experiment/measures.h"

namespace shudao::experiment {
namespace {

/// Length of the leg that a vehicle of the service sets out on at this stop.
double leg_km(scenarios::Service const& service, std::uint32_t stop, scenarios::Scenario const& scenario) {
  return to_km(scenario.links[service.stops.at(stop).onward].distance);
}

}  // namespace

ServiceTally::ServiceTally(scenarios::Scenario const& scenario)
    : scenario_{scenario}, counts_(scenario.services.size()), connections_{scenario} {}

bool ServiceTally::in_window(SimTime at) const { return at >= scenario_.window_start() && at < scenario_.horizon(); }

void ServiceTally::departed(SimTime at, freight::Departed const& fact) {
  if (!in_window(at)) return;
  scenarios::Service const& service = scenario_.services[scenarios::ServiceId{fact.service}];
  Count& count = counts_[fact.service];
  if (fact.stop == 0) ++count.runs;
  count.left_behind += fact.left_behind_teu;
  double const km = leg_km(service, fact.stop, scenario_);
  count.carried_teu_km += fact.teu * km;
  count.offered_teu_km += fact.capacity_teu * km;
}

void ServiceTally::cancelled(SimTime at, freight::Cancelled const& fact) {
  if (in_window(at)) ++counts_.at(fact.service).cancelled;
}

std::vector<ServiceResult> ServiceTally::results() const {
  std::vector<ServiceResult> results;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    Count const& count = counts_[i];
    results.push_back({scenario_.services[scenarios::ServiceId{i}].id, per_year(count.runs, scenario_.window),
                       per_year(count.cancelled, scenario_.window),
                       quotient(count.carried_teu_km, count.offered_teu_km),
                       quotient(static_cast<double>(count.left_behind), static_cast<double>(count.runs)), std::nullopt,
                       connections_.results(scenarios::ServiceId{i})});
  }
  return results;
}

}  // namespace shudao::experiment
