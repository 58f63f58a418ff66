#include "sim/experiment/figures/chain_results.h"

#include <algorithm>
#include <numeric>

#include "sim/base/time.h"
#include "sim/experiment/as_double.h"
#include "sim/experiment/measures.h"

namespace shudao::experiment {
namespace {

/// Totals at one place of a chain, over its routes.
struct AtPlace {
  double arrival_ms = 0, departure_ms = 0, arrival_fen = 0, departure_fen = 0, co2e_g = 0;
};

/// Totals of one chain.
struct Totals {
  std::int64_t consignments = 0, teu = 0;
  double fen = 0, tariff_fen = 0, co2e_g = 0, tonnes = 0;
  std::vector<AtPlace> places;
  std::vector<double> tariff_on_fen, co2e_on_g;  ///< By link.
};

/// Interest on what a TEU is worth, in fen, for every ms under way.
double inventory_fen_per_ms(scenarios::Flow const& flow) {
  return flow.value_cny_per_teu * 100.0 * flow.interest_per_year / as_double(kYearMs);
}

void add_route(Totals& totals, scenarios::Flow const& flow, RouteShape const& shape, RouteSums const& sums) {
  double const teu = as_double(sums.trips.teu);
  double const interest = inventory_fen_per_ms(flow);
  double fen = 0, co2e_g = 0;
  for (std::size_t p = 0; p < shape.places.size(); ++p) {
    AtPlace& at = totals.places[p];
    at.arrival_ms += as_double(sums.arrival_ms[p]);
    at.departure_ms += as_double(sums.departure_ms[p]);
    at.arrival_fen += fen + interest * as_double(sums.teu_arrival_ms[p]);
    fen += (shape.handling_in_fen[p] + shape.handling_out_fen[p]) * teu + as_double(sums.paid_fen[p]);
    at.departure_fen += fen + interest * as_double(sums.teu_departure_ms[p]);
    at.co2e_g += co2e_g;
    if (p == shape.links.size()) break;
    fen += shape.tariff_fen[p] * teu;
    co2e_g += shape.co2e_g[p] * teu;
    totals.tariff_on_fen[p] += shape.tariff_fen[p] * teu;
    totals.co2e_on_g[p] += shape.co2e_g[p] * teu;
  }
}

Totals totals_of(Chain const& chain, scenarios::Scenario const& scenario, ChainTally const& tally) {
  Totals totals;
  auto const& [first_flow, first_route] = chain.routes.front();
  std::size_t const links = tally.shape(first_flow, first_route).links.size();
  totals.places.resize(links + 1);
  totals.tariff_on_fen.resize(links);
  totals.co2e_on_g.resize(links);
  for (auto const& [id, route] : chain.routes) {
    RouteSums const& sums = tally.sums(id, route);
    add_route(totals, scenario.flows[id], tally.shape(id, route), sums);
    totals.consignments += sums.consignments;
    totals.teu += sums.teu;
    totals.fen += as_double(std::accumulate(sums.cost_items.begin(), sums.cost_items.end(), std::int64_t{0}));
    totals.tariff_fen += as_double(sums.cost_items[static_cast<std::size_t>(scenarios::CostItem::tariff)] +
                                   sums.cost_items[static_cast<std::size_t>(scenarios::CostItem::subsidy)]);
    totals.co2e_g += as_double(sums.co2e_g);
    totals.tonnes += as_double(sums.teu) * scenario.flows[id].tonnes_per_teu;
  }
  totals.places.back().departure_fen = totals.fen;
  totals.places.back().co2e_g = totals.co2e_g;
  return totals;
}

template<class Counts>
Measure quantile(Counts const& counts, int percent) {
  return counts.count() == 0 ? unobserved() : single(counts.quantile_h(percent));
}

std::vector<ChainPoint> points_of(Totals const& totals, RouteShape const& shape, ChainTally::Counts const& counts,
                                  scenarios::Scenario const& scenario) {
  std::vector<ChainPoint> points;
  auto const hours = [&](double ms) { return quotient(ms / kMsPerHour, as_double(totals.consignments)); };
  auto const cny = [&](double fen) { return quotient(fen / 100.0, as_double(totals.teu)); };
  for (std::size_t p = 0; p < shape.places.size(); ++p) {
    AtPlace const& at = totals.places[p];
    Measure const zero = totals.consignments > 0 ? single(0) : unobserved();
    bool const is_last = p == shape.links.size();
    auto const leaves = [&](int percent) {
      return is_last ? quantile(counts.delivery, percent) : quantile(counts.departure[p], percent);
    };
    points.push_back({scenario.places[shape.places[p]].id, shape.km[p], hours(at.arrival_ms),
                      p == 0 ? zero : quantile(counts.arrival[p], 10), p == 0 ? zero : quantile(counts.arrival[p], 90),
                      hours(at.departure_ms), leaves(10), leaves(90), cny(at.arrival_fen), cny(at.departure_fen),
                      quotient(at.co2e_g / 1000.0, as_double(totals.teu))});
  }
  return points;
}

/// The services of all routes of the chain on its leg, each once, by id.
std::vector<std::string> services_of(Chain const& chain, std::size_t leg, scenarios::Scenario const& scenario) {
  std::vector<std::string> services;
  for (auto const& [flow, route] : chain.routes) {
    services.push_back(scenario.services[scenario.flows[flow].routes[route].legs[leg].service].id);
  }
  std::sort(services.begin(), services.end());
  services.erase(std::unique(services.begin(), services.end()), services.end());
  return services;
}

/// What is left of a sum falls to its last part, so that the parts add up.
std::vector<double> by_leg(std::vector<double> const& by_link, std::vector<std::size_t> const& boardings, double sum) {
  std::vector<double> legs;
  for (std::size_t leg = 0; leg + 1 < boardings.size(); ++leg) {
    legs.push_back(std::accumulate(by_link.begin() + static_cast<std::ptrdiff_t>(boardings[leg]),
                                   by_link.begin() + static_cast<std::ptrdiff_t>(boardings[leg + 1]), 0.0));
    sum -= legs.back();
  }
  legs.push_back(sum);
  return legs;
}

std::vector<ChainElement> elements_of(Totals const& totals, Chain const& chain, RouteShape const& shape,
                                      scenarios::Scenario const& scenario) {
  std::vector<ChainElement> elements;
  std::vector<double> const tariffs = by_leg(totals.tariff_on_fen, shape.boardings, totals.tariff_fen);
  std::vector<double> const emissions = by_leg(totals.co2e_on_g, shape.boardings, totals.co2e_g);
  for (std::size_t leg = 0; leg < shape.boardings.size(); ++leg) {
    std::size_t const from = shape.boardings[leg];
    std::size_t const to = leg + 1 < shape.boardings.size() ? shape.boardings[leg + 1] : shape.links.size();
    double const km = shape.km[to] - shape.km[from];
    elements.push_back({scenario.places[shape.places[from]].id, scenario.places[shape.places[to]].id,
                        scenarios::name_of(scenario.links[shape.links[from]].mode), services_of(chain, leg, scenario),
                        km, quotient(tariffs[leg] / 100.0, as_double(totals.teu)),
                        quotient(emissions[leg] / 1000.0, as_double(totals.teu)),
                        quotient(emissions[leg], totals.tonnes * km)});
  }
  return elements;
}

}  // namespace

std::vector<ChainResult> chain_results(scenarios::Scenario const& scenario, scenarios::CorridorId corridor,
                                       ChainTally const& tally) {
  std::vector<Chain> const& chains = tally.chains(corridor);
  std::vector<Totals> totals;
  for (Chain const& chain : chains) totals.push_back(totals_of(chain, scenario, tally));
  std::int64_t teu = 0;
  for (Totals const& one : totals) teu += one.teu;
  std::vector<ChainResult> results;
  for (std::size_t c = 0; c < chains.size(); ++c) {
    auto const& [flow, route] = chains[c].routes.front();
    RouteShape const& shape = tally.shape(flow, route);
    results.push_back({quotient(as_double(totals[c].teu), as_double(teu)), totals[c].consignments,
                       points_of(totals[c], shape, tally.counts(corridor)[c], scenario),
                       elements_of(totals[c], chains[c], shape, scenario)});
  }
  return results;
}

}  // namespace shudao::experiment
