#include "sim/experiment/merging.h"

#include <algorithm>
#include <map>

#include "sim/experiment/breaches.h"
#include "sim/experiment/figures/merge_figures.h"
#include "sim/experiment/merge_measures.h"

namespace shudao::experiment {
namespace {

constexpr std::size_t kMostCauses = 12;

/// The same thing in all replications.
template<class Result, class Pick>
std::vector<Result const*> across(std::vector<Replication> const& replications, Pick const& pick) {
  std::vector<Result const*> parts;
  for (Replication const& replication : replications) parts.push_back(&pick(replication.result));
  return parts;
}

std::vector<Cause> merged_causes(std::vector<CorridorResult const*> const& parts) {
  using Key = std::pair<scenarios::Component, std::string>;
  std::map<Key, std::vector<Measure>> hours;
  for (CorridorResult const* part : parts) {
    for (Cause const& cause : part->causes) hours[{cause.component, cause.where}];
  }
  for (CorridorResult const* part : parts) {
    if (part->consignments == 0) continue;
    std::map<Key, double> here;
    for (Cause const& cause : part->causes) here[{cause.component, cause.where}] = cause.hours.value;
    for (auto& [key, column] : hours) column.push_back(single(here.contains(key) ? here[key] : 0.0));
  }
  std::vector<Cause> causes;
  for (auto const& [key, column] : hours) causes.push_back({key.first, key.second, over_replications(column)});
  std::stable_sort(causes.begin(), causes.end(),
                   [](Cause const& a, Cause const& b) { return a.hours.value > b.hours.value; });
  if (causes.size() > kMostCauses) causes.resize(kMostCauses);
  return causes;
}

std::vector<Held> merged_held(std::vector<Replication> const& replications) {
  std::map<std::pair<scenarios::Component, std::string>, std::int64_t> counts;
  for (Replication const& replication : replications) {
    for (Held const& held : replication.result.held) counts[{held.component, held.where}] += held.consignments;
  }
  std::vector<Held> all;
  for (auto const& [key, count] : counts) all.push_back({key.first, key.second, count});
  std::stable_sort(all.begin(), all.end(),
                   [](Held const& a, Held const& b) { return a.consignments > b.consignments; });
  return all;
}

CorridorResult merged_corridor(std::vector<CorridorResult const*> const& parts) {
  CorridorResult result = *parts.front();
  merge_measures(result, parts);
  result.causes = merged_causes(parts);
  result.consignments = result.unfinished = 0;
  for (CorridorResult const* part : parts) {
    result.consignments += part->consignments;
    result.unfinished += part->unfinished;
  }
  return result;
}

/// A measure that not every world has; all replications of one have it or none.
template<class Result>
void merge_optional(Result& into, std::vector<Result const*> const& parts, std::optional<Measure> Result::*which) {
  std::vector<Measure> found;
  for (Result const* part : parts) {
    if (part->*which) found.push_back(*(part->*which));
  }
  (into.*which).reset();
  if (!found.empty()) into.*which = over_replications(found);
}

PlaceResult merged_place(std::vector<PlaceResult const*> const& parts) {
  PlaceResult result = *parts.front();
  merge_measures(result, parts);
  merge_optional(result, parts, &PlaceResult::max_yard_teu);
  merge_optional(result, parts, &PlaceResult::empty_teu_per_year);
  merge_optional(result, parts, &PlaceResult::empty_share);
  merge_items(result, parts, &PlaceResult::resources);
  merge_items(result, parts, &PlaceResult::depot);
  for (std::size_t i = 0; i < result.depot.size(); ++i) {
    result.depot[i].waiting = 0;
    for (PlaceResult const* part : parts) result.depot[i].waiting += part->depot.at(i).waiting;
  }
  return result;
}

ServiceResult merged_service(std::vector<ServiceResult const*> const& parts) {
  ServiceResult result = *parts.front();
  merge_measures(result, parts);
  merge_optional(result, parts, &ServiceResult::empty_share);
  merge_items(result, parts, &ServiceResult::connections);
  return result;
}

template<class PickLaw>
Law merged_law(std::vector<Replication> const& replications, PickLaw const& pick) {
  Breaches breaches;
  for (Replication const& replication : replications) {
    for (std::string const& breach : pick(replication.result.laws).breaches) {
      breaches.add("replication " + std::to_string(replication.number) + ": " + breach);
    }
  }
  return breaches.law();
}

Laws merged_laws(std::vector<Replication> const& replications) {
  return {merged_law(replications, [](Laws const& laws) -> Law const& { return laws.conservation; }),
          merged_law(replications, [](Laws const& laws) -> Law const& { return laws.ledger; }),
          merged_law(replications, [](Laws const& laws) -> Law const& { return laws.little; }),
          merged_law(replications, [](Laws const& laws) -> Law const& { return laws.capacity; }),
          merged_law(replications, [](Laws const& laws) -> Law const& { return laws.boxes; })};
}

template<class Pick>
Fingerprint in_order(std::vector<Replication> const& replications, Pick const& pick) {
  Digest digest;
  for (Replication const& replication : replications) {
    digest.add(pick(replication.result).high);
    digest.add(pick(replication.result).low);
  }
  return digest.value();
}

void merge_tables(ScenarioResult& result, std::vector<Replication> const& replications) {
  for (std::size_t i = 0; i < result.corridors.size(); ++i) {
    result.corridors[i] = merged_corridor(across<CorridorResult>(
        replications, [&](ScenarioResult const& r) -> CorridorResult const& { return r.corridors.at(i); }));
  }
  for (std::size_t i = 0; i < result.places.size(); ++i) {
    result.places[i] = merged_place(across<PlaceResult>(
        replications, [&](ScenarioResult const& r) -> PlaceResult const& { return r.places.at(i); }));
  }
  for (std::size_t i = 0; i < result.services.size(); ++i) {
    result.services[i] = merged_service(across<ServiceResult>(
        replications, [&](ScenarioResult const& r) -> ServiceResult const& { return r.services.at(i); }));
  }
  for (std::size_t i = 0; i < result.flows.size(); ++i) {
    for (std::size_t k = 0; k < result.flows[i].routes.size(); ++k) {
      auto const pick = [&](ScenarioResult const& r) -> RouteResult const& { return r.flows.at(i).routes.at(k); };
      merge_measures(result.flows[i].routes[k], across<RouteResult>(replications, pick));
    }
  }
}

}  // namespace

ScenarioResult merged(std::vector<Replication> const& replications) {
  if (replications.empty()) return {};
  ScenarioResult result = replications.front().result;
  merge_tables(result, replications);
  result.figures =
      merged(across<Figures>(replications, [](ScenarioResult const& r) -> Figures const& { return r.figures; }));
  result.laws = merged_laws(replications);
  result.run_digest = in_order(replications, [](ScenarioResult const& r) { return r.run_digest; });
  result.ledger_digest = in_order(replications, [](ScenarioResult const& r) { return r.ledger_digest; });
  result.replications = static_cast<std::int64_t>(replications.size());
  result.events = 0;
  result.consignment_legs = result.unfinished = 0;
  result.held = merged_held(replications);
  result.evidence = {};
  for (Replication const& replication : replications) {
    result.events += replication.result.events;
    result.consignment_legs += replication.result.consignment_legs;
    result.unfinished += replication.result.unfinished;
  }
  return result;
}

CorridorDifference merged(std::vector<CorridorDifference const*> const& parts) {
  CorridorDifference result = *parts.front();
  merge_measures(result, parts);
  result.is_exactly_equal = true;
  result.pairs = result.base_only = result.alternative_only = result.touched = 0;
  std::vector<double> base, alternative;
  for (CorridorDifference const* part : parts) {
    result.is_exactly_equal = result.is_exactly_equal && part->is_exactly_equal;
    result.pairs += part->pairs;
    result.base_only += part->base_only;
    result.alternative_only += part->alternative_only;
    result.touched += part->touched;
    if (part->pairs == 0) continue;
    base.push_back(part->base_mean_h);
    alternative.push_back(part->alternative_mean_h);
  }
  std::vector<Measure> base_means, alternative_means;
  for (double const mean : base) base_means.push_back(single(mean));
  for (double const mean : alternative) alternative_means.push_back(single(mean));
  result.base_mean_h = over_replications(base_means).value;
  result.alternative_mean_h = over_replications(alternative_means).value;
  result.correlation = correlation(base, alternative);
  return result;
}

}  // namespace shudao::experiment
