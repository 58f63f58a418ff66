#include "viz/cli/comparison_text.h"

#include <algorithm>

#include "viz/cli/names.h"
#include "viz/cli/number_text.h"
#include "viz/cli/result_text.h"
#include "viz/cli/say.h"
#include "viz/cli/text_table.h"

namespace shudao::cli {
namespace {

using experiment::Comparison;
using experiment::CorridorDifference;
using experiment::CorridorResult;
using experiment::Measure;
using scenarios::Scenario;

constexpr double kHoursPerDay = 24.0;

CorridorResult const* find(experiment::ScenarioResult const& result, std::string const& id) {
  auto const at =
      std::find_if(result.corridors.begin(), result.corridors.end(), [&](auto const& c) { return c.id == id; });
  return at == result.corridors.end() ? nullptr : &*at;
}

/// The table of one corridor while it is filled.
struct Sides {
  CorridorResult const& base;
  CorridorResult const& alternative;
  CorridorDifference const& difference;
  Language language;
  TextTable table;

  void add(Key key, Measure const& before, Measure const& after, Measure const& change, double unit = 1.0) {
    table.add({label(key, language), number_text(before, unit), number_text(after, unit), signed_text(change, unit)});
  }
  void add(Key key, std::string before, std::string after) {
    table.add({label(key, language), std::move(before), std::move(after)});
  }
};

void add_measures(Sides& s) {
  auto const& before = s.base;
  auto const& after = s.alternative;
  s.add(Key::mean_days, before.transit_time_h.mean, after.transit_time_h.mean, s.difference.transit_time_h,
        kHoursPerDay);
  s.add(Key::p50_days, number_text(before.transit_time_h.p50, kHoursPerDay),
        number_text(after.transit_time_h.p50, kHoursPerDay));
  s.add(Key::p95_days, before.transit_time_h.p95, after.transit_time_h.p95, s.difference.p95_h, kHoursPerDay);
  s.add(Key::throughput, before.throughput_teu_per_year, after.throughput_teu_per_year,
        s.difference.throughput_teu_per_year);
  auto const cut = [&](CorridorResult const& c) {
    return c.min_cut_teu_per_year ? number_text(*c.min_cut_teu_per_year) : label(Key::unlimited, s.language);
  };
  s.add(Key::min_cut, cut(before), cut(after));
  s.add(Key::cost, before.cost_cny_per_teu, after.cost_cny_per_teu, s.difference.cost_cny_per_teu);
  s.add(Key::co2e, before.co2e_kg_per_teu, after.co2e_kg_per_teu, s.difference.co2e_kg_per_teu);
}

/// Hours by component: what a planner calls the main causes of time.
void add_components(Sides& s) {
  s.table.add_rule();
  s.table.add({label(Key::main_causes, s.language)});
  for (std::size_t i = 0; i < scenarios::kComponentCount; ++i) {
    Measure const &before = s.base.components_h[i], &after = s.alternative.components_h[i];
    if (before.value == 0.0 && after.value == 0.0) continue;
    s.table.add({label(key_of(static_cast<scenarios::Component>(i)), s.language) + ", h", number_text(before),
                 number_text(after), signed_text(s.difference.components_h[i])});
  }
}

std::string corridor_text(Comparison const& comparison, CorridorDifference const& difference, Scenario const& scenario,
                          Language language) {
  CorridorResult const* before = find(comparison.base, difference.corridor);
  CorridorResult const* after = find(comparison.alternative, difference.corridor);
  if (before == nullptr || after == nullptr) return {};
  Sides sides{*before, *after, difference, language,
              TextTable{{{corridor_name(scenario, difference.corridor, language)},
                         {label(Key::base, language), Align::right},
                         {label(Key::alternative, language), Align::right},
                         {label(Key::difference, language), Align::right}}}};
  add_measures(sides);
  add_components(sides);
  sides.table.add_rule();
  sides.table.add({label(Key::correlation, language), "", "", decimal_text(difference.correlation, 3)});
  return sides.table.text() +
         say(Key::pairs_note, language, difference.pairs, difference.base_only, difference.alternative_only) + "\n";
}

}  // namespace

std::string comparison_text(Comparison const& comparison, Scenario const& alternative, Language language) {
  std::string all = label(Key::base, language) + "  " + summary_text(comparison.base, language) +
                    label(Key::alternative, language) + "  " + summary_text(comparison.alternative, language);
  for (std::string const& reason : comparison.refusals) all += say(Key::refusal, language, reason) + "\n";
  for (CorridorDifference const& difference : comparison.corridors)
    all += "\n" + corridor_text(comparison, difference, alternative, language);
  all += say(Key::interval_note, language) + "\n\n";
  for (CorridorDifference const& difference : comparison.corridors)
    all += in_language(difference.sentence_zh, difference.sentence_en, language, "\n") + "\n";
  all += "\n";
  for (auto const* result : {&comparison.base, &comparison.alternative})
    all += result->scenario + ": " + laws_text(result->laws, language) + notes_text(*result, language);
  return all;
}

}  // namespace shudao::cli
