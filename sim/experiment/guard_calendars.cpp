#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/time_zone.h"
#include "sim/experiment/guard_checks.h"

namespace shudao::experiment {
namespace {

constexpr int kDaysPerWeek = 7;

/// The year that a moment lies in, and the moment when a year begins, by the clock of the run.
int year_of(TimeZone const& zone, SimTime at) { return std::stoi(text(zone.day_at(at)).substr(0, 4)); }
SimTime new_year(TimeZone const& zone, int year) { return zone.to_utc(local_day(year, 1, 1), Duration{}); }

/// Whether some week of the year is shorter than its longest by more than a change of clocks: it has holidays.
bool has_holidays(Calendar const& hours, TimeZone const& zone, int year) {
  Duration const week = Duration::from_days(kDaysPerWeek);
  Duration least = Duration::max(), most;
  for (SimTime at = new_year(zone, year); at + week <= new_year(zone, year + 1); at += week) {
    Duration const open = hours.open_time(at, at + week);
    least = std::min(least, open);
    most = std::max(most, open);
  }
  return (most - least).h() > 2.0;
}

/// A calendar whose list of holidays leaves out a year of which the window has a month or more.
void judge_calendar(Examined const& all, scenarios::NamedCalendar const& calendar, GuardRails& found) {
  TimeZone const& zone = all.scenario.zone;
  SimTime const from = all.scenario.window_start(), to = all.scenario.horizon();
  int const first = year_of(zone, from), last = year_of(zone, to);
  int known = 0;
  for (int year = first - 2; year <= last; ++year)
    if (has_holidays(calendar.hours, zone, year)) known = year;
  if (known == 0 || known == last) return;
  double const days = (to - std::max(from, new_year(zone, known + 1))).h() / 24;
  constexpr double kMonth = 31;
  if (days < kMonth) return;
  found.push_back(
      warning(GuardRailKind::holidays_end, calendar.id, days, kMonth, "days",
              {fmt::format("日历“{}”的节假日只写到 {} 年，窗口还有 {:.0f} 天在其后。", calendar.id, known, days),
               fmt::format("The holidays of the calendar “{}” end with {}; {:.0f} days of the window come after.",
                           calendar.id, known, days)}));
}

bool is_used(scenarios::Scenario const& scenario, scenarios::CalendarId id) {
  auto const is_one = [&](auto const& thing) { return thing.calendar == id; };
  return std::any_of(scenario.resources.begin(), scenario.resources.end(), is_one) ||
         std::any_of(scenario.processes.begin(), scenario.processes.end(), [&](scenarios::Process const& process) {
           return std::any_of(process.steps.begin(), process.steps.end(), is_one);
         });
}

void check_holidays(Examined const& all, GuardRails& found) {
  for (std::size_t i = 0; i < all.scenario.calendars.size(); ++i) {
    scenarios::CalendarId const id{i};
    scenarios::NamedCalendar const& calendar = all.scenario.calendars[id];
    if (!calendar.hours.is_always() && is_used(all.scenario, id)) judge_calendar(all, calendar, found);
  }
}

/// Mean over the days of the window of the monthly weight of a flow, of which the mean over a year is 1.
double season_of(scenarios::Flow const& flow, scenarios::Scenario const& scenario) {
  if (flow.monthly.empty()) return 1;
  double const mean = std::accumulate(flow.monthly.begin(), flow.monthly.end(), 0.0) / 12.0;
  double sum = 0;
  int days = 0;
  for (SimTime at = scenario.window_start(); at < scenario.horizon(); at += Duration::from_days(kDaysPerWeek)) {
    sum += flow.monthly[static_cast<std::size_t>(month_of(scenario.zone.day_at(at + Duration::from_days(3)))) - 1];
    ++days;
  }
  return days > 0 && mean > 0 ? sum / days / mean : 1;
}

/// Figures per year are those of the window, scaled up.
void check_seasons(Examined const& all, GuardRails& found) {
  constexpr double kWorthTelling = 0.05;
  for (scenarios::Corridor const& corridor : all.scenario.corridors) {
    double season = 0, teu = 0;
    for (scenarios::FlowId const id : corridor.flows) {
      scenarios::Flow const& flow = all.scenario.flows[id];
      season += flow.teu_per_year * season_of(flow, all.scenario);
      teu += flow.teu_per_year;
    }
    double const off = teu > 0 ? season / teu - 1 : 0.0;
    if (std::abs(off) <= kWorthTelling) continue;
    found.push_back(warning(
        GuardRailKind::part_of_a_season, corridor.id, off, kWorthTelling, "1",
        {fmt::format("{}：窗口不是整年，其中的需求比全年平均{} {:.0f}%；年度数字也因此偏{}。", corridor.name.zh,
                     off > 0 ? "高" : "低", 100 * std::abs(off), off > 0 ? "高" : "低"),
         fmt::format(
             "{}: the window is no whole year; demand in it is {:.0f} % {} than in the year, and so are figures "
             "per year.",
             corridor.name.en, 100 * std::abs(off), off > 0 ? "higher" : "lower")}));
  }
}

}  // namespace

void check_calendars(Examined const& all, GuardRails& found) {
  check_holidays(all, found);
  check_seasons(all, found);
}

}  // namespace shudao::experiment
