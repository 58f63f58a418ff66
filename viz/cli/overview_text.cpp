#include "viz/cli/overview_text.h"

#include <algorithm>
#include <cmath>

#include "sim/base/time.h"
#include "viz/cli/names.h"
#include "viz/cli/notes_text.h"
#include "viz/cli/result_text.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::CorridorDifference;
using experiment::CorridorResult;
using scenarios::Scenario;

bool is_proven(Verdict verdict) { return verdict == Verdict::faster || verdict == Verdict::slower; }

Key key_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::faster:
      return Key::faster;
    case Verdict::slower:
      return Key::slower;
    case Verdict::too_few_runs:
      return Key::too_few_runs;
    case Verdict::not_comparable:
      return Key::not_comparable;
    case Verdict::not_proven:
    case Verdict::exactly_equal:
      break;
  }
  return Key::not_proven;
}

CorridorResult const* find(experiment::ScenarioResult const& result, std::string const& id) {
  auto const at =
      std::find_if(result.corridors.begin(), result.corridors.end(), [&](auto const& c) { return c.id == id; });
  return at == result.corridors.end() ? nullptr : &*at;
}

std::string mean_text(experiment::ScenarioResult const& result, std::string const& corridor) {
  CorridorResult const* found = find(result, corridor);
  return found == nullptr ? "–" : bound_text(*found, found->transit_time_h.mean, kHoursPerDay);
}

}  // namespace

std::string overview_text(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::corridor, language, kBelow)},
                   {label(Key::brief_mean, language, kBelow), Align::right},
                   {label(Key::brief_p95, language, kBelow), Align::right},
                   {label(Key::brief_due, language, kBelow), Align::right},
                   {label(Key::brief_throughput, language, kBelow), Align::right},
                   {label(Key::brief_cost, language, kBelow), Align::right},
                   {label(Key::brief_co2e, language, kBelow), Align::right}}};
  for (CorridorResult const& c : result.corridors)
    table.add({corridor_name(scenario, c.id, language, kBelow), bound_text(c, c.transit_time_h.mean, kHoursPerDay),
               bound_text(c, c.transit_time_h.p95, kHoursPerDay), due_text(c), number_text(c.throughput_teu_per_year),
               bound_text(c, c.cost_cny_per_teu), bound_text(c, c.co2e_kg_per_teu)});
  return table.text();
}

std::string how_to_see_more(experiment::ScenarioResult const& result, Language language) {
  return result.corridors.empty() ? std::string{}
                                  : say(Key::how_to_see_more, language, result.corridors.front().id) + "\n";
}

Verdict verdict_on(CorridorDifference const& difference, bool is_comparable) {
  if (!is_comparable || difference.pairs == 0) return Verdict::not_comparable;
  if (difference.is_exactly_equal) return Verdict::exactly_equal;
  experiment::Measure const& time = difference.transit_time_h;
  if (!time.ci95 || time.n < kFewestForInterval) return Verdict::too_few_runs;
  if (difference.finding == experiment::Finding::lower) return Verdict::faster;
  return difference.finding == experiment::Finding::higher ? Verdict::slower : Verdict::not_proven;
}

void sort_by_size(std::vector<Judged>& all) {
  auto const size_of = [](Judged const& one) { return std::abs(one.difference->transit_time_h.value); };
  std::stable_sort(all.begin(), all.end(), [&](Judged const& a, Judged const& b) {
    if (is_proven(a.verdict) != is_proven(b.verdict)) return is_proven(a.verdict);
    bool const has_a = a.verdict != Verdict::not_comparable, has_b = b.verdict != Verdict::not_comparable;
    return has_a != has_b ? has_a : has_a && size_of(a) > size_of(b);
  });
}

std::string overview_text(experiment::ScenarioResult const& base, experiment::Alternative const& alternative,
                          std::vector<Judged> const& all, Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::corridor, language, kBelow)},
                   {label(Key::base_days, language, kBelow), Align::right},
                   {label(Key::alternative_days, language, kBelow), Align::right},
                   {label(Key::difference, language, kBelow), Align::right},
                   {label(Key::verdict, language, kBelow)}}};
  std::size_t equal = 0;
  for (auto const& [difference, verdict] : all) {
    if (verdict == Verdict::exactly_equal) {
      ++equal;
      continue;
    }
    bool const has_figure = verdict != Verdict::not_comparable;
    table.add({corridor_name(scenario, difference->corridor, language, kBelow), mean_text(base, difference->corridor),
               mean_text(alternative.result, difference->corridor),
               has_figure ? time_change_text(difference->transit_time_h, language) : "–",
               label(key_of(verdict), language, kBelow)});
  }
  std::string const rows = equal < all.size() ? table.text() : std::string{};
  return rows + (equal == 0 ? std::string{} : say(Key::equal_corridors, language, equal) + "\n");
}

}  // namespace shudao::viz::cli
