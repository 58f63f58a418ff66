#include "sim/experiment/figures/timelines_json.h"

#include <nlohmann/json.hpp>

namespace shudao::experiment {
namespace {

using Json = nlohmann::json;

Json curve_json(DayCurve const& curve) { return {curve.mean, curve.p10, curve.p90}; }

void read_curve(Json const& json, DayCurve& curve) {
  json.at(0).get_to(curve.mean);
  json.at(1).get_to(curve.p10);
  json.at(2).get_to(curve.p90);
}

Json time_json(std::optional<SimTime> const& time) { return time ? Json(time->ms()) : Json(nullptr); }

std::optional<SimTime> time_from(Json const& json) {
  return json.is_null() ? std::nullopt : std::optional{SimTime::from_ms(json.get<std::int64_t>())};
}

}  // namespace

Json json_of(Timelines const& timelines) {
  Json json{{"resources", Json::array()}, {"yards", Json::array()}};
  for (ResourceTimeline const& line : timelines.resources) {
    json["resources"].push_back({{"resource", line.resource},
                                 {"waiting_h", line.waiting_h},
                                 {"queue", curve_json(line.queue)},
                                 {"utilisation", curve_json(line.utilisation)},
                                 {"week", line.week}});
  }
  for (YardTimeline const& line : timelines.yards) {
    json["yards"].push_back({{"place", line.place}, {"teu_h", line.teu_h}, {"teu", curve_json(line.teu)}});
  }
  return json;
}

void read(Json const& json, Timelines& timelines) {
  timelines = {};
  for (Json const& item : json.at("resources")) {
    ResourceTimeline& line = timelines.resources.emplace_back();
    item.at("resource").get_to(line.resource);
    item.at("waiting_h").get_to(line.waiting_h);
    read_curve(item.at("queue"), line.queue);
    read_curve(item.at("utilisation"), line.utilisation);
    item.at("week").get_to(line.week);
  }
  for (Json const& item : json.at("yards")) {
    YardTimeline& line = timelines.yards.emplace_back();
    item.at("place").get_to(line.place);
    item.at("teu_h").get_to(line.teu_h);
    read_curve(item.at("teu"), line.teu);
  }
}

Json json_of(std::vector<VehicleRun> const& runs) {
  Json json = Json::array();
  for (VehicleRun const& run : runs) {
    Json stops = Json::array();
    for (VehicleRun::Stop const& stop : run.stops) {
      stops.push_back(Json::array({stop.place, stop.km, time_json(stop.arrival), time_json(stop.departure)}));
    }
    json.push_back({{"service", run.service}, {"number", run.number}, {"stops", std::move(stops)}});
  }
  return json;
}

void read(Json const& json, std::vector<VehicleRun>& runs) {
  runs.clear();
  for (Json const& item : json) {
    VehicleRun& run = runs.emplace_back();
    item.at("service").get_to(run.service);
    item.at("number").get_to(run.number);
    for (Json const& stop : item.at("stops")) {
      run.stops.push_back(
          {stop.at(0).get<std::string>(), stop.at(1).get<double>(), time_from(stop.at(2)), time_from(stop.at(3))});
    }
  }
}

}  // namespace shudao::experiment
