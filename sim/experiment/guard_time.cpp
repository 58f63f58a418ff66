#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/base/time.h"
#include "sim/experiment/as_double.h"
#include "sim/experiment/guard_checks.h"
#include "sim/experiment/measures.h"
#include "sim/experiment/statistics/paired_test.h"

namespace shudao::experiment {
namespace {

double weeks(Duration duration) { return duration.h() / kHoursPerWeek; }

scenarios::Corridor const& corridor(Examined const& all, std::size_t i) {
  return all.scenario.corridors[scenarios::CorridorId{i}];
}

/// Before the window begins, the slowest cargo has to be on its way as it will be later on.
void check_filled(Examined const& all, GuardRails& found) {
  for (std::size_t i = 0; i < all.sum.corridors.size(); ++i) {
    double const p99 = as_double(all.sum.corridors[i].p99_min) / 60.0 / as_double(all.result.replications);
    double const warm_up = weeks(all.scenario.warm_up);
    if (p99 / kHoursPerWeek <= warm_up) continue;
    found.push_back(warning(
        GuardRailKind::short_warm_up, corridor(all, i).id, p99 / kHoursPerWeek, warm_up, "weeks",
        {fmt::format("{}：99% 的货物在 {:.1f} 周内到达，预热只有 {:.0f} 周：窗口开始时走廊还没有装满。",
                     corridor(all, i).name.zh, p99 / kHoursPerWeek, warm_up),
         fmt::format("{}: 99 % of the consignments take up to {:.1f} weeks, the warm-up is {:.0f} weeks: the corridor "
                     "is not filled when the window begins.",
                     corridor(all, i).name.en, p99 / kHoursPerWeek, warm_up)}));
  }
}

/// Whether the world itself changes within the window: then the first and the last quarter may well differ.
bool changes_by_itself(Examined const& all) {
  auto const meets_window = [&](Interval const& when) {
    return when.from < when.to && when.from < all.scenario.horizon() && when.to > all.scenario.window_start();
  };
  auto const dates = rule_dates(all.scenario);
  bool const has_dates =
      std::any_of(dates.begin(), dates.end(), [&](SimTime date) { return date > all.scenario.window_start(); });
  auto const& flows = all.scenario.flows;
  auto const& disruptions = all.scenario.disruptions;
  return has_dates || std::any_of(flows.begin(), flows.end(), [](auto const& flow) { return !flow.monthly.empty(); }) ||
         std::any_of(disruptions.begin(), disruptions.end(), [&](auto const& d) { return meets_window(d.when); });
}

Measure quarter_mean_h(Evidence::Corridor const& corridor, std::size_t quarter) {
  return quotient(as_double(quarter_sum(corridor.transit_ms, quarter)) / 3'600'000.0,
                  as_double(quarter_sum(corridor.lots, quarter)));
}

struct Trend {
  PairedTest test;
  double share = 0;  ///< Of the mean.
};

Trend trend_of(Examined const& all, std::size_t i) {
  std::vector<Measure> first, last;
  for (Replication const& run : all.replications) {
    first.push_back(quarter_mean_h(run.result.evidence.corridors[i], 0));
    last.push_back(quarter_mean_h(run.result.evidence.corridors[i], 3));
  }
  Trend trend{paired_test(first, last), 0};
  double const mean = all.result.corridors[i].transit_time_h.mean.value;
  if (mean > 0) trend.share = trend.test.difference.value / mean;
  return trend;
}

/// In a world without seasons, what is ready first and last in the window should take as long.
void check_settled(Examined const& all, GuardRails& found) {
  constexpr double kWorthTelling = 0.05, kChance = 0.01;
  bool const is_known = std::any_of(found.begin(), found.end(), [](GuardRail const& one) {
    return one.kind == GuardRailKind::overload || one.kind == GuardRailKind::deadlock ||
           one.kind == GuardRailKind::demand_above_limit;
  });
  if (is_known || changes_by_itself(all)) return;
  std::vector<Trend> trends;
  std::vector<double> p;
  for (std::size_t i = 0; i < all.sum.corridors.size(); ++i) p.push_back(trends.emplace_back(trend_of(all, i)).test.p);
  std::vector<double> const adjusted = holm_adjusted(p);
  for (std::size_t i = 0; i < trends.size(); ++i) {
    if (adjusted[i] >= kChance || std::abs(trends[i].share) < kWorthTelling) continue;
    double const percent = 100 * trends[i].share;
    found.push_back(warning(
        GuardRailKind::not_settled, corridor(all, i).id, trends[i].share, kWorthTelling, "1",
        {fmt::format("{}：窗口末季的运输时间与首季相差 {:+.0f}%，超出偶然：还没有稳定。", corridor(all, i).name.zh,
                     percent),
         fmt::format("{}: transit times in the last quarter of the window differ from those of the first by {:+.0f} %, "
                     "more than chance: it has not settled.",
                     corridor(all, i).name.en, percent)}));
  }
}

void check_unfinished(Examined const& all, GuardRails& found) {
  for (std::size_t i = 0; i < all.result.corridors.size(); ++i) {
    CorridorResult const& result = all.result.corridors[i];
    if (result.unfinished == 0) continue;
    double const share = as_double(result.unfinished) / as_double(result.consignments);
    found.push_back(warning(
        GuardRailKind::unfinished_cargo, result.id, share, 0, "1",
        {fmt::format(
             "{}：运行结束时 {} 批货（{:.1f}%）未送达；平均时间是下限，这些货每多走一周，均值再加 {:.1f} 小时。",
             corridor(all, i).name.zh, result.unfinished, 100 * share, share * kHoursPerWeek),
         fmt::format("{}: {} consignments ({:.1f} %) are under way when the run ends; the mean time is a lower bound, "
                     "each week that they still need adds {:.1f} h to it.",
                     corridor(all, i).name.en, result.unfinished, 100 * share, share * kHoursPerWeek)}));
  }
}

void check_window(Examined const& all, GuardRails& found) {
  for (std::size_t i = 0; i < all.result.corridors.size(); ++i) {
    double const mean = all.result.corridors[i].transit_time_h.mean.value;
    if (mean <= all.scenario.window.h()) continue;
    found.push_back(warning(
        GuardRailKind::window_below_transit, corridor(all, i).id, mean / kHoursPerDay,
        all.scenario.window.h() / kHoursPerDay, "days",
        {fmt::format("{}：平均运输 {:.1f} 天，比 {:.0f} 周的窗口还长：窗口内的到货都是此前发出的。",
                     corridor(all, i).name.zh, mean / kHoursPerDay, weeks(all.scenario.window)),
         fmt::format("{}: consignments take {:.1f} days on average, longer than the window of {:.0f} weeks: all that "
                     "arrives in it set out before.",
                     corridor(all, i).name.en, mean / kHoursPerDay, weeks(all.scenario.window))}));
  }
  for (scenarios::Service const& service : all.scenario.services) {
    double const headway = service.every_weeks;
    if (!service.is_scheduled() || headway <= weeks(all.scenario.window)) continue;
    found.push_back(warning(GuardRailKind::window_below_headway, service.id, headway, weeks(all.scenario.window),
                            "weeks",
                            {fmt::format("{}每 {:.0f} 周开一次，窗口只有 {:.0f} 周。", service.name.zh, headway,
                                         weeks(all.scenario.window)),
                             fmt::format("{} runs every {:.0f} weeks, the window is {:.0f} weeks.", service.name.en,
                                         headway, weeks(all.scenario.window))}));
  }
}

}  // namespace

void check_time(Examined const& all, GuardRails& found) {
  check_filled(all, found);
  check_settled(all, found);
  check_unfinished(all, found);
  check_window(all, found);
}

}  // namespace shudao::experiment
