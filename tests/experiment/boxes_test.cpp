/// Empty boxes: worlds small enough to be worked out by hand, and random ones that must keep the law.
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "scenarios/read.h"
#include "sim/base/errors.h"
#include "sim/base/name_hash.h"
#include "sim/base/random.h"
#include "sim/experiment/study.h"

namespace shudao::experiment {
namespace {

using nlohmann::json;

json empties_world(char const* merge_patch = "{}") {
  std::ifstream file{"scenarios/examples/empties.json"};
  json world = json::parse(file);
  world.merge_patch(json::parse(merge_patch));
  return world;
}

ScenarioResult result_of(json const& world, StudyOptions const& options) {
  return run_study(scenarios::read_document(world.dump(), "world"), options).comparison.base;
}

ScenarioResult result_of(json const& world, int replications) {
  StudyOptions options;
  options.replications = replications;
  options.threads = 2;
  return result_of(world, options);
}

PlaceResult const& place(ScenarioResult const& result, std::string const& id) {
  for (PlaceResult const& one : result.places) {
    if (one.id == id) return one;
  }
  throw BrokenPromise{"no such place"};
}

DepotResult const& depot(ScenarioResult const& result, std::string const& id) { return place(result, id).depot.at(0); }

void check_laws(ScenarioResult const& result) {
  CHECK(result.laws.boxes.breaches == std::vector<std::string>{});
  CHECK(result.laws.hold());
}

constexpr char const* kBalanced = R"({"repositioning": null, "flows": {
  "out": {"arrivals": "regular", "teu_per_year": 365.2425, "lot_teu": 1}, "back": {"arrivals": "regular"}}})";

}  // namespace

TEST_CASE("in a balanced world the stock is the fleet less what is out for its 90 hours", "[experiment][boxes]") {
  // One TEU a day each way: ready at 00:00, out by the train of 12:00, delivered 30 h later at 18:00, back in the other
  // depot 48 h after that. So the fourth day's box of the other side comes 6 hours before midnight: 36 TEU for 18 hours
  // of the day and 37 for the last 6.
  ScenarioResult const result = result_of(empties_world(kBalanced), 1);
  check_laws(result);
  for (char const* id : {"a", "b"}) {
    DepotResult const& stock = depot(result, id);
    CHECK(stock.stock_min_teu.value == 36);
    CHECK(stock.stock_max_teu.value == 37);
    CHECK(stock.stock_mean_teu.value == Approx(40 - 90.0 / 24).margin(1e-9));
    CHECK(stock.waited_share.value == 0);
    CHECK(stock.waiting == 0);
    CHECK(place(result, id).empty_share->value == 0);
  }
  CHECK(result.unfinished == 0);
}

TEST_CASE("one box less than are out at once, and every consignment waits for one", "[experiment][boxes]") {
  // Four boxes are out from midnight to 18:00; with three, each consignment from the fourth on waits until 18:00 and
  // takes the train of the next day, which leaves its box out for 18 + 30 + 48 = 96 h: three boxes serve 3/4 of a TEU
  // a day, and queues grow.
  json const world = empties_world(R"({"repositioning": null, "flows": {
    "out": {"arrivals": "regular", "teu_per_year": 365.2425, "lot_teu": 1}, "back": {"arrivals": "regular"}},
    "places": {"a": {"depot": {"boxes": {"dry": {"teu": 3}}}}, "b": {"depot": {"boxes": {"dry": {"teu": 3}}}}}})");
  ScenarioResult const result = result_of(world, 1);
  check_laws(result);
  CHECK(depot(result, "a").waited_share.value == 1);
  CHECK(depot(result, "a").stock_max_teu.value == 0);
  CHECK(result.corridors.at(0).throughput_teu_per_year.value == Approx(0.75 * 365.2425).epsilon(0.01));
}

TEST_CASE("an imbalance runs the depot dry, which is counted, unless empties are sent back", "[experiment][boxes]") {
  ScenarioResult const dry = result_of(empties_world(R"({"repositioning": null})"), 2);
  check_laws(dry);
  CHECK(depot(dry, "a").waiting > 100);
  CHECK(depot(dry, "a").waited_share.value > 0.9);
  CHECK(depot(dry, "b").waiting == 0);
  CHECK(depot(dry, "b").stock_mean_teu.value > 60);
  CHECK(dry.held.at(0).where == "a");
  CHECK(dry.held.at(0).component == scenarios::Component::queueing);

  ScenarioResult const sent = result_of(empties_world(), 10);
  check_laws(sent);
  CHECK(depot(sent, "a").waiting == 0);
  CHECK(sent.unfinished == 0);
  CHECK(depot(sent, "a").waited_share.value < 0.01);
  // What A lacks comes back empty: 1 of 2 TEU a day over the way back. Empties and freight back are both Poisson-driven
  // sums of 3,640 days; 0.03 is more than 5 standard errors.
  CHECK(sent.services.at(0).id == "back");
  CHECK(sent.services.at(0).empty_share->value == Approx(0.5).margin(0.03));
  CHECK(sent.services.at(1).empty_share->value == 0);
}

TEST_CASE("empties are in no corridor's figures and in no cohort", "[experiment][boxes]") {
  char const* corridor = R"({"corridors": {"b-a": {"name": {"zh": "B—A", "en": "B to A"}, "from": "b", "to": "a",
                            "flows": ["back"]}}})";
  ScenarioResult const with = result_of(empties_world(corridor), 2);
  json without_plan = empties_world(corridor);
  without_plan.erase("repositioning");
  without_plan["places"]["a"]["depot"]["boxes"]["dry"]["teu"] = 4000;
  ScenarioResult const without = result_of(without_plan, 2);
  CHECK(with.corridors.at(1).consignments == without.corridors.at(1).consignments);
  CHECK(with.corridors.at(1).throughput_teu_per_year.value == without.corridors.at(1).throughput_teu_per_year.value);
  CHECK(with.ledger_digest == without.ledger_digest);
  CHECK(with.run_digest != without.run_digest);
  CHECK(place(with, "a").empty_teu_per_year->value > 300);
}

TEST_CASE("a lost box breaks the law of boxes and no other", "[experiment][boxes]") {
  StudyOptions options;
  options.replications = 1;
  options.fault = Fault::lose_box;
  Laws const laws = result_of(empties_world(), options).laws;
  CHECK(laws.conservation.holds);
  CHECK(laws.ledger.holds);
  CHECK(laws.little.holds);
  CHECK(laws.capacity.holds);
  REQUIRE(laws.boxes.breaches.size() == 2);
  CHECK_THAT(laws.boxes.breaches.front(), Catch::Matchers::Contains("TEU, but there are 80"));
}

namespace {

/// Three places in a ring with services both ways, flows between any of them with boxes from any depot, and plans.
json random_world(std::uint64_t number) {
  RandomStream random{{number, 0}, Purpose::guest, name_hash("boxes")};
  auto const below = [&](std::uint32_t n) { return random.below(n); };
  json world = empties_world();
  for (char const* part : {"places", "links", "services", "flows", "repositioning", "corridors"})
    world[part] = json::object();
  world["run"]["warm_up_weeks"] = 1;
  world["run"]["window_weeks"] = 6;
  world["run"]["cap_weeks"] = 2;
  world["boxes"]["reefer"] = world["boxes"]["dry"];
  std::vector<std::string> const ids{"a", "b", "c"};
  json const text = {{"zh", "名"}, {"en", "name"}};
  for (std::string const& id : ids) {
    json place = {{"name", text}, {"lat", 0}, {"lon", 0}, {"time_zone", "UTC"}};
    for (char const* kind : {"dry", "reefer"}) place["depot"]["boxes"][kind]["teu"] = 6 + below(30);
    if (below(2) == 0) place["yard"]["capacity_teu"] = 12 + below(40);
    if (below(2) == 0) place["tracks"] = 1 + below(3);
    world["places"][id] = place;
  }
  for (std::string const& from : ids) {
    for (std::string const& to : ids) {
      if (from == to) continue;
      std::string const way = from + to;
      world["links"][way] = {{"name", text},   {"from", from},       {"to", to},
                             {"mode", "rail"}, {"distance_km", 100}, {"running_time_h", 1 + below(60)}};
      json service = {{"name", text},
                      {"kind", "on_demand"},
                      {"mode", "rail"},
                      {"capacity_teu", 4 + below(10)},
                      {"co2e_g_per_tkm", 25}};
      service["stops"] = {{{"place", from}, {"link", way}}, {{"place", to}}};
      if (below(3) > 0) {
        service["kind"] = "scheduled";
        service["departures"] = {"mon 08:00", "wed 12:00", "fri 18:00"};
      }
      world["services"][way] = service;
      char const* container = below(2) == 0 ? "dry" : "reefer";
      json flow = empties_world()["flows"]["out"];
      flow.merge_patch({{"from", from},
                        {"to", to},
                        {"container", container},
                        {"teu_per_year", 100 + below(900)},
                        {"return_h", below(3) * 24},
                        {"depot", ids[below(3)]},
                        {"return_depot", ids[below(3)]}});
      flow["route"] = {{{"service", way}, {"to", to}}};
      world["flows"][way] = flow;
      if (below(2) == 0) {
        world["repositioning"][way] = {
            {"container", container},        {"from", from},          {"to", to},
            {"route", flow["route"]},        {"keep_teu", below(10)}, {"send_teu", 1 + below(6)},
            {"every_h", 6 * (1 + below(20))}};
      }
    }
  }
  return world;
}

}  // namespace

TEST_CASE("in random worlds no box is lost, on any number of threads", "[experiment][boxes]") {
  for (std::uint64_t number = 0; number < 30; ++number) {
    INFO("random world " << number);
    json const world = random_world(number);
    StudyOptions options;
    options.replications = 1;
    options.executor = ExecutorKind::sequential;
    ScenarioResult const alone = result_of(world, options);
    check_laws(alone);
    options.executor = ExecutorKind::parallel;
    options.threads = 1 + static_cast<int>(number % 4);
    CHECK(result_of(world, options).run_digest == alone.run_digest);
  }
}

}  // namespace shudao::experiment
