#include "viz/cli/names.h"

#include <catch2/catch.hpp>

#include "sample.h"
#include "sim/base/errors.h"

using namespace shudao;
using namespace shudao::viz;
using namespace shudao::viz::cli;

TEST_CASE("corridors are found by id, by a name with commas, and by what several names begin with", "[cli]") {
  scenarios::Scenario s;
  auto const add = [&](char const* id, char const* zh, char const* en) {
    scenarios::Corridor corridor;
    corridor.id = id;
    corridor.name = {zh, en};
    s.corridors.push_back(corridor);
  };
  add("a-lodz", "成都—罗兹(普通班列)", "Chengdu-Łódź, ordinary trains");
  add("b-lodz", "成都—罗兹(时刻表班列)", "Chengdu-Łódź, timetabled trains");
  add("c-nanning", "成都—南宁", "Chengdu-Nanning");
  using Ids = std::vector<std::string>;
  CHECK(corridor_ids(s, "").empty());
  CHECK(corridor_ids(s, "b-lodz,a-lodz") == Ids{"b-lodz", "a-lodz"});
  CHECK(corridor_ids(s, "chengdu-lodz, timetabled trains, c-nanning") == Ids{"b-lodz", "c-nanning"});
  CHECK(corridor_ids(s, "成都-罗兹（普通班列），成都—南宁") == Ids{"a-lodz", "c-nanning"});
  CHECK(corridor_ids(s, "Chengdu-Łódź") == Ids{"a-lodz", "b-lodz"});
  try {
    corridor_ids(s, "a-lodz,c-naning");
    FAIL("was accepted");
  } catch (InputErrors const& refused) {
    CHECK(refused.errors().front().nearest == "c-nanning");
  }
}

TEST_CASE("a place is found by id, UN/LOCODE, Chinese or English name", "[cli]") {
  auto const scenario = sample_scenario();
  for (char const* name : {"cn-qingbaijiang", "CNCTU", "cnctu", "青白江", "Qingbaijiang", "qingbaijiang"})
    CHECK(find_place(scenario, name) == scenarios::PlaceId{0});
  CHECK(find_place(scenario, "Łódź") == scenarios::PlaceId{1});
}

TEST_CASE("a name is found without its diacritics and its parentheses", "[cli]") {
  auto scenario = sample_scenario();
  scenario.places[scenarios::PlaceId{1}].name = {"罗兹(奥莱胡夫)", "Łódź (Olechów)"};
  for (char const* name : {"Łódź", "lodz", "LODZ", "罗兹", "Łódź (Olechów)"})
    CHECK(find_place(scenario, name) == scenarios::PlaceId{1});
}

TEST_CASE("a place that does not exist is refused with the nearest name", "[cli]") {
  try {
    find_place(sample_scenario(), "Qingbajiang");
    FAIL("was accepted");
  } catch (InputErrors const& refused) {
    REQUIRE(refused.errors().size() == 1);
    CHECK(refused.errors().front().found == "\"Qingbajiang\"");
    CHECK(refused.errors().front().nearest == "Qingbaijiang");
  }
}

TEST_CASE("a flow is found by its Chinese or English name", "[cli]") {
  CHECK(flow_id(sample_scenario(), "出口罗兹") == "export-lodz");
  CHECK(flow_id(sample_scenario(), "nowhere") == "nowhere");
}

TEST_CASE("an id is shown by its name, and as itself if nothing is called so", "[cli]") {
  auto const scenario = sample_scenario();
  CHECK(name_of_id(scenario, "cn-qingbaijiang/crane", Language::zh) == "龙门吊");
  CHECK(name_of_id(scenario, "express", Language::en) == "China-Europe train");
  CHECK(name_of_id(scenario, "elsewhere", Language::en) == "elsewhere");
}
