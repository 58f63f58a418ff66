#include <nlohmann/json.hpp>

#include "viz/report/figure_data.h"

namespace shudao::viz::report {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(Text const& said) { return {{"zh", said.zh}, {"en", said.en}}; }

struct CellToJson {
  Json operator()(std::monostate) const { return nullptr; }
  Json operator()(double number) const { return number; }
  Json operator()(Text const& said) const { return json_of(said); }
  Json operator()(experiment::Measure const& measure) const {
    Json ci95 = nullptr;
    if (measure.ci95) ci95 = {(*measure.ci95)[0], (*measure.ci95)[1]};
    return {{"value", measure.value}, {"ci95", ci95}, {"n", measure.n}};
  }
};

Json json_of(Column const& column) {
  return {{"key", column.key},
          {"name", json_of(column.name)},
          {"unit", column.unit},
          {"shown", json_of(column.shown)},
          {"per", {{"zh", column.divisor(Language::zh)}, {"en", column.divisor(Language::en)}}},
          {"signed", column.is_signed}};
}

}  // namespace

std::string json_text(FigureData const& data) {
  Json columns = Json::array(), rows = Json::array(), grades = Json::object();
  for (Column const& column : data.columns) columns.push_back(json_of(column));
  for (auto const& row : data.rows) {
    Json cells = Json::array();
    for (Cell const& cell : row) cells.push_back(std::visit(CellToJson{}, cell));
    rows.push_back(std::move(cells));
  }
  for (auto const& [grade, share] : data.grades) grades[grade.empty() ? "none" : grade] = share;
  Json const all = {{"schema_version", 1},
                    {"id", data.id},
                    {"kind", data.kind},
                    {"title", json_of(data.title)},
                    {"caption", json_of(data.caption)},
                    {"note", json_of(data.note)},
                    {"replications", data.replications},
                    {"observations", data.observations},
                    {"digits", data.digits},
                    {"scenarios", data.scenarios},
                    {"fingerprints", data.fingerprints},
                    {"sources", data.sources},
                    {"grades", grades},
                    {"columns", columns},
                    {"rows", rows}};
  return all.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace shudao::viz::report
