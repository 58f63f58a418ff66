#include "viz/cli/result_text.h"

#include <algorithm>

#include "sim/base/time.h"
#include "viz/cli/boxes_text.h"
#include "viz/cli/guard_rails_text.h"
#include "viz/cli/indicators_text.h"
#include "viz/cli/names.h"
#include "viz/cli/notes_text.h"
#include "viz/cli/overview_text.h"
#include "viz/cli/places_text.h"
#include "viz/cli/shares_text.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::CorridorResult;
using scenarios::Scenario;

constexpr std::size_t kCorridorsSideBySide = 3;
constexpr std::size_t kCausesShown = 6;

using Part = std::vector<CorridorResult const*>;

template<class CellOf>
void add_row(TextTable& table, Key key, Language language, Part const& part, CellOf cell_of) {
  std::vector<std::string> cells = {label(key, language)};
  for (CorridorResult const* corridor : part) cells.push_back(cell_of(*corridor));
  table.add(std::move(cells));
}

std::string table_of(Part const& part, Scenario const& scenario, Language language) {
  std::vector<TextTable::Column> columns = {{label(Key::measure, language), Align::left}};
  for (CorridorResult const* corridor : part)
    columns.push_back(
        {corridor_name(scenario, corridor->id, language, kBelow) + "\n" + label(Key::door_to_door, language),
         Align::right});
  TextTable table{std::move(columns)};
  auto const row = [&](Key key, auto cell_of) { add_row(table, key, language, part, cell_of); };
  row(Key::mean_days, [](auto const& c) { return bound_text(c, c.transit_time_h.mean, kHoursPerDay); });
  row(Key::p50_days, [](auto const& c) { return bound_text(c, c.transit_time_h.p50, kHoursPerDay); });
  row(Key::p95_days, [](auto const& c) { return bound_text(c, c.transit_time_h.p95, kHoursPerDay); });
  row(Key::due_share, due_text);
  row(Key::due_time, [&](auto const& c) { return due_days_text(c, scenario); });
  bool const can_spoil = std::any_of(part.begin(), part.end(), [](auto const* c) { return c->spoiled_share.n > 0; });
  if (can_spoil) row(Key::spoiled_share, spoiled_text);
  row(Key::throughput, [](auto const& c) { return number_text(c.throughput_teu_per_year); });
  row(Key::min_cut, [language](auto const& c) { return cut_text(c, language); });
  row(Key::cost, [](auto const& c) { return bound_text(c, c.cost_cny_per_teu); });
  row(Key::co2e, [](auto const& c) { return bound_text(c, c.co2e_kg_per_teu); });
  row(Key::consignments, [](auto const& c) { return count_text(c.consignments); });
  return table.text();
}

std::string share_text(double part, double whole) {
  return whole > 0.0 ? decimal_text(100.0 * part / whole, 0) + " %" : "–";
}

std::string causes_table(CorridorResult const& corridor, Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::component, language, kBelow)},
                   {label(Key::where, language, kBelow)},
                   {label(Key::hours, language, kBelow), Align::right},
                   {label(Key::share, language, kBelow), Align::right}}};
  std::size_t const shown = std::min(kCausesShown, corridor.causes.size());
  for (std::size_t i = 0; i < shown; ++i) {
    experiment::Cause const& cause = corridor.causes[i];
    table.add({label(key_of(cause.component), language), short_name_of_id(scenario, cause.where, language),
               number_text(cause.hours), share_text(cause.hours.value, corridor.transit_time_h.mean.value)});
  }
  return label(Key::main_causes, language) + ": " + corridor_title(scenario, corridor.id, language) + "\n" +
         table.text();
}

/// The lines under the head that say how sure the figures are.
std::string laws_and_warnings(experiment::ScenarioResult const& result, Scenario const& scenario, Language language,
                              bool is_full) {
  return guard_rails_text(result.guard_rails, is_full, language) + laws_text(result.laws, language) +
         unfinished_text(result.unfinished, language) + held_text(result, scenario, language) +
         dry_depots_text(result, scenario, language);
}

std::string places_and_services(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  std::string all;
  if (!result.places.empty()) all += "\n" + places_table(result, scenario, language);
  if (!result.services.empty()) all += "\n" + services_table(result, scenario, language);
  if (!result.flows.empty()) all += "\n" + shares_table(result, scenario, language);
  return all + depots_text(result, scenario, language) + empties_text(result, scenario, language) +
         connections_text(result, scenario, language) + swing_notes(result, scenario, language);
}

/// The rows that matter most of each of these tables.
std::string worst_places_and_services(experiment::ScenarioResult const& result, Scenario const& scenario,
                                      Language language) {
  std::string all;
  auto const add = [&](Key title, std::string const& table, std::size_t left) {
    if (!table.empty()) all += "\n" + label(title, language) + "\n" + table + rest_text(left, language);
  };
  auto const part = [&](Worst const& worst, std::string const& table) {
    if (!table.empty()) all += table + rest_text(worst.left, language);
  };
  if (auto const worst = worst_places(result); !worst.result.places.empty())
    add(Key::worst_places, places_table(worst.result, scenario, language), worst.left);
  if (auto const worst = worst_services(result); !worst.result.services.empty())
    add(Key::worst_services, services_table(worst.result, scenario, language), worst.left);
  if (auto const worst = worst_depots(result); !worst.result.places.empty())
    part(worst, depots_text(worst.result, scenario, language));
  Worst const empties = worst_empties(result), connections = worst_connections(result);
  part(empties, empties_text(empties.result, scenario, language));
  part(connections, connections_text(connections.result, scenario, language));
  return result.flows.empty()
             ? all
             : all + "\n" + shares_table(result, scenario, language) + swing_notes(result, scenario, language);
}

/// Everything of these corridors.
std::string corridors_in_detail(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  std::string all = corridor_table(result, scenario, language) + table_notes(result, scenario, language) +
                    capacity_notes(result, scenario, language);
  for (CorridorResult const& corridor : result.corridors) all += "\n" + causes_table(corridor, scenario, language);
  return all;
}

std::string short_result_text(experiment::ScenarioResult const& result, Scenario const& scenario, Language language,
                              Extent const& extent) {
  std::string all = summary_text(result, language) + "\n" + overview_text(result, scenario, language);
  experiment::ScenarioResult const detailed = told(result, extent);
  if (detailed.corridors.empty())
    all += table_notes(detailed, scenario, language);
  else
    all += "\n" + corridors_in_detail(detailed, scenario, language) + "\n";
  all += overload_note(result, scenario, language) + how_to_see_more(result, language);
  return all + worst_places_and_services(result, scenario, language) + "\n" +
         laws_and_warnings(result, scenario, language, extent.is_full) + short_notes_text(result, language);
}

std::string events_per_leg(experiment::ScenarioResult const& result, Language one) {
  if (result.consignment_legs == 0) return std::string{text(Key::nothing_delivered, one)};
  double const each = static_cast<double>(result.events) / static_cast<double>(result.consignment_legs);
  return fmt::format(fmt::runtime(text(Key::events_per_leg, one)), decimal_text(each, 1));
}

}  // namespace

std::string bound_text(CorridorResult const& corridor, experiment::Measure const& measure, double unit) {
  return at_least(corridor.unfinished) + number_text(measure, unit);
}

std::string cut_text(CorridorResult const& corridor, Language language) {
  return corridor.min_cut_teu_per_year ? number_text(*corridor.min_cut_teu_per_year) : label(Key::unlimited, language);
}

std::string due_text(CorridorResult const& corridor) {
  return corridor.due_share.n == 0 ? "–" : percent_text(corridor.due_share);
}

std::string spoiled_text(CorridorResult const& corridor) {
  return corridor.spoiled_share.n == 0 ? "–" : percent_text(corridor.spoiled_share);
}

std::string corridor_table(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  std::string all;
  for (std::size_t i = 0; i < result.corridors.size(); i += kCorridorsSideBySide) {
    Part part;
    for (std::size_t j = i; j < std::min(i + kCorridorsSideBySide, result.corridors.size()); ++j)
      part.push_back(&result.corridors[j]);
    all += (i == 0 ? "" : "\n") + table_of(part, scenario, language);
  }
  return all;
}

std::string summary_text(experiment::ScenarioResult const& result, Language language) {
  auto const in = [&](Language one) {
    return fmt::format(fmt::runtime(text(Key::run_summary, one)), label(result.title, one, result.scenario),
                       replications_text(result.replications, one), result.seed,
                       count_text(static_cast<std::int64_t>(result.events)), events_per_leg(result, one),
                       decimal_text(result.wall_s, 1));
  };
  return in_language(in(Language::zh), in(Language::en), language, "\n") + "\n";
}

std::string result_text(experiment::ScenarioResult const& result, Scenario const& scenario, Language language,
                        Extent const& extent) {
  std::size_t const corridors = result.corridors.size();
  if (extent.is_short(corridors)) return short_result_text(result, scenario, language, extent);
  bool const is_large = corridors > kMostInFull;
  return summary_text(result, language) + "\n" +
         (is_large ? overview_text(result, scenario, language) + "\n" : std::string{}) +
         corridors_in_detail(told(result, extent), scenario, language) +
         (extent.is_full ? "\n" + indicators_table(result, scenario, language) : std::string{}) +
         places_and_services(result, scenario, language) + "\n" +
         laws_and_warnings(result, scenario, language, extent.is_full) + notes_text(result, language);
}

}  // namespace shudao::viz::cli
