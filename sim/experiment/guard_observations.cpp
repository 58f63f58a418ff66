#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/experiment/as_double.h"
#include "sim/experiment/guard_checks.h"
#include "sim/experiment/statistics/paired_test.h"
#include "sim/experiment/statistics/t_interval.h"

namespace shudao::experiment {
namespace {

constexpr std::int64_t kEnough = 30;
constexpr double kAtEdge = 1.96;  // Standard errors of the 95 % interval.

scenarios::Text const& corridor_name(Examined const& all, std::size_t i) {
  return all.scenario.corridors[scenarios::CorridorId{i}].name;
}

void check_replications(Examined const& all, GuardRails& found) {
  std::int64_t const n = all.result.replications;
  if (n >= 10) return;
  auto const kind = n < 2 ? GuardRailKind::one_replication : GuardRailKind::few_replications;
  scenarios::Text const alone{"只有一次重复：任何数字都没有置信区间。",
                              "There is one replication only: no figure has an interval."};
  scenarios::Text const few{fmt::format("只有 {} 次重复：区间较宽，本身也不太准。", n),
                            fmt::format("There are {} replications: intervals are wide, and not very sure.", n)};
  found.push_back(warning(kind, all.scenario.id, as_double(n), n < 2 ? 2 : 10, "replications", n < 2 ? alone : few));
}

bool is_idle(Examined const& all, std::size_t corridor) {
  auto const& flows = all.scenario.corridors[scenarios::CorridorId{corridor}].flows;
  return std::all_of(flows.begin(), flows.end(),
                     [&](scenarios::FlowId id) { return is_left_out(all.scenario.flows[id]); });
}

void check_corridor_sizes(Examined const& all, GuardRails& found) {
  for (std::size_t i = 0; i < all.result.corridors.size(); ++i) {
    if (is_idle(all, i)) continue;
    CorridorResult const& result = all.result.corridors[i];
    double const each = as_double(result.consignments) / as_double(all.result.replications);
    scenarios::Text const& name = corridor_name(all, i);
    if (result.consignments < kEnough) {
      found.push_back(
          warning(GuardRailKind::few_consignments, result.id, as_double(result.consignments), as_double(kEnough),
                  "consignments",
                  {fmt::format("{}：所有重复一共只有 {} 批货。", name.zh, result.consignments),
                   fmt::format("{}: {} consignments in all replications together.", name.en, result.consignments)}));
    } else if (each < 20) {
      found.push_back(warning(GuardRailKind::few_for_quantile, result.id, each, 20, "consignments",
                              {fmt::format("{}：每次重复约 {:.0f} 批货。", name.zh, each),
                               fmt::format("{}: about {:.0f} consignments a replication.", name.en, each)}));
    }
  }
}

/// A share of `all`: of how many it is, and how far off chance may put it.
struct Share {
  std::string where;
  scenarios::Text what;
  std::int64_t some = 0, all = 0;
};

/// How far off chance may put the share of rare events: by the normal law of counts, and where none was seen by the
/// rule of three (Hanley and Lippman-Hand, "If nothing goes wrong, is everything all right?", JAMA 249 (1983),
/// 1743–1745).
double off_by_chance(std::int64_t events, std::int64_t all) {
  return events == 0 ? 3.0 / as_double(all) : kAtEdge * std::sqrt(as_double(events)) / as_double(all);
}

scenarios::Text never_seen(Share const& share, double off) {
  return {fmt::format("{}出自 {} 批货，全部一样：例外可达 {:.1f}%。", share.what.zh, share.all, 100 * off),
          fmt::format("{} rests on {} consignments that all went the same way: exceptions may be up to {:.1f} %.",
                      share.what.en, share.all, 100 * off)};
}

scenarios::Text seldom_seen(Share const& share, std::int64_t events, double off) {
  return {fmt::format("{}只出自 {} 个罕见事件（共 {} 批货）：±{:.1f} 个百分点。", share.what.zh, events, share.all,
                      100 * off),
          fmt::format("{} rests on {} rare events among {} consignments: ±{:.1f} percentage points.", share.what.en,
                      events, share.all, 100 * off)};
}

/// Fewer than 30 observations say little; fewer than 30 events, too, unless the share is known to two points anyway.
void judge(Share const& share, GuardRails& found) {
  constexpr double kWellKnown = 0.02;
  if (share.all == 0) return;
  if (share.all < kEnough) {
    found.push_back(warning(GuardRailKind::few_observations, share.where, as_double(share.all), as_double(kEnough),
                            "consignments",
                            {fmt::format("{}只出自 {} 批货。", share.what.zh, share.all),
                             fmt::format("{} rests on {} consignments.", share.what.en, share.all)}));
    return;
  }
  std::int64_t const events = std::min(share.some, share.all - share.some);
  double const off = off_by_chance(events, share.all);
  if (events >= kEnough || off <= kWellKnown) return;
  found.push_back(warning(GuardRailKind::rare_events, share.where, as_double(events), as_double(kEnough), "events",
                          events == 0 ? never_seen(share, off) : seldom_seen(share, events, off)));
}

void check_shares(Examined const& all, GuardRails& found) {
  for (std::size_t i = 0; i < all.sum.corridors.size(); ++i) {
    Evidence::Corridor const& c = all.sum.corridors[i];
    scenarios::Text const& name = corridor_name(all, i);
    std::string const& id = all.result.corridors[i].id;
    bool const is_small = all.result.corridors[i].consignments < kEnough;  // Said already.
    if (is_small) continue;
    judge({id, {name.zh + "的准时率", "The share in time on " + name.en}, c.in_time, c.with_due}, found);
    judge({id, {name.zh + "的变质率", "The share spoiled on " + name.en}, c.spoiled, c.perishable}, found);
  }
  for (std::size_t i = 0; i < all.sum.connections.size(); ++i) {
    scenarios::Service const& service = all.scenario.services[scenarios::ServiceId{i}];
    judge({service.id,
           {service.name.zh + "的误接率", "The share of missed connections to " + service.name.en},
           all.sum.connections[i].some,
           all.sum.connections[i].all},
          found);
  }
}

/// Hours in inspection that few consignments bring about, where they are worth telling at all.
void check_inspections(Examined const& all, GuardRails& found) {
  constexpr double kOfMean = 0.02;
  for (std::size_t i = 0; i < all.sum.corridors.size(); ++i) {
    CorridorResult const& result = all.result.corridors[i];
    std::int64_t const events = all.sum.corridors[i].inspected;
    double const hours = result.components_h[static_cast<std::size_t>(scenarios::Component::inspection)].value;
    if (events == 0 || events >= kEnough || result.consignments < kEnough) continue;
    double const off = kAtEdge * hours / std::sqrt(as_double(events));
    if (off <= kOfMean * result.transit_time_h.mean.value) continue;
    scenarios::Text const& name = corridor_name(all, i);
    found.push_back(warning(
        GuardRailKind::rare_events, result.id, as_double(events), as_double(kEnough), "events",
        {fmt::format("{}的查验时间（{:.1f} 小时）只出自 {} 批被查验的货：±{:.1f} 小时。", name.zh, hours, events, off),
         fmt::format("The hours of inspection on {} ({:.1f} h) rest on {} inspected consignments: ±{:.1f} h.", name.en,
                     hours, events, off)}));
  }
}

/// Routes that so few took that the time of these says little.
void check_routes(Examined const& all, GuardRails& found) {
  std::size_t next = 0;
  for (scenarios::Flow const& flow : all.scenario.flows) {
    for (scenarios::Route const& route : flow.routes) {
      Evidence::Count const& count = all.sum.routes[next++];
      bool const is_quoted = flow.choice.has_value() && count.some > 0;
      if (!is_quoted || count.some >= kEnough || count.all < kEnough) continue;
      found.push_back(warning(
          GuardRailKind::few_observations, flow.id, as_double(count.some), as_double(kEnough), "consignments",
          {fmt::format("{}走“{}”的时间只出自 {} 批货。", flow.name.zh, route.name, count.some),
           fmt::format("The time of {} by “{}” rests on {} consignments.", flow.name.en, route.name, count.some)}));
    }
  }
}

/// The replication furthest from the others, if chance does not put it there: a t test against their mean and spread
/// (the externally studentised residual), Bonferroni over replications and corridors.
struct Outlier {
  std::size_t which = 0;
  double p = 1, moves = 0;  ///< By how much of the mean it moves the mean.
};

Outlier outlier_of(std::vector<double> const& values) {
  Outlier worst;
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::vector<double> others = values;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    double const mean = mean_of(others), spread = variance_of(others),
                 n = as_double(static_cast<std::int64_t>(values.size()));
    double const away = values[i] - mean;
    double const t = spread > 0 ? away / std::sqrt(spread * n / (n - 1)) : (away == 0 ? 0.0 : 1e9);
    double const p = two_sided_p(t, static_cast<int>(others.size()) - 1);
    if (p < worst.p) worst = {i, p, mean > 0 ? std::abs(away) / n / mean : 0.0};
  }
  return worst;
}

void check_outliers(Examined const& all, GuardRails& found) {
  constexpr double kChance = 0.001, kWorthTelling = 0.02;
  if (all.replications.size() < 4) return;
  for (std::size_t i = 0; i < all.result.corridors.size(); ++i) {
    std::vector<double> means;
    for (Replication const& run : all.replications) {
      Measure const& mean = run.result.corridors[i].transit_time_h.mean;
      if (mean.n > 0) means.push_back(mean.value);
    }
    if (means.size() < all.replications.size()) continue;
    Outlier const one = outlier_of(means);
    double const tried = as_double(static_cast<std::int64_t>(means.size() * all.result.corridors.size()));
    if (one.p * tried >= kChance || one.moves < kWorthTelling) continue;
    scenarios::Text const& name = corridor_name(all, i);
    std::int64_t const number = all.replications[one.which].number;
    found.push_back(warning(
        GuardRailKind::outlying_replication, all.result.corridors[i].id, one.moves, kWorthTelling, "1",
        {fmt::format("{}：第 {} 次重复（{:.1f} 小时）远离其他各次，独自使均值变动 {:.0f}%。", name.zh, number,
                     means[one.which], 100 * one.moves),
         fmt::format("{}: replication {} ({:.1f} h) is far from the others and alone moves the mean by {:.0f} %.",
                     name.en, number, means[one.which], 100 * one.moves)}));
  }
}

}  // namespace

void check_observations(Examined const& all, GuardRails& found) {
  check_replications(all, found);
  check_corridor_sizes(all, found);
  check_shares(all, found);
  check_inspections(all, found);
  check_routes(all, found);
  check_outliers(all, found);
}

}  // namespace shudao::experiment
