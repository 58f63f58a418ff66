#include <algorithm>

#include "sim/experiment/measures.h"
#include "sim/experiment/probe_kinds.h"
#include "sim/experiment/spread.h"

namespace shudao::experiment {
namespace {

using freight::FactKind;
using scenarios::MeasureKind;
using scenarios::Scenario;
using scenarios::Selector;

template<class Things>
std::vector<bool> marked(Things const& things, std::vector<std::string> const& ids) {
  std::vector<bool> marks;
  for (auto const& thing : things) marks.push_back(std::find(ids.begin(), ids.end(), thing.id) != ids.end());
  return marks;
}

/// Waits from the facts; queue and utilisation as the account has them.
class ResourceProbe : public Probe {
 public:
  ResourceProbe(Scenario const& scenario, Selector const& selector)
      : selector_{selector},
        days_{counted_days(scenario, selector)},
        resources_{marked(scenario.resources, {selector.resource})},
        waits_{selector.statistic} {}

  [[nodiscard]] std::vector<FactKind> hears() const override { return {FactKind::served}; }
  void served(SimTime, freight::Served const& fact) override {
    SimTime const requested = SimTime::from_ms(fact.requested_ms);
    if (resources_.at(fact.resource) && contains(days_, requested))
      waits_.add(SimTime::from_ms(fact.began_ms) - requested);
  }
  [[nodiscard]] Measure result(ScenarioResult const& told) const override {
    if (selector_.kind == MeasureKind::wait) return waits_.measure();
    for (PlaceResult const& place : told.places) {
      for (ResourceResult const& resource : place.resources) {
        if (resource.id != selector_.resource) continue;
        return selector_.kind == MeasureKind::queue ? resource.mean_queue : resource.utilisation;
      }
    }
    return unobserved();
  }

 private:
  Selector const selector_;
  Interval days_;
  std::vector<bool> resources_;
  Spread waits_;
};

/// TEU or vehicles past a place, a link or out of a service's first stop; load factors; what a place holds.
class CountProbe : public Probe {
 public:
  CountProbe(Scenario const& scenario, Selector const& selector)
      : scenario_{scenario},
        selector_{selector},
        days_{counted_days(scenario, selector)},
        places_{marked(scenario.places, {selector.place})},
        links_{marked(scenario.links, selector.links)},
        services_{marked(scenario.services, selector.services)} {}

  [[nodiscard]] std::vector<FactKind> hears() const override {
    if (!selector_.links.empty()) return {FactKind::entered_link};
    if (!selector_.services.empty()) return {FactKind::departed};
    if (!selector_.place.empty()) return {selector_.counts_vehicles ? FactKind::departed : FactKind::presence};
    return {FactKind::delivered};
  }

  void entered_link(SimTime at, freight::EnteredLink const& fact) override {
    if (links_.at(fact.link)) count(at, fact.teu);
  }
  void delivered(SimTime at, freight::LotEnd const& end) override {
    if (cargo_.concerns(end.lot.flow, end.firm_class) && is_credited(end.lot.flow)) count(at, end.teu);
  }
  void departed(SimTime at, freight::Departed const& fact) override {
    if (selector_.kind == MeasureKind::load_factor) return add_load(at, fact);
    bool const is_ours =
        selector_.place.empty() ? services_.at(fact.service) && fact.stop == 0 : places_.at(fact.place);
    if (is_ours) count(at, fact.teu);
  }
  void presence(SimTime at, freight::Presence const& fact) override {
    if (!places_.at(fact.place)) return;
    if (at >= days_.from && level_.is_before) {
      most_ = level_.teu;  // the level with which the window begins counts too
      level_.is_before = false;
    }
    level_.teu += fact.delta_teu;
    if (contains(days_, at)) most_ = std::max(most_, level_.teu);
    if (fact.delta_teu < 0) count(at, -fact.delta_teu);
  }

  [[nodiscard]] Measure result(ScenarioResult const& told) const override {
    if (selector_.kind == MeasureKind::load_factor) return quotient(carried_, offered_);
    if (selector_.kind == MeasureKind::throughput) return per_year(counted_, days_.to - days_.from);
    if (selector_.statistic == scenarios::Statistic::most)
      return single(static_cast<double>(level_.is_before ? level_.teu : most_));
    for (PlaceResult const& place : told.places) {
      if (place.id == selector_.place) return place.mean_teu_present;
    }
    return unobserved();
  }

 private:
  struct Level {
    std::int64_t teu = 0;
    bool is_before = true;
  };

  [[nodiscard]] bool is_credited(std::uint32_t flow) const {
    if (selector_.credited_to.empty()) return true;
    scenarios::PlaceId const place = scenario_.flows[scenarios::FlowId{flow}].registered_at;
    return !place.is_none() && scenario_.places[place].id == selector_.credited_to;
  }

  void count(SimTime at, std::int64_t teu) {
    if (contains(days_, at)) counted_ += selector_.counts_vehicles ? 1 : teu;
  }
  void add_load(SimTime at, freight::Departed const& fact) {
    if (!services_.at(fact.service) || !contains(days_, at)) return;
    auto const& stops = scenario_.services[scenarios::ServiceId{fact.service}].stops;
    double const km = to_km(scenario_.links[stops[fact.stop].onward].distance);
    carried_ += fact.teu * km;
    offered_ += fact.capacity_teu * km;
  }

  Scenario const& scenario_;
  Selector const selector_;
  CargoFilter cargo_{scenario_, selector_};
  Interval days_;
  std::vector<bool> places_, links_, services_;
  std::int64_t counted_ = 0, most_ = 0;
  Level level_;
  double carried_ = 0, offered_ = 0;
};

}  // namespace

std::unique_ptr<Probe> resource_probe(Scenario const& scenario, Selector const& selector) {
  return std::make_unique<ResourceProbe>(scenario, selector);
}
std::unique_ptr<Probe> count_probe(Scenario const& scenario, Selector const& selector) {
  return std::make_unique<CountProbe>(scenario, selector);
}

}  // namespace shudao::experiment
