#include "scenarios/read.h"

#include <algorithm>

#include "scenarios/checks.h"
#include "scenarios/parse.h"
#include "scenarios/quantities.h"
#include "scenarios/readers.h"
#include "scenarios/resolve.h"

namespace shudao::scenarios {

namespace {

Fingerprint fingerprint_of(std::vector<std::string> facts) {
  std::sort(facts.begin(), facts.end());
  Digest digest;
  for (auto const& fact : facts) digest.add_bytes(fact.data(), fact.size() + 1);
  return digest.value();
}

Json definition_schema(std::string const& title, Json schema) {
  schema.set("$schema", Json::of("https://json-schema.org/draft/2020-12/schema"));
  schema.set("title", Json::of(title));
  return schema;
}

/// The definitions that all three schemas share.
Json definitions(bool with_rule) {
  Json all = Json::object();
  all.set("number", sourced_number_schema());
  all.set("distribution", distribution_schema());
  if (with_rule) {
    Json& rule = all.set("rule", Json{});
    Fields fields{rule};
    read_rule(fields, "", Scenario{});
  }
  return all;
}

}  // namespace

Scenario scenario_of(Json const& document, Problems& problems, std::vector<std::string> notes) {
  Names const names{document};
  Reading reading{problems, names, {}, {}, {}};
  Scenario scenario;
  Fields world{reading, document, ""};
  read_world(world, scenario);
  world.finish();
  scenario.tokens = names.tokens.names();
  check(world, scenario);
  problems.throw_if_any();
  notes.insert(notes.end(), reading.notes.begin(), reading.notes.end());
  scenario.notes = std::move(notes);
  scenario.numbers = std::move(reading.numbers);
  std::sort(scenario.numbers.begin(), scenario.numbers.end(),
            [](Pedigree const& a, Pedigree const& b) { return a.pointer < b.pointer; });
  scenario.inputs = problems.inputs();
  scenario.document = canonical_text(document);
  scenario.fingerprint = fingerprint_of(std::move(reading.facts));
  return scenario;
}

Scenario read_scenario(std::string const& path) {
  Problems problems;
  std::vector<std::string> notes;
  auto const document = resolve(path, problems, notes);
  if (!document || problems.misses_a_part()) problems.throw_if_any();
  ensure(document.has_value(), "a document without problems is there");
  return scenario_of(*document, problems, std::move(notes));
}

Scenario read_document(std::string const& json_text, std::string const& called) {
  Problems problems;
  auto const document = parse_json(json_text, problems.add_file(called), problems);
  problems.throw_if_any();
  if (!document->is(Json::Kind::object)) problems.report(document->origin, "", shown(*document), "a world, an object");
  problems.throw_if_any();
  return scenario_of(*document, problems, {});
}

std::string world_schema() {
  Json schema;
  Fields fields{schema};
  Scenario ignored;
  read_world(fields, ignored);
  schema.set("$defs", definitions(true));
  return indented_text(definition_schema("Shudao world", std::move(schema)));
}

std::string patch_schema() {
  Json schema;
  Fields fields{schema};
  read_patch(fields);
  return indented_text(definition_schema("Shudao patch", std::move(schema)));
}

std::string rule_schema() {
  Json schema;
  Fields fields{schema};
  read_rule(fields, "", Scenario{});
  schema.set("$defs", definitions(false));
  return indented_text(definition_schema("Shudao rule", std::move(schema)));
}

}  // namespace shudao::scenarios
