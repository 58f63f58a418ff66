/// Places that share servers and yards, against theory (an error rate of 1e-6, Student's t over replications of a fixed
/// seed) and against themselves on other executors.
#include <catch2/catch.hpp>

#include "tests/freight/world_run.h"

using namespace shudao;
using namespace shudao::freight;
using namespace shudao::freight::test;
using scenarios::Component;

namespace {

constexpr int kReplications = 12;

/// The wait in M/M/2 of 17,520 consignments a year, 0.7 h each: Erlang's C formula.
double wait_of_both() {
  double const offered = 2 * 8760.0 / (365.2425 * 24.0) * 0.7;
  double const waits = offered * offered / (2 + offered);
  return waits * 0.7 / (2 - offered);
}

/// Everything that can be shared is: the officers by a rule, the yard, a crane and a lane.
scenarios::Scenario all_shared() {
  char const* const rule = R"({"format": 1, "id": "one-port", "title": {"zh": "一港两区", "en": "one port"},
      "rewrites": [{"set": "b/export/review", "resource": "a/officer"}]})";
  return patched("pooled", R"({"places": {
      "a": {"resources": {"crane": {"name": {"zh": "吊", "en": "crane"}, "servers": 1},
                          "lane": {"name": {"zh": "道", "en": "lane"}, "servers": 2}},
            "handling": {"road": {"resource": "crane", "min_per_teu": 3}}},
      "b": {"resources": {"clerk": {"name": {"zh": "员", "en": "clerk"}, "servers": 1}},
            "processes": {"export": {"steps": {"review": {"resource": "clerk"}}}},
            "handling": {"road": {"resource": "a/crane", "min_per_teu": 4}}},
      "c": {"gate": {"resource": "a/lane", "min_per_vehicle": 5},
            "handling": {"road": {"resource": "a/crane", "min_per_teu": 2}}}}})",
                 {rule});
}

}  // namespace

TEST_CASE("two places that share two officers are one M/M/2 with the sum of their arrivals", "[freight][theory]") {
  auto const queueing = [](Life const& life) { return life.hours(Component::queueing); };
  CHECK(estimate(example("pooled"), kReplications, queueing).contains(wait_of_both()));
}

TEST_CASE("who finds the yard that two places share full waits outside, whichever place he comes to",
          "[freight][theory]") {
  // With room for two, nobody waits inside: the same wait is charged as blocked.
  auto const scenario = patched("pooled", R"({"places": {"a": {"yard": {"capacity_teu": 2}}}})");
  auto const blocked = [](Life const& life) { return life.hours(Component::blocked); };
  auto const queueing = [](Life const& life) { return life.hours(Component::queueing); };
  CHECK(estimate(scenario, kReplications, blocked).contains(wait_of_both()));
  CHECK(estimate(scenario, 2, queueing).mean == 0);
}

TEST_CASE("the wait for a shared officer is charged where the consignment is", "[freight]") {
  auto const scenario = example("pooled");
  int waits = 0;
  for (auto const& [name, life] : run(scenario, {0, 1, false, 4}).lives) {
    for (LedgerEntry const& entry : life.path) {
      if (entry.component != Component::queueing || entry.charged_to.kind() != Where::Kind::place) continue;
      scenarios::Flow const& flow = scenario.flows[scenarios::FlowId{name.flow}];
      REQUIRE(entry.charged_to == Where{flow.from});
      ++waits;
    }
  }
  CHECK(waits > 100);
}

TEST_CASE("every executor and thread count tells the same facts of places that share", "[freight]") {
  for (auto const& scenario : {example("pooled"), all_shared()}) {
    WorldRun const oracle = run(scenario, {0, 1, false, 10});
    for (int threads : {1, 2, 4}) {
      WorldRun const other = run(scenario, {0, threads, true, 10});
      INFO(threads << " threads");
      REQUIRE(other.events == oracle.events);
      REQUIRE(other.digest == oracle.digest);
    }
  }
}

TEST_CASE("a rule may name the resource of another place", "[freight]") {
  auto const scenario = all_shared();
  int of_officers = 0;
  for (auto const& [time, fact] : run(scenario, {0, 1, false, 4}).facts) {
    if (static_cast<FactKind>(fact.kind) != FactKind::served) continue;
    std::string const& resource = scenario.resources[scenarios::ResourceId{fact.as<Served>().resource}].id;
    REQUIRE(resource != "b/clerk");
    of_officers += resource == "a/officer" ? 1 : 0;
  }
  CHECK(of_officers > 1000);
}

TEST_CASE("a gate without a lane of its own lets everybody in after his time", "[freight]") {
  auto const scenario = patched("mm1", R"({"places": {"b": {"gate": {"min_per_vehicle": 6}}}})");
  for (auto const& [name, life] : run(scenario, {0, 1, false, 2}).lives) {
    if (life.is_delivered) REQUIRE(life.hours(Component::handling) == Approx(0.1));
  }
}

TEST_CASE("who is still at a gate without a lane of its own when the run ends is being handled", "[freight]") {
  auto const scenario = patched("mm1", R"({"run": {"cap_weeks": 1},
      "places": {"b": {"gate": {"min_per_vehicle": 100000}}}})");
  int handled = 0;
  for (auto const& [name, life] : run(scenario, {0, 1, false, 2}).lives) {
    handled += life.hours(Component::handling) > 0 ? 1 : 0;
    for (LedgerEntry const& entry : life.path) {
      bool const is_at_gate = entry.charged_to == Where{scenarios::PlaceId{1}};
      if (is_at_gate) REQUIRE(entry.component != Component::queueing);
    }
  }
  CHECK(handled > 100);
}

TEST_CASE("a refund binds money until the run ends at the latest for who is still under way", "[freight]") {
  auto scenario = patched("mm1", R"({"run": {"cap_weeks": 1}, "finance": {"refunded_after_h": 2000},
      "places": {"b": {"gate": {"min_per_vehicle": {"exponential": {"mean": 20000}}}}}})");
  for (auto& flow : scenario.flows) flow.refund_rate = 0.1;
  WorldRun const told = run(scenario, {0, 1, false, 2});
  int delivered = 0, unfinished = 0;
  for (auto const& [time, fact] : told.facts) {
    if (static_cast<FactKind>(fact.kind) != FactKind::financed) continue;
    auto const financed = fact.as<Financed>();
    Life const& life = told.lives.at(financed.lot);
    REQUIRE(financed.refund_ms == (life.is_delivered ? Duration::from_h(2000).ms() : life.door_to_door_ms()));
    ++(life.is_delivered ? delivered : unfinished);
  }
  CHECK((delivered > 10 && unfinished > 10));
}
