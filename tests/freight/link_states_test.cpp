#include "sim/freight/link_states.h"

#include <catch2/catch.hpp>

using namespace shudao;
using namespace shudao::freight;

namespace {

SimTime at_h(std::int64_t h) { return SimTime::from_ms(h * 3'600'000); }

/// Closed from 10 to 20 h, half its slots from 20 to 40 h.
LinkStates const kStates{{{{at_h(10), at_h(20)}, 0, 1}, {{at_h(20), at_h(40)}, 0.5, 0.8}}};

}  // namespace

TEST_CASE("a link is as usual between its disruptions", "[freight]") {
  CHECK(kStates.at(at_h(0)).capacity_by == 1);
  CHECK(kStates.at(at_h(0)).when.to == at_h(10));
  CHECK(kStates.at(at_h(10)).capacity_by == 0);
  CHECK(kStates.at(at_h(20)).speed_by == 0.8);
  CHECK(kStates.at(at_h(40)).capacity_by == 1);
  CHECK(kStates.next_open(at_h(10)) == at_h(20));
  CHECK(kStates.next_open(at_h(21)) == at_h(21));
}

TEST_CASE("slots come up as fast as the capacity allows", "[freight]") {
  CHECK(kStates.after_spacing(at_h(0), Duration::from_h(4)) == at_h(4));
  CHECK(kStates.after_spacing(at_h(8), Duration::from_h(4)) == at_h(24));
  CHECK(kStates.after_spacing(at_h(38), Duration::from_h(4)) == at_h(43));
  CHECK(kStates.worth_ms(at_h(0), at_h(48)) == 28 * 3'600'000.0);
}
