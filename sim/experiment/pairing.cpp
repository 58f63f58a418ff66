#include "sim/experiment/pairing.h"

#include <algorithm>
#include <map>

#include "sim/experiment/measures.h"

namespace shudao::experiment {
namespace {

constexpr double kMsPerHour = 3'600'000.0;

/// Sums over the paired consignments of one side.
struct Sums {
  std::int64_t teu = 0, transit_ms = 0, cost_fen = 0, co2e_g = 0;
  std::array<std::int64_t, scenarios::kComponentCount> component_ms{};
  void add(LotValues const& lot) {
    teu += lot.teu;
    transit_ms += lot.transit_ms;
    cost_fen += lot.cost_fen;
    co2e_g += lot.co2e_g;
    for (std::size_t c = 0; c < component_ms.size(); ++c) component_ms[c] += lot.component_ms[c];
  }
};

double hours(std::int64_t ms, std::int64_t count) {
  return static_cast<double>(ms) / static_cast<double>(count) / kMsPerHour;
}

/// Both per TEU of its own side; exactly 0 for equal sums.
Measure per_teu(std::int64_t base, std::int64_t alternative, Sums const& b, Sums const& a, double unit) {
  if (b.teu == 0 || a.teu == 0) return unobserved();
  return single(static_cast<double>(alternative) / unit / static_cast<double>(a.teu) -
                static_cast<double>(base) / unit / static_cast<double>(b.teu));
}

void fill(CorridorDifference& difference, Sums const& base, Sums const& alternative) {
  if (difference.pairs == 0) return;
  difference.transit_time_h = single(hours(alternative.transit_ms - base.transit_ms, difference.pairs));
  difference.base_mean_h = hours(base.transit_ms, difference.pairs);
  difference.alternative_mean_h = hours(alternative.transit_ms, difference.pairs);
  difference.cost_cny_per_teu = per_teu(base.cost_fen, alternative.cost_fen, base, alternative, 100.0);
  difference.co2e_kg_per_teu = per_teu(base.co2e_g, alternative.co2e_g, base, alternative, 1000.0);
  for (std::size_t c = 0; c < difference.components_h.size(); ++c) {
    difference.components_h[c] = single(hours(alternative.component_ms[c] - base.component_ms[c], difference.pairs));
  }
}

Measure minus(Measure const& alternative, Measure const& base) {
  return alternative.n == 0 || base.n == 0 ? unobserved() : single(alternative.value - base.value);
}

/// The flow of that name, if it belongs to the corridor.
std::optional<scenarios::FlowId> flow_called(std::string const& id, scenarios::Corridor const& corridor,
                                             scenarios::Scenario const& scenario) {
  for (scenarios::FlowId const flow : corridor.flows)
    if (scenario.flows[flow].id == id) return flow;
  return std::nullopt;
}

/// Pairs the consignments of one flow, which both sides tell by ordinal, and counts the others.
class Pairs {
 public:
  Pairs(CorridorDifference& difference, Sums& base, Sums& alternative)
      : difference_{difference}, base_{base}, alternative_{alternative} {}

  void add(std::vector<LotValues> const& base, std::vector<LotValues> const& alternative) {
    std::int64_t const before = difference_.pairs;
    auto partner = alternative.begin();
    for (LotValues const& lot : base) {
      while (partner != alternative.end() && partner->lot.ordinal < lot.lot.ordinal) ++partner;
      if (partner == alternative.end()) break;
      if (partner->lot.ordinal == lot.lot.ordinal) add(lot, *partner++);
    }
    std::int64_t const pairs = difference_.pairs - before;
    difference_.base_only += static_cast<std::int64_t>(base.size()) - pairs;
    difference_.alternative_only += static_cast<std::int64_t>(alternative.size()) - pairs;
  }

 private:
  void add(LotValues const& base, LotValues alternative) {
    ++difference_.pairs;
    base_.add(base);
    alternative_.add(alternative);
    alternative.lot = base.lot;  // Flows may be numbered differently.
    difference_.is_exactly_equal = difference_.is_exactly_equal && base == alternative;
  }

  CorridorDifference& difference_;
  Sums &base_, &alternative_;
};

CorridorDifference difference_of(std::size_t b, std::size_t a, Side const& base, Side const& alternative) {
  scenarios::Corridor const& base_corridor = base.scenario.corridors[scenarios::CorridorId{b}];
  scenarios::Corridor const& alternative_corridor = alternative.scenario.corridors[scenarios::CorridorId{a}];
  CorridorDifference difference;
  difference.corridor = base.result.corridors[b].id;
  difference.is_exactly_equal = true;
  Sums base_sums, alternative_sums;
  Pairs pairs{difference, base_sums, alternative_sums};
  for (scenarios::FlowId const flow : base_corridor.flows) {
    auto const same = flow_called(base.scenario.flows[flow].id, alternative_corridor, alternative.scenario);
    pairs.add(base.lots.lots_of(flow), same ? alternative.lots.lots_of(*same) : std::vector<LotValues>{});
  }
  for (scenarios::FlowId const flow : alternative_corridor.flows) {
    bool const is_new = !flow_called(alternative.scenario.flows[flow].id, base_corridor, base.scenario);
    if (is_new) pairs.add({}, alternative.lots.lots_of(flow));
  }
  if (difference.base_only + difference.alternative_only > 0) difference.is_exactly_equal = false;
  fill(difference, base_sums, alternative_sums);
  difference.p95_h =
      minus(alternative.result.corridors[a].transit_time_h.p95, base.result.corridors[b].transit_time_h.p95);
  difference.throughput_teu_per_year =
      minus(alternative.result.corridors[a].throughput_teu_per_year, base.result.corridors[b].throughput_teu_per_year);
  return difference;
}

bool has_same_demand(scenarios::Flow const& a, scenarios::Flow const& b) {
  return a.teu_per_year == b.teu_per_year && a.arrivals == b.arrivals && a.monthly == b.monthly &&
         a.weekly == b.weekly && a.lot_teu.mean() == b.lot_teu.mean() && a.lot_teu.variance() == b.lot_teu.variance();
}

void refuse_other_demand(scenarios::Scenario const& base, scenarios::Scenario const& alternative,
                         std::vector<std::string>& reasons) {
  std::map<std::string, scenarios::Flow const*> others;
  for (scenarios::Flow const& flow : alternative.flows) {
    if (!flow.is_empties) others[flow.id] = &flow;
  }
  for (scenarios::Flow const& flow : base.flows) {
    if (flow.is_empties) continue;  // A plan is not a demand.
    auto const other = others.find(flow.id);
    if (other == others.end()) {
      reasons.push_back("flow " + flow.id + " exists in " + base.id + " only");
    } else if (!has_same_demand(flow, *other->second)) {
      reasons.push_back("flow " + flow.id + " has another demand in " + alternative.id);
    }
    if (other != others.end()) others.erase(other);
  }
  for (auto const& [id, flow] : others) reasons.push_back("flow " + id + " exists in " + alternative.id + " only");
}

}  // namespace

std::vector<CorridorDifference> paired(Side const& base, Side const& alternative) {
  std::vector<CorridorDifference> differences;
  for (std::size_t b = 0; b < base.result.corridors.size(); ++b) {
    for (std::size_t a = 0; a < alternative.result.corridors.size(); ++a) {
      if (alternative.result.corridors[a].id != base.result.corridors[b].id) continue;
      differences.push_back(difference_of(b, a, base, alternative));
    }
  }
  return differences;
}

std::vector<std::string> refusals(scenarios::Scenario const& base, scenarios::Scenario const& alternative) {
  std::vector<std::string> reasons;
  if (base.start != alternative.start || base.warm_up != alternative.warm_up || base.window != alternative.window) {
    reasons.push_back("the windows differ: " + utc_text(base.window_start()) + " to " + utc_text(base.horizon()) +
                      " and " + utc_text(alternative.window_start()) + " to " + utc_text(alternative.horizon()));
  }
  refuse_other_demand(base, alternative, reasons);
  return reasons;
}

}  // namespace shudao::experiment
