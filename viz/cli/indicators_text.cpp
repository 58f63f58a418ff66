#include "viz/cli/indicators_text.h"

#include <array>

#include "viz/cli/names.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"

namespace shudao::viz::cli {
namespace {

using experiment::CorridorFigures;
using experiment::Indicator;

struct Column {
  Key head;
  char const* indicator;
};
constexpr std::array kColumns = {Column{Key::tfi1_h, "tfi1_border_h"},
                                 Column{Key::tfi2_cny, "tfi2_border_cny_per_20t"},
                                 Column{Key::tfi3_cny, "tfi3_section_cny_per_500km_20t"},
                                 Column{Key::tfi4_swd, "tfi4_swd_km_per_h"},
                                 Column{Key::tfi4_swod, "tfi4_swod_km_per_h"},
                                 Column{Key::buffer_index, "buffer_index"}};

/// Null where the corridor does not have it.
Indicator const* found(CorridorFigures const& corridor, char const* name) {
  for (Indicator const& indicator : corridor.indicators) {
    if (indicator.name == name && indicator.place.empty()) return &indicator;
  }
  return nullptr;
}

std::string cell(Indicator const* indicator) {
  if (indicator == nullptr || indicator->measure.n == 0) return "–";
  return number_text(indicator->measure) + (indicator->is_few() ? " *" : "");
}

bool has_few(experiment::Figures const& figures) {
  for (CorridorFigures const& corridor : figures.corridors) {
    for (Column const& column : kColumns) {
      Indicator const* indicator = found(corridor, column.indicator);
      if (indicator != nullptr && indicator->measure.n > 0 && indicator->is_few()) return true;
    }
  }
  return false;
}

}  // namespace

std::string indicators_table(experiment::ScenarioResult const& result, scenarios::Scenario const& scenario,
                             Language language) {
  std::vector<TextTable::Column> columns = {{label(Key::corridor, language, "\n")}};
  for (Column const& column : kColumns) columns.push_back({label(column.head, language, "\n"), Align::right});
  TextTable table{std::move(columns)};
  for (CorridorFigures const& corridor : result.figures.corridors) {
    std::vector<std::string> cells = {corridor_name(scenario, corridor.corridor, language, "\n")};
    for (Column const& column : kColumns) cells.push_back(cell(found(corridor, column.indicator)));
    table.add(std::move(cells));
  }
  std::string const note = has_few(result.figures) ? label(Key::few_observations, language, "\n") + "\n" : "";
  return label(Key::corridor_indicators, language) + "\n" + table.text() + note;
}

}  // namespace shudao::viz::cli
