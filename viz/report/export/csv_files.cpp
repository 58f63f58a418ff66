#include <nlohmann/json.hpp>

#include "viz/report/export/kinds.h"
#include "viz/report/export/sha256.h"
#include "viz/report/flat_table.h"

namespace shudao::viz::report {
namespace {

using Json = nlohmann::ordered_json;

/// "any" where words stand among numbers, as for a limit that there is none of.
Json json_of(Field const& field) {
  char const* const type = field.unit.empty() ? "string" : field.has_words ? "any" : "number";
  Json json = {{"name", head_text(field)}, {"type", type}, {"key", field.key}};
  if (!field.unit.empty()) json["unit"] = field.unit;
  std::string const title = both(field.name);
  if (!title.empty()) json.update({{"title", title}, {"title_zh", field.name.zh}, {"title_en", field.name.en}});
  return json;
}

std::string title_of(FigureData const& data) { return both(data.title.zh.empty() ? data.caption : data.title); }

Json resource_of(FigureData const& data, ExportFile const& file, std::string const& name) {
  Json fields = Json::array();
  FlatTable const table = flat_table(data);
  for (Field const& field : table.fields) fields.push_back(json_of(field));
  return {
      {"name", name},
      {"path", file.path},
      {"profile", "tabular-data-resource"},
      {"title", title_of(data)},
      {"description", both(data.caption) + (data.note.zh.empty() ? "" : " " + both(data.note))},
      {"format", "csv"},
      {"mediatype", "text/csv"},
      {"encoding", "utf-8"},
      {"bytes", file.content.size()},
      {"hash", "sha256:" + sha256(file.content)},
      {"rows", table.rows.size()},
      {"replications", data.replications},
      {"scenarios", data.scenarios},
      {"dialect",
       {{"delimiter", ","}, {"lineTerminator", "\r\n"}, {"quoteChar", "\""}, {"doubleQuote", true}, {"header", true}}},
      {"schema", {{"fields", fields}, {"missingValues", {""}}}}};
}

Json sources_of(scenarios::Scenario const& scenario) {
  Json sources = Json::array();
  for (auto const& source : scenario.sources) {
    Json one = {{"id", source.id}, {"title", source.title}};
    if (source.url.rfind("http", 0) == 0) one["path"] = source.url;
    if (source.year != 0) one["year"] = source.year;
    if (source.grade != ' ') one["grade"] = std::string{source.grade};
    sources.push_back(std::move(one));
  }
  return sources;
}

Json licences_of(std::string const& name) {
  Json licence = {{"name", name}};
  if (name == kUsualLicence)
    licence.update({{"path", "https://www.apache.org/licenses/LICENSE-2.0"}, {"title", "Apache License 2.0"}});
  return Json::array({licence});
}

Json scenarios_of(StudyData const& study) {
  Json scenarios = Json::array();
  for (World const& world : study.worlds())
    scenarios.push_back({{"id", world.scenario.id},
                         {"role", world.role},
                         {"title", both(world.title())},
                         {"fingerprint", text(world.result->fingerprint)},
                         {"run_digest", text(world.result->run_digest)},
                         {"ledger_digest", text(world.result->ledger_digest)}});
  return scenarios;
}

std::string package_text(ExportInput const& input, Json resources) {
  Json const all = {{"profile", "tabular-data-package"},       {"name", file_name(input.study.base().scenario.id)},
                    {"title", both(input.report.title)},       {"description", both(input.report.subtitle)},
                    {"licenses", licences_of(input.licence)},  {"program", "shudao " + input.version},
                    {"seed", input.study.base().result->seed}, {"replications", input.study.replications()},
                    {"scenarios", scenarios_of(input.study)},  {"sources", sources_of(input.study.base().scenario)},
                    {"resources", std::move(resources)}};
  return all.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace

std::vector<ExportFile> csv_files(ExportInput const& input) {
  std::vector<ExportFile> files;
  Json resources = Json::array();
  for (ReportFigure const& figure : figures_in(input.report)) {
    ExportFile const file{figure.file + ".csv", csv_text(*figure.data, input.has_mark)};
    resources.push_back(resource_of(*figure.data, file, figure.file));
    files.push_back({"csv/" + file.path, file.content});
  }
  files.push_back({"csv/datapackage.json", package_text(input, std::move(resources))});
  return files;
}

}  // namespace shudao::viz::report
