#include "sample.h"

namespace shudao::viz::cli {
namespace {

using experiment::Measure;

Measure measured(double value, double half) { return {value, std::array{value - half, value + half}, 10}; }

scenarios::Place place(char const* id, char const* zh, char const* en, char const* zone) {
  scenarios::Place place;
  place.id = id;
  place.name = {zh, en};
  place.zone = TimeZone{zone};
  return place;
}

experiment::CorridorResult corridor() {
  experiment::CorridorResult c;
  c.id = "cd-lodz";
  c.from = "cn-qingbaijiang";
  c.to = "pl-lodz";
  c.transit_time_h = {measured(417.6, 4.8), measured(50, 2),  measured(330, 5),
                      measured(410, 5),     measured(480, 8), measured(500.4, 12)};
  c.throughput_teu_per_year = measured(29930, 540);
  c.min_cut_teu_per_year = Measure{38376, std::nullopt, 0};
  c.cost_cny_per_teu = measured(21345, 88);
  c.co2e_kg_per_teu = measured(2310, 3);
  c.components_h[static_cast<std::size_t>(scenarios::Component::moving)] = measured(300, 1);
  c.components_h[static_cast<std::size_t>(scenarios::Component::documents)] = measured(12, 0.3);
  c.causes = {{scenarios::Component::moving, "express", measured(300, 1)}};
  c.consignments = 12345;
  return c;
}

}  // namespace

scenarios::Scenario sample_scenario() {
  scenarios::Scenario s;
  s.id = "sample";
  s.places.push_back(place("cn-qingbaijiang", "青白江", "Qingbaijiang", "Asia/Shanghai"));
  s.places.push_back(place("pl-lodz", "罗兹", "Łódź", "Europe/Warsaw"));
  s.places[scenarios::PlaceId{0}].locode = "CNCTU";
  scenarios::Resource crane;
  crane.id = "cn-qingbaijiang/crane";
  crane.name = {"龙门吊", "gantry cranes"};
  s.resources.push_back(crane);
  scenarios::Service express;
  express.id = "express";
  express.name = {"中欧班列", "China-Europe train"};
  express.stops = {{scenarios::PlaceId{0}, {}, {}, {}}, {scenarios::PlaceId{1}, {}, {}, {}}};
  s.services.push_back(express);
  scenarios::Corridor corridor_itself;
  corridor_itself.id = "cd-lodz";
  corridor_itself.name = {"成都—罗兹", "Chengdu-Łódź"};
  s.corridors.push_back(corridor_itself);
  scenarios::Flow flow;
  flow.id = "export-lodz";
  flow.name = {"出口罗兹", "exports to Łódź"};
  s.flows.push_back(flow);
  return s;
}

experiment::ScenarioResult sample_result() {
  experiment::ScenarioResult r;
  r.scenario = "sample";
  r.title = {"样例", "a sample"};
  r.seed = 42;
  r.replications = 10;
  r.events = 1234567;
  r.consignment_legs = 100000;
  r.corridors = {corridor()};
  experiment::PlaceResult here;
  here.id = "cn-qingbaijiang";
  here.throughput_teu_per_year = measured(29930, 540);
  here.resources = {{"cn-qingbaijiang/crane", measured(0.842, 0.006), measured(1.2, 0.1), measured(0.4, 0.03)}};
  r.places = {here};
  experiment::ServiceResult train;
  train.id = "express";
  r.services = {train};
  return r;
}

experiment::Comparison sample_comparison() {
  experiment::Comparison c;
  c.base = sample_result();
  c.alternatives.emplace_back().result = sample_result();
  experiment::CorridorDifference d;
  d.corridor = "cd-lodz";
  d.transit_time_h = measured(-24, 2.4);
  d.components_h[static_cast<std::size_t>(scenarios::Component::documents)] = measured(-24, 2.4);
  d.sentence_zh = "快一天。";
  d.sentence_en = "One day faster.";
  d.pairs = 100;
  c.alternatives[0].corridors = {d};
  return c;
}

}  // namespace shudao::viz::cli
