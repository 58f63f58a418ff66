#include "sim/experiment/figures/figures_json.h"

#include <nlohmann/json.hpp>

#include "sim/experiment/figures/each_figure_measure.h"
#include "sim/experiment/figures/timelines_json.h"

namespace shudao::experiment {
namespace {

using Json = nlohmann::json;

template<class Result>
Json measures_of(Result const& result) {
  Json json = Json::array();
  each_measure(result, [&](auto const&, Measure const& measure) {
    Json one{measure.value, measure.n};
    if (measure.ci95) {
      one.push_back((*measure.ci95)[0]);
      one.push_back((*measure.ci95)[1]);
    }
    json.push_back(std::move(one));
  });
  return json;
}

template<class Result>
void read_measures(Json const& json, Result& result) {
  std::size_t i = 0;
  each_measure(result, [&](auto const&, Measure& measure) {
    Json const& one = json.at(i++);
    measure.value = one.at(0).get<double>();
    measure.n = one.at(1).get<std::int64_t>();
    if (one.size() > 2) measure.ci95 = {one.at(2).get<double>(), one.at(3).get<double>()};
  });
}

// All declared before the templates that call them.
Json json_of(Indicator const&);
Json json_of(ChainPoint const&);
Json json_of(ChainElement const&);
Json json_of(ChainResult const&);
Json json_of(CorridorFigures const&);
Json json_of(LinkFlow const&);
void read(Json const&, Indicator&);
void read(Json const&, ChainPoint&);
void read(Json const&, ChainElement&);
void read(Json const&, ChainResult&);
void read(Json const&, CorridorFigures&);
void read(Json const&, LinkFlow&);

template<class Item>
Json list_of(std::vector<Item> const& items) {
  Json json = Json::array();
  for (Item const& item : items) json.push_back(json_of(item));
  return json;
}

template<class Item>
void read_list(Json const& json, std::vector<Item>& items) {
  items.clear();
  for (Json const& item : json) read(item, items.emplace_back());
}

Json json_of(Indicator const& indicator) {
  return {{"name", indicator.name},
          {"place", indicator.place},
          {"measures", measures_of(indicator)},
          {"observations", indicator.observations}};
}

void read(Json const& json, Indicator& indicator) {
  json.at("name").get_to(indicator.name);
  json.at("place").get_to(indicator.place);
  json.at("observations").get_to(indicator.observations);
  read_measures(json.at("measures"), indicator);
}

Json json_of(ChainPoint const& point) {
  return {{"place", point.place}, {"km", point.km}, {"measures", measures_of(point)}};
}

void read(Json const& json, ChainPoint& point) {
  json.at("place").get_to(point.place);
  json.at("km").get_to(point.km);
  read_measures(json.at("measures"), point);
}

Json json_of(ChainElement const& element) {
  return {{"from", element.from},         {"to", element.to}, {"mode", element.mode},
          {"services", element.services}, {"km", element.km}, {"measures", measures_of(element)}};
}

void read(Json const& json, ChainElement& element) {
  json.at("from").get_to(element.from);
  json.at("to").get_to(element.to);
  json.at("mode").get_to(element.mode);
  json.at("services").get_to(element.services);
  json.at("km").get_to(element.km);
  read_measures(json.at("measures"), element);
}

Json json_of(ChainResult const& chain) {
  return {{"measures", measures_of(chain)},
          {"consignments", chain.consignments},
          {"points", list_of(chain.points)},
          {"elements", list_of(chain.elements)}};
}

void read(Json const& json, ChainResult& chain) {
  json.at("consignments").get_to(chain.consignments);
  read_list(json.at("points"), chain.points);
  read_list(json.at("elements"), chain.elements);
  read_measures(json.at("measures"), chain);
}

Json json_of(CorridorFigures const& corridor) {
  return {{"corridor", corridor.corridor},
          {"indicators", list_of(corridor.indicators)},
          {"measures", measures_of(corridor)},
          {"chains", list_of(corridor.chains)}};
}

void read(Json const& json, CorridorFigures& corridor) {
  json.at("corridor").get_to(corridor.corridor);
  read_list(json.at("indicators"), corridor.indicators);
  read_list(json.at("chains"), corridor.chains);
  corridor.transit_quantiles_h.resize(json.at("measures").size());
  read_measures(json.at("measures"), corridor);
}

Json json_of(LinkFlow const& flow) {
  return {{"service", flow.service}, {"link", flow.link}, {"from", flow.from},
          {"to", flow.to},           {"mode", flow.mode}, {"measures", measures_of(flow)}};
}

void read(Json const& json, LinkFlow& flow) {
  json.at("service").get_to(flow.service);
  json.at("link").get_to(flow.link);
  json.at("from").get_to(flow.from);
  json.at("to").get_to(flow.to);
  json.at("mode").get_to(flow.mode);
  read_measures(json.at("measures"), flow);
}

}  // namespace

Json json_of(Figures const& figures) {
  return {{"corridors", list_of(figures.corridors)},
          {"timelines", json_of(figures.timelines)},
          {"link_flows", list_of(figures.link_flows)},
          {"runs", json_of(figures.runs)}};
}

void read(Json const& json, Figures& figures) {
  read_list(json.at("corridors"), figures.corridors);
  read(json.at("timelines"), figures.timelines);
  read_list(json.at("link_flows"), figures.link_flows);
  read(json.at("runs"), figures.runs);
}

}  // namespace shudao::experiment
