#include "sim/freight/journal.h"

#include <catch2/catch.hpp>

using namespace shudao;
using namespace shudao::freight;
using scenarios::Component;

namespace {

SimTime at_h(double h) { return SimTime{} + Duration::from_h(h); }
Where const kHere{scenarios::PlaceId{0}};
Where const kLink{scenarios::LinkId{0}};

/// Open 08:00–16:00 UTC every day.
Calendar day_shift() {
  DayHours const hours{{{Duration::from_h(8), Duration::from_h(16)}}};
  return Calendar{TimeZone{}, {hours, hours, hours, hours, hours, hours, hours}, {}};
}

}  // namespace

TEST_CASE("charges follow each other without gap", "[freight][ledger]") {
  Journal journal{at_h(1)};
  journal.charge(Component::moving, kLink, kLink, Teu::of(2), at_h(3));
  journal.charge(Component::handling, kHere, kHere, Teu::of(2), at_h(4));
  REQUIRE(journal.charges().size() == 2);
  CHECK(journal.charges()[0].from == at_h(1));
  CHECK(journal.charges()[1].from == at_h(3));
  CHECK(journal.until() == at_h(4));
}

TEST_CASE("time of one cause at one place is one charge", "[freight][ledger]") {
  Journal journal{at_h(0)};
  journal.charge(Component::storage, kHere, kHere, Teu::of(2), at_h(3));
  journal.charge(Component::storage, kHere, kHere, Teu::of(2), at_h(4));
  journal.charge(Component::storage, kHere, kHere, Teu::of(1), at_h(5));
  CHECK(journal.charges().size() == 2);
}

TEST_CASE("charging the same time twice is refused", "[freight][ledger]") {
  Journal journal{at_h(0)};
  journal.charge(Component::storage, kHere, kHere, Teu::of(2), at_h(3));
  CHECK_THROWS_AS(journal.charge(Component::moving, kHere, kHere, Teu::of(2), at_h(2)), BrokenPromise);
}

TEST_CASE("a wait is cut at the opening hours, outages before closings", "[freight][ledger]") {
  WorkingHours const hours{day_shift(), {{at_h(10), at_h(12)}, {at_h(20), at_h(21)}}};
  Journal journal{at_h(7)};
  journal.charge_visit(hours, Component::inspection, kHere, Teu::of(1), at_h(13), at_h(24 + 9));
  std::vector<std::pair<Component, double>> got;
  for (Charge const& charge : journal.charges()) got.emplace_back(charge.component, (charge.to - charge.from).h());
  std::vector<std::pair<Component, double>> const expected{
      {Component::closed, 1},    {Component::queueing, 2},   {Component::disrupted, 2},
      {Component::queueing, 1},  {Component::inspection, 3}, {Component::closed, 4},
      {Component::disrupted, 1}, {Component::closed, 11},    {Component::inspection, 1}};
  CHECK(got == expected);
}

TEST_CASE("a consignment inherits what its vehicle was charged since it boarded", "[freight][ledger]") {
  Journal train{at_h(0)};
  train.charge(Component::waiting_departure, kHere, kHere, Teu::of(40), at_h(5));
  train.charge(Component::moving, kLink, kLink, Teu::of(40), at_h(9));
  Journal lot{at_h(3)};
  lot.inherit(train, Teu::of(2));
  REQUIRE(lot.charges().size() == 2);
  CHECK((lot.charges()[0].to - lot.charges()[0].from) == Duration::from_h(2));
  CHECK(lot.charges()[1].teu == 2);
  CHECK(lot.until() == at_h(9));
}
