#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "viz/report/export/kinds.h"
#include "viz/report/geo/geometry.h"

namespace shudao::viz::report {
namespace {

using Json = nlohmann::ordered_json;
using experiment::LinkFlow;
using experiment::Measure;
using experiment::PlaceResult;
using experiment::ResourceResult;

Json text_json(Text const& text) { return {{"zh", text.zh}, {"en", text.en}}; }

std::string dumped(Json const& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + '\n'; }

/// An estimate in three members with flat names, which geographic programs read as attributes.
void add(Json& properties, std::string const& name, Measure const& measure) {
  Json const nothing = nullptr;
  properties[name] = measure.n > 0 ? Json(measure.value) : nothing;
  properties[name + "_ci_low"] = measure.ci95 ? Json((*measure.ci95)[0]) : nothing;
  properties[name + "_ci_high"] = measure.ci95 ? Json((*measure.ci95)[1]) : nothing;
}

ResourceResult const* busiest_of(PlaceResult const& place) {
  auto const found = std::max_element(place.resources.begin(), place.resources.end(), [](auto const& a, auto const& b) {
    return a.utilisation.value < b.utilisation.value;
  });
  return found == place.resources.end() ? nullptr : &*found;
}

void add_results(Json& properties, World const& world, std::string const& place_id) {
  auto const& places = world.result->places;
  auto const place = std::find_if(places.begin(), places.end(), [&](auto const& one) { return one.id == place_id; });
  if (place == places.end()) return;
  add(properties, world.role + ".throughput_teu_per_year", place->throughput_teu_per_year);
  ResourceResult const* const busiest = busiest_of(*place);
  if (busiest == nullptr) return;
  properties[world.role + ".busiest_resource"] = busiest->id;
  add(properties, world.role + ".utilisation", busiest->utilisation);
  add(properties, world.role + ".mean_wait_h", busiest->mean_wait_h);
}

Json feature_of(StudyData const& study, scenarios::Place const& place) {
  Json properties{{"feature", "place"},       {"id", place.id},       {"name_zh", place.name.zh},
                  {"name_en", place.name.en}, {"kinds", place.kinds}, {"planned", place.is_planned}};
  for (World const& world : study.worlds()) add_results(properties, world, place.id);
  return {{"type", "Feature"},
          {"id", "places/" + place.id},
          {"geometry", point_of(place)},
          {"properties", std::move(properties)}};
}

/// What all services together carry over a link. Services of one replication hang together, so that their intervals
/// cannot be added: there is none.
struct Carried {
  double teu = 0, vehicles = 0;
};
std::map<std::string, Carried> carried_in(World const& world) {
  std::map<std::string, Carried> links;
  for (LinkFlow const& flow : world.result->figures.link_flows) {
    Carried& carried = links[flow.link];
    carried.teu += flow.teu_per_year.value;
    carried.vehicles += flow.vehicles_per_year.value;
  }
  return links;
}

Json feature_of(scenarios::Scenario const& scenario, scenarios::Link const& link) {
  return {{"type", "Feature"},
          {"id", "links/" + link.id},
          {"geometry", line_of(scenario, link)},
          {"properties",
           {{"feature", "link"},
            {"id", link.id},
            {"name_zh", link.name.zh},
            {"name_en", link.name.en},
            {"from", scenario.places[link.from].id},
            {"to", scenario.places[link.to].id},
            {"mode", name_of(link.mode)},
            {"distance_km", to_km(link.distance)},
            {"geometry", "schematic"}}}};
}

/// Things of the base in their order, then those that only alternatives have.
template<class Things, class Visit>
void each_once(StudyData const& study, Things const& things, Visit const& visit) {
  std::map<std::string, bool> known;
  for (World const& world : study.worlds())
    for (auto const& thing : things(world.scenario))
      if (known.emplace(thing.id, true).second) visit(world, thing);
}

Json place_features(StudyData const& study) {
  Json features = Json::array();
  each_once(
      study, [](auto const& scenario) -> auto const& { return scenario.places; },
      [&](World const&, scenarios::Place const& place) { features.push_back(feature_of(study, place)); });
  return features;
}

Json link_features(StudyData const& study) {
  std::vector<std::map<std::string, Carried>> carried;
  for (World const& world : study.worlds()) carried.push_back(carried_in(world));
  Json features = Json::array();
  each_once(
      study, [](auto const& scenario) -> auto const& { return scenario.links; },
      [&](World const& of, scenarios::Link const& link) {
        Json feature = feature_of(of.scenario, link);
        for (std::size_t i = 0; i < carried.size(); ++i) {
          std::string const& role = study.worlds()[i].role;
          feature["properties"][role + ".teu_per_year"] = carried[i][link.id].teu;
          feature["properties"][role + ".vehicles_per_year"] = carried[i][link.id].vehicles;
        }
        features.push_back(std::move(feature));
      });
  return features;
}

/// A collection with what its attributes mean, as foreign members (RFC 7946, 6.1).
std::string collection(ExportInput const& input, Json units, Json features) {
  Json scenarios = Json::array();
  for (World const& world : input.study.worlds())
    scenarios.push_back({{"role", world.role},
                         {"id", world.scenario.id},
                         {"title", text_json(world.title())},
                         {"run_digest", text(world.result->run_digest)}});
  return dumped({{"type", "FeatureCollection"},
                 {"program", "shudao " + input.version},
                 {"caption", text_json(words(Key::map_caption))},
                 {"replications", input.study.replications()},
                 {"scenarios", scenarios},
                 {"units", std::move(units)},
                 {"features", std::move(features)}});
}

}  // namespace

std::vector<ExportFile> geojson_files(ExportInput const& input) {
  Json const of_places{{"throughput_teu_per_year", "TEU/a"},
                       {"utilisation", "share of open server-time of the busiest resource"},
                       {"mean_wait_h", "h for the busiest resource"}};
  Json const of_links{{"teu_per_year", "TEU/a"}, {"vehicles_per_year", "1/a"}, {"distance_km", "km"}};
  return {{"geo/places.geojson", collection(input, of_places, place_features(input.study))},
          {"geo/links.geojson", collection(input, of_links, link_features(input.study))}};
}

}  // namespace shudao::viz::report
