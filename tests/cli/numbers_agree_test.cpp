#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "program.h"

using namespace shudao::viz::cli;
using nlohmann::json;

namespace {

std::string content(std::string const& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// A comparison of the first corridors as the program says it, and its figures.
struct Told {
  ScratchFolder scratch;
  json said;
  Told() {
    Answer const answer = shudao::viz::cli::shudao({"compare", "scenarios/first-corridors",
                                                    "scenarios/first-corridors/declare-at-home.json", "--replications",
                                                    "3", "--results", scratch.path("a.db"), "--json", "--quiet"});
    REQUIRE(answer.exit_code == 0);
    said = json::parse(answer.out);
    REQUIRE(shudao::viz::cli::shudao({"export", scratch.path("a.db"), "--only", "csv,geojson"}).exit_code == 0);
  }
  [[nodiscard]] json figure(std::string const& id) const {
    REQUIRE(shudao::viz::cli::shudao(
                {"figure", id, scratch.path("a.db"), "--lang", "en", "--out", scratch.path("f"), "--json"})
                .exit_code == 0);
    CHECK(content(scratch.path("f/" + id + ".csv")) == content(scratch.path("a.export/csv/" + id + ".csv")));
    return json::parse(content(scratch.path("f/" + id + ".json")));
  }
};

Told const& told() {
  static Told const one;
  return one;
}

/// The cell of a figure in this row and column.
json cell(json const& figure, std::size_t row, std::string const& key) {
  for (std::size_t i = 0; i < figure["columns"].size(); ++i)
    if (figure["columns"][i]["key"] == key) return figure["rows"].at(row).at(i);
  FAIL("no column " << key);
  return {};
}

json const& called(json const& list, std::string const& key, std::string const& id) {
  for (json const& one : list)
    if (one[key] == id) return one;
  FAIL("no " << id);
  return list;
}

}  // namespace

TEST_CASE("the table of corridors has the numbers that the comparison printed", "[program][export]") {
  for (auto const& [role, id] : {std::pair{"base", "corridors.base"}, {"alternative", "corridors.alternative"}}) {
    json const figure = told().figure(id);
    json const& corridors = told().said[role]["corridors"];
    REQUIRE(figure["rows"].size() == corridors.size());
    for (std::size_t i = 0; i < corridors.size(); ++i) {
      for (char const* part : {"mean", "p50", "p95"})
        CHECK(cell(figure, i, std::string{"transit_time_h."} + part) == corridors[i]["transit_time_h"][part]);
      for (char const* key : {"due_share", "throughput_teu_per_year", "cost_cny_per_teu", "co2e_kg_per_teu"})
        CHECK(cell(figure, i, key) == corridors[i][key]);
    }
  }
}

TEST_CASE("stacks of time and cost have the parts that the comparison printed", "[program][export]") {
  json const times = told().figure("delay-ledger"), costs = told().figure("cost-items");
  for (std::size_t i = 0; i < times["rows"].size(); ++i) {
    json const& names = cell(times, i, "corridor");
    json const& corridor = called(told().said["base"]["corridors"], "id",
                                  names["en"] == "Chengdu-Singapore" ? "chengdu-singapore" : "chengdu-lodz");
    for (auto const& [part, measure] : corridor["components_h"].items())
      CHECK(cell(times, i, "components_h." + part) == measure);
    for (auto const& [part, measure] : corridor["cost_items_cny_per_teu"].items())
      CHECK(cell(costs, i, "cost_items_cny_per_teu." + part) == measure);
  }
}

TEST_CASE("the table of differences and the forest have the differences that the comparison printed",
          "[program][export]") {
  json const table = told().figure("differences.first-corridors-declare-at-home"),
             forest = told().figure("comparison-forest");
  std::vector<json> in_table, in_forest, said;
  for (json const& one : told().said["differences"]) {
    said.push_back(one["transit_time_h"]);
    bool is_there = false;
    for (std::size_t i = 0; i < table["rows"].size(); ++i)
      if (cell(table, i, "transit_time_h") == one["transit_time_h"]) {
        is_there = true;
        for (char const* key : {"p95_h", "cost_cny_per_teu", "co2e_kg_per_teu"}) CHECK(cell(table, i, key) == one[key]);
      }
    CHECK(is_there);
  }
  for (std::size_t i = 0; i < forest["rows"].size(); ++i) in_forest.push_back(cell(forest, i, "difference"));
  CHECK(in_forest.size() == said.size());
  CHECK(std::is_permutation(in_forest.begin(), in_forest.end(), said.begin(), said.end()));
}

TEST_CASE("the table of indicators has the indicators that the comparison printed", "[program][export]") {
  json const figure = told().figure("indicators");
  std::map<std::string, std::size_t> rows;
  for (json const& corridor : told().said["base"]["corridors"]) rows.emplace(corridor["id"], rows.size());
  std::size_t compared = 0;
  for (json const& one : told().said["base"]["indicators"]) {
    bool const is_shown =
        one["place"].is_null() && std::any_of(figure["columns"].begin(), figure["columns"].end(),
                                              [&](json const& column) { return column["key"] == one["indicator"]; });
    if (!is_shown) continue;
    INFO(one);
    ++compared;
    CHECK(cell(figure, rows.at(one["corridor"]), one["indicator"]) == one["measure"]);
  }
  CHECK(compared >= 10);
}

TEST_CASE("the map and the table of places have the throughput and the waits that the comparison printed",
          "[program][export]") {
  json const figure = told().figure("places.base");
  json const map = json::parse(content(told().scratch.path("a.export/geo/places.geojson")));
  for (json const& feature : map["features"]) {
    json const& properties = feature["properties"];
    json const& place = called(told().said["base"]["places"], "id", properties["id"]);
    INFO(properties["id"]);
    CHECK(properties["base.throughput_teu_per_year"] == place["throughput_teu_per_year"]["value"]);
    if (!properties.contains("base.busiest_resource")) continue;
    json const& busiest = called(place["resources"], "id", properties["base.busiest_resource"]);
    CHECK(properties["base.utilisation"] == busiest["utilisation"]["value"]);
    CHECK(properties["base.mean_wait_h"] == busiest["mean_wait_h"]["value"]);
    bool const is_in_table = std::any_of(figure["rows"].begin(), figure["rows"].end(), [&](json const& row) {
      return std::find(row.begin(), row.end(), place["throughput_teu_per_year"]) != row.end() &&
             std::find(row.begin(), row.end(), busiest["mean_wait_h"]) != row.end();
    });
    CHECK((is_in_table || place["throughput_teu_per_year"]["value"] == 0));
  }
}

TEST_CASE("time and cost over distance end at the mean time and cost that the run printed", "[program][export]") {
  ScratchFolder const scratch;
  Answer const answer = shudao::viz::cli::shudao(
      {"run", "tests/cli/worlds/line.json", "--results", scratch.path("a.db"), "--json", "--quiet"});
  REQUIRE(shudao::viz::cli::shudao({"figure", "tcd.home-abroad", scratch.path("a.db"), "--out", scratch.path("f")})
              .exit_code == 0);
  json const corridor = json::parse(answer.out)["corridors"][0];
  json const figure = json::parse(content(scratch.path("f/tcd.home-abroad.json")));
  std::size_t const last = figure["rows"].size() - 1;
  auto const in_figure = [&](char const* key) {
    return Approx(cell(figure, last, key)["value"].get<double>()).epsilon(1e-12);
  };
  CHECK(corridor["transit_time_h"]["mean"]["value"].get<double>() == in_figure("departure_h"));
  CHECK(corridor["cost_cny_per_teu"]["value"].get<double>() == in_figure("departure_cny_per_teu"));
  CHECK(corridor["co2e_kg_per_teu"]["value"].get<double>() == in_figure("co2e_kg_per_teu"));
}
