#include "viz/cli/comparison_text.h"

#include <algorithm>
#include <cmath>

#include "sim/base/time.h"
#include "sim/experiment/headline.h"
#include "sim/experiment/pairing.h"
#include "viz/cli/guard_rails_text.h"
#include "viz/cli/names.h"
#include "viz/cli/notes_text.h"
#include "viz/cli/overview_text.h"
#include "viz/cli/ranking_text.h"
#include "viz/cli/result_text.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::Alternative;
using experiment::Comparison;
using experiment::CorridorDifference;
using experiment::CorridorResult;
using experiment::Measure;
using experiment::ScenarioResult;
using scenarios::Scenario;

constexpr double kNegligible = 1e-4;  ///< Of the base: rounded to grams, emissions differ by less.

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
  bool has_difference;
  Language language;
  TextTable table;

  void add(Key key, std::string before, std::string after, std::string change = "") {
    table.add({label(key, language), std::move(before), std::move(after),
               has_difference ? std::move(change) : std::string{}});
  }
  /// A time, a cost or an emission: only bounded while consignments are under way.
  void add_bounded(Key key, Measure const& before, Measure const& after, std::string change, double unit = 1.0) {
    add(key, bound_text(base, before, unit), bound_text(alternative, after, unit), std::move(change));
  }
};

void add_measures(Sides& s, Scenario const& base, Scenario const& alternative) {
  auto const& before = s.base;
  auto const& after = s.alternative;
  auto const& change = s.difference;
  s.add_bounded(Key::mean_days, before.transit_time_h.mean, after.transit_time_h.mean,
                time_change_text(change.transit_time_h, s.language), kHoursPerDay);
  if (!change.is_exactly_equal && change.touched < change.pairs) {
    if (change.touched > 0) s.add(Key::direct_effect, "", "", time_change_text(change.direct_h, s.language));
    s.add(Key::relief_effect, "", "", time_change_text(change.relief_h, s.language));
  }
  s.add_bounded(Key::p50_days, before.transit_time_h.p50, after.transit_time_h.p50, "", kHoursPerDay);
  s.add_bounded(Key::p95_days, before.transit_time_h.p95, after.transit_time_h.p95,
                time_change_text(change.p95_h, s.language), kHoursPerDay);
  s.add(Key::due_share, due_text(before), due_text(after));
  s.add(Key::due_time, due_days_text(before, base), due_days_text(after, alternative));
  bool const can_spoil = before.spoiled_share.n > 0 || after.spoiled_share.n > 0;
  if (can_spoil) s.add(Key::spoiled_share, spoiled_text(before), spoiled_text(after));
  s.add(Key::throughput, number_text(before.throughput_teu_per_year), number_text(after.throughput_teu_per_year),
        signed_text(change.throughput_teu_per_year));
  s.add(Key::min_cut, cut_text(before, s.language), cut_text(after, s.language));
  s.add_bounded(Key::cost, before.cost_cny_per_teu, after.cost_cny_per_teu, signed_text(change.cost_cny_per_teu));
  s.add_bounded(Key::co2e, before.co2e_kg_per_teu, after.co2e_kg_per_teu, signed_text(change.co2e_kg_per_teu));
}

/// Hours by component: what a planner calls the main causes of time.
void add_components(Sides& s) {
  s.table.add_rule();
  s.table.add({label(Key::main_causes, s.language)});
  for (std::size_t i = 0; i < scenarios::kComponentCount; ++i) {
    Measure const &before = s.base.components_h[i], &after = s.alternative.components_h[i];
    if (before.value == 0.0 && after.value == 0.0) continue;
    s.table.add({label(key_of(static_cast<scenarios::Component>(i)), s.language) + ", h", bound_text(s.base, before),
                 bound_text(s.alternative, after),
                 s.has_difference ? signed_text(s.difference.components_h[i]) : std::string{}});
  }
}

/// The base, one alternative and what was found.
class Comparing {
 public:
  Comparing(Comparison const& comparison, Alternative const& found, Scenario const& base, Scenario const& alternative,
            Language language, Extent const& extent)
      : comparison_{comparison},
        base_result_{comparison.base},
        found_{found},
        base_{base},
        alternative_{alternative},
        language_{language},
        extent_{extent},
        detailed_{told(comparison.base, extent)} {}

  [[nodiscard]] std::string text() const {
    std::string all = label(Key::alternative, language_) + "  " + summary_text(found_.result, language_);
    bool const is_large = found_.corridors.size() > kMostInFull;
    std::vector<Judged> const judged = is_large ? all_judged() : std::vector<Judged>{};
    if (is_large) all += "\n" + overview_text(base_result_, found_, judged, alternative_, language_);
    for (CorridorDifference const& difference : found_.corridors)
      if (is_told(difference)) all += "\n" + corridor_text(difference);
    all += table_notes(detailed_, base_, language_);
    all += warnings() + "\n" + (is_short() && extent_.corridors.empty() ? largest(judged) : sentences());
    if (is_short()) all += "\n" + how_to_see_more(base_result_, language_);
    return all + "\n";
  }

 private:
  [[nodiscard]] bool is_short() const { return extent_.is_short(found_.corridors.size()); }
  [[nodiscard]] bool is_told(CorridorDifference const& difference) const {
    return extent_.tells(difference.corridor, found_.corridors.size());
  }

  [[nodiscard]] std::vector<Judged> all_judged() const {
    std::vector<Judged> all;
    for (CorridorDifference const& difference : found_.corridors)
      all.push_back({&difference, verdict_on(difference, reason(difference).empty())});
    sort_by_size(all);
    return all;
  }

  [[nodiscard]] std::string sentences() const {
    std::string all;
    for (CorridorDifference const& difference : found_.corridors)
      if (is_told(difference)) all += sentence(difference) + "\n" + on_other_measures(difference);
    return all;
  }

  /// Sentences on what else of a corridor is proven and not negligible, quantiles of time aside.
  [[nodiscard]] std::string on_other_measures(CorridorDifference const& difference) const {
    std::string all;
    if (!reason(difference).empty()) return all;
    for (experiment::MeasureComparison const& one : comparison_.comparisons) {
      bool const is_here = one.scenario == found_.result.scenario && one.corridor == difference.corridor;
      bool const is_proven = one.finding == experiment::Finding::lower || one.finding == experiment::Finding::higher;
      bool const is_time = one.measure.starts_with("transit_time_h");
      bool const is_large = std::abs(one.difference.value) > kNegligible * std::abs(one.base.value);
      if (is_here && is_proven && is_large && !is_time)
        all += in_language(one.sentence.zh, one.sentence.en, language_, "\n") + "\n";
    }
    return all;
  }

  /// Sentences on the largest differences that are proven.
  [[nodiscard]] std::string largest(std::vector<Judged> const& judged) const {
    constexpr std::size_t kSentences = 5;
    std::string all;
    for (std::size_t i = 0; i < std::min(kSentences, judged.size()); ++i)
      if (judged[i].verdict == Verdict::faster || judged[i].verdict == Verdict::slower)
        all += sentence(*judged[i].difference) + "\n";
    return all.empty() ? say(Key::nothing_proven, language_) + "\n" : all;
  }

  /// Why this corridor has no differences; empty if it has.
  [[nodiscard]] std::string reason(CorridorDifference const& difference) const {
    std::string const& corridor = difference.corridor;
    std::string const refusal = experiment::refusal_on(corridor, found_.refusals, base_, alternative_);
    if (!refusal.empty())
      return say(Key::refusal, language_, corridor_name(alternative_, corridor, language_), refusal);
    CorridorResult const *before = find(base_result_, corridor), *after = find(found_.result, corridor);
    if (before == nullptr || after == nullptr || before->unfinished + after->unfinished == 0) return {};
    return say(Key::no_difference_unfinished, language_, corridor_name(alternative_, corridor, language_),
               count_text(before->unfinished), count_text(after->unfinished));
  }

  [[nodiscard]] std::string sentence(CorridorDifference const& difference) const {
    std::string const why_not = reason(difference);
    return why_not.empty() ? in_language(difference.sentence_zh, difference.sentence_en, language_, "\n") : why_not;
  }

  [[nodiscard]] std::string corridor_text(CorridorDifference const& difference) const {
    CorridorResult const* before = find(base_result_, difference.corridor);
    CorridorResult const* after = find(found_.result, difference.corridor);
    if (before == nullptr || after == nullptr) return {};
    bool const has_difference = reason(difference).empty();
    Sides sides{*before,
                *after,
                difference,
                has_difference,
                language_,
                TextTable{{{corridor_title(alternative_, difference.corridor, language_)},
                           {label(Key::base, language_), Align::right},
                           {label(Key::alternative, language_), Align::right},
                           {label(Key::difference, language_), Align::right}}}};
    add_measures(sides, base_, alternative_);
    add_components(sides);
    if (has_difference && base_result_.replications >= kFewestForInterval) {
      sides.table.add_rule();
      sides.add(Key::correlation, "", "", decimal_text(difference.correlation, 3));
    }
    return sides.table.text() +
           say(Key::pairs_note, language_, count_text(difference.pairs), count_text(difference.base_only),
               count_text(difference.alternative_only)) +
           "\n";
  }

  [[nodiscard]] std::string warnings() const {
    std::string all;
    for (auto const& [result, scenario] :
         {std::pair{&base_result_, &base_}, std::pair{&found_.result, &alternative_}}) {
      std::string const said = is_short() ? overload_note(*result, *scenario, language_)
                                          : demand_notes(told(*result, extent_), *scenario, language_);
      if (!said.empty()) all += result->scenario + ": " + said;
    }
    return all + badly_paired() + unfinished_text(base_result_.unfinished + found_.result.unfinished, language_);
  }

  /// The corridors told here of which pairing did not narrow the interval.
  [[nodiscard]] std::string badly_paired() const {
    std::string names;
    for (experiment::MeasureComparison const& one : comparison_.comparisons) {
      bool const is_here =
          one.scenario == found_.result.scenario && one.measure == experiment::headlines().front().name;
      if (!is_here || !one.is_badly_paired || !extent_.tells(one.corridor, found_.corridors.size())) continue;
      names += (names.empty() ? "" : ", ") + one.corridor;
    }
    return names.empty() ? names : say(Key::badly_paired, language_, names) + "\n";
  }

  Comparison const& comparison_;
  ScenarioResult const& base_result_;
  Alternative const& found_;
  Scenario const& base_;
  Scenario const& alternative_;
  Language language_;
  Extent const& extent_;
  ScenarioResult detailed_;  ///< The base with the corridors that are told in detail.
};

}  // namespace

std::string comparison_text(Comparison const& comparison, Scenario const& base,
                            std::vector<Scenario const*> const& alternatives, Language language, Extent const& extent) {
  std::string all = label(Key::base, language) + "  " + summary_text(comparison.base, language);
  std::vector<ScenarioResult const*> results{&comparison.base};
  for (std::size_t i = 0; i < comparison.alternatives.size(); ++i) {
    Alternative const& found = comparison.alternatives[i];
    all += Comparing{comparison, found, base, *alternatives.at(i), language, extent}.text();
    results.push_back(&found.result);
  }
  all += ranking_text(comparison, base, language, extent);
  if (comparison.compared > 0) all += say(Key::compared_note, language, comparison.compared) + "\n\n";
  for (ScenarioResult const* result : results) {
    bool const is_short = extent.is_short(result->corridors.size());
    all += result->scenario + ": " + guard_rails_text(result->guard_rails, extent.is_full, language) +
           laws_text(result->laws, language) +
           (is_short ? short_notes_text(*result, language) : notes_text(*result, language));
  }
  return all;
}

}  // namespace shudao::viz::cli
