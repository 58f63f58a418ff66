#include "viz/cli/json_parts.h"
#include "viz/cli/network_json.h"
#include "viz/report/geo/geometry.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {
namespace {

using scenarios::Link;
using scenarios::Scenario;

Json feature_of(scenarios::Place const& place) {
  return {{"type", "Feature"},
          {"id", "places/" + place.id},
          {"geometry", report::point_of(place)},
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
          {"geometry", report::line_of(scenario, link)},
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
