#include <algorithm>

#include "viz/report/figures/figures.h"

namespace shudao::viz::report {
namespace {

using experiment::Alternative;
using experiment::CorridorDifference;

std::vector<CorridorDifference const*> largest_first(Alternative const& alternative) {
  std::vector<CorridorDifference const*> all;
  for (auto const& one : alternative.corridors) all.push_back(&one);
  std::stable_sort(all.begin(), all.end(), [](auto const* a, auto const* b) {
    return std::abs(a->transit_time_h.value) > std::abs(b->transit_time_h.value);
  });
  return all;
}

Text verdict(CorridorDifference const& difference) {
  if (difference.is_exactly_equal) return words(Key::verdict_equal);
  if (difference.finding == experiment::Finding::lower) return words(Key::faster);
  return words(difference.finding == experiment::Finding::higher ? Key::slower : Key::not_proven);
}

/// The group of a forest of this Chinese name in both languages.
Text group_called(FigureData const& forest, std::string const& zh) {
  auto const at = std::find_if(forest.rows.begin(), forest.rows.end(),
                               [&](auto const& row) { return std::get<Text>(row[0]).zh == zh; });
  return std::get<Text>(at->front());
}

}  // namespace

FigureData difference_table(StudyData const& study, Alternative const& alternative) {
  FigureData data = figure_of(study, "differences." + alternative.result.scenario, "table", alternative.result.title,
                              words(Key::caption_differences));
  data.columns = {word_column("corridor", Key::corridor),
                  days_column("base_mean_h", words(Key::base)),
                  days_column("alternative_mean_h", words(Key::alternative)),
                  difference_of(hours_column("transit_time_h", words(Key::difference_mean))),
                  difference_of(hours_column("p95_h", words(Key::difference_p95))),
                  difference_of(cost_column("cost_cny_per_teu", words(Key::difference_cost))),
                  difference_of(co2e_column("co2e_kg_per_teu", words(Key::difference_co2e))),
                  word_column("verdict", Key::verdict)};
  for (CorridorDifference const* d : largest_first(alternative))
    data.rows.push_back({study.names().corridor(d->corridor), d->base_mean_h, d->alternative_mean_h, d->transit_time_h,
                         d->p95_h, d->cost_cny_per_teu, d->co2e_kg_per_teu, verdict(*d)});
  return data;
}

std::vector<FigureData> readable(FigureData forest) {
  constexpr std::size_t kMostColours = 6, kMostFigures = 8;
  std::vector<std::string> groups, alternatives;
  auto const add = [](std::vector<std::string>& all, Cell const& cell) {
    std::string const& name = std::get<Text>(cell).zh;
    if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
  };
  for (auto const& row : forest.rows) {
    add(groups, row[0]);
    add(alternatives, row[1]);
  }
  if (alternatives.size() <= kMostColours) return {std::move(forest)};
  std::vector<FigureData> figures;
  for (std::size_t i = 0; i < std::min(kMostFigures, groups.size()); ++i) {
    FigureData one = forest;
    one.id += "." + std::to_string(i + 1);
    std::swap(one.columns[0].name, one.columns[1].name);
    one.rows.clear();
    Text const group = group_called(forest, groups[i]);
    one.title = {group.zh + "：" + forest.title.zh, group.en + ": " + forest.title.en};
    for (auto const& row : forest.rows)
      if (std::get<Text>(row[0]).zh == groups[i]) one.rows.push_back({row[1], row[0], row[2]});
    figures.push_back(std::move(one));
  }
  return figures;
}

FigureData comparison_forest(StudyData const& study) {
  FigureData data =
      figure_of(study, "comparison-forest", "forest", words(Key::title_forest), words(Key::caption_forest));
  data.columns = {word_column("corridor", Key::corridor), word_column("alternative", Key::alternative),
                  difference_of(hours_column("difference", words(Key::difference_mean)))};
  std::size_t const rows = kMostRows;
  std::vector<std::string> shown;
  for (Alternative const& alternative : study.comparison().alternatives)
    for (CorridorDifference const* d : largest_first(alternative))
      if (!d->is_exactly_equal && shown.size() < rows &&
          std::find(shown.begin(), shown.end(), d->corridor) == shown.end())
        shown.push_back(d->corridor);
  for (std::string const& corridor : shown)
    for (Alternative const& alternative : study.comparison().alternatives)
      for (CorridorDifference const& d : alternative.corridors)
        if (d.corridor == corridor)
          data.rows.push_back({study.names().corridor(corridor), alternative.result.title, d.transit_time_h});
  return data;
}

}  // namespace shudao::viz::report
