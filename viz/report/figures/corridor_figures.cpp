#include <algorithm>

#include "viz/report/figures/figures.h"
#include "viz/report/figures/observed_marks.h"
#include "viz/words/say.h"

namespace shudao::viz::report {
namespace {

using experiment::CorridorResult;

Text shown_of_all(StudyData const& study) {
  std::size_t const all = busiest_corridors(study, SIZE_MAX).size();
  if (all <= kMostRows) return {};
  return {say(Key::figure_busiest, Language::zh, kMostRows, all),
          say(Key::figure_busiest, Language::en, kMostRows, all)};
}

Text joined(Text const& a, Text const& b) { return {a.zh + b.zh, b.en.empty() ? a.en : a.en + " " + b.en}; }

void add_component_columns(FigureData& data) {
  for (std::size_t i = 0; i < scenarios::kComponentCount; ++i) {
    auto const component = static_cast<scenarios::Component>(i);
    data.columns.push_back(days_column(std::string{"components_h."} + name_of(component), words(key_of(component))));
  }
}

void add_components(std::vector<Cell>& row, CorridorResult const& corridor) {
  for (auto const& hours : corridor.components_h) row.emplace_back(hours);
}

/// Corridors whose mean time differs most from the base in one of the alternatives.
std::vector<std::string> most_changed(StudyData const& study, std::size_t most) {
  std::vector<std::pair<double, std::string>> changes;
  for (CorridorResult const& base : study.base().result->corridors) {
    double change = 0;
    for (World const& world : study.worlds())
      if (CorridorResult const* other = find_corridor(*world.result, base.id))
        change = std::max(change, std::abs(other->transit_time_h.mean.value - base.transit_time_h.mean.value));
    if (has_cargo(base) && change > 0) changes.emplace_back(-change, base.id);
  }
  std::stable_sort(changes.begin(), changes.end());
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < std::min(most, changes.size()); ++i) ids.push_back(changes[i].second);
  return ids;
}

}  // namespace

FigureData corridor_table(StudyData const& study, World const& world) {
  FigureData data = figure_of(study, "corridors." + world.role, "table", world.title(), words(Key::caption_corridors));
  data.columns = {word_column("corridor", Key::corridor),
                  days_column("transit_time_h.mean", words(Key::brief_mean_plain)),
                  days_column("transit_time_h.p50", {"P50", "P50"}),
                  days_column("transit_time_h.p95", {"P95", "P95"}),
                  share_column("due_share", words(Key::due_share)),
                  teu_column("throughput_teu_per_year", words(Key::throughput_plain)),
                  teu_column("min_cut_teu_per_year", words(Key::min_cut_plain)),
                  cost_column("cost_cny_per_teu", words(Key::cost_plain)),
                  co2e_column("co2e_kg_per_teu", {"CO2e", "CO2e"})};
  std::vector<bool> calibrated;
  for (CorridorResult const& c : world.result->corridors) {
    if (!has_cargo(c)) continue;
    Cell const cut = c.min_cut_teu_per_year ? Cell{c.min_cut_teu_per_year->value} : Cell{words(Key::unlimited)};
    data.rows.push_back({flagged(study.names().corridor(c.id), c.consignments), c.transit_time_h.mean,
                         c.transit_time_h.p50, c.transit_time_h.p95, c.due_share, c.throughput_teu_per_year, cut,
                         c.cost_cny_per_teu, c.co2e_kg_per_teu});
    calibrated.push_back(is_calibrated_corridor(study, c.id));
  }
  add_calibrated(data, calibrated);
  return data;
}

FigureData delay_ledger(StudyData const& study) {
  FigureData data = figure_of(study, "delay-ledger", "stack", words(Key::title_delay_ledger),
                              joined(words(Key::caption_delay_ledger), shown_of_all(study)));
  data.columns.push_back(word_column("corridor", Key::corridor));
  add_component_columns(data);
  for (CorridorResult const* corridor : busiest_corridors(study, kMostRows)) {
    std::vector<Cell> row{study.names().corridor(corridor->id)};
    add_components(row, *corridor);
    data.rows.push_back(std::move(row));
  }
  return data;
}

FigureData cost_items(StudyData const& study) {
  FigureData data = figure_of(study, "cost-items", "stack", words(Key::title_cost_items),
                              joined(words(Key::caption_cost_items), shown_of_all(study)));
  data.columns.push_back(word_column("corridor", Key::corridor));
  constexpr std::array kItems = {Key::item_tariff,    Key::item_handling, Key::item_storage, Key::item_formalities,
                                 Key::item_inventory, Key::item_finance,  Key::item_subsidy};
  static_assert(kItems.size() == scenarios::kCostItemCount);
  for (std::size_t i = 0; i < scenarios::kCostItemCount; ++i)
    data.columns.push_back(cost_column(
        std::string{"cost_items_cny_per_teu."} + name_of(static_cast<scenarios::CostItem>(i)), words(kItems[i])));
  for (CorridorResult const* corridor : busiest_corridors(study, kMostRows)) {
    std::vector<Cell> row{study.names().corridor(corridor->id)};
    for (auto const& item : corridor->cost_items_cny_per_teu) row.emplace_back(item);
    data.rows.push_back(std::move(row));
  }
  return data;
}

FigureData emissions(StudyData const& study) {
  FigureData data = figure_of(study, "emissions", "bars", words(Key::title_emissions),
                              joined(words(Key::caption_emissions), shown_of_all(study)));
  data.columns = {word_column("corridor", Key::corridor), co2e_column("co2e_kg_per_teu", {"CO2e", "CO2e"})};
  auto corridors = busiest_corridors(study, kMostRows);
  std::stable_sort(corridors.begin(), corridors.end(),
                   [](auto const* a, auto const* b) { return a->co2e_kg_per_teu.value > b->co2e_kg_per_teu.value; });
  for (CorridorResult const* corridor : corridors)
    data.rows.push_back({study.names().corridor(corridor->id), corridor->co2e_kg_per_teu});
  return data;
}

FigureData ledger_by_scenario(StudyData const& study) {
  constexpr std::size_t kMostCorridors = 8, kMostBars = 40;
  std::size_t const most = std::clamp(kMostBars / study.worlds().size(), std::size_t{1}, kMostCorridors);
  FigureData data = figure_of(study, "ledger-by-scenario", "stack", words(Key::title_ledger_by_scenario),
                              words(Key::caption_ledger_by_scenario));
  data.columns.push_back(word_column("corridor", Key::corridor));
  add_component_columns(data);
  for (std::string const& id : most_changed(study, most))
    for (World const& world : study.worlds()) {
      CorridorResult const* corridor = find_corridor(*world.result, id);
      if (corridor == nullptr) continue;
      Text const name = study.names().corridor(id), side = study.short_title(world);
      std::vector<Cell> row{world.role == "base" ? Text{name.zh + "：" + side.zh, name.en + ": " + side.en} : side};
      add_components(row, *corridor);
      data.rows.push_back(std::move(row));
    }
  return data;
}

}  // namespace shudao::viz::report
