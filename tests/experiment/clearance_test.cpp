/// Tokens, shelf lives, registrations and money in a tiny world where all times are certain.
#include <catch2/catch.hpp>

#include "scenarios/read.h"
#include "sim/experiment/validating.h"

namespace shudao::experiment {
namespace {

StudyOptions quickly() {
  StudyOptions options;
  options.threads = 1;
  return options;
}

scenarios::Scenario clearance() { return scenarios::read_scenario("tests/experiment/clearance/world.json"); }

double sum_of(CostMeasures const& items) {
  double sum = 0;
  for (Measure const& item : items) sum += item.value;
  return sum;
}

}  // namespace

TEST_CASE("tokens, spoilage, credit, rework and cost items are what theory says", "[experiment]") {
  auto const validation = scenarios::read_validation("tests/experiment/clearance/validation.json");
  auto const result = validate(validation, quickly());
  CHECK(result.laws_hold());
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    INFO(result.rows[i].id << " is " << result.rows[i].simulated.value);
    CHECK(result.rows[i].simulated.n == 3);
    CHECK(result.rows[i].is_inside);
  }
}

TEST_CASE("where cargo is registered changes nothing that happens", "[experiment]") {
  auto world = clearance();
  auto const before = run_study(world, quickly()).comparison.base;
  for (auto& flow : world.flows) flow.registered_at = scenarios::PlaceId::none();
  auto const after = run_study(world, quickly()).comparison.base;
  CHECK(after.ledger_digest == before.ledger_digest);
  CHECK(after.run_digest == before.run_digest);
}

TEST_CASE("the items of the cost add up to the cost, subsidies included", "[experiment]") {
  CorridorResult const corridor = run_study(clearance(), quickly()).comparison.base.corridors.at(0);
  CHECK(sum_of(corridor.cost_items_cny_per_teu) == Approx(corridor.cost_cny_per_teu.value).epsilon(1e-12));
  CHECK(corridor.cost_items_cny_per_teu.at(static_cast<std::size_t>(scenarios::CostItem::subsidy)).value == -30);
}

TEST_CASE("a corridor tells the share of its cargo that is past its shelf life", "[experiment]") {
  CorridorResult const corridor = run_study(clearance(), quickly()).comparison.base.corridors.at(0);
  CHECK(corridor.spoiled_share.value == Approx(0.25).epsilon(0.03));
  auto fresh = clearance();
  for (auto& flow : fresh.flows) flow.shelf_life.reset();
  CHECK(run_study(fresh, quickly()).comparison.base.corridors.at(0).spoiled_share.n == 0);
}

TEST_CASE("money and shelf lives leave the ledgers alone", "[experiment]") {
  auto world = clearance();
  auto const before = run_study(world, quickly()).comparison.base.ledger_digest;
  for (auto& flow : world.flows) flow.duty_rate = flow.refund_rate = 0;
  for (auto& service : world.services) service.subsidy_per_teu = Money{};
  CHECK(run_study(world, quickly()).comparison.base.ledger_digest == before);
}

TEST_CASE("a refund that no token tells of takes as long as is stated", "[experiment]") {
  auto world = clearance();
  auto const finance = [&] {
    auto const corridor = run_study(world, quickly()).comparison.base.corridors.at(0);
    return corridor.cost_items_cny_per_teu.at(static_cast<std::size_t>(scenarios::CostItem::finance)).value;
  };
  for (auto& flow : world.flows) flow.duty_rate = 0;
  double const by_token = finance();
  world.finance.refunded = scenarios::TokenId::none();
  CHECK(finance() == Approx(by_token));  // the token came with the delivery
  world.finance.refunded_after = Duration::from_h(250);
  CHECK(finance() == Approx(10 * by_token).epsilon(1e-3));
}

}  // namespace shudao::experiment
