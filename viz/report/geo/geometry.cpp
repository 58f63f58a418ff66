#include "viz/report/geo/geometry.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace shudao::viz::report {
namespace {

using Json = nlohmann::ordered_json;
using Position = std::pair<double, double>;  // Latitude, longitude.
using Line = std::vector<Position>;

/// RFC 7946, 3.1.9: a line over the antimeridian is cut into parts that do not cross it. Each step is taken to go the
/// short way round.
std::vector<Line> cut_at_antimeridian(Line const& line) {
  std::vector<Line> parts{{line.front()}};
  for (std::size_t i = 1; i < line.size(); ++i) {
    auto const [lat, lon] = line[i];
    auto const [from_lat, from_lon] = line[i - 1];
    if (std::abs(lon - from_lon) > 180) {
      double const edge = from_lon > 0 ? 180 : -180;
      double const whole = lon + 2 * edge - from_lon;
      double const share = whole == 0 ? 0 : (edge - from_lon) / whole;
      double const crossing = from_lat + share * (lat - from_lat);
      parts.back().emplace_back(crossing, edge);
      parts.push_back({{crossing, -edge}});
    }
    parts.back().emplace_back(lat, lon);
  }
  return parts;
}

double rounded(double degrees) {
  constexpr double kParts = 1e7;
  return std::round(degrees * kParts) / kParts;
}

Json coordinates_of(Position const& position) { return {rounded(position.second), rounded(position.first)}; }

Json coordinates_of(Line const& line) {
  Json list = Json::array();
  for (Position const& position : line) list.push_back(coordinates_of(position));
  return list;
}

}  // namespace

nlohmann::ordered_json point_of(scenarios::Place const& place) {
  return {{"type", "Point"}, {"coordinates", coordinates_of(Position{place.lat, place.lon})}};
}

nlohmann::ordered_json line_of(scenarios::Scenario const& scenario, scenarios::Link const& link) {
  scenarios::Place const &from = scenario.places[link.from], &to = scenario.places[link.to];
  Line line{{from.lat, from.lon}};
  line.insert(line.end(), link.waypoints.begin(), link.waypoints.end());
  line.emplace_back(to.lat, to.lon);
  std::vector<Line> const parts = cut_at_antimeridian(line);
  if (parts.size() == 1) return {{"type", "LineString"}, {"coordinates", coordinates_of(line)}};
  Json list = Json::array();
  for (Line const& part : parts) list.push_back(coordinates_of(part));
  return {{"type", "MultiLineString"}, {"coordinates", list}};
}

}  // namespace shudao::viz::report
