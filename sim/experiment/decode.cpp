#include <nlohmann/json.hpp>

#include "sim/experiment/codec.h"
#include "sim/experiment/each_measure.h"
#include "sim/experiment/figures/figures_json.h"
#include "sim/experiment/unreadable.h"

namespace shudao::experiment {
namespace {

using Json = nlohmann::json;

// All declared before the templates that call them.
void read(Json const&, Measure&);
void read(Json const&, Cause&);
void read(Json const&, CorridorResult&);
void read(Json const&, ResourceResult&);
void read(Json const&, DepotResult&);
void read(Json const&, ConnectionResult&);
void read(Json const&, PlaceResult&);
void read(Json const&, ServiceResult&);
void read(Json const&, RouteResult&);
void read(Json const&, FlowResult&);
void read(Json const&, GuardRail&);
void read(Json const&, CorridorDifference&);
void read(Json const&, LifeEntry&);
void read(Json const&, Life&);
void read(Json const&, Replication&);
void read(Json const&, Alternative&);
void read(Json const&, MeasureComparison&);
void read(Json const&, Ranking&);
void read(Json const&, Dominated&);

void read(Json const& json, Measure& measure) {
  measure.value = json.at("value").get<double>();
  measure.n = json.at("n").get<std::int64_t>();
  measure.ci95.reset();
  if (json.contains("ci95")) measure.ci95 = json["ci95"].get<std::array<double, 2>>();
}

void read(Json const& json, std::optional<Measure>& measure) {
  measure.reset();
  if (!json.is_null()) read(json, measure.emplace());
}

template<class Result>
void read_measures(Json const& json, Result& result) {
  Json const& measures = json.at("measures");
  each_measure(result, [&](auto const& name, Measure& measure) { read(measures.at(name), measure); });
}

void read(Json const& json, Held& held) {
  held.component = static_cast<scenarios::Component>(json.at("component").get<int>());
  json.at("where").get_to(held.where);
  json.at("consignments").get_to(held.consignments);
}

void read(Json const& json, Cause& cause) {
  cause.component = static_cast<scenarios::Component>(json.at("component").get<int>());
  json.at("where").get_to(cause.where);
  read(json.at("hours"), cause.hours);
}

template<class Item>
void read(Json const& json, std::vector<Item>& items) {
  items.clear();
  for (Json const& item : json) read(item, items.emplace_back());
}

void read(Json const& json, CorridorResult& corridor) {
  json.at("id").get_to(corridor.id);
  json.at("from").get_to(corridor.from);
  json.at("to").get_to(corridor.to);
  json.at("cut_zh").get_to(corridor.cut_zh);
  json.at("cut_en").get_to(corridor.cut_en);
  json.at("consignments").get_to(corridor.consignments);
  json.at("unfinished").get_to(corridor.unfinished);
  read_measures(json, corridor);
  read(json.at("causes"), corridor.causes);
  read(json.value("min_cut_teu_per_year", Json{}), corridor.min_cut_teu_per_year);
}

void read(Json const& json, ResourceResult& resource) {
  json.at("id").get_to(resource.id);
  read_measures(json, resource);
}

void read(Json const& json, ServiceResult& service) {
  json.at("id").get_to(service.id);
  read_measures(json, service);
  read(json.at("connections"), service.connections);
  read(json.value("empty_share", Json{}), service.empty_share);
}

void read(Json const& json, DepotResult& depot) {
  json.at("kind").get_to(depot.kind);
  json.at("waiting").get_to(depot.waiting);
  read_measures(json, depot);
}

void read(Json const& json, ConnectionResult& connection) {
  json.at("place").get_to(connection.place);
  read_measures(json, connection);
}

void read(Json const& json, RouteResult& route) {
  json.at("id").get_to(route.id);
  read_measures(json, route);
}

void read(Json const& json, FlowResult& flow) {
  json.at("id").get_to(flow.id);
  read(json.at("routes"), flow.routes);
}

void read(Json const& json, PlaceResult& place) {
  json.at("id").get_to(place.id);
  read_measures(json, place);
  read(json.at("resources"), place.resources);
  read(json.value("max_yard_teu", Json{}), place.max_yard_teu);
  read(json.value("depot", Json::array()), place.depot);
  read(json.value("empty_teu_per_year", Json{}), place.empty_teu_per_year);
  read(json.value("empty_share", Json{}), place.empty_share);
}

void read(Json const& json, Evidence& evidence) {
  evidence = {};
  for (auto const& [table, numbers] : json.items())
    set_numbers(evidence, table, numbers.get<std::vector<std::int64_t>>());
}

void read(Json const& json, GuardRail& one) {
  one.kind = static_cast<GuardRailKind>(json.at("kind").get<int>());
  json.at("where").get_to(one.where);
  json.at("value").get_to(one.value);
  json.at("limit").get_to(one.limit);
  json.at("unit").get_to(one.unit);
  json.at("sentence_zh").get_to(one.sentence.zh);
  json.at("sentence_en").get_to(one.sentence.en);
  json.at("remedy_zh").get_to(one.remedy.zh);
  json.at("remedy_en").get_to(one.remedy.en);
}

void read(Json const& json, Law& law) {
  json.at("holds").get_to(law.holds);
  json.at("breaches").get_to(law.breaches);
}

void read(Json const& json, ScenarioResult& result) {
  json.at("scenario").get_to(result.scenario);
  json.at("title_zh").get_to(result.title.zh);
  json.at("title_en").get_to(result.title.en);
  json.at("seed").get_to(result.seed);
  json.at("replications").get_to(result.replications);
  result.fingerprint = fingerprint_from_text(json.at("fingerprint").get<std::string>());
  result.run_digest = fingerprint_from_text(json.at("run_digest").get<std::string>());
  result.ledger_digest = fingerprint_from_text(json.at("ledger_digest").get<std::string>());
  json.at("events").get_to(result.events);
  json.at("consignment_legs").get_to(result.consignment_legs);
  read(json.at("laws").at(0), result.laws.conservation);
  read(json.at("laws").at(1), result.laws.ledger);
  read(json.at("laws").at(2), result.laws.little);
  read(json.at("laws").at(3), result.laws.capacity);
  read(json.at("laws").at(4), result.laws.boxes);
  read(json.at("corridors"), result.corridors);
  read(json.at("places"), result.places);
  read(json.at("services"), result.services);
  read(json.at("flows"), result.flows);
  read(json.at("figures"), result.figures);
  json.at("unfinished").get_to(result.unfinished);
  read(json.at("held"), result.held);
  json.at("notes").get_to(result.notes);
  read(json.at("evidence"), result.evidence);
  read(json.at("guard_rails"), result.guard_rails);
}

void read(Json const& json, CorridorDifference& difference) {
  json.at("corridor").get_to(difference.corridor);
  json.at("is_exactly_equal").get_to(difference.is_exactly_equal);
  read_measures(json, difference);
  json.at("base_mean_h").get_to(difference.base_mean_h);
  json.at("alternative_mean_h").get_to(difference.alternative_mean_h);
  json.at("correlation").get_to(difference.correlation);
  json.at("pairs").get_to(difference.pairs);
  json.at("base_only").get_to(difference.base_only);
  json.at("alternative_only").get_to(difference.alternative_only);
  json.at("touched").get_to(difference.touched);
  difference.finding = static_cast<Finding>(json.at("finding").get<int>());
  json.at("sentence_zh").get_to(difference.sentence_zh);
  json.at("sentence_en").get_to(difference.sentence_en);
}

void read(Json const& json, LifeEntry& entry) {
  entry.component = static_cast<scenarios::Component>(json.at(0).get<int>());
  json.at(1).get_to(entry.charged_to);
  json.at(2).get_to(entry.at);
  entry.from = SimTime::from_ms(json.at(3).get<std::int64_t>());
  entry.to = SimTime::from_ms(json.at(4).get<std::int64_t>());
}

void read(Json const& json, Life& life) {
  json.at("consignment").get_to(life.consignment);
  json.at("scenario").get_to(life.scenario);
  json.at("replication").get_to(life.replication);
  json.at("teu").get_to(life.teu);
  life.ready = SimTime::from_ms(json.at("ready").get<std::int64_t>());
  read(json.at("entries"), life.entries);
}

void read(Json const& json, Replication& replication) {
  json.at("number").get_to(replication.number);
  read(json.at("result"), replication.result);
  read(json.at("lives"), replication.lives);
}

void read(Json const& json, Alternative& alternative) {
  read(json.at("result"), alternative.result);
  read(json.at("corridors"), alternative.corridors);
  read(json.at("overall"), alternative.overall);
  json.at("refusals").get_to(alternative.refusals);
}

void read(Json const& json, MeasureComparison& comparison) {
  json.at("scenario").get_to(comparison.scenario);
  json.at("corridor").get_to(comparison.corridor);
  json.at("measure").get_to(comparison.measure);
  read(json.at("figures").at(0), comparison.base);
  read(json.at("figures").at(1), comparison.value);
  read(json.at("figures").at(2), comparison.difference);
  json.at("p").get_to(comparison.p);
  json.at("adjusted_p").get_to(comparison.adjusted_p);
  json.at("correlation").get_to(comparison.correlation);
  comparison.finding = static_cast<Finding>(json.at("finding").get<int>());
  json.at("is_too_many").get_to(comparison.is_too_many);
  json.at("is_badly_paired").get_to(comparison.is_badly_paired);
  json.at("sentence").at(0).get_to(comparison.sentence.zh);
  json.at("sentence").at(1).get_to(comparison.sentence.en);
}

void read(Json const& json, Ranking& ranking) {
  json.at("corridor").get_to(ranking.corridor);
  json.at("measure").get_to(ranking.measure);
  json.at("options").get_to(ranking.options);
  json.at("p_best").get_to(ranking.p_best);
  json.at("groups").get_to(ranking.groups);
}

void read(Json const& json, Dominated& dominated) {
  json.at("option").get_to(dominated.option);
  json.at("by").get_to(dominated.by);
}

/// Reads what is asked for, or says that the text is damaged.
template<class Read>
auto decoded(std::string const& text, Read const& read_from) {
  try {
    return read_from(Json::parse(text));
  } catch (std::exception const& failure) {
    throw Unreadable{std::string{"a stored result cannot be read: "} + failure.what()};
  }
}

}  // namespace

Replication replication_from(std::string const& text) {
  return decoded(text, [](Json const& json) {
    Replication replication;
    read(json, replication);
    return replication;
  });
}

std::vector<Measure> measures_from(std::string const& text) {
  return decoded(text, [](Json const& json) {
    std::vector<Measure> measures;
    read(json, measures);
    return measures;
  });
}

ScenarioResult result_from(std::string const& text) {
  return decoded(text, [](Json const& json) {
    ScenarioResult result;
    read(json, result);
    return result;
  });
}

ReplicationRun run_from_bytes(std::string const& bytes) {
  // Neither text has a line break in it.
  std::size_t const first = bytes.find('\n'), second = bytes.find('\n', first + 1);
  ReplicationRun run;
  run.replication = replication_from(bytes.substr(0, first));
  run.measures = measures_from(bytes.substr(first + 1, second - first - 1));
  run.lots = LotBook::from_bytes(std::string_view{bytes}.substr(second + 1));
  return run;
}

Comparison comparison_from(std::string const& text) {
  return decoded(text, [](Json const& json) {
    Comparison comparison;
    read(json.at("base"), comparison.base);
    read(json.at("alternatives"), comparison.alternatives);
    read(json.at("comparisons"), comparison.comparisons);
    json.at("compared").get_to(comparison.compared);
    read(json.at("rankings"), comparison.rankings);
    read(json.at("dominated"), comparison.dominated);
    return comparison;
  });
}

}  // namespace shudao::experiment
