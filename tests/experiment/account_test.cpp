#include "sim/experiment/account.h"

#include <catch2/catch.hpp>

#include "sim/experiment/measures.h"
#include "tiny_world.h"

namespace shudao::experiment {
namespace {

using freight::FactKind;
using scenarios::Component;

scenarios::Scenario const kWorld = tiny_world();
SimTime const kReady = kWorld.window_start();

double per_year_of(std::int64_t count) { return per_year(count, kWorld.window).value; }

TEST_CASE("transit time and its parts are those of the ledgers", "[experiment]") {
  Stream stream;
  stream.life(0, 1, kReady, 2).life(1, 3, kReady, 6);
  CorridorResult const corridor = result_of(kWorld, stream, kWorld.horizon()).corridors.at(0);
  CHECK(corridor.transit_time_h.mean.value == 15);
  CHECK(corridor.transit_time_h.p50.value == 13);
  CHECK(corridor.transit_time_h.p95.value == 17);
  CHECK(corridor.transit_time_h.sd.value == Approx(2.828427));
  CHECK(corridor.components_h[static_cast<std::size_t>(Component::waiting_departure)].value == 4);
  CHECK(corridor.components_h[static_cast<std::size_t>(Component::moving)].value == 10);
  CHECK(corridor.due_share.value == 0.5);
  CHECK(corridor.cost_cny_per_teu.value == Approx(120 + 10.0 / 4));
  CHECK(corridor.co2e_kg_per_teu.value == 3);
}

TEST_CASE("causes name the component and who is charged", "[experiment]") {
  CorridorResult const corridor = result_of(kWorld, Stream{}.life(0, 1, kReady, 2), kWorld.horizon()).corridors.at(0);
  REQUIRE(corridor.causes.size() == 3);
  CHECK(corridor.causes[0].where == "line");
  CHECK(corridor.causes[2].component == Component::waiting_departure);
  CHECK(corridor.causes[2].where == "train");
  CHECK(corridor.causes[2].hours.value == 2);
}

TEST_CASE("only consignments that are ready in the window belong to the cohort", "[experiment]") {
  Stream stream;
  stream.life(0, 1, kReady - Duration::from_ms(1)).life(1, 1, kReady).life(2, 1, kWorld.horizon());
  CHECK(result_of(kWorld, stream, kWorld.horizon() + kWorld.cap).corridors.at(0).consignments == 1);
}

TEST_CASE("throughput counts what is delivered in the window, whenever it was ready", "[experiment]") {
  Stream stream;
  stream.life(0, 2, kReady - Duration::from_min(60)).life(1, 1, kWorld.horizon() - Duration::from_min(60));
  ScenarioResult const result = result_of(kWorld, stream, kWorld.horizon() + kWorld.cap);
  CHECK(result.corridors.at(0).throughput_teu_per_year.value == per_year_of(2));
  CHECK(result.places.at(0).throughput_teu_per_year.value == per_year_of(2));
}

TEST_CASE("what the cap leaves under way counts with the time so far and is late", "[experiment]") {
  Stream stream;
  SimTime const end = hours_after(kReady, 21);
  stream.open_life(0, 1, kReady, end).life(1, 1, kReady);
  ScenarioResult const result = result_of(kWorld, stream, end);
  CHECK(result.unfinished == 1);
  CHECK(result.corridors.at(0).unfinished == 1);
  CHECK(result.corridors.at(0).transit_time_h.mean.value == (21 + 13) / 2.0);
  CHECK(result.corridors.at(0).due_share.value == 0.5);
}

TEST_CASE("interest is the value of the cargo times rate times time", "[experiment]") {
  scenarios::Flow flow;
  flow.value_cny_per_teu = 200'000;
  flow.interest_per_year = 0.10;
  ClosedLot lot;
  lot.end.teu = 3;
  lot.end.ready_ms = 1000;
  lot.at = SimTime::from_ms(1000 + kYearMs / 10);
  CHECK(cost_items(lot, flow).at(static_cast<std::size_t>(scenarios::CostItem::inventory)) == 600'000);
}

TEST_CASE("presence, dwell and yards of a place are time averages and means", "[experiment]") {
  Stream stream;
  stream.life(0, 3, kReady, 2);
  stream.tell(kReady - Duration::from_ms(1), FactKind::yard_level, freight::YardLevel{1, false, 7, 10});
  stream.tell(hours_after(kReady, 1), FactKind::yard_level, freight::YardLevel{1, false, 4, 10});
  ScenarioResult const result = result_of(kWorld, stream, kWorld.horizon());
  CHECK(result.places.at(0).mean_teu_present.value == Approx(3 * 2 / (14 * 24.0)));
  CHECK(result.places.at(0).dwell_h.value == 2);
  CHECK_FALSE(result.places.at(0).max_yard_teu);
  CHECK(result.places.at(1).max_yard_teu->value == 7);
}

TEST_CASE("work is clipped to the window and waits are of what was requested in it", "[experiment]") {
  Stream stream;
  SimTime const early = kReady - Duration::from_min(120);
  SimTime const began = kReady - Duration::from_min(60);
  SimTime const ended = hours_after(kReady, 3);
  stream.tell(ended, FactKind::served, freight::Served{0, early.ms(), began.ms(), ended.ms(), (ended - began).ms()});
  SimTime const next = hours_after(kReady, 5);
  stream.tell(next, FactKind::served, freight::Served{0, kReady.ms(), ended.ms(), next.ms(), (next - ended).ms()});
  ResourceResult const officer = result_of(kWorld, stream, kWorld.horizon()).places.at(0).resources.at(0);
  CHECK(officer.utilisation.value == Approx(5 / (14 * 24.0)));
  CHECK(officer.mean_queue.value == Approx(3 / (14 * 24.0)));
  CHECK(officer.mean_wait_h.value == 3);
}

TEST_CASE("load factor, departures and what is left behind are counted in the window", "[experiment]") {
  Stream stream;
  stream.tell(kReady - Duration::from_ms(1), FactKind::departed, freight::Departed{0, 0, 1, 4, 9, 0, 0});
  stream.tell(kReady, FactKind::departed, freight::Departed{0, 0, 3, 4, 1, 0, 0});
  stream.tell(kReady, FactKind::departed, freight::Departed{0, 0, 1, 4, 0, 0, 0});
  stream.tell(kReady, FactKind::cancelled, freight::Cancelled{0, 2, 0});
  ServiceResult const train = result_of(kWorld, stream, kWorld.horizon()).services.at(0);
  CHECK(train.load_factor.value == 0.5);
  CHECK(train.departures_per_year.value == per_year_of(2));
  CHECK(train.cancelled_per_year.value == per_year_of(1));
  CHECK(train.left_behind_teu_per_departure.value == 0.5);
}

TEST_CASE("the ledger digest does not depend on the order in which consignments close", "[experiment]") {
  Stream one, other;
  one.life(0, 1, kReady).life(1, 2, kReady);
  other.life(1, 2, kReady).life(0, 1, kReady);
  CHECK(result_of(kWorld, one, kWorld.horizon()).ledger_digest ==
        result_of(kWorld, other, kWorld.horizon()).ledger_digest);
}

TEST_CASE("the ledger digest knows things by their names, not by their numbers", "[experiment]") {
  scenarios::Scenario renamed = kWorld;
  renamed.links[scenarios::LinkId{0}].id = "another line";
  Stream const stream = Stream{}.life(0, 1, kReady);
  CHECK(result_of(renamed, stream, kWorld.horizon()).ledger_digest !=
        result_of(kWorld, stream, kWorld.horizon()).ledger_digest);
  scenarios::Scenario relabelled = kWorld;
  relabelled.links[scenarios::LinkId{0}].name.en = "another label";
  CHECK(result_of(relabelled, stream, kWorld.horizon()).ledger_digest ==
        result_of(kWorld, stream, kWorld.horizon()).ledger_digest);
}

TEST_CASE("the sample holds 200 consignments chosen by their names alone", "[experiment]") {
  Stream few, many;
  for (std::uint32_t ordinal = 0; ordinal < 500; ++ordinal) many.life(ordinal, 1, kReady);
  Account account{kWorld, Fault::none};
  many.play(account.sink());
  std::vector<Life> const lives = account.lives();
  REQUIRE(lives.size() == 200);
  for (Life const& life : lives) few.life(static_cast<std::uint32_t>(std::stoi(life.consignment.substr(4))), 1, kReady);
  Account again{kWorld, Fault::none};
  few.play(again.sink());
  REQUIRE(again.lives().size() == 200);
  CHECK(again.lives().front().consignment == lives.front().consignment);
  CHECK(again.lives().back().entries.size() == 3);
}

TEST_CASE("the run ends on the first day on which the cohort is delivered", "[experiment]") {
  CohortWatch watch{kWorld};
  SimTime const late = kWorld.horizon() - Duration::from_min(60);
  watch.generated(late, freight::Generated{{0, 0}, 3, 0});
  std::vector<SimTime> asked;
  auto const end = run_to_the_end(kWorld, watch, [&](SimTime until) {
    asked.push_back(until);
    if (asked.size() == 3) watch.delivered(until, freight::LotEnd{{0, 0}, 3, 0, 0, late.ms(), 0, 0});
    return true;
  });
  CHECK(*end == kWorld.horizon() + Duration::from_days(2));
}

TEST_CASE("the run ends at the cap at the latest", "[experiment]") {
  CohortWatch watch{kWorld};
  watch.generated(kReady, freight::Generated{{0, 0}, 3, 0});
  CHECK(*run_to_the_end(kWorld, watch, [](SimTime) { return true; }) == kWorld.horizon() + kWorld.cap);
}

TEST_CASE("what is generated after the horizon does not keep a run going", "[experiment]") {
  CohortWatch watch{kWorld};
  watch.generated(kWorld.horizon(), freight::Generated{{0, 0}, 3, 0});
  CHECK(*run_to_the_end(kWorld, watch, [](SimTime) { return true; }) == kWorld.horizon());
}

}  // namespace
}  // namespace shudao::experiment
