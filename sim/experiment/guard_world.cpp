#include <fmt/format.h>

#include <array>
#include <optional>
#include <set>

#include "network/great_circle.h"
#include "sim/experiment/guard_checks.h"

namespace shudao::experiment {
namespace {

using scenarios::Mode;

/// Fastest mean speeds that are believed, km/h: the fastest trains in service, lorries, fast ships, fast barges,
/// airliners with a tail wind; and tariffs, CNY per TEU-km over more than 50 km.
struct Believed {
  double km_per_h, cny_per_teu_km;
};
Believed believed(Mode mode) {
  switch (mode) {
    case Mode::rail:
      return {350, 50};
    case Mode::road:
      return {130, 100};
    case Mode::sea:
      return {60, 20};
    case Mode::inland_waterway:
      return {50, 20};
    case Mode::air:
      break;
  }
  return {1100, 1000};
}

constexpr double kSlowest = 1.0;  // km/h, over more than 20 km.

void judge_speed(std::string const& id, scenarios::Text const& name, Mode mode, double km, double hours,
                 GuardRails& found) {
  if (km < 1 || hours <= 0) return;
  double const speed = km / hours, most = believed(mode).km_per_h;
  bool const is_slow = speed < kSlowest && km > 20;
  if (speed <= most && !is_slow) return;
  found.push_back(warning(GuardRailKind::implausible_speed, id, speed, is_slow ? kSlowest : most, "km_per_h",
                          {fmt::format("{}：{:.0f} km 走 {:.2f} 小时，即 {:.1f} km/h。", name.zh, km, hours, speed),
                           fmt::format("{}: {:.0f} km in {:.2f} h, that is {:.1f} km/h.", name.en, km, hours, speed)}));
}

/// Both ends of a link may be given to 0.01° only.
void judge_distance(scenarios::Link const& link, scenarios::Scenario const& scenario, GuardRails& found) {
  constexpr double kSlackKm = 2, kNear = 0.98, kLongestDetour = 5, kShortHaulKm = 20;
  scenarios::Place const &from = scenario.places[link.from], &to = scenario.places[link.to];
  double const direct = to_km(network::great_circle(from.lat, from.lon, to.lat, to.lon));
  double const stated = to_km(link.distance);
  bool const is_short = stated < kNear * direct - kSlackKm;
  bool const is_long = stated > kLongestDetour * direct + kShortHaulKm;
  if (!is_short && !is_long) return;
  double const limit = is_short ? direct : kLongestDetour * direct;
  found.push_back(
      warning(GuardRailKind::implausible_distance, link.id, stated, limit, "km",
              {fmt::format("{}：写的是 {:.0f} km，两端的直线（大圆）距离是 {:.0f} km。", link.name.zh, stated, direct),
               fmt::format("{}: {:.0f} km are stated, the great circle between its ends is {:.0f} km.", link.name.en,
                           stated, direct)}));
}

void check_links(scenarios::Scenario const& scenario, GuardRails& found) {
  for (scenarios::Link const& link : scenario.links) {
    judge_speed(link.id, link.name, link.mode, to_km(link.distance), link.running.mean_h(link.distance), found);
    judge_distance(link, scenario, found);
  }
}

void check_services(scenarios::Scenario const& scenario, GuardRails& found) {
  for (scenarios::Service const& service : scenario.services) {
    double km = 0;
    for (scenarios::Stop const& stop : service.stops) {
      if (stop.onward.is_none()) continue;
      Distance const distance = scenario.links[stop.onward].distance;
      km += to_km(distance);
      if (stop.running)
        judge_speed(service.id, service.name, service.mode, to_km(distance), stop.running->mean_h(distance), found);
    }
    double const fixed = static_cast<double>(service.tariff_per_teu.count()) / 100.0;
    double const each = service.tariff_cny_per_teu_km + (km > 0 ? fixed / km : 0.0);
    double const most = believed(service.mode).cny_per_teu_km;
    if (km < 50 || each <= most) continue;
    found.push_back(warning(GuardRailKind::implausible_cost, service.id, each, most, "cny_per_teu_km",
                            {fmt::format("{}：运价合每 TEU·km {:.1f} 元。", service.name.zh, each),
                             fmt::format("{}: its tariff comes to {:.1f} CNY per TEU-km.", service.name.en, each)}));
  }
}

struct Quantity {
  std::string where;
  scenarios::Text name, what;
  double value, most;
  char const* unit;
};

void judge(Quantity const& q, GuardRails& found) {
  if (q.value <= q.most) return;
  found.push_back(warning(GuardRailKind::implausible_quantity, q.where, q.value, q.most, q.unit,
                          {fmt::format("{}：{}是 {:.4g}。", q.name.zh, q.what.zh, q.value),
                           fmt::format("{}: {} is {:.4g}.", q.name.en, q.what.en, q.value)}));
}

/// Of the flows of corridors: what is only there to keep a lock or a border busy may come in units of its own.
void check_flows(scenarios::Scenario const& scenario, GuardRails& found) {
  std::set<scenarios::FlowId> told;
  for (scenarios::Corridor const& corridor : scenario.corridors)
    told.insert(corridor.flows.begin(), corridor.flows.end());
  for (scenarios::FlowId const id : told) {
    scenarios::Flow const& f = scenario.flows[id];
    judge({f.id, f.name, {"每 TEU 的重量（吨）", "the weight of a TEU in tonnes"}, f.tonnes_per_teu, 33, "t_per_teu"},
          found);
    judge({f.id, f.name, {"每 TEU 的货值（元）", "the value of a TEU in CNY"}, f.value_cny_per_teu, 5e7, "cny_per_teu"},
          found);
    judge({f.id, f.name, {"年利率", "the interest per year"}, f.interest_per_year, 1, "1"}, found);
    judge({f.id, f.name, {"每年的 TEU", "TEU a year"}, f.teu_per_year, 2e7, "teu_per_year"}, found);
    judge({f.id, f.name, {"平均批量（TEU）", "the mean lot in TEU"}, f.lot_teu.mean(), 2000, "teu"}, found);
  }
}

void check_quantities(scenarios::Scenario const& scenario, GuardRails& found) {
  for (scenarios::Service const& s : scenario.services) {
    double const most = s.mode == Mode::air ? 5000 : 1000;
    judge(
        {s.id, s.name, {"每吨公里的排放（克）", "its emission in g per tonne-km"}, s.co2e_g_per_tkm, most, "g_per_tkm"},
        found);
  }
  for (scenarios::Place const& p : scenario.places)
    for (scenarios::Handling const& h : p.handling)
      judge({p.id,
             p.name,
             {"每 TEU 的装卸（分钟）", "handling of a TEU in minutes"},
             h.min_per_teu.mean(),
             600,
             "min_per_teu"},
            found);
}

void check_bounds(scenarios::Scenario const& scenario, GuardRails& found) {
  for (scenarios::Pedigree const& number : scenario.numbers) {
    bool const is_low = number.low && number.value < *number.low;
    bool const is_high = number.high && number.value > *number.high;
    if (!is_low && !is_high) continue;
    double const limit = is_low ? *number.low : *number.high;
    std::string const sides =
        fmt::format("{:.4g} … {:.4g}", number.low.value_or(number.value), number.high.value_or(number.value));
    found.push_back(warning(GuardRailKind::outside_bounds, number.pointer, number.value, limit, number.unit,
                            {fmt::format("{} = {:.4g}，在其上下限 {} 之外。", number.pointer, number.value, sides),
                             fmt::format("{} = {:.4g}, outside its bounds {}.", number.pointer, number.value, sides)}));
  }
}

}  // namespace

void check_world(Examined const& all, GuardRails& found) {
  check_links(all.scenario, found);
  check_services(all.scenario, found);
  check_flows(all.scenario, found);
  check_quantities(all.scenario, found);
  check_bounds(all.scenario, found);
}

}  // namespace shudao::experiment
