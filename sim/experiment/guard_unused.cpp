#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "scenarios/rule_list.h"
#include "sim/base/time_zone.h"
#include "sim/experiment/as_double.h"
#include "sim/experiment/guard_checks.h"

namespace shudao::experiment {
namespace {

/// Services that some flow has no way around, services on any route, and those on routes of flows left out.
struct Demand {
  std::set<scenarios::ServiceId> fixed, any, left_out;
};

Demand demand_of(scenarios::Scenario const& scenario) {
  Demand demand;
  for (scenarios::Flow const& flow : scenario.flows)
    for (scenarios::Route const& route : flow.routes)
      for (scenarios::RouteLeg const& leg : route.legs) {
        (is_left_out(flow) ? demand.left_out : demand.any).insert(leg.service);
        if (!is_left_out(flow) && !flow.choice && !flow.is_empties) demand.fixed.insert(leg.service);
      }
  return demand;
}

void never_ran(scenarios::Service const& service, ServiceResult const& result, GuardRails& found) {
  bool const is_cancelled = result.cancelled_per_year.value > 0;
  scenarios::Text const why =
      is_cancelled ? scenarios::Text{"每一班都因货量不足而取消", "every departure was cancelled below its minimum"}
                   : scenarios::Text{"窗口内一班也没有开", "not one vehicle left in the window"};
  found.push_back(
      warning(GuardRailKind::service_never_ran, service.id, 0, 1, "departures",
              {fmt::format("{}：{}。", service.name.zh, why.zh), fmt::format("{}: {}.", service.name.en, why.en)}));
}

void always_empty(scenarios::Service const& service, bool has_route, GuardRails& found) {
  scenarios::Text const why = has_route ? scenarios::Text{"没有货物上车", "no cargo ever boarded"}
                                        : scenarios::Text{"没有一条货流的路径用它", "no flow has it on a route"};
  found.push_back(warning(GuardRailKind::service_always_empty, service.id, 0, 0, "1",
                          {fmt::format("{}一直空驶：{}。", service.name.zh, why.zh),
                           fmt::format("{} always ran empty: {}.", service.name.en, why.en)}));
}

void check_use(Examined const& all, GuardRails& found) {
  Demand const demand = demand_of(all.scenario);
  for (std::size_t i = 0; i < all.result.services.size(); ++i) {
    scenarios::ServiceId const id{i};
    scenarios::Service const& service = all.scenario.services[id];
    ServiceResult const& result = all.result.services[i];
    bool const ran = result.departures_per_year.value > 0;
    bool const is_expected = demand.fixed.contains(id) || (service.is_scheduled() && demand.any.contains(id));
    if (!ran && is_expected) never_ran(service, result, found);
    bool const is_wanted = demand.any.contains(id) || !demand.left_out.contains(id);
    if (ran && is_wanted && result.load_factor.n > 0 && result.load_factor.value <= 0)
      always_empty(service, demand.any.contains(id), found);
  }
}

void check_flows(Examined const& all, GuardRails& found) {
  for (std::size_t i = 0; i < all.sum.flows.size(); ++i) {
    scenarios::Flow const& flow = all.scenario.flows[scenarios::FlowId{i}];
    if (flow.is_empties || is_left_out(flow) || all.sum.flows[i].all > 0) continue;
    double const expected = flow.teu_per_year / flow.lot_teu.mean() * all.scenario.window.h() / (365.2425 * 24);
    found.push_back(
        warning(GuardRailKind::silent_flow, flow.id, 0, 1, "consignments",
                {fmt::format("{}在窗口内没有一批货（按需求每次重复应有 {:.2f} 批）。", flow.name.zh, expected),
                 fmt::format("{} brought forth no consignment in the window ({:.2f} a replication are to be expected).",
                             flow.name.en, expected)}));
  }
}

void check_depots(Examined const& all, GuardRails& found) {
  for (PlaceResult const& place : all.result.places) {
    auto const known = std::find_if(all.scenario.places.begin(), all.scenario.places.end(),
                                    [&](scenarios::Place const& p) { return p.id == place.id; });
    for (DepotResult const& depot : place.depot) {
      if (depot.waiting == 0 || known == all.scenario.places.end()) continue;
      found.push_back(warning(
          GuardRailKind::dry_depot, place.id, as_double(depot.waiting), 0, "consignments",
          {fmt::format("{}的空箱（{}）用尽：{} 批货直到运行结束也没有箱。", known->name.zh, depot.kind, depot.waiting),
           fmt::format("{} ran out of empty {} boxes: {} consignments got none to the end of the run.", known->name.en,
                       depot.kind, depot.waiting)}));
    }
  }
}

void check_rules(Examined const& all, GuardRails& found) {
  for (scenarios::Rule const& rule : all.scenario.rules) {
    bool const is_late = rule.from >= all.scenario.horizon();
    bool const has_anybody = is_late || !scenarios::reach_of(all.scenario, rule).flows.empty();
    if (!is_late && has_anybody) continue;
    scenarios::Text const why = is_late
                                    ? scenarios::Text{"它在窗口之后才生效", "its date lies after the window"}
                                    : scenarios::Text{"没有一条货流经过它改变的环节", "no flow meets what it changes"};
    found.push_back(warning(GuardRailKind::idle_rule, rule.id, 0, 1, "flows",
                            {fmt::format("规则“{}”没有触及任何货物：{}。", rule.title_zh, why.zh),
                             fmt::format("The rule “{}” touched nobody: {}.", rule.title_en, why.en)}));
  }
}

void check_disruptions(Examined const& all, GuardRails& found) {
  for (scenarios::Disruption const& d : all.scenario.disruptions) {
    bool const is_meant = d.when.from < d.when.to;
    bool const meets_window = d.when.from < all.scenario.horizon() && d.when.to > all.scenario.window_start();
    if (!is_meant || meets_window) continue;
    bool const is_early = d.when.to <= all.scenario.window_start();
    double const days =
        is_early ? (all.scenario.window_start() - d.when.to).h() / 24 : (d.when.from - all.scenario.horizon()).h() / 24;
    found.push_back(warning(
        GuardRailKind::idle_disruption, d.id, days, 0, "days",
        {fmt::format("中断“{}”在窗口{} {:.0f} 天，不影响结果。", d.name.zh, is_early ? "开始前" : "结束后", days),
         fmt::format("The disruption “{}” lies {:.0f} days {} the window.", d.name.en, days,
                     is_early ? "before" : "after")}));
  }
}

void check_swings(Examined const& all, GuardRails& found) {
  for (FlowResult const& flow : all.result.flows) {
    if (flow.settles()) continue;
    auto const worst = std::max_element(flow.routes.begin(), flow.routes.end(),
                                        [](auto const& a, auto const& b) { return a.swing.value < b.swing.value; });
    auto const known = std::find_if(all.scenario.flows.begin(), all.scenario.flows.end(),
                                    [&](scenarios::Flow const& f) { return f.id == flow.id; });
    scenarios::Text const name = known == all.scenario.flows.end() ? scenarios::Text{flow.id, flow.id} : known->name;
    double const percent = 100 * worst->swing.value;
    found.push_back(
        warning(GuardRailKind::swinging_shares, flow.id, worst->swing.value, FlowResult::kWidestSwing, "1",
                {fmt::format("{}走“{}”的份额每周上下摆动 {:.0f}%，没有稳定下来。", name.zh, worst->id, percent),
                 fmt::format("The share of {} by “{}” swings by {:.0f} % from week to week and does not settle.",
                             name.en, worst->id, percent)}));
  }
}

}  // namespace

void check_unused(Examined const& all, GuardRails& found) {
  check_use(all, found);
  check_flows(all, found);
  check_depots(all, found);
  check_rules(all, found);
  check_disruptions(all, found);
  check_swings(all, found);
}

}  // namespace shudao::experiment
