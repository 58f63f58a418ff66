#include "sim/experiment/coverage.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>

#include "scenarios/adjust.h"
#include "scenarios/read.h"

using namespace shudao;
using namespace shudao::experiment;
using scenarios::Carrier;

namespace {

std::string const kWorld = "scenarios/sichuan/scenario.json";
std::string const kStudies = "scenarios/sichuan/studies";

scenarios::Catalogue const& catalogue() {
  static auto const kCatalogue = scenarios::read_catalogue("scenarios/sichuan/plans");
  return kCatalogue;
}

/// The carriers by the study that they stand in, so that each study is read once.
std::map<std::string, std::vector<Carrier>> by_study() {
  std::map<std::string, std::vector<Carrier>> groups;
  for (auto const& [id, carrier] : catalogue().represented) groups[carrier.study].push_back(carrier);
  return groups;
}

PlanWorlds worlds_of(std::string const& study) {
  if (study.empty()) return PlanWorlds{scenarios::read_scenario(kWorld)};
  return PlanWorlds{scenarios::read_study(kStudies + "/" + study + ".json")};
}

void check_all(std::string const& study, std::vector<Carrier> const& carriers) {
  auto worlds = worlds_of(study);
  auto const all = worlds.carriers(false);
  for (Carrier const& carrier : carriers) {
    INFO(carrier.item << " by " << carrier.element << " in " << study << " " << carrier.world);
    CHECK(std::find(all.begin(), all.end(), carrier) != all.end());
    CHECK((worlds.matters(carrier, 6) || worlds.matters(carrier, 0)));
  }
}

}  // namespace

TEST_CASE("an element that consignments meet matters, one that nobody meets does not", "[experiment][coverage]") {
  auto const world = scenarios::patched(scenarios::read_scenario("scenarios/examples/two_routes.json"), R"({
      "places": {"nowhere": {"name": {"zh": "无", "en": "nowhere"}, "lat": 1, "lon": 1, "time_zone": "UTC",
                             "kinds": ["market"], "plans": ["idle"]}}})");
  auto const flow = world.flows.begin()->id;
  PlanWorlds worlds{world};
  auto const carriers = worlds.carriers(false);
  REQUIRE(carriers.size() == 1);
  CHECK(carriers.front() == Carrier{"idle", "", "base", "/places/nowhere"});
  CHECK_FALSE(worlds.matters(carriers.front(), 0));
  CHECK(worlds.matters({"busy", "", "base", "/flows/" + flow}, 0));
  CHECK_FALSE(worlds.matters({"absent", "", "base", "/flows/none"}, 0));
}

TEST_CASE("every item of the plans is represented or its absence explained, by keys of the catalogue only",
          "[experiment][coverage]") {
  CHECK(catalogue().items.size() == 451);
  auto const found = scenarios::carriers_in(scenarios::read_scenario(kWorld));
  CHECK(found.size() > 100);
  for (Carrier const& carrier : found) {
    INFO(carrier.item << " at " << carrier.element);
    CHECK(catalogue().find(carrier.item) != nullptr);
  }
}

TEST_CASE("what is said to represent an item of the plans does: a sample", "[experiment][coverage]") {
  constexpr std::size_t kStudiesTried = 2;
  std::size_t tried = 0;
  for (auto const& [study, carriers] : by_study()) {
    if (study.empty() || tried++ >= kStudiesTried) continue;
    check_all(study, {carriers.begin(),
                      carriers.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, carriers.size()))});
  }
}

TEST_CASE("what is said to represent an item of the plans does: all of it", "[experiment][coverage][slow]") {
  for (auto const& [study, carriers] : by_study()) check_all(study, carriers);
}
