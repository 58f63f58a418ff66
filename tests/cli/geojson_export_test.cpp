#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "program.h"

using namespace shudao::viz::cli;
using nlohmann::json;

namespace {

/// The map of a comparison of small worlds.
struct Exported {
  ScratchFolder scratch;
  json places, links;
  explicit Exported(std::vector<std::string> words) {
    words.insert(words.end(), {"--replications", "2", "--results", scratch.path("a.db"), "--quiet"});
    REQUIRE(shudao::viz::cli::shudao(words).exit_code == 0);
    REQUIRE(
        shudao::viz::cli::shudao({"export", scratch.path("a.db"), "--only", "geojson", "--out", scratch.path("map")})
            .exit_code == 0);
    places = read("places");
    links = read("links");
  }
  [[nodiscard]] json read(std::string const& name) const {
    return json::parse(std::ifstream{scratch.path("map/geo/" + name + ".geojson")});
  }
};

std::vector<json> positions_in(json const& coordinates) {
  if (coordinates.at(0).is_number()) return {coordinates};
  std::vector<json> all;
  for (json const& inside : coordinates)
    for (json const& position : positions_in(inside)) all.push_back(position);
  return all;
}

json const& called(json const& collection, std::string const& id) {
  for (json const& feature : collection["features"])
    if (feature["properties"]["id"] == id) return feature;
  FAIL("no feature " << id);
  return collection;
}

void check_line(json const& line) {
  REQUIRE(line.size() >= 2);
  for (json const& position : line) CHECK(position.size() == 2);
}

void check_geometry(json const& geometry) {
  CHECK(geometry.size() == 2);  // type and coordinates.
  json const& coordinates = geometry["coordinates"];
  if (geometry["type"] == "Point")
    CHECK(coordinates.size() == 2);
  else if (geometry["type"] == "LineString")
    check_line(coordinates);
  else
    for (json const& line : coordinates) check_line(line);
  CHECK((geometry["type"] == "Point" || geometry["type"] == "LineString" || geometry["type"] == "MultiLineString"));
}

/// The name of a result without its scenario and without the ends of intervals.
std::string measure_of(std::string name) {
  name = name.substr(name.find('.') + 1);
  return name.substr(0, name.find("_ci_"));
}

}  // namespace

TEST_CASE("the places and links of an export are GeoJSON within the bounds of the globe, to the centimetre",
          "[program][export]") {
  Exported const map{{"run", "scenarios/first-corridors"}};
  for (json const& collection : {map.places, map.links}) {
    CHECK(collection["type"] == "FeatureCollection");
    REQUIRE_FALSE(collection["features"].empty());
    for (json const& feature : collection["features"])
      for (json const& position : positions_in(feature["geometry"]["coordinates"])) {
        CHECK(std::abs(position[0].get<double>()) <= 180);
        CHECK(std::abs(position[1].get<double>()) <= 90);
        CHECK(std::round(position[0].get<double>() * 1e7) / 1e7 == position[0].get<double>());
      }
  }
}

TEST_CASE("every scenario has its results at every place and link", "[program][export]") {
  Exported const map{{"compare", "tests/cli/worlds/line.json", "tests/cli/worlds/daily.json"}};
  for (json const& feature : map.places["features"]) {
    CHECK(feature["properties"].contains("base.throughput_teu_per_year"));
    CHECK(feature["properties"].contains("alternative.throughput_teu_per_year_ci_low"));
  }
  for (json const& feature : map.links["features"]) {
    CHECK(feature["properties"]["geometry"] == "schematic");
    CHECK(feature["properties"]["alternative.teu_per_year"].is_number());
  }
  CHECK(map.places["scenarios"][1]["role"] == "alternative");
  CHECK(map.links["units"]["teu_per_year"] == "TEU/a");
}

TEST_CASE("the throughput on the map is that of the results", "[program][export]") {
  ScratchFolder const scratch;
  Exported const map{{"run", "tests/cli/worlds/line.json"}};
  json const result = json::parse(
      shudao::viz::cli::shudao({"run", "tests/cli/worlds/line.json", "--replications", "2", "--json", "--quiet"}).out);
  for (json const& place : result["places"])
    CHECK(called(map.places, place["id"])["properties"]["base.throughput_teu_per_year"] ==
          place["throughput_teu_per_year"]["value"]);
}

TEST_CASE("a link over the antimeridian is exported in parts", "[program][export]") {
  Exported const map{{"run", "tests/cli/worlds/pacific.json"}};
  int parts = 0;
  for (json const& feature : map.links["features"]) {
    bool const is_cut = feature["geometry"]["type"] == "MultiLineString";
    parts += is_cut ? 1 : 0;
    json const lines = is_cut ? feature["geometry"]["coordinates"] : json::array({feature["geometry"]["coordinates"]});
    for (json const& line : lines)
      for (std::size_t i = 1; i < line.size(); ++i)
        CHECK(std::abs(line[i][0].get<double>() - line[i - 1][0].get<double>()) <= 180);
  }
  CHECK(parts > 0);
}

TEST_CASE("the map is GeoJSON as RFC 7946 has it", "[program][export]") {
  for (auto const& words :
       {std::vector<std::string>{"run", "scenarios/first-corridors"}, {"run", "tests/cli/worlds/pacific.json"}}) {
    Exported const map{words};
    std::set<std::string> ids;
    for (json const& collection : {map.places, map.links}) {
      for (char const* none : {"crs", "coordinates", "geometries", "geometry", "properties"})
        CHECK_FALSE(collection.contains(none));
      for (json const& feature : collection["features"]) {
        INFO(feature["id"]);
        CHECK(feature["type"] == "Feature");
        CHECK(ids.insert(feature["id"]).second);
        CHECK(feature["properties"].is_object());
        CHECK(feature.size() == 4);
        check_geometry(feature["geometry"]);
      }
    }
  }
}

TEST_CASE("positions on the map are longitude, then latitude", "[program][export]") {
  Exported const map{{"run", "scenarios/first-corridors"}};
  json const singapore = called(map.places, "sg-singapore")["geometry"]["coordinates"];
  CHECK(singapore[0].get<double>() == Approx(103.8).margin(0.3));
  CHECK(singapore[1].get<double>() == Approx(1.3).margin(0.2));
}

TEST_CASE("every result on the map has its unit beside it", "[program][export]") {
  Exported const map{{"compare", "tests/cli/worlds/line.json", "tests/cli/worlds/daily.json"}};
  for (json const& collection : {map.places, map.links})
    for (json const& feature : collection["features"])
      for (auto const& [name, value] : feature["properties"].items()) {
        INFO(name);
        bool const is_result = value.is_number() || name.find("_ci_") != std::string::npos;
        if (is_result) CHECK(collection["units"].contains(measure_of(name)));
      }
}
