#include "sim/experiment/pairing.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "sim/base/time.h"
#include "sim/experiment/measures.h"

namespace shudao::experiment {
namespace {

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
  void add(Sums const& other) {
    teu += other.teu;
    transit_ms += other.transit_ms;
    cost_fen += other.cost_fen;
    co2e_g += other.co2e_g;
    for (std::size_t c = 0; c < component_ms.size(); ++c) component_ms[c] += other.component_ms[c];
  }
};

/// What the pairs of one flow, or of several, come to.
struct Pairs {
  std::int64_t pairs = 0, base_only = 0, alternative_only = 0, touched = 0, direct_ms = 0;
  bool is_exactly_equal = true;
  Sums base, alternative;

  void add(LotValues const& before, LotValues after, bool is_touched) {
    ++pairs;
    base.add(before);
    alternative.add(after);
    if (is_touched) {
      ++touched;
      direct_ms += after.transit_ms - before.transit_ms;
    }
    after.lot = before.lot;  // Flows may be numbered differently.
    is_exactly_equal = is_exactly_equal && before == after;
  }
  void add(Pairs const& other) {
    pairs += other.pairs;
    base_only += other.base_only;
    alternative_only += other.alternative_only;
    touched += other.touched;
    direct_ms += other.direct_ms;
    is_exactly_equal = is_exactly_equal && other.is_exactly_equal;
    base.add(other.base);
    alternative.add(other.alternative);
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

CorridorDifference difference_of(std::string const& corridor, Pairs const& sum) {
  Sums const &base = sum.base, &alternative = sum.alternative;
  CorridorDifference difference;
  difference.corridor = corridor;
  difference.pairs = sum.pairs;
  difference.base_only = sum.base_only;
  difference.alternative_only = sum.alternative_only;
  difference.touched = sum.touched;
  difference.is_exactly_equal = sum.is_exactly_equal && sum.base_only + sum.alternative_only == 0;
  if (sum.pairs == 0) return difference;
  std::int64_t const change_ms = alternative.transit_ms - base.transit_ms;
  difference.transit_time_h = single(hours(change_ms, sum.pairs));
  difference.direct_h = single(hours(sum.direct_ms, sum.pairs));
  difference.relief_h = single(hours(change_ms - sum.direct_ms, sum.pairs));
  difference.base_mean_h = hours(base.transit_ms, sum.pairs);
  difference.alternative_mean_h = hours(alternative.transit_ms, sum.pairs);
  difference.cost_cny_per_teu = per_teu(base.cost_fen, alternative.cost_fen, base, alternative, 100.0);
  difference.co2e_kg_per_teu = per_teu(base.co2e_g, alternative.co2e_g, base, alternative, 1000.0);
  for (std::size_t c = 0; c < difference.components_h.size(); ++c)
    difference.components_h[c] = single(hours(alternative.component_ms[c] - base.component_ms[c], sum.pairs));
  return difference;
}

Measure minus(Measure const& alternative, Measure const& base) {
  return alternative.n == 0 || base.n == 0 ? unobserved() : single(alternative.value - base.value);
}

/// Pairs the consignments of one flow, which both sides tell by ordinal, and counts the others.
Pairs pairs_of(std::vector<LotValues> const& base, std::vector<LotValues> const& alternative, scenarios::FlowId flow,
               scenarios::Touched const& touched) {
  Pairs all;
  auto partner = alternative.begin();
  for (LotValues const& lot : base) {
    while (partner != alternative.end() && partner->lot.ordinal < lot.lot.ordinal) ++partner;
    if (partner == alternative.end()) break;
    if (partner->lot.ordinal == lot.lot.ordinal) all.add(lot, *partner++, touched.is_touched(flow, lot.firm_class));
  }
  all.base_only = static_cast<std::int64_t>(base.size()) - all.pairs;
  all.alternative_only = static_cast<std::int64_t>(alternative.size()) - all.pairs;
  return all;
}

using ByFlow = std::map<std::string, Pairs>;

/// Of every flow that one of the two has, by name.
ByFlow pairs_by_flow(Side const& base, Side const& alternative, scenarios::Touched const& touched) {
  std::map<std::string, scenarios::FlowId> others;
  for (std::size_t i = 0; i < alternative.scenario.flows.size(); ++i)
    others[alternative.scenario.flows[scenarios::FlowId{i}].id] = scenarios::FlowId{i};
  ByFlow all;
  for (std::size_t i = 0; i < base.scenario.flows.size(); ++i) {
    scenarios::FlowId const flow{i};
    auto const other = others.find(base.scenario.flows[flow].id);
    auto const lots = other == others.end() ? std::vector<LotValues>{} : alternative.lots.lots_of(other->second);
    all[base.scenario.flows[flow].id] = pairs_of(base.lots.lots_of(flow), lots, flow, touched);
    if (other != others.end()) others.erase(other);
  }
  for (auto const& [id, flow] : others)
    all[id] = pairs_of({}, alternative.lots.lots_of(flow), scenarios::FlowId::none(), touched);
  return all;
}

std::set<std::string> flows_of(Side const& side, std::size_t corridor) {
  std::set<std::string> ids;
  for (scenarios::FlowId const flow : side.scenario.corridors[scenarios::CorridorId{corridor}].flows)
    ids.insert(side.scenario.flows[flow].id);
  return ids;
}

/// A flow that only one of them counts to the corridor has no pairs in it.
Pairs pairs_in_corridor(ByFlow const& by_flow, std::set<std::string> const& base,
                        std::set<std::string> const& alternative) {
  Pairs sum;
  for (auto const& [flow, pairs] : by_flow) {
    bool const in_base = base.contains(flow), in_alternative = alternative.contains(flow);
    if (in_base && in_alternative) sum.add(pairs);
    if (in_base && !in_alternative) sum.base_only += pairs.pairs + pairs.base_only;
    if (!in_base && in_alternative) sum.alternative_only += pairs.pairs + pairs.alternative_only;
  }
  return sum;
}

CorridorDifference difference_of(std::size_t b, std::size_t a, Side const& base, Side const& alternative,
                                 ByFlow const& by_flow) {
  CorridorResult const &before = base.result.corridors[b], &after = alternative.result.corridors[a];
  CorridorDifference difference =
      difference_of(before.id, pairs_in_corridor(by_flow, flows_of(base, b), flows_of(alternative, a)));
  difference.p95_h = minus(after.transit_time_h.p95, before.transit_time_h.p95);
  difference.throughput_teu_per_year = minus(after.throughput_teu_per_year, before.throughput_teu_per_year);
  return difference;
}

bool has_same_demand(scenarios::Flow const& a, scenarios::Flow const& b) {
  return a.teu_per_year == b.teu_per_year && a.arrivals == b.arrivals && a.monthly == b.monthly &&
         a.weekly == b.weekly && a.lot_teu.mean() == b.lot_teu.mean() && a.lot_teu.variance() == b.lot_teu.variance();
}

bool carries(scenarios::Scenario const& scenario, std::string const& corridor, std::string const& flow) {
  for (scenarios::Corridor const& one : scenario.corridors) {
    if (one.id != corridor) continue;
    return std::any_of(one.flows.begin(), one.flows.end(),
                       [&](scenarios::FlowId id) { return scenario.flows[id].id == flow; });
  }
  return false;
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

std::vector<CorridorDifference> paired(Side const& base, Side const& alternative, scenarios::Touched const& touched) {
  ByFlow const by_flow = pairs_by_flow(base, alternative, touched);
  std::vector<CorridorDifference> differences;
  for (std::size_t b = 0; b < base.result.corridors.size(); ++b) {
    for (std::size_t a = 0; a < alternative.result.corridors.size(); ++a) {
      if (alternative.result.corridors[a].id != base.result.corridors[b].id) continue;
      differences.push_back(difference_of(b, a, base, alternative, by_flow));
    }
  }
  Pairs sum;
  for (auto const& [flow, pairs] : by_flow) sum.add(pairs);
  differences.push_back(difference_of(kAllCorridors, sum));
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

std::string refusal_on(std::string const& corridor, std::vector<std::string> const& refusals,
                       scenarios::Scenario const& base, scenarios::Scenario const& alternative) {
  for (std::string const& refusal : refusals) {
    std::istringstream words{refusal};
    std::string first, flow;
    words >> first >> flow;
    bool const is_on_flow = first == "flow";
    if (!is_on_flow || carries(base, corridor, flow) || carries(alternative, corridor, flow)) return refusal;
  }
  return {};
}

}  // namespace shudao::experiment
