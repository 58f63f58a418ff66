#include <algorithm>

#include "viz/report/figures/figures.h"
#include "viz/report/figures/observed_marks.h"
#include "viz/report/fill.h"
#include "viz/words/number_text.h"

namespace shudao::viz::report {
namespace {

using experiment::ChainResult;
using experiment::CorridorFigures;
using experiment::Indicator;

CorridorFigures const* figures_for(World const& world, std::string const& corridor) {
  auto const& all = world.result->figures.corridors;
  auto const at = std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.corridor == corridor; });
  return at == all.end() ? nullptr : &*at;
}

Text joined(Text const& a, char const* zh, char const* en, Text const& b) {
  return {a.zh + zh + b.zh, a.en + en + b.en};
}

/// The base and the alternatives that differ most on this corridor, as many as can be told apart.
std::vector<World const*> told_apart(StudyData const& study, std::string const& corridor) {
  constexpr std::size_t kMost = 6;
  std::vector<World const*> worlds;
  for (World const& world : study.worlds()) worlds.push_back(&world);
  auto const change = [&](World const* world) {
    auto const *base = find_corridor(*study.base().result, corridor), *other = find_corridor(*world->result, corridor);
    return base == nullptr || other == nullptr
               ? 0
               : std::abs(other->transit_time_h.mean.value - base->transit_time_h.mean.value);
  };
  if (worlds.size() > kMost) {
    std::stable_sort(worlds.begin() + 1, worlds.end(), [&](auto* a, auto* b) { return change(a) > change(b); });
    worlds.resize(kMost);
  }
  return worlds;
}

Cell indicator(CorridorFigures const& figures, std::string const& name) {
  for (Indicator const& one : figures.indicators)
    if (one.name == name && one.place.empty()) return one.measure;
  return std::monostate{};
}

}  // namespace

std::vector<std::string> told_corridors(StudyData const& study) {
  constexpr std::size_t kChanged = 4, kBusy = 6;
  std::vector<std::pair<double, std::string>> changes;
  auto const is_known = [&](std::string const& id) {
    auto const* corridor = find_corridor(*study.base().result, id);
    return corridor != nullptr && has_cargo(*corridor);
  };
  for (auto const& alternative : study.comparison().alternatives)
    for (auto const& d : alternative.corridors)
      if (d.transit_time_h.value != 0 && is_known(d.corridor))
        changes.emplace_back(-std::abs(d.transit_time_h.value), d.corridor);
  std::sort(changes.begin(), changes.end());
  std::vector<std::string> ids;
  auto const add = [&](std::string const& id) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  };
  for (std::size_t i = 0; i < changes.size() && ids.size() < kChanged; ++i) add(changes[i].second);
  for (auto const* corridor : busiest_corridors(study, kBusy)) add(corridor->id);
  return ids;
}

namespace {

std::vector<Column> chain_columns() {
  Text const km{"公里", "km"};
  return {word_column("place", Key::place),
          number_column("km", words(Key::distance_plain), "km", km),
          hours_column("arrival_h", words(Key::cumulative_time)),
          hours_column("arrival_p10_h", {"到达 P10", "arrival P10"}),
          hours_column("arrival_p90_h", {"到达 P90", "arrival P90"}),
          hours_column("departure_h", words(Key::departure_time)),
          hours_column("departure_p10_h", {"离开 P10", "departure P10"}),
          hours_column("departure_p90_h", {"离开 P90", "departure P90"}),
          cost_column("arrival_cny_per_teu", words(Key::cumulative_cost)),
          cost_column("departure_cny_per_teu", words(Key::departure_cost)),
          co2e_column("co2e_kg_per_teu", words(Key::cumulative_co2e)),
          hours_column("observed_h", words(Key::observed_plain)),
          hours_column("observed_low_h", words(Key::observed_low)),
          hours_column("observed_high_h", words(Key::observed_high)),
          word_column("observed_use", Key::observed_use),
          word_column("observed_source", Key::source)};
}

/// Where a mark stands: when it begins on the chain and the observed time after that.
void add_mark(std::vector<Cell>& row, std::vector<ObservedMark> const& marks, std::size_t point) {
  auto const mark = std::find_if(marks.begin(), marks.end(), [&](auto const& one) { return one.point == point; });
  if (mark == marks.end()) {
    row.insert(row.end(), 5, std::monostate{});
    return;
  }
  auto const at = [&](double hours) { return mark->since_h + hours; };
  std::string const source =
      mark->row->source.id + (mark->row->year == 0 ? "" : ", " + std::to_string(mark->row->year));
  row.insert(row.end(),
             {at(mark->observed_h), at(mark->low_h), at(mark->high_h), use_of(*mark->row), Text{source, source}});
}

void add_points(FigureData& data, StudyData const& study, ChainResult const& chain,
                std::vector<ObservedMark> const& marks) {
  for (std::size_t i = 0; i < chain.points.size(); ++i) {
    auto const& point = chain.points[i];
    std::vector<Cell> row{study.names().short_of(point.place),
                          point.km,
                          point.arrival_h,
                          point.arrival_p10_h,
                          point.arrival_p90_h,
                          point.departure_h,
                          point.departure_p10_h,
                          point.departure_p90_h,
                          point.arrival_cny_per_teu,
                          point.departure_cny_per_teu,
                          point.co2e_kg_per_teu};
    add_mark(row, marks, i);
    data.rows.push_back(std::move(row));
  }
}

}  // namespace

FigureData time_distance(StudyData const& study, std::string const& corridor) {
  constexpr double kShortest = 20;  // km; what is shorter has no distance worth a figure.
  FigureData data = figure_of(study, "tcd." + corridor, "tcd",
                              joined(study.names().corridor(corridor), "：", ": ", words(Key::title_tcd)), {});
  data.columns = chain_columns();
  rest_on_corridors(data, study, {corridor});
  CorridorFigures const* figures = figures_for(study.base(), corridor);
  if (figures == nullptr || figures->chains.empty()) return data;
  ChainResult const& chain = figures->chains.front();
  if (chain.points.empty() || chain.points.back().km < kShortest) return data;
  data.observations = chain.consignments;
  auto const marks = one_a_point(marks_on(study, corridor, chain));
  data.caption = filled(Key::caption_tcd, percent_text(chain.share));
  if (!marks.empty()) data.caption = joined(data.caption, "", " ", words(Key::caption_tcd_observed));
  add_points(data, study, chain, marks);
  return data;
}

FigureData transit_distribution(StudyData const& study, std::string const& corridor) {
  FigureData data =
      figure_of(study, "ecdf." + corridor, "ecdf",
                joined(study.names().corridor(corridor), "：", ": ", words(Key::title_ecdf)), words(Key::caption_ecdf));
  data.columns = {word_column("scenario", Key::scenario_word), days_column("time", words(Key::door_to_door_time)),
                  share_column("share", words(Key::arrived_share))};
  rest_on_corridors(data, study, {corridor});
  if (auto const* result = find_corridor(*study.base().result, corridor)) data.observations = result->consignments;
  for (World const* shown : told_apart(study, corridor)) {
    World const& world = *shown;
    CorridorFigures const* figures = figures_for(world, corridor);
    if (figures == nullptr) continue;
    auto const& quantiles = figures->transit_quantiles_h;
    for (std::size_t i = 0; i < quantiles.size(); ++i)
      data.rows.push_back(
          {study.short_title(world), quantiles[i], static_cast<double>(i) / static_cast<double>(quantiles.size() - 1)});
  }
  return data;
}

FigureData indicator_table(StudyData const& study) {
  FigureData data =
      figure_of(study, "indicators", "table", words(Key::corridor_indicators), words(Key::caption_indicators));
  data.columns = {
      word_column("corridor", Key::corridor),
      number_column("tfi1_border_h", {"TFI1 过境", "TFI1 border"}, "h", words(Key::unit_hours)),
      number_column("tfi2_border_cny_per_20t", {"TFI2 过境费用", "TFI2 border"}, "CNY/20t", {"元/20吨", "CNY/20 t"}),
      number_column("tfi3_section_cny_per_500km_20t", {"TFI3 运输费用", "TFI3 section"}, "CNY/(500km·20t)",
                    {"元/500公里·20吨", "CNY/500 km/20 t"}),
      number_column("tfi4_swd_km_per_h", {"TFI4 含停留", "TFI4 SWD"}, "km/h", {"公里/小时", "km/h"}),
      number_column("tfi4_swod_km_per_h", {"TFI4 不含停留", "TFI4 SWOD"}, "km/h", {"公里/小时", "km/h"}),
      days_column("planning_time_h", words(Key::planning_time)),
      share_column("buffer_index", words(Key::buffer_index)),
      number_column("co2e_g_per_tkm", {"CO2e", "CO2e"}, "g/tkm", {"克/吨公里", "g/tkm"})};
  for (auto const& figures : study.base().result->figures.corridors) {
    auto const* corridor = find_corridor(*study.base().result, figures.corridor);
    if (corridor == nullptr || !has_cargo(*corridor)) continue;
    std::vector<Cell> row{flagged(study.names().corridor(figures.corridor), corridor->consignments)};
    for (std::size_t i = 1; i < data.columns.size(); ++i) row.push_back(indicator(figures, data.columns[i].key));
    data.rows.push_back(std::move(row));
  }
  return data;
}

}  // namespace shudao::viz::report
