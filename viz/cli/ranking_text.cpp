#include "viz/cli/ranking_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/experiment/headline.h"
#include "viz/cli/names.h"
#include "viz/cli/text_table.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::Comparison;
using experiment::Ranking;

std::vector<std::string> options_of(Comparison const& comparison) {
  std::vector<std::string> options{comparison.base.scenario};
  for (auto const& alternative : comparison.alternatives) options.push_back(alternative.result.scenario);
  return options;
}

/// The probability of the n-th option of that name in per cent, marked where it cannot be told from the best.
std::string p_text(Ranking const& ranking, std::string const& option) {
  auto const at = std::find(ranking.options.begin(), ranking.options.end(), option);
  if (at == ranking.options.end() || ranking.p_best.empty()) return "–";
  double const p = ranking.p_best.at(static_cast<std::size_t>(at - ranking.options.begin()));
  auto const& best = ranking.groups.front();
  bool const is_tied = best.size() > 1 && std::find(best.begin(), best.end(), option) != best.end();
  return fmt::format("{:.0f} %{}", 100 * p, is_tied ? " *" : "  ");
}

std::string figures_table(Comparison const& comparison, std::string const& corridor, scenarios::Scenario const& base,
                          Language language) {
  auto const options = options_of(comparison);
  std::vector<TextTable::Column> columns{{corridor_title(base, corridor, language)}};
  for (std::string const& option : options) columns.push_back({option, Align::right});
  TextTable table{std::move(columns)};
  bool has_rows = false;
  for (Ranking const& ranking : comparison.rankings) {
    if (ranking.corridor != corridor || ranking.p_best.empty()) continue;
    std::vector<std::string> row{label(experiment::headline(ranking.measure).title, language, ranking.measure)};
    for (std::string const& option : options) row.push_back(p_text(ranking, option));
    table.add(std::move(row));
    has_rows = true;
  }
  return has_rows ? table.text() : std::string{};
}

}  // namespace

std::string ranking_text(Comparison const& comparison, scenarios::Scenario const& base, Language language,
                         Extent const& extent) {
  if (comparison.alternatives.size() < 2) return {};
  std::string all;
  for (auto const& corridor : comparison.base.corridors) {
    if (extent.tells(corridor.id, comparison.base.corridors.size()))
      all += figures_table(comparison, corridor.id, base, language);
  }
  if (!all.empty()) all = label(Key::p_best, language) + "\n" + all + say(Key::p_best_note, language) + "\n";
  for (auto const& one : comparison.dominated) all += say(Key::dominated, language, one.option, one.by) + "\n";
  return all.empty() ? all : all + "\n";
}

}  // namespace shudao::viz::cli
