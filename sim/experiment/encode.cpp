#include <nlohmann/json.hpp>

#include "sim/experiment/codec.h"
#include "sim/experiment/each_measure.h"
#include "sim/experiment/figures/figures_json.h"

namespace shudao::experiment {
namespace {

using Json = nlohmann::json;

// All declared before the templates that call them.
Json json_of(Measure const&);
Json json_of(CorridorResult const&);
Json json_of(ResourceResult const&);
Json json_of(DepotResult const&);
Json json_of(ConnectionResult const&);
Json json_of(PlaceResult const&);
Json json_of(ServiceResult const&);
Json json_of(RouteResult const&);
Json json_of(FlowResult const&);
Json json_of(GuardRail const&);
Json json_of(CorridorDifference const&);
Json json_of(Life const&);
Json json_of(Replication const&);
Json json_of(Alternative const&);
Json json_of(MeasureComparison const&);
Json json_of(Ranking const&);
Json json_of(Dominated const&);

Json json_of(Measure const& measure) {
  Json json{{"value", measure.value}, {"n", measure.n}};
  if (measure.ci95) json["ci95"] = *measure.ci95;
  return json;
}

template<class Result>
Json measures_of(Result const& result) {
  Json json;
  each_measure(result, [&](auto const& name, Measure const& measure) { json[name] = json_of(measure); });
  return json;
}

Json json_of(CorridorResult const& corridor) {
  Json json{{"id", corridor.id},
            {"from", corridor.from},
            {"to", corridor.to},
            {"measures", measures_of(corridor)},
            {"cut_zh", corridor.cut_zh},
            {"cut_en", corridor.cut_en},
            {"causes", Json::array()},
            {"consignments", corridor.consignments},
            {"unfinished", corridor.unfinished}};
  if (corridor.min_cut_teu_per_year) json["min_cut_teu_per_year"] = json_of(*corridor.min_cut_teu_per_year);
  for (Cause const& cause : corridor.causes) {
    json["causes"].push_back(
        {{"component", static_cast<int>(cause.component)}, {"where", cause.where}, {"hours", json_of(cause.hours)}});
  }
  return json;
}

Json json_of(Held const& held) {
  return {{"component", static_cast<int>(held.component)}, {"where", held.where}, {"consignments", held.consignments}};
}

Json json_of(ResourceResult const& resource) { return {{"id", resource.id}, {"measures", measures_of(resource)}}; }

Json json_of(DepotResult const& depot) {
  return {{"kind", depot.kind}, {"measures", measures_of(depot)}, {"waiting", depot.waiting}};
}

Json json_of(ConnectionResult const& connection) {
  return {{"place", connection.place}, {"measures", measures_of(connection)}};
}

Json json_of(RouteResult const& route) { return {{"id", route.id}, {"measures", measures_of(route)}}; }

template<class Result>
Json list_of(std::vector<Result> const& results) {
  Json json = Json::array();
  for (Result const& result : results) json.push_back(json_of(result));
  return json;
}

Json json_of(PlaceResult const& place) {
  Json json{{"id", place.id}, {"measures", measures_of(place)}, {"resources", list_of(place.resources)}};
  if (place.max_yard_teu) json["max_yard_teu"] = json_of(*place.max_yard_teu);
  if (!place.depot.empty()) json["depot"] = list_of(place.depot);
  if (place.empty_teu_per_year) json["empty_teu_per_year"] = json_of(*place.empty_teu_per_year);
  if (place.empty_share) json["empty_share"] = json_of(*place.empty_share);
  return json;
}

Json json_of(ServiceResult const& service) {
  Json json{{"id", service.id}, {"measures", measures_of(service)}, {"connections", list_of(service.connections)}};
  if (service.empty_share) json["empty_share"] = json_of(*service.empty_share);
  return json;
}

Json json_of(FlowResult const& flow) { return {{"id", flow.id}, {"routes", list_of(flow.routes)}}; }

Json json_of(Evidence const& evidence) {
  Json json = Json::object();
  if (evidence.is_empty()) return json;
  for (auto const& [table, numbers] : numbers_of(evidence)) json[table] = numbers;
  return json;
}

Json json_of(GuardRail const& one) {
  return {{"kind", static_cast<int>(one.kind)},
          {"where", one.where},
          {"value", one.value},
          {"limit", one.limit},
          {"unit", one.unit},
          {"sentence_zh", one.sentence.zh},
          {"sentence_en", one.sentence.en},
          {"remedy_zh", one.remedy.zh},
          {"remedy_en", one.remedy.en}};
}

Json json_of(Law const& law) { return {{"holds", law.holds}, {"breaches", law.breaches}}; }

Json json_of(ScenarioResult const& result) {
  return {{"scenario", result.scenario},
          {"title_zh", result.title.zh},
          {"title_en", result.title.en},
          {"seed", result.seed},
          {"replications", result.replications},
          {"fingerprint", text(result.fingerprint)},
          {"run_digest", text(result.run_digest)},
          {"ledger_digest", text(result.ledger_digest)},
          {"events", result.events},
          {"consignment_legs", result.consignment_legs},
          {"laws",
           {json_of(result.laws.conservation), json_of(result.laws.ledger), json_of(result.laws.little),
            json_of(result.laws.capacity), json_of(result.laws.boxes)}},
          {"corridors", list_of(result.corridors)},
          {"places", list_of(result.places)},
          {"services", list_of(result.services)},
          {"flows", list_of(result.flows)},
          {"figures", json_of(result.figures)},
          {"unfinished", result.unfinished},
          {"held", list_of(result.held)},
          {"notes", result.notes},
          {"evidence", json_of(result.evidence)},
          {"guard_rails", list_of(result.guard_rails)}};
}

Json json_of(CorridorDifference const& difference) {
  return {{"corridor", difference.corridor},
          {"is_exactly_equal", difference.is_exactly_equal},
          {"measures", measures_of(difference)},
          {"base_mean_h", difference.base_mean_h},
          {"alternative_mean_h", difference.alternative_mean_h},
          {"correlation", difference.correlation},
          {"pairs", difference.pairs},
          {"base_only", difference.base_only},
          {"alternative_only", difference.alternative_only},
          {"touched", difference.touched},
          {"finding", static_cast<int>(difference.finding)},
          {"sentence_zh", difference.sentence_zh},
          {"sentence_en", difference.sentence_en}};
}

Json json_of(Life const& life) {
  Json json{{"consignment", life.consignment}, {"scenario", life.scenario},
            {"replication", life.replication}, {"teu", life.teu},
            {"ready", life.ready.ms()},        {"entries", Json::array()}};
  for (LifeEntry const& entry : life.entries) {
    json["entries"].push_back(
        {static_cast<int>(entry.component), entry.charged_to, entry.at, entry.from.ms(), entry.to.ms()});
  }
  return json;
}

Json json_of(Replication const& replication) {
  return {
      {"number", replication.number}, {"result", json_of(replication.result)}, {"lives", list_of(replication.lives)}};
}

Json json_of(Alternative const& alternative) {
  return {{"result", json_of(alternative.result)},
          {"corridors", list_of(alternative.corridors)},
          {"overall", json_of(alternative.overall)},
          {"refusals", alternative.refusals}};
}

Json json_of(MeasureComparison const& comparison) {
  return {{"scenario", comparison.scenario},
          {"corridor", comparison.corridor},
          {"measure", comparison.measure},
          {"figures", {json_of(comparison.base), json_of(comparison.value), json_of(comparison.difference)}},
          {"p", comparison.p},
          {"adjusted_p", comparison.adjusted_p},
          {"correlation", comparison.correlation},
          {"finding", static_cast<int>(comparison.finding)},
          {"is_too_many", comparison.is_too_many},
          {"is_badly_paired", comparison.is_badly_paired},
          {"sentence", {comparison.sentence.zh, comparison.sentence.en}}};
}

Json json_of(Ranking const& ranking) {
  return {{"corridor", ranking.corridor},
          {"measure", ranking.measure},
          {"options", ranking.options},
          {"p_best", ranking.p_best},
          {"groups", ranking.groups}};
}

Json json_of(Dominated const& dominated) { return {{"option", dominated.option}, {"by", dominated.by}}; }

}  // namespace

std::string text_of(Replication const& replication) { return json_of(replication).dump(); }

std::string text_of(std::vector<Measure> const& measures) { return list_of(measures).dump(); }

std::string bytes_of(ReplicationRun const& run) {
  return text_of(run.replication) + '\n' + text_of(run.measures) + '\n' + run.lots.bytes();
}

std::string text_of(ScenarioResult const& result) { return json_of(result).dump(); }

std::string text_of(Comparison const& comparison) {
  return Json{{"base", json_of(comparison.base)},
              {"alternatives", list_of(comparison.alternatives)},
              {"comparisons", list_of(comparison.comparisons)},
              {"compared", comparison.compared},
              {"rankings", list_of(comparison.rankings)},
              {"dominated", list_of(comparison.dominated)}}
      .dump();
}

}  // namespace shudao::experiment
