#include <fmt/format.h>

#include <algorithm>

#include "sim/experiment/as_double.h"
#include "sim/experiment/guard_checks.h"

namespace shudao::experiment {
namespace {

constexpr double kNearlyAll = 0.9;

/// A load of 1 or more is an overload, one from 0.9 on a hint.
void judge(std::string const& id, scenarios::Text const& name, double load, scenarios::Text const& growth,
           GuardRails& found) {
  if (load < kNearlyAll) return;
  auto const kind = load >= 1 ? GuardRailKind::overload : GuardRailKind::near_capacity;
  scenarios::Text const how = load >= 1 ? growth : scenarios::Text{"", ""};
  found.push_back(warning(kind, id, load, load >= 1 ? 1.0 : kNearlyAll, "1",
                          {fmt::format("{}：窗口内的工作量是开放能力的 {:.2f} 倍{}。", name.zh, load, how.zh),
                           fmt::format("{}: the work asked for in the window is {:.2f} times its open capacity{}.",
                                       name.en, load, how.en)}));
}

/// Mean queue of the first and the last quarter, in words.
scenarios::Text queue_growth(WindowParts const& parts, OverWindow const& waiting, double replications) {
  double const first = quarter_mean(parts, waiting, 0) / replications;
  double const last = quarter_mean(parts, waiting, 3) / replications;
  return {fmt::format("；排队从首季的 {:.1f} 变为末季的 {:.1f}", first, last),
          fmt::format("; its queue went from {:.1f} in the first quarter to {:.1f} in the last", first, last)};
}

/// What was never begun counts as much work as what was.
double load_of(Evidence::Load const& load) {
  double const each = load.served > 0 ? as_double(load.asked) / as_double(load.served) : 0.0;
  return load.offered > 0 ? (as_double(load.asked) + each * as_double(load.unserved)) / as_double(load.offered) : 0.0;
}

void check_resources(Examined const& all, WindowParts const& parts, GuardRails& found) {
  for (std::size_t i = 0; i < all.sum.resources.size(); ++i) {
    scenarios::Resource const& resource = all.scenario.resources[scenarios::ResourceId{i}];
    scenarios::Text const& place = all.scenario.places[resource.place].name;
    scenarios::Text const name{place.zh + "的" + resource.name.zh, resource.name.en + " at " + place.en};
    Evidence::Load const& load = all.sum.resources[i];
    judge(resource.id, name, load_of(load), queue_growth(parts, load.waiting, as_double(all.result.replications)),
          found);
  }
}

void check_links(Examined const& all, WindowParts const& parts, GuardRails& found) {
  for (std::size_t i = 0; i < all.sum.links.size(); ++i) {
    scenarios::Link const& link = all.scenario.links[scenarios::LinkId{i}];
    Evidence::Load const& load = all.sum.links[i];
    // Who still waits for a slot when the run ends is told of by nobody: a queue that grows to the end counts, too.
    double const first = quarter_mean(parts, load.waiting, 0), last = quarter_mean(parts, load.waiting, 3);
    double const grown = (last - first) / as_double(all.result.replications) * 1000.0;
    double const of_window = as_double(load.offered) / as_double(all.result.replications);
    double const asked =
        load_of(load) >= kNearlyAll && grown > 0.02 * of_window ? std::max(1.0, load_of(load)) : load_of(load);
    judge(link.id, link.name, asked, queue_growth(parts, load.waiting, as_double(all.result.replications)), found);
  }
}

/// TEU left behind by a departure, on average, in each quarter.
std::array<double, 4> left_behind(Evidence::Boarding const& boarding) {
  std::array<double, 4> means{};
  for (std::size_t quarter = 0; quarter < 4; ++quarter) {
    std::int64_t const runs = quarter_sum(boarding.runs, quarter);
    if (runs > 0) means[quarter] = as_double(quarter_sum(boarding.left_behind, quarter)) / as_double(runs);
  }
  return means;
}

/// Full vehicles alone are good business; a queue that grows from quarter to quarter by half a vehicle is not.
void judge_boarding(scenarios::Service const& service, scenarios::Place const& place,
                    Evidence::Boarding const& boarding, double replications, GuardRails& found) {
  if (boarding.room == 0) return;
  auto const left = left_behind(boarding);
  double const grown = left[3] - left[0];
  double const load = (as_double(boarding.wanted) + grown * replications) / as_double(boarding.room);
  bool const is_growing = left[0] < left[1] && left[1] < left[2] && left[2] < left[3];
  double const half = as_double(service.capacity.count()) / 2;
  if (as_double(boarding.wanted) < 0.95 * as_double(boarding.room) || !is_growing || grown < half) {
    double const used = as_double(boarding.wanted) / as_double(boarding.room);
    if (used < 0.95) return;
    return judge(service.id, service.name, std::min(used, 0.999), {}, found);
  }
  found.push_back(warning(
      GuardRailKind::overload, service.id, load, 1.0, "1",
      {fmt::format("{}在{}总是满载：要求是能力的 {:.2f} 倍，每班甩下的货从首季的 {:.0f} TEU 增到末季的 {:.0f} TEU。",
                   service.name.zh, place.name.zh, load, left[0], left[3]),
       fmt::format(
           "{} is always full at {}: {:.2f} times its capacity is asked for, and what a departure leaves behind "
           "grew from {:.0f} TEU in the first quarter to {:.0f} TEU in the last.",
           service.name.en, place.name.en, load, left[0], left[3])}));
}

void check_fullness(Examined const& all, GuardRails& found) {
  std::size_t next = 0;
  for (scenarios::Service const& service : all.scenario.services) {
    for (scenarios::Stop const& stop : service.stops) {
      Evidence::Boarding const& boarding = all.sum.boardings[next++];
      if (service.is_scheduled())
        judge_boarding(service, all.scenario.places[stop.place], boarding, as_double(all.result.replications), found);
    }
  }
}

/// What waits outside for room, growing from quarter to quarter.
void check_places(Examined const& all, WindowParts const& parts, GuardRails& found) {
  constexpr double kWorthTelling = 10.0;  // TEU
  for (std::size_t i = 0; i < all.sum.rooms.size(); ++i) {
    std::array<double, 4> blocked{};
    for (std::size_t quarter = 0; quarter < 4; ++quarter)
      blocked[quarter] =
          quarter_mean(parts, all.sum.rooms[i].blocked_teu, quarter) / as_double(all.result.replications);
    bool const is_growing = blocked[0] < blocked[1] && blocked[1] < blocked[2] && blocked[2] < blocked[3];
    if (!is_growing || blocked[3] < kWorthTelling || blocked[3] < 2 * blocked[0]) continue;
    scenarios::Place const& place = all.scenario.places[scenarios::PlaceId{i}];
    found.push_back(warning(
        GuardRailKind::overload, place.id, blocked[3], kWorthTelling, "teu",
        {fmt::format("{}满了：等待进入的货从首季平均 {:.0f} TEU 增到末季 {:.0f} TEU。", place.name.zh, blocked[0],
                     blocked[3]),
         fmt::format("{} is full: what waits to come in grew from {:.0f} TEU on average in the first quarter to {:.0f} "
                     "TEU in the last.",
                     place.name.en, blocked[0], blocked[3])}));
  }
}

void check_corridors(Examined const& all, GuardRails& found) {
  for (CorridorResult const& corridor : all.result.corridors) {
    if (!corridor.min_cut_teu_per_year) continue;
    for (scenarios::Corridor const& known : all.scenario.corridors) {
      if (known.id != corridor.id) continue;
      double demand = 0;
      double const limit = corridor.min_cut_teu_per_year->value;
      for (scenarios::FlowId const flow : known.flows) demand += all.scenario.flows[flow].teu_per_year;
      if (demand <= limit) continue;
      found.push_back(
          warning(GuardRailKind::demand_above_limit, corridor.id, demand, limit, "teu_per_year",
                  {fmt::format("{}：需求每年 {:.0f} TEU，最小割只容 {:.0f} TEU。", known.name.zh, demand, limit),
                   fmt::format("{}: demand is {:.0f} TEU a year, the min-cut lets {:.0f} TEU through.", known.name.en,
                               demand, limit)}));
    }
  }
}

}  // namespace

void check_load(Examined const& all, GuardRails& found) {
  WindowParts const parts{all.scenario};
  check_resources(all, parts, found);
  check_links(all, parts, found);
  check_fullness(all, found);
  check_places(all, parts, found);
  check_corridors(all, found);
}

}  // namespace shudao::experiment
