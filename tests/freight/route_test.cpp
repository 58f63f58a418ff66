#include <catch2/catch.hpp>
#include <cmath>

#include "tests/freight/world_run.h"

using namespace shudao;
using namespace shudao::freight;
using namespace shudao::freight::test;

namespace {

/// Two-sided normal quantile of an error rate of 1e-6.
constexpr double kQuantile = 4.8916;

/// How many consignments took each route, between two times.
std::vector<double> counts(WorldRun const& run, std::size_t routes, SimTime from, SimTime to) {
  std::vector<double> taken(routes);
  for (auto const& [time, fact] : run.facts) {
    bool const is_choice = static_cast<FactKind>(fact.kind) == FactKind::generated && time >= from && time < to;
    if (is_choice) ++taken.at(fact.as<Generated>().route);
  }
  return taken;
}

std::vector<double> counts(WorldRun const& run, std::size_t routes) {
  return counts(run, routes, SimTime::from_ms(0), SimTime::max());
}

void check_share(double taken, double all, double expected) {
  INFO(taken << " of " << all);
  CHECK(std::abs(taken / all - expected) < kQuantile * std::sqrt(expected * (1 - expected) / all));
}

/// East can carry 10 TEU a day; 24 come.
char const* const kNarrowEast = R"({"links": {"east": {"slots_per_day": 10}},
  "flows": {"lots": {"choice": {"memory_days": 3}}}})";

}  // namespace

TEST_CASE("two routes that are alike are taken equally often (error rate 1e-6)", "[freight]") {
  auto const taken = counts(run(example("two_routes")), 2);
  REQUIRE(taken[0] + taken[1] > 8000);
  check_share(taken[0], taken[0] + taken[1], 0.5);
}

TEST_CASE("two routes over the same services share as one by path size (error rate 1e-6 each)", "[freight]") {
  auto const twice = patched("two_routes", R"({"flows": {"lots": {"routes":
    {"east-too": {"legs": [{"service": "east", "to": "b"}]}}}}})");
  auto const taken = counts(run(twice), 3);
  double const all = taken[0] + taken[1] + taken[2];
  check_share(taken[0], all, 0.25);
  check_share(taken[1], all, 0.25);
  check_share(taken[2], all, 0.5);
}

TEST_CASE("without path size, three routes share alike whatever they have in common (error rate 1e-6)", "[freight]") {
  auto const twice = patched("two_routes", R"({"flows": {"lots": {"choice": {"path_size": 0}, "routes":
    {"east-too": {"legs": [{"service": "east", "to": "b"}]}}}}})");
  auto const taken = counts(run(twice), 3);
  check_share(taken[2], taken[0] + taken[1] + taken[2], 1.0 / 3);
}

TEST_CASE("a route dearer by one scale is taken 1/(1+e) of the time (error rate 1e-6)", "[freight]") {
  auto const dearer = patched("two_routes", R"({"services": {"west": {"tariff_cny_per_teu": 600}}})");
  auto const taken = counts(run(dearer), 2);
  check_share(taken[1], taken[0] + taken[1], 1 / (1 + std::exp(1.0)));
}

TEST_CASE("a hopeless third route moves nobody", "[freight]") {
  auto const base = run(example("two_routes"));
  auto const with_dear = run(patched("two_routes", R"({"flows": {"lots": {"routes":
    {"dear": {"legs": [{"service": "dear", "to": "b"}]}}}}})"));
  CHECK(with_dear.events == base.events);
  CHECK(with_dear.digest == base.digest);
}

TEST_CASE("a hopeless route that shares services with the others moves nobody either", "[freight]") {
  char const* const with_tail = R"({"places": {"c": {"name": {"zh": "丙", "en": "C"}, "lat": 31, "lon": 108,
      "time_zone": "Asia/Shanghai"}},
    "links": {"bc": {"name": {"zh": "乙丙", "en": "b to c"}, "from": "b", "to": "c", "mode": "rail", "distance_km": 100,
      "running_time_h": 2}},
    "services": {"tail": {"name": {"zh": "尾", "en": "tail"}, "kind": "on_demand", "mode": "rail",
        "capacity_teu": 1, "co2e_g_per_tkm": 20, "stops": [{"place": "b", "link": "bc"}, {"place": "c"}]},
      "dear-tail": {"name": {"zh": "贵尾", "en": "dear tail"}, "kind": "on_demand", "mode": "rail",
        "capacity_teu": 1, "co2e_g_per_tkm": 20, "stops": [{"place": "b", "link": "bc"}, {"place": "c"}], "tariff_cny_per_teu": 100000}},
    "corridors": null,
    "flows": {"lots": {"to": "c", "routes": {
      "east": {"legs": [{"service": "east", "to": "b"}, {"service": "tail", "to": "c"}]},
      "west": {"legs": [{"service": "west", "to": "b"}, {"service": "tail", "to": "c"}]}DEAR}}}})";
  auto const with = [&](std::string const& third) {
    std::string text = with_tail;
    return run(patched("two_routes", text.replace(text.find("DEAR"), 4, third))).digest;
  };
  CHECK(with("") ==
        with(R"(, "far": {"legs": [{"service": "east", "to": "b"}, {"service": "dear-tail", "to": "c"}]})"));
}

TEST_CASE("a flow may fix the shares of its routes (error rate 1e-6)", "[freight]") {
  auto const fixed =
      patched("two_routes", R"({"flows": {"lots": {"choice": {"shares": {"east": 0.9, "west": 0.1}}}}})");
  auto const taken = counts(run(fixed), 2);
  check_share(taken[1], taken[0] + taken[1], 0.1);
}

TEST_CASE("a route whose share is fixed at 0 is never taken", "[freight]") {
  auto const fixed = patched("two_routes", R"({"flows": {"lots": {"choice": {"shares": {"east": 1, "west": 0}}}}})");
  CHECK(counts(run(fixed), 2)[1] == 0);
}

TEST_CASE("consignments keep their routes in a scenario where other things change", "[freight]") {
  char const* const frozen = R"({"run": {"freeze_shares": true}})";
  char const* const slower = R"({"run": {"freeze_shares": true}, "links": {"east": {"slots_per_day": 12}}})";
  auto const routes = [](WorldRun const& run) {
    std::map<LotName, std::uint32_t> taken;
    for (auto const& [name, life] : run.lives) taken[name] = life.end.route;
    return taken;
  };
  CHECK(routes(run(patched("two_routes", frozen))) == routes(run(patched("two_routes", slower))));
}

TEST_CASE("a crowded route settles where its waits and its share agree: M/D/1 and logit (error rate 1e-6)",
          "[freight]") {
  auto const scenario = patched("two_routes", R"({"links": {"east": {"slots_per_day": 10}}})");
  auto const seen = run(scenario);
  // Half of the 24 a day would be too many. The share p for which p = 1/(1 + exp((10 W + 5 SD)/100)), with mean and SD
  // of the wait of M/D/1 at 24 p a day, service 2.4 h (Pollaczek and Khinchine), by bisection.
  double low = 0, high = 10.0 / 24;
  for (int i = 0; i < 60; ++i) {
    double const p = (low + high) / 2, load = 2.4 * p, wait = 2.4 * load / (2 * (1 - load));
    double const square = 2 * wait * wait + p * 2.4 * 2.4 * 2.4 / (3 * (1 - load));
    double const cost = 10 * wait + 5 * std::sqrt(square - wait * wait);
    (p < 1 / (1 + std::exp(cost / 100)) ? low : high) = p;
  }
  auto const taken = counts(seen, 2, scenario.window_start() + Duration::from_days(13 * 7), scenario.horizon());
  INFO("expected " << low << ", taken " << taken[0] / (taken[0] + taken[1]));
  check_share(taken[0], taken[0] + taken[1], low);
}

TEST_CASE("nobody knows of anything before the first news can have come", "[freight]") {
  std::string const delay =
      R"({"links": {"east": {"slots_per_day": 10}}, "run": {"warm_up_weeks": 0, "window_weeks": 2},
    "flows": {"lots": {"choice": {"memory_days": 3, "knowledge_delay_h": 100FROZEN}}}})";
  auto const with = [&](std::string const& more) {
    std::string text = delay;
    return patched("two_routes", text.replace(text.find("FROZEN"), 6, more));
  };
  auto const learning = with("");
  SimTime const first_news = learning.start + Duration::from_h(110);
  auto const choices = [](WorldRun const& run, SimTime from, SimTime to) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> all;
    for (auto const& [time, fact] : run.facts) {
      if (static_cast<FactKind>(fact.kind) != FactKind::generated || time < from || time >= to) continue;
      all.emplace_back(fact.as<Generated>().lot.ordinal, fact.as<Generated>().route);
    }
    return all;
  };
  auto const told = run(learning);
  auto const frozen = run(with(R"(, "freeze_shares": true)"));
  CHECK(choices(told, learning.start, first_news) == choices(frozen, learning.start, first_news));
  CHECK(choices(told, first_news, learning.horizon()) != choices(frozen, first_news, learning.horizon()));
}

TEST_CASE("learning routes give the same facts on every executor and thread count", "[freight]") {
  auto const scenario = patched("two_routes", kNarrowEast);
  WorldRun const oracle = run(scenario, {0, 1, false, 20});
  for (int threads : {1, 2, 4}) {
    WorldRun const other = run(scenario, {0, threads, true, 20});
    INFO(threads << " threads");
    CHECK(other.digest == oracle.digest);
  }
}
