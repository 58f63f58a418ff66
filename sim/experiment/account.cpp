#include "sim/experiment/account.h"

#include "sim/base/time.h"
#include "sim/experiment/as_double.h"
#include "sim/experiment/measures.h"

namespace shudao::experiment {

Account::Account(scenarios::Scenario const& scenario, Fault fault, KeepLots keep)
    : scenario_{scenario},
      cohort_{scenario, keep},
      sample_{scenario},
      ledger_law_{scenario},
      figures_{scenario},
      evidence_{scenario},
      lots_{{&cohort_, &sample_, &ledger_law_, &figures_.lots(), &evidence_}},
      deliveries_{scenario},
      places_{scenario},
      resources_{scenario},
      services_{scenario},
      routes_{scenario},
      conservation_{scenario},
      little_{scenario},
      capacity_{scenario},
      box_law_{scenario},
      boxes_{scenario},
      facts_{listeners()},
      planter_{fault, facts_} {}

/// Who would hear nothing is not asked to listen.
std::vector<FactListener*> Account::listeners() {
  std::vector<FactListener*> all{&lots_,         &deliveries_, &places_,   &resources_, &services_, &routes_,
                                 &conservation_, &little_,     &capacity_, &evidence_,  &figures_};
  if (!scenario_.boxes.empty()) all.insert(all.end(), {&box_law_, &boxes_});
  return all;
}

ScenarioResult Account::result(SimTime end) {
  places_.finish(end);
  boxes_.finish(end);
  ScenarioResult result;
  result.scenario = scenario_.id;
  result.title = scenario_.title;
  result.fingerprint = scenario_.fingerprint;
  result.replications = 1;
  result.ledger_digest = cohort_.ledger_digest();
  result.laws = {conservation_.verdict(places_), ledger_law_.verdict(), little_.verdict(places_),
                 capacity_.verdict(resources_), box_law_.verdict(end)};
  result.corridors = corridor_results(scenario_, cohort_, deliveries_);
  result.places = place_results();
  result.services = services_.results();
  result.flows = routes_.results(cohort_);
  result.figures = figures_.figures(cohort_, resources_);
  if (!scenario_.boxes.empty()) add_empties(result);
  result.consignment_legs = deliveries_.legs();
  result.unfinished = cohort_.unfinished();
  for (auto const& [key, consignments] : cohort_.held()) {
    auto const& [component, kind, index] = key;
    result.held.push_back({component, freight::name_of(freight::Where::of(kind, index), scenario_), consignments});
  }
  result.evidence = evidence_.evidence(end, cohort_, resources_);
  return result;
}

void Account::add_empties(ScenarioResult& result) const {
  for (std::size_t i = 0; i < result.places.size(); ++i) {
    scenarios::PlaceId const id{i};
    std::int64_t const empty = boxes_.empty_teu(id);
    result.places[i].depot = boxes_.depots(id);
    result.places[i].empty_teu_per_year = per_year(empty, scenario_.window);
    result.places[i].empty_share = quotient(as_double(empty), as_double(places_.counts()[i].left_in_window));
  }
  for (std::size_t i = 0; i < result.services.size(); ++i) {
    scenarios::ServiceId const id{i};
    result.services[i].empty_share = quotient(boxes_.empty_teu_km(id), services_.carried_teu_km(id));
  }
}

ResourceResult Account::resource_result(scenarios::ResourceId id) const {
  ResourceTally::Work const& work = resources_.work(id);
  return {scenario_.resources[id].id, quotient(as_double(work.busy_ms), as_double(resources_.open_ms(id))),
          quotient(as_double(work.waiting_ms), as_double(scenario_.window.ms())),
          quotient(as_double(work.wait_ms) / kMsPerHour, as_double(work.visits))};
}

std::vector<PlaceResult> Account::place_results() const {
  std::vector<PlaceResult> results;
  for (std::size_t i = 0; i < scenario_.places.size(); ++i) {
    PlaceTally::Count const& count = places_.counts()[i];
    Cohort::Stays const& stays = cohort_.stays()[i];
    PlaceResult& result = results.emplace_back();
    result.id = scenario_.places[scenarios::PlaceId{i}].id;
    result.throughput_teu_per_year = per_year(count.left_in_window, scenario_.window);
    result.dwell_h = quotient(as_double(stays.ms) / kMsPerHour, as_double(stays.consignments));
    result.mean_teu_present = quotient(as_double(count.area_window_ms), as_double(scenario_.window.ms()));
    if (count.most_in_yard) result.max_yard_teu = single(as_double(*count.most_in_yard));
    for (std::size_t r = 0; r < scenario_.resources.size(); ++r) {
      scenarios::ResourceId const id{r};
      if (scenario_.resources[id].place.index() == i) result.resources.push_back(resource_result(id));
    }
  }
  return results;
}

}  // namespace shudao::experiment
