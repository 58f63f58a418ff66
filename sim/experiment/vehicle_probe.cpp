#include <algorithm>

#include "sim/experiment/measures.h"
#include "sim/experiment/probe_kinds.h"
#include "sim/experiment/spread.h"

namespace shudao::experiment {
namespace {

using freight::VehicleMoved;
using scenarios::MeasureKind;
using scenarios::Scenario;
using scenarios::Selector;
using scenarios::Service;
using scenarios::ServiceId;

class VehicleProbe : public Probe {
 public:
  VehicleProbe(Scenario const& scenario, Selector const& selector)
      : scenario_{scenario},
        selector_{selector},
        days_{counted_days(scenario, selector)},
        ends_(scenario.services.size()),
        times_{selector.statistic} {
    for (std::size_t i = 0; i < ends_.size(); ++i) ends_[i] = ends_of(scenario.services[ServiceId{i}]);
  }

  [[nodiscard]] std::vector<freight::FactKind> hears() const override { return {freight::FactKind::vehicle_moved}; }

  void vehicle_moved(SimTime at, VehicleMoved const& fact) override {
    Ends const& ends = ends_.at(fact.service);
    if (!ends.is_meant) return;
    bool const begins = fact.stop == ends.from && fact.is_arrival == selector_.begins_at_arrival;
    bool const is_end = fact.stop == ends.to && fact.is_arrival != selector_.ends_at_departure;
    if (begins && contains(days_, at)) runs_[fact.vehicle] = {at, at, 0, 0};
    auto const run = runs_.find(fact.vehicle);
    if (run == runs_.end()) return;
    if (!begins) follow(run->second, at, fact);
    if (!is_end) return;
    finish(run->second, at);
    runs_.erase(run);
  }

  [[nodiscard]] Measure result(ScenarioResult const&) const override {
    if (selector_.kind == MeasureKind::vehicle_time) return times_.measure();
    return quotient(static_cast<double>(metres_), static_cast<double>(ms_) / 3600.0);
  }

 private:
  /// Which stops of a service are meant.
  struct Ends {
    bool is_meant = false;
    std::uint32_t from = 0, to = 0;
  };
  struct Run {
    SimTime began, set_off;
    std::int64_t metres = 0, moving_ms = 0;
  };

  [[nodiscard]] Ends ends_of(Service const& service) const {
    auto const& wanted = selector_.services;
    Ends ends;
    if (std::find(wanted.begin(), wanted.end(), service.id) == wanted.end()) return ends;
    bool is_left = false;
    for (std::uint32_t i = 0; i < service.stops.size() && !ends.is_meant; ++i) {
      std::string const& place = scenario_.places[service.stops[i].place].id;
      if (!is_left && place == selector_.from) {
        is_left = true;
        ends.from = i;
      }
      if (is_left && place == selector_.to) {
        ends.to = i;
        ends.is_meant = true;
      }
    }
    return ends;
  }

  void follow(Run& run, SimTime at, VehicleMoved const& fact) const {
    if (!fact.is_arrival) {
      run.set_off = at;
      return;
    }
    Service const& service = scenario_.services[ServiceId{fact.service}];
    run.metres += scenario_.links[service.stops[fact.stop - 1].onward].distance.count();
    run.moving_ms += (at - run.set_off).ms();
  }

  void finish(Run const& run, SimTime at) {
    times_.add(at - run.began);
    metres_ += run.metres;
    ms_ += selector_.counts_stops ? (at - run.began).ms() : run.moving_ms;
  }

  Scenario const& scenario_;
  Selector const selector_;
  Interval days_;
  std::vector<Ends> ends_;
  Spread times_;
  std::map<std::uint64_t, Run> runs_;
  std::int64_t metres_ = 0, ms_ = 0;
};

}  // namespace

std::unique_ptr<Probe> vehicle_probe(Scenario const& scenario, Selector const& selector) {
  return std::make_unique<VehicleProbe>(scenario, selector);
}

}  // namespace shudao::experiment
