#include "viz/cli/extent.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace shudao::viz::cli {
namespace {

using experiment::PlaceResult;
using experiment::ScenarioResult;
using experiment::ServiceResult;

/// Keeps the first rows by size, the largest first; says how many it drops.
template<class Row, class SizeOf>
std::size_t keep_worst(std::vector<Row>& rows, SizeOf size_of) {
  std::stable_sort(rows.begin(), rows.end(), [&](Row const& a, Row const& b) { return size_of(a) > size_of(b); });
  std::size_t const kept = std::min(rows.size(), kWorstShown), left = rows.size() - kept;
  rows.resize(kept);
  return left;
}

/// What cannot be said counts as nothing.
double amount(experiment::Measure const& measure) { return std::isfinite(measure.value) ? measure.value : 0.0; }

/// The place without what other tables show of it.
PlaceResult bare(PlaceResult place) {
  place.resources.clear();
  place.depot.clear();
  place.empty_share.reset();
  return place;
}

}  // namespace

bool has_empties(std::optional<experiment::Measure> const& share) { return share && share->n > 0 && share->value > 0; }

bool Extent::is_short(std::size_t corridors_in_all) const { return corridors_in_all > kMostInFull && !is_full; }

bool Extent::tells(std::string const& corridor, std::size_t corridors_in_all) const {
  if (corridors.empty()) return !is_short(corridors_in_all);
  return std::find(corridors.begin(), corridors.end(), corridor) != corridors.end();
}

ScenarioResult told(ScenarioResult result, Extent const& extent) {
  std::size_t const all = result.corridors.size();
  auto& corridors = result.corridors;
  corridors.erase(std::remove_if(corridors.begin(), corridors.end(),
                                 [&](auto const& corridor) { return !extent.tells(corridor.id, all); }),
                  corridors.end());
  return result;
}

Worst worst_places(ScenarioResult const& result) {
  Worst worst;
  for (PlaceResult const& place : result.places) {
    for (experiment::ResourceResult const& resource : place.resources) {
      worst.result.places.push_back(bare(place));
      worst.result.places.back().resources = {resource};
    }
  }
  worst.left = keep_worst(worst.result.places,
                          [](PlaceResult const& place) { return amount(place.resources.front().mean_queue); });
  return worst;
}

Worst worst_services(ScenarioResult const& result) {
  Worst worst;
  worst.result.services = result.services;
  worst.left = keep_worst(worst.result.services, [](ServiceResult const& service) {
    return std::pair{amount(service.left_behind_teu_per_departure) * amount(service.departures_per_year),
                     amount(service.load_factor)};
  });
  return worst;
}

Worst worst_depots(ScenarioResult const& result) {
  Worst worst;
  for (PlaceResult const& place : result.places) {
    for (experiment::DepotResult const& depot : place.depot) {
      worst.result.places.push_back(bare(place));
      worst.result.places.back().depot = {depot};
    }
  }
  worst.left = keep_worst(worst.result.places,
                          [](PlaceResult const& place) { return amount(place.depot.front().waited_share); });
  return worst;
}

Worst worst_empties(ScenarioResult const& result) {
  Worst worst;
  auto const share_of = [](auto const& it) { return amount(*it.empty_share); };
  for (PlaceResult const& place : result.places)
    if (has_empties(place.empty_share)) worst.result.places.push_back(place);
  for (ServiceResult const& service : result.services)
    if (has_empties(service.empty_share)) worst.result.services.push_back(service);
  worst.left = keep_worst(worst.result.places, share_of) + keep_worst(worst.result.services, share_of);
  return worst;
}

Worst worst_connections(ScenarioResult const& result) {
  Worst worst;
  for (ServiceResult const& service : result.services) {
    for (experiment::ConnectionResult const& connection : service.connections) {
      worst.result.services.push_back(service);
      worst.result.services.back().connections = {connection};
    }
  }
  worst.left = keep_worst(worst.result.services, [](ServiceResult const& service) {
    return amount(service.connections.front().missed_share);
  });
  return worst;
}

}  // namespace shudao::viz::cli
