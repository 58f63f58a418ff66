#include "scenarios/observed.h"

#include <filesystem>

#include "scenarios/validation_readers.h"

namespace shudao::scenarios {
namespace {

using Path = std::filesystem::path;

Json const kNothing;

Json const& member(Json const& json, char const* key) {
  Json const* found = json.is(Json::Kind::object) ? json.find(key) : nullptr;
  return found != nullptr ? *found : kNothing;
}

/// Low and high as published, or by the tolerance.
void read_range(Json const& row, Observed& figure) {
  Json const &observed = member(row, "observed"), &tolerance = member(row, "tolerance_percent");
  double const by = tolerance.is(Json::Kind::number) ? figure.value * tolerance.number / 100 : 0;
  Json const &low = member(observed, "low"), &high = member(observed, "high");
  figure.low = low.is(Json::Kind::number) ? low.number : figure.value - by;
  figure.high = high.is(Json::Kind::number) ? high.number : figure.value + by;
}

Source source_of(Json const& observed, Json const& sources) {
  Source source;
  source.id = member(observed, "source").text;
  Json const& known = member(sources, source.id.c_str());
  source.title = member(known, "title").text;
  source.url = member(known, "url").text;
  std::string const& grade = member(observed, "grade").text;
  std::string const& usual = member(known, "grade").text;
  source.grade = !grade.empty() ? grade.front() : usual.empty() ? ' ' : usual.front();
  return source;
}

bool is_alone(Json const& row) {
  bool const is_compared = row.find("minus") != nullptr || row.find("over") != nullptr;
  Json const& measure = member(row, "measure");
  return !is_compared && measure.is(Json::Kind::object) && measure.members.size() == 1 &&
         member(member(row, "observed"), "value").is(Json::Kind::number);
}

Observed figure_of(Json::Member const& row, Json const& sources) {
  Json const& observed = member(row.value, "observed");
  Json::Member const& measure = member(row.value, "measure").members.front();
  Observed figure;
  figure.id = row.key;
  figure.name = {member(member(row.value, "name"), "zh").text, member(member(row.value, "name"), "en").text};
  figure.is_held_out = member(row.value, "role").text == "held_out";
  figure.measure = measure.key;
  figure.selector = canonical_text(measure.value);
  figure.corridor = member(measure.value, "corridor").text;
  figure.world = member(row.value, "world").text;
  figure.value = member(observed, "value").number;
  figure.unit = member(observed, "unit").text;
  figure.year = static_cast<int>(member(observed, "year").number);
  figure.source = source_of(observed, sources);
  read_range(row.value, figure);
  return figure;
}

}  // namespace

std::vector<Observed> read_observed(std::string const& validation_path, std::vector<InputFile>* inputs) {
  auto const json = whole_validation(validation_path, inputs);
  std::vector<Observed> figures;
  if (!json) return figures;
  for (Json::Member const& row : member(*json, "rows").members) {
    if (is_alone(row.value)) figures.push_back(figure_of(row, member(*json, "sources")));
  }
  return figures;
}

std::string validation_beside(std::string const& scenario_path) {
  Path const path{scenario_path};
  bool const is_folder = std::filesystem::is_directory(path);
  Path const folder = is_folder ? path : path.parent_path();
  std::string const beside = (folder / "validation.json").string();
  auto const json = std::filesystem::exists(beside) ? whole_validation(beside) : std::nullopt;
  if (!json) return {};
  Path const scenario = is_folder ? folder / "scenario.json" : path;
  bool const is_about_it = (folder / member(*json, "scenario").text).lexically_normal() == scenario.lexically_normal();
  return is_about_it ? beside : std::string{};
}

}  // namespace shudao::scenarios
