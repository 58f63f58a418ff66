#include "scenarios/network_of.h"

#include <catch2/catch.hpp>

#include "network/cut.h"
#include "tiny_world.h"

namespace shudao::experiment {
namespace {

TEST_CASE("a scheduled leg carries its departures times its capacity", "[scenarios]") {
  network::Network const network = scenarios::network_of(tiny_world());
  REQUIRE(network.edges().size() == 1);
  CHECK(*network.edge(network::EdgeId{0}).teu_per_year == Approx(2 * 4 * 365.2425 / 7));
  CHECK(network.edge(network::EdgeId{0}).hours == 10);
}

/// What the world carries from its first place to its second.
network::Cut cut_of(scenarios::Scenario const& world) {
  network::Network const network = scenarios::network_of(world);
  return network::min_cut(network, {network::NodeId{0}}, {network::NodeId{1}});
}

TEST_CASE("an on-demand leg carries what the slots of its link let through", "[scenarios]") {
  scenarios::Scenario world = tiny_world();
  world.services[scenarios::ServiceId{0}].kind = scenarios::ServiceKind::on_demand;
  CHECK(cut_of(world).teu_per_year == Teu::of(2922));
  world.links[scenarios::LinkId{0}].slots_per_day.reset();
  CHECK_FALSE(cut_of(world).teu_per_year);
}

TEST_CASE("services on one link share its slots", "[scenarios]") {
  scenarios::Scenario world = tiny_world();
  world.services[scenarios::ServiceId{0}].kind = scenarios::ServiceKind::on_demand;
  scenarios::Service other = world.services[scenarios::ServiceId{0}];
  other.id = "other";
  world.services.push_back(other);
  CHECK(cut_of(world).teu_per_year == Teu::of(2922));
}

TEST_CASE("a step of the vehicle's own process limits the leg", "[scenarios]") {
  scenarios::Scenario world = tiny_world();
  scenarios::Process process;
  process.id = "a/train";
  process.place = scenarios::PlaceId{0};
  process.stage = scenarios::Stage::vehicle;
  scenarios::Step step;
  step.id = "change-gauge";
  step.resource = scenarios::ResourceId{0};
  scenarios::Work work;
  work.duration_h = Distribution{Constant{168.0}};
  step.works = {work};
  process.steps = {step};
  world.processes.push_back(process);
  world.services[scenarios::ServiceId{0}].stops[0].process = scenarios::ProcessId{0};
  network::Network const network = scenarios::network_of(world);
  network::Cut const cut = cut_of(world);
  CHECK(cut.teu_per_year == Teu::of(209));  // 4 TEU a week
  REQUIRE(cut.limits.size() == 1);
  CHECK(network.shared(cut.limits[0].shared).label.en == "a, officer");
}

TEST_CASE("planned places and what stops there are left out", "[scenarios]") {
  scenarios::Scenario world = tiny_world();
  world.places[scenarios::PlaceId{1}].is_planned = true;
  network::Network const network = scenarios::network_of(world);
  CHECK(network.nodes().size() == 1);
  CHECK(network.edges().empty());
}

}  // namespace
}  // namespace shudao::experiment
