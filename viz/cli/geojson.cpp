#include <cmath>
#include <utility>
#include <vector>

#include "viz/cli/json_parts.h"
#include "viz/cli/network_json.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {
namespace {

using scenarios::Link;
using scenarios::Scenario;
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

/// Longitude before latitude.
Json coordinates_of(Position const& position) { return {position.second, position.first}; }

Json coordinates_of(Line const& line) {
  Json list = Json::array();
  for (Position const& position : line) list.push_back(coordinates_of(position));
  return list;
}

Json geometry_of(Scenario const& scenario, Link const& link) {
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

Json feature_of(scenarios::Place const& place) {
  return {{"type", "Feature"},
          {"id", "places/" + place.id},
          {"geometry", {{"type", "Point"}, {"coordinates", coordinates_of(Position{place.lat, place.lon})}}},
          {"properties",
           {{"feature", "place"},
            {"id", place.id},
            {"name_zh", place.name.zh},
            {"name_en", place.name.en},
            {"locode", place.locode},
            {"kinds", place.kinds},
            {"planned", place.is_planned}}}};
}

Json feature_of(Scenario const& scenario, scenarios::LinkId id) {
  Link const& link = scenario.links[id];
  Json services = Json::array();
  for (scenarios::Service const& service : scenario.services)
    for (scenarios::Stop const& stop : service.stops)
      if (stop.onward == id && (services.empty() || services.back() != service.id)) services.push_back(service.id);
  bool const is_planned = scenario.places[link.from].is_planned || scenario.places[link.to].is_planned;
  return {{"type", "Feature"},
          {"id", "links/" + link.id},
          {"geometry", geometry_of(scenario, link)},
          {"properties",
           {{"feature", "link"},
            {"id", link.id},
            {"name_zh", link.name.zh},
            {"name_en", link.name.en},
            {"from", scenario.places[link.from].id},
            {"to", scenario.places[link.to].id},
            {"mode", name_of(link.mode)},
            {"distance_km", to_km(link.distance)},
            {"services", services},
            {"planned", is_planned},
            {"schematic", true}}}};
}

}  // namespace

std::string geojson_text(Scenario const& scenario) {
  Json features = Json::array();
  for (scenarios::Place const& place : scenario.places) features.push_back(feature_of(place));
  for (std::size_t i = 0; i < scenario.links.size(); ++i)
    features.push_back(feature_of(scenario, scenarios::LinkId{i}));
  return dumped(
      {{"type", "FeatureCollection"},
       {"scenario", scenario.id},
       {"title", words_json(scenario.title)},
       {"caption", {{"zh", text(Key::map_caption, Language::zh)}, {"en", text(Key::map_caption, Language::en)}}},
       {"features", features}});
}

}  // namespace shudao::viz::cli
