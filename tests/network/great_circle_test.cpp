#include "network/great_circle.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace shudao::network {
namespace {

constexpr double kRadiusKm = 6371.0088;
constexpr double kPi = 3.14159265358979323846;

struct City {
  char const* name;
  double lat, lon;
};
constexpr City kChengdu{"Chengdu", 30.67, 104.06}, kLodz{"Łódź", 51.76, 19.46}, kQinzhou{"Qinzhou", 21.68, 108.62},
    kSingapore{"Singapore", 1.26, 103.84};

Network line(City from, City to, double stated_km, bool is_overland = true) {
  IdVector<NodeId, Node> nodes;
  IdVector<EdgeId, Edge> edges;
  Node node;
  Edge edge;
  for (City const& city : {from, to}) {
    node.name = city.name;
    node.lat = city.lat;
    node.lon = city.lon;
    nodes.push_back(node);
  }
  edge.name = "line";
  edge.label = {"铁路", "the line"};
  edge.from = NodeId{0};
  edge.to = NodeId{1};
  edge.distance = distance_from_km(stated_km);
  edge.is_overland = is_overland;
  edges.push_back(edge);
  return Network{std::move(nodes), std::move(edges)};
}

/// By the chord between the two points on the unit sphere: another formula, another library.
double chord_km(City from, City to) {
  auto const x = [](City c) { return std::cos(c.lat * kPi / 180) * std::cos(c.lon * kPi / 180); };
  auto const y = [](City c) { return std::cos(c.lat * kPi / 180) * std::sin(c.lon * kPi / 180); };
  auto const z = [](City c) { return std::sin(c.lat * kPi / 180); };
  double const chord = std::hypot(x(from) - x(to), y(from) - y(to), z(from) - z(to));
  return 2 * kRadiusKm * std::asin(chord / 2);
}

double km_between(City from, City to) { return to_km(great_circle(from.lat, from.lon, to.lat, to.lon)); }

TEST_CASE("distances between cities agree with another formula to a metre", "[network]") {
  CHECK(std::abs(km_between(kChengdu, kLodz) - chord_km(kChengdu, kLodz)) <= 0.001);
  CHECK(std::abs(km_between(kChengdu, kQinzhou) - chord_km(kChengdu, kQinzhou)) <= 0.001);
  CHECK(std::abs(km_between(kQinzhou, kSingapore) - chord_km(kQinzhou, kSingapore)) <= 0.001);
}

TEST_CASE("Nashville to Los Angeles is the published 2,886.444 km on a sphere of 6,371 km", "[network]") {
  // The example that implementations of the haversine formula are compared by (BNA 36.12 N 86.67 W, LAX 33.94 N 118.4
  // W).
  CHECK(great_circle(36.12, -86.67, 33.94, -118.40) == distance_from_km(2886.444443 * kRadiusKm / 6371));
}

TEST_CASE("a quarter and a half of the globe are a quarter and a half of its circle", "[network]") {
  CHECK(great_circle(0, 0, 0, 90) == distance_from_km(kRadiusKm * kPi / 2));
  CHECK(great_circle(90, 0, -90, 0) == distance_from_km(kRadiusKm * kPi));
  CHECK(great_circle(0, 0, 0, 180) == distance_from_km(kRadiusKm * kPi));
}

TEST_CASE("one degree of a meridian is 111.195 km wherever it lies", "[network]") {
  for (int lat = -90; lat < 90; ++lat) REQUIRE(great_circle(lat, 20, lat + 1, 20) == Distance::of(111195));
}

TEST_CASE("a place is no distance from itself", "[network]") {
  CHECK(great_circle(30.67, 104.06, 30.67, 104.06) == Distance::of(0));
}

TEST_CASE("the shorter way round crosses the date line", "[network]") {
  CHECK(great_circle(0, 179, 0, -179) == great_circle(0, -1, 0, 1));
}

TEST_CASE("every angle comes out, near and far", "[network]") {
  for (int degrees = 0; degrees <= 1800; ++degrees) {
    double const lon = degrees / 10.0;
    REQUIRE(std::abs(great_circle(0, 0, 0, lon).count() - to_nearest(kRadiusKm * lon * kPi / 180 * 1000)) <= 1);
  }
}

TEST_CASE("a plausible stated distance is let pass", "[network]") {
  CHECK(distance_findings(line(kChengdu, kLodz, 9826)).empty());
}

TEST_CASE("a stated distance below the great circle is an error with its numbers", "[network]") {
  Network const network = line(kChengdu, kLodz, 982.6);
  auto const findings = distance_findings(network);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::error);
  CHECK(words(network, findings[0]).en ==
        "the line: 983 km stated, less than the great circle of 7,029 km (0.14 times)");
  CHECK(words(network, findings[0]).zh == "铁路：所写里程 983 公里，短于大圆距离 7,029 公里（0.14 倍）");
}

TEST_CASE("a stated distance of more than three great circles overland is a warning with its numbers", "[network]") {
  Network const network = line(kChengdu, kQinzhou, 15070);
  auto const findings = distance_findings(network);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::warning);
  CHECK(words(network, findings[0]).en ==
        "the line: 15,070 km stated, far more than the great circle of 1,098 km (13.72 times)");
}

TEST_CASE("a ship may go far round", "[network]") {
  CHECK(distance_findings(line(kQinzhou, kSingapore, 15000, false)).empty());
  CHECK(distance_findings(line(kQinzhou, kSingapore, 1500, false)).size() == 1);
}

TEST_CASE("within a town small differences are let pass", "[network]") {
  City const yard{"yard", 30.68, 104.06};
  CHECK(distance_findings(line(kChengdu, yard, 0)).empty());
  CHECK(distance_findings(line(kChengdu, yard, 3.1)).empty());
  CHECK(distance_findings(line(kChengdu, yard, 3.4)).size() == 1);
}

}  // namespace
}  // namespace shudao::network
