#include "sim/experiment/route_shares.h"

#include <cmath>

#include "sim/base/time.h"
#include "sim/experiment/as_double.h"
#include "sim/experiment/measures.h"

namespace shudao::experiment {
namespace {

constexpr std::int64_t kMsPerWeek = 604'800'000;
constexpr std::size_t kFewestWeeks = 8;
constexpr double kStandardErrors = 8;

/// What the share settles to is seen late: the second half of the weeks.
std::vector<std::int64_t> later_half(std::vector<std::int64_t> const& weeks) {
  return {weeks.begin() + static_cast<std::ptrdiff_t>(weeks.size() / 2), weeks.end()};
}

}  // namespace

Measure swing(std::vector<std::int64_t> const& taken, std::vector<std::int64_t> const& all) {
  std::int64_t sum_taken = 0, sum_all = 0;
  std::size_t weeks = 0;
  for (std::size_t w = 0; w < all.size(); ++w) {
    sum_taken += taken[w];
    sum_all += all[w];
    if (all[w] > 0) ++weeks;
  }
  if (weeks < kFewestWeeks) return unobserved();
  double const mean = as_double(sum_taken) / as_double(sum_all);
  double squares = 0, chance = 0;
  for (std::size_t w = 0; w < all.size(); ++w) {
    if (all[w] == 0) continue;
    double const from_mean = as_double(taken[w]) / as_double(all[w]) - mean;
    squares += from_mean * from_mean;
    chance += mean * (1 - mean) / as_double(all[w]);
  }
  double const n = static_cast<double>(weeks);
  double const beyond = (squares / (n - 1)) - chance / n;
  bool const is_chance = beyond <= kStandardErrors * (chance / n) * std::sqrt(2 / (n - 1));
  return single(is_chance ? 0.0 : std::sqrt(2 * beyond));
}

RouteTally::RouteTally(scenarios::Scenario const& scenario) : scenario_{scenario} {
  auto const weeks = static_cast<std::size_t>(scenario.window.ms() / kMsPerWeek);
  for (auto const& flow : scenario.flows) {
    taken_.emplace_back(flow.choice ? flow.routes.size() : 0, Weeks{std::vector<std::int64_t>(weeks), 0});
  }
}

void RouteTally::generated(SimTime at, freight::Generated const& fact) {
  auto& routes = taken_[fact.lot.flow];
  if (routes.empty() || at < scenario_.window_start() || at >= scenario_.horizon()) return;
  Weeks& weeks = routes.at(fact.route);
  ++weeks.consignments.at(static_cast<std::size_t>((at - scenario_.window_start()).ms() / kMsPerWeek));
  weeks.teu += fact.teu;
}

FlowResult RouteTally::result_of(scenarios::FlowId id) const {
  auto const& routes = taken_[id.index()];
  std::int64_t teu = 0;
  std::vector<std::int64_t> all(routes.front().consignments.size());
  for (Weeks const& weeks : routes) {
    teu += weeks.teu;
    for (std::size_t w = 0; w < all.size(); ++w) all[w] += weeks.consignments[w];
  }
  FlowResult result{scenario_.flows[id].id, {}};
  for (std::size_t r = 0; r < routes.size(); ++r) {
    RouteResult& route = result.routes.emplace_back();
    route.id = scenario_.flows[id].routes[r].name;
    route.share = quotient(as_double(routes[r].teu), as_double(teu));
    route.swing = swing(later_half(routes[r].consignments), later_half(all));
  }
  return result;
}

std::vector<FlowResult> RouteTally::results(Cohort const& cohort) const {
  std::vector<FlowResult> results;
  for (std::size_t i = 0; i < taken_.size(); ++i) {
    if (taken_[i].empty()) continue;
    scenarios::FlowId const id{i};
    FlowResult& result = results.emplace_back(result_of(id));
    for (std::size_t r = 0; r < result.routes.size(); ++r) {
      FlowTotals::OnRoute const& route = cohort.totals(id).routes.at(r);
      result.routes[r].transit_time_h =
          quotient(as_double(route.transit_ms) / kMsPerHour, as_double(route.consignments));
    }
  }
  return results;
}

}  // namespace shudao::experiment
