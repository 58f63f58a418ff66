/// The proposal for the warm-up, in worlds of which one knows how long they remember.
#include "sim/experiment/warm_up.h"

#include <catch2/catch.hpp>

#include "guard_rail_worlds.h"

namespace shudao::experiment {
namespace {

WarmUpProposal proposal_for(scenarios::Scenario const& world) {
  WarmUpOptions options;
  options.study.threads = 2;
  return propose_warm_up(world, options);
}

scenarios::Scenario queue(std::string const& mean_h) {
  return patched_example(
      "mm1",
      R"({"places": {"a": {"processes": {"export": {"steps": {"review": {"duration_h": {"exponential": {"mean": )" +
          mean_h + "}}}}}}}}}");
}

TEST_CASE("a world without queues needs as many weeks as its way takes", "[experiment][guard]") {
  // 600 h are 3.6 weeks; trains are never full.
  auto const proposal = proposal_for(patched_example("headway", R"({"links": {"ab": {"running_time_h": 600}}})"));
  CHECK(proposal.filled_weeks == 5);  // With up to 90 h of waiting.
  REQUIRE(proposal.agreed_week);
  CHECK(*proposal.agreed_week <= 2);
  CHECK(proposal.proposed == 5);
  CHECK(proposal.own_weeks == 4);
}

TEST_CASE("a busier queue remembers longer how it began", "[experiment][guard]") {
  auto const quiet = proposal_for(queue("0.4")), busy = proposal_for(queue("0.95"));
  REQUIRE(quiet.agreed_week);
  CHECK(*quiet.agreed_week <= 1);
  CHECK(busy.agreed_week.value_or(1000) > *quiet.agreed_week);
  CHECK(busy.held_back_days > quiet.held_back_days);
}

TEST_CASE("a queue with more work than it can do never forgets how it began", "[experiment][guard]") {
  auto const proposal = proposal_for(queue("1.3"));
  CHECK_FALSE(proposal.agreed_week);
  CHECK_FALSE(proposal.proposed);
}

TEST_CASE("both starts bring forth the same consignments", "[experiment][guard]") {
  // So weeks in which nothing is remembered any more are equal to the bit.
  auto const proposal = proposal_for(queue("0.4"));
  REQUIRE(proposal.weeks.size() > 10);
  CHECK(proposal.weeks[0].difference.value > 0);
  for (std::size_t week = 5; week < proposal.weeks.size(); ++week) {
    CHECK(proposal.weeks[week].difference.value == 0);
    CHECK(proposal.weeks[week].empty_h.value == proposal.weeks[week].loaded_h.value);
  }
}

TEST_CASE("MSER is asked for worlds without profiles only", "[experiment][guard]") {
  CHECK_FALSE(proposal_for(queue("0.4")).has_profiles);
  auto const weekly =
      proposal_for(patched_example("mm1", R"({"flows": {"lots": {"weekly_profile": [1, 1, 1, 1, 1, 0.5, 0.5]}}})"));
  CHECK(weekly.has_profiles);
  CHECK_FALSE(weekly.mser_weeks);
}

TEST_CASE("everything stands still while a world is held back, and then goes on as it was", "[experiment][guard]") {
  auto const world = patched_example("closure");
  auto const held = held_back(world, 2);
  SimTime const until = world.start + Duration::from_days(2);
  for (scenarios::Link const& link : held.links) {
    REQUIRE(link.disrupted.size() == 1);
    CHECK(link.disrupted[0].capacity_by == 0);
    CHECK(link.disrupted[0].when.to == until);
  }
  scenarios::Resource const& officer = held.resources[scenarios::ResourceId{0}];
  REQUIRE(officer.outages.size() == 1 + world.resources[scenarios::ResourceId{0}].outages.size());
  CHECK(officer.outages[1].from > until);
}

}  // namespace
}  // namespace shudao::experiment
