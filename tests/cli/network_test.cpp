#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "program.h"

using namespace shudao::viz;
using namespace shudao::viz::cli;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

std::string const kPacific = "tests/cli/worlds/pacific.json";

json network_of(std::string const& world) {
  Answer const answer = shudao::viz::cli::shudao({"network", world, "--json"});
  INFO(answer.err);
  REQUIRE(answer.exit_code == 0);
  return json::parse(answer.out);
}

json named(json const& list, std::string const& id) {
  for (auto const& thing : list)
    if (thing["id"] == id) return thing;
  FAIL("there is no " + id);
  return {};
}

json map_of(std::string const& world) {
  ScratchFolder const scratch;
  std::string const file = scratch.path("map.geojson");
  Answer const answer = shudao::viz::cli::shudao({"network", world, "--json", "--geojson", file});
  INFO(answer.err);
  REQUIRE(answer.exit_code == 0);
  std::ifstream in{file};
  return json::parse(in);
}

bool is_position(json const& it) {
  return it.is_array() && it.size() == 2 && it[0].is_number() && it[1].is_number() &&
         std::abs(it[0].get<double>()) <= 180 && std::abs(it[1].get<double>()) <= 90;
}

/// RFC 7946, 3.1.4 and 3.1.9: two or more positions, and no step over the antimeridian.
bool is_line(json const& it) {
  if (!it.is_array() || it.size() < 2) return false;
  for (std::size_t i = 0; i < it.size(); ++i) {
    if (!is_position(it[i])) return false;
    if (i > 0 && std::abs(it[i][0].get<double>() - it[i - 1][0].get<double>()) > 180) return false;
  }
  return true;
}

bool is_geometry(json const& it) {
  json const& coordinates = it["coordinates"];
  if (it["type"] == "Point") return is_position(coordinates);
  if (it["type"] == "LineString") return is_line(coordinates);
  if (it["type"] != "MultiLineString" || coordinates.empty()) return false;
  for (auto const& line : coordinates)
    if (!is_line(line)) return false;
  return true;
}

}  // namespace

TEST_CASE("network tells demand, capacity and their ratio of each corridor, and what binds", "[cli]") {
  json const line = named(network_of(kPacific)["corridors"], "home-abroad");
  CHECK(line["capacity_teu_per_year"] == 12836);  // 3 × 82 TEU × 52.1775 weeks
  CHECK(line["ratio"].get<double>() == Approx(9000.0 / 12836));
  CHECK(line["binds"] == json::parse(R"([{"kind": "service", "id": "express", "teu_per_year": 12836}])"));
  CHECK(line["services"][0]["capacity_teu_per_year"] == 12836);
}

TEST_CASE("an unbounded corridor has no capacity and no ratio", "[cli]") {
  json const ocean = named(network_of(kPacific)["corridors"], "west-east");
  CHECK(ocean["capacity_teu_per_year"].is_null());
  CHECK(ocean["ratio"].is_null());
  CHECK(ocean["binds"].empty());
}

TEST_CASE("network says what cannot be reached, by each mode and over all", "[cli]") {
  json const all = network_of(kPacific)["connectivity"];
  REQUIRE(all.size() == 3);
  CHECK(all[0]["mode"] == "rail");
  CHECK(all[0]["parts"] == json::parse(R"([["abroad", "home"]])"));
  CHECK(all[0]["unserved"] == json::parse(R"(["east", "west"])"));
  CHECK(all[0]["unreachable"] == json::parse(R"([{"from": ["abroad"], "to": ["home"]}])"));
  CHECK(all[2]["mode"] == "all");
  CHECK(all[2]["parts"] == json::parse(R"([["abroad", "home"], ["east", "west"]])"));
  CHECK(all[2]["unserved"].empty());
}

TEST_CASE("network names sources and grades of places, links and services", "[cli]") {
  json const network = network_of(kPacific);
  json const express = named(network["services"], "express"), west = named(network["places"], "west");
  CHECK(express["sources"] == json::parse(R"(["assumption", "yearbook"])"));
  CHECK(express["grades"] == json::parse(R"(["A", "D", null])"));
  CHECK(west["sources"] == json::parse(R"(["yearbook"])"));
  CHECK(named(network["links"], "ocean")["grades"] == json::parse("[null]"));
}

TEST_CASE("network prints tables in the language that is asked for", "[cli]") {
  Answer const en = shudao::viz::cli::shudao({"network", kPacific, "--lang", "en"});
  CHECK_THAT(en.out,
             Contains("Westport") && Contains("demand ÷ capacity") && Contains("(planned)") && !Contains("需求"));
  Answer const zh = shudao::viz::cli::shudao({"network", kPacific, "--lang", "zh"});
  CHECK_THAT(zh.out, Contains("西岸") && Contains("需求÷能力") && !Contains("demand"));
}

TEST_CASE("the map of every world is valid GeoJSON", "[cli]") {
  for (std::string const world : {kPacific.c_str(), "scenarios/first-corridors", "scenarios/sichuan"}) {
    INFO(world);
    json const map = map_of(world);
    CHECK(map["type"] == "FeatureCollection");
    CHECK_FALSE(map.contains("crs"));  // RFC 7946, 4: WGS84 and nothing else
    CHECK_FALSE(map["features"].empty());
    for (auto const& feature : map["features"]) {
      INFO(feature.dump());
      CHECK(feature["type"] == "Feature");
      CHECK(feature["properties"].is_object());
      CHECK(is_geometry(feature["geometry"]));
    }
  }
}

TEST_CASE("on the map longitude comes before latitude and lines follow their waypoints", "[cli]") {
  json const features = map_of(kPacific)["features"];
  CHECK(named(features, "places/home")["geometry"] ==
        json::parse(R"({"type": "Point", "coordinates": [104.4, 30.8]})"));
  CHECK(named(features, "links/home-abroad")["geometry"]["coordinates"] ==
        json::parse("[[104.4, 30.8], [76.9, 43.2]]"));
}

TEST_CASE("a line over the antimeridian is cut there", "[cli]") {
  json const ocean = named(map_of(kPacific)["features"], "links/ocean")["geometry"];
  CHECK(ocean["type"] == "MultiLineString");
  CHECK(
      ocean["coordinates"] ==
      json::parse("[[[170.0, 35.0], [178.0, 38.0], [180.0, 39.0]], [[-180.0, 39.0], [-174.0, 42.0], [-150.0, 40.0]]]"));
}

TEST_CASE("the map says what is schematic, what is planned, and that it shows no boundaries", "[cli]") {
  json const map = map_of(kPacific), features = map["features"];
  json const ocean = named(features, "links/ocean")["properties"];
  CHECK(ocean["schematic"] == true);
  CHECK(ocean["distance_km"] == 3800);
  CHECK(ocean["mode"] == "sea");
  CHECK(ocean["services"] == json::parse(R"(["liner"])"));
  CHECK(named(features, "places/later")["properties"]["planned"] == true);
  CHECK(named(features, "places/home")["properties"]["planned"] == false);
  CHECK_THAT(map["caption"]["zh"].get<std::string>(), Contains("不表示国界"));
  CHECK_THAT(map["caption"]["en"].get<std::string>(), Contains("no boundaries"));
}

TEST_CASE("a map replaces a map, and nothing else", "[cli]") {
  ScratchFolder const scratch;
  std::string const map = scratch.path("map.geojson"), mine = scratch.path("mine.txt");
  CHECK(shudao::viz::cli::shudao({"network", kPacific, "--geojson", map}).exit_code == 0);
  CHECK(shudao::viz::cli::shudao({"network", kPacific, "--geojson", map}).exit_code == 0);
  std::ofstream{mine} << "precious";
  CHECK(shudao::viz::cli::shudao({"network", kPacific, "--geojson", mine}).exit_code == 3);
  std::string left;
  std::ifstream{mine} >> left;
  CHECK(left == "precious");
}

TEST_CASE("a map that cannot be written is a file error and leaves nothing behind", "[cli]") {
  ScratchFolder const scratch;
  std::string const map = scratch.path("missing/map.geojson");
  CHECK(shudao::viz::cli::shudao({"network", kPacific, "--geojson", map}).exit_code == 3);
  CHECK_FALSE(std::filesystem::exists(map));
}
