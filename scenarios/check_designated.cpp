#include <algorithm>

#include "scenarios/checks.h"
#include "sim/base/is_among.h"

namespace shudao::scenarios {

namespace {

bool passes_designated(Scenario const& scenario, Flow const& flow, Route const& route) {
  auto const places = places_on_way(scenario, flow, route);
  return std::any_of(places.begin(), places.end(),
                     [&](PlaceId place) { return is_among(flow.commodity, scenario.places[place].designated_for); });
}

void check_words(Fields const& world, Scenario const& scenario) {
  for (Place const& place : scenario.places) {
    for (std::size_t i = 0; i < place.designated_for.size(); ++i) {
      if (is_among(place.designated_for[i], scenario.designated_commodities)) continue;
      world.fault_at("places/" + place.id + "/designated_for/" + std::to_string(i), "one of designated_commodities",
                     world.likely(place.designated_for[i], scenario.designated_commodities));
    }
  }
}

/// A route that goes takes its fixed share with it; the others keep their proportions.
void take_away(Flow& flow, std::size_t i) {
  flow.routes.erase(flow.routes.begin() + static_cast<std::ptrdiff_t>(i));
  if (!flow.choice || flow.choice->shares.empty()) return;
  auto& shares = flow.choice->shares;
  shares.erase(shares.begin() + static_cast<std::ptrdiff_t>(i));
  double sum = 0;
  for (double const share : shares) sum += share;
  for (double& share : shares) share = sum > 0 ? share / sum : 1.0;
}

}  // namespace

void exclude_undesignated(Fields const& world, Scenario& scenario) {
  check_words(world, scenario);
  for (Flow& flow : scenario.flows) {
    if (flow.regime != "import" || !is_among(flow.commodity, scenario.designated_commodities)) continue;
    for (std::size_t i = flow.routes.size(); i-- > 0;) {
      if (passes_designated(scenario, flow, flow.routes[i])) continue;
      if (flow.routes.size() == 1) {
        world.fault("flows/" + flow.id + (flow.choice ? "/routes" : "/route"),
                    "no place that is designated for " + flow.commodity,
                    "a way through a place that is \"designated_for\" the commodity");
        break;
      }
      world.reading().notes.push_back("flow " + flow.id + ": the route " + flow.routes[i].name +
                                      " is left out, for it passes no place designated for " + flow.commodity);
      take_away(flow, i);
    }
  }
}

}  // namespace shudao::scenarios
