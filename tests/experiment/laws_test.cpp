#include <catch2/catch.hpp>

#include "tiny_world.h"

namespace shudao::experiment {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::Equals;
using freight::FactKind;
using freight::Where;
using scenarios::Component;
using scenarios::LinkId;
using scenarios::PlaceId;
using scenarios::ServiceId;

scenarios::Scenario const kWorld = tiny_world();
SimTime const kReady = kWorld.window_start();
SimTime const kEnd = kWorld.horizon();

Stream good() { return Stream{}.life(0, 3, kReady).life(1, 1, hours_after(kReady, 5), 40); }

/// The one breach of a law, and that no other law is broken.
std::string only_breach(ScenarioResult const& result, Law Laws::*law) {
  for (Law Laws::*other : {&Laws::conservation, &Laws::ledger, &Laws::little, &Laws::capacity, &Laws::boxes}) {
    if (other != law) CHECK((result.laws.*other).breaches == std::vector<std::string>{});
  }
  REQUIRE((result.laws.*law).breaches.size() >= 1);
  CHECK_FALSE((result.laws.*law).holds);
  return (result.laws.*law).breaches.front();
}

TEST_CASE("a good stream of facts breaks no law", "[experiment]") {
  CHECK(result_of(kWorld, good(), kEnd).laws.hold());
}

TEST_CASE("what is still under way at the end is no breach", "[experiment]") {
  Stream stream = good();
  stream.open_life(2, 4, hours_after(kReady, 20), kEnd);
  CHECK(result_of(kWorld, stream, kEnd).laws.hold());
}

TEST_CASE("a delivery that is one TEU short breaks conservation and names the consignment", "[experiment]") {
  ScenarioResult const result = result_of(kWorld, good(), kEnd, Fault::lost_teu);
  CHECK_THAT(only_breach(result, &Laws::conservation),
             Equals("consignment tea/0: 3 TEU generated, 2 delivered, 0 under way at the end: 1 TEU lost"));
  CHECK_THAT(result.laws.conservation.breaches.at(1),
             Equals("flow tea: 4 TEU generated, 3 delivered, 0 under way at the end: 1 TEU lost"));
}

TEST_CASE("a consignment that never comes to an end breaks conservation", "[experiment]") {
  Stream stream = good();
  stream.tell(kReady, FactKind::generated, freight::Generated{{0, 7}, 2, 0});
  CHECK_THAT(only_breach(result_of(kWorld, stream, kEnd), &Laws::conservation),
             Equals("consignment tea/7: 2 TEU generated, 0 delivered, 0 under way at the end: 2 TEU lost"));
}

TEST_CASE("a consignment that is delivered but was never generated breaks conservation", "[experiment]") {
  Stream stream = good();
  stream.tell(kReady, FactKind::delivered, freight::LotEnd{{0, 7}, 2, 0, 0, kReady.ms(), 0, 0});
  CHECK_THAT(only_breach(result_of(kWorld, stream, kEnd), &Laws::conservation),
             Equals("consignment tea/7: 2 TEU delivered at 2022-01-10T00:00:00Z, but nothing of it was under way"));
}

TEST_CASE("a place that counts less than nothing breaks conservation", "[experiment]") {
  Stream stream = good();
  // Another stay told by a ledger makes up for it, so that Little's law still holds.
  stream.presence(kReady, 1, -1).presence(hours_after(kReady, 1), 1, 1);
  stream.presence(hours_after(kReady, 2), 1, 1).presence(hours_after(kReady, 3), 1, -1);
  CHECK_THAT(only_breach(result_of(kWorld, stream, kEnd), &Laws::conservation),
             Equals("place b: -1 TEU present at 2022-01-10T00:00:00Z"));
}

TEST_CASE("an entry charged twice breaks the ledger and says how long, where and when", "[experiment]") {
  CHECK_THAT(only_breach(result_of(kWorld, good(), kEnd, Fault::double_charge), &Laws::ledger),
             Equals("consignment tea/0: 7200000 ms charged twice: waiting_departure at train begins at "
                    "2022-01-10T00:00:00Z, charged already until 2022-01-10T02:00:00Z"));
}

Stream single_entry(SimTime from, SimTime to) {
  Stream stream;
  SimTime const done = hours_after(kReady, 2);
  stream.tell(kReady, FactKind::generated, freight::Generated{{0, 0}, 1, 0});
  stream.tell(
      done, FactKind::ledger_entry,
      freight::LedgerEntry{{0, 0}, Where{LinkId{0}}, Where{LinkId{0}}, Component::moving, true, 1, from.ms(), to.ms()});
  return stream.tell(done, FactKind::delivered, freight::LotEnd{{0, 0}, 1, 0, 0, kReady.ms(), 0, 0});
}

TEST_CASE("time that is charged to nothing breaks the ledger", "[experiment]") {
  Stream const stream = single_entry(kReady + Duration::from_ms(1), hours_after(kReady, 2));
  CHECK_THAT(
      only_breach(result_of(kWorld, stream, kEnd), &Laws::ledger),
      Equals("consignment tea/0: 1 ms charged to nothing, from 2022-01-10T00:00:00Z until moving at line begins"));
}

TEST_CASE("a ledger that ends before delivery breaks the ledger", "[experiment]") {
  Stream const stream = single_entry(kReady, hours_after(kReady, 1));
  CHECK_THAT(only_breach(result_of(kWorld, stream, kEnd), &Laws::ledger),
             Equals("consignment tea/0: 7200000 ms from ready to delivered, but 3600000 ms charged"));
}

TEST_CASE("an entry of negative length breaks the ledger", "[experiment]") {
  Stream const stream = single_entry(kReady, kReady - Duration::from_ms(5));
  CHECK_THAT(only_breach(result_of(kWorld, stream, kEnd), &Laws::ledger),
             Equals("consignment tea/0: -5 ms charged to moving at line from 2022-01-10T00:00:00Z"));
}

TEST_CASE("a stay that no ledger tells of breaks Little's law by its TEU-milliseconds", "[experiment]") {
  Stream stream = good();
  stream.presence(kReady, 1, 2).presence(kReady + Duration::from_ms(3), 1, -2);
  CHECK_THAT(only_breach(result_of(kWorld, stream, kEnd), &Laws::little),
             Equals("place b: counted 14400006 TEU·ms, but the ledgers tell of 14400000 TEU·ms: 6 not in any ledger"));
}

TEST_CASE("entries off the path count for Little's law and for nothing else", "[experiment]") {
  Stream stream = good();
  stream.presence(kReady, 1, 2).presence(hours_after(kReady, 1), 1, -2);
  stream.entry(0, Component::queueing, Where{PlaceId{1}}, 2, kReady, hours_after(kReady, 1), false);
  ScenarioResult const result = result_of(kWorld, stream, kEnd);
  CHECK(result.laws.hold());
  CHECK(result.corridors.at(0).components_h.at(static_cast<std::size_t>(Component::queueing)).value == 0);
}

TEST_CASE("Little's law compares what lies before the horizon only", "[experiment]") {
  Stream stream;
  stream.open_life(0, 4, kEnd - Duration::from_days(1), kEnd + Duration::from_days(3));
  CHECK(result_of(kWorld, stream, kEnd + Duration::from_days(3)).laws.hold());
}

TEST_CASE("an over-full train breaks capacity and names train, place, load and room", "[experiment]") {
  Stream stream = good();
  stream.tell(kReady, FactKind::departed, freight::Departed{0, 0, 4, 4, 0, 0, kReady.ms()});
  CHECK(result_of(kWorld, stream, kEnd).laws.hold());
  CHECK_THAT(only_breach(result_of(kWorld, stream, kEnd, Fault::over_full), &Laws::capacity),
             Equals("service train: left a at 2022-01-10T00:00:00Z with 5 TEU aboard, capacity 4 TEU"));
}

TEST_CASE("a train that claims more room than the scenario gives it breaks capacity", "[experiment]") {
  Stream stream;
  stream.tell(kReady, FactKind::departed, freight::Departed{0, 0, 6, 8, 0, 0, kReady.ms()});
  CHECK_THAT(only_breach(result_of(kWorld, stream, kEnd), &Laws::capacity), Contains("6 TEU aboard, capacity 4 TEU"));
}

TEST_CASE("a yard above its capacity breaks capacity", "[experiment]") {
  Stream stream;
  stream.tell(kReady, FactKind::yard_level, freight::YardLevel{1, false, 11, -1});
  CHECK_THAT(only_breach(result_of(kWorld, stream, kEnd), &Laws::capacity),
             Equals("place b: 11 TEU in the yard at 2022-01-10T00:00:00Z, room for 10"));
}

TEST_CASE("more vehicles than tracks break capacity", "[experiment]") {
  Stream stream;
  stream.tell(kReady, FactKind::yard_level, freight::YardLevel{1, true, 2, 1});
  CHECK_THAT(only_breach(result_of(kWorld, stream, kEnd), &Laws::capacity),
             Equals("place b: 2 vehicles on the tracks at 2022-01-10T00:00:00Z, room for 1"));
}

TEST_CASE("more vehicles on a day than a link has slots break capacity", "[experiment]") {
  Stream stream;
  for (int hour : {0, 12, 23}) {
    stream.tell(hours_after(kReady, hour), FactKind::entered_link, freight::EnteredLink{0, 0, 1, kReady.ms()});
  }
  CHECK_THAT(only_breach(result_of(kWorld, stream, kEnd), &Laws::capacity),
             Equals("link line: 3 vehicles in the 24 h from 2022-01-10T00:00:00Z, but there are 2 slots a day"));
}

freight::Served work(std::int64_t from_h, std::int64_t to_h) {
  std::int64_t const from = hours_after(kReady, from_h).ms();
  std::int64_t const to = hours_after(kReady, to_h).ms();
  return {0, from, from, to, to - from};
}

TEST_CASE("more at work at once than there are servers break capacity", "[experiment]") {
  Stream stream;
  stream.tell(hours_after(kReady, 4), FactKind::served, work(1, 4));
  stream.tell(hours_after(kReady, 5), FactKind::served, work(3, 5));
  CHECK_THAT(
      only_breach(result_of(kWorld, stream, kEnd), &Laws::capacity),
      Equals("resource a/officer: 2 at work at once shortly before 2022-01-10T04:00:00Z, but there are 1 servers"));
}

TEST_CASE("work that begins when the last one ends is not at once with it", "[experiment]") {
  Stream stream;
  stream.tell(hours_after(kReady, 4), FactKind::served, work(1, 4));
  stream.tell(hours_after(kReady, 5), FactKind::served, work(4, 5));
  CHECK(result_of(kWorld, stream, kEnd).laws.hold());
}

TEST_CASE("more work than open time breaks capacity", "[experiment]") {
  Stream stream;
  freight::Served too_much = work(0, 24 * 13);
  too_much.work_ms = Duration::from_days(15).ms();
  stream.tell(hours_after(kReady, 24 * 13), FactKind::served, too_much);
  CHECK_THAT(
      only_breach(result_of(kWorld, stream, kEnd), &Laws::capacity),
      Equals("resource a/officer: worked 1296000000 ms in the window, but was open for 1209600000 ms of its servers"));
}

TEST_CASE("ten breaches are kept in words, however many there are", "[experiment]") {
  Stream stream;
  for (std::uint32_t i = 0; i < 30; ++i) {
    stream.tell(kReady, FactKind::yard_level, freight::YardLevel{1, false, 11, -1});
  }
  CHECK(result_of(kWorld, stream, kEnd).laws.capacity.breaches.size() == 10);
}

}  // namespace
}  // namespace shudao::experiment
