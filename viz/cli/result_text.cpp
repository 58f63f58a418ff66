#include "viz/cli/result_text.h"

#include <algorithm>

#include "viz/cli/names.h"
#include "viz/cli/number_text.h"
#include "viz/cli/say.h"
#include "viz/cli/text_table.h"

namespace shudao::cli {
namespace {

using experiment::CorridorResult;
using scenarios::Scenario;

constexpr std::size_t kCorridorsSideBySide = 3;
constexpr std::size_t kCausesShown = 6;
constexpr double kHoursPerDay = 24.0;
constexpr char const* kBelow = "\n";  // The second language stands on a line of its own.

std::string cut_text(CorridorResult const& corridor, Language language) {
  return corridor.min_cut_teu_per_year ? number_text(*corridor.min_cut_teu_per_year) : label(Key::unlimited, language);
}

std::string due_text(CorridorResult const& corridor) {
  return corridor.due_share.n == 0 ? "–" : percent_text(corridor.due_share);
}

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
    columns.push_back({corridor_name(scenario, corridor->id, language, kBelow), Align::right});
  TextTable table{std::move(columns)};
  auto const row = [&](Key key, auto cell_of) { add_row(table, key, language, part, cell_of); };
  row(Key::mean_days, [](auto const& c) { return number_text(c.transit_time_h.mean, kHoursPerDay); });
  row(Key::p50_days, [](auto const& c) { return number_text(c.transit_time_h.p50, kHoursPerDay); });
  row(Key::p95_days, [](auto const& c) { return number_text(c.transit_time_h.p95, kHoursPerDay); });
  row(Key::due_share, due_text);
  row(Key::throughput, [](auto const& c) { return number_text(c.throughput_teu_per_year); });
  row(Key::min_cut, [language](auto const& c) { return cut_text(c, language); });
  row(Key::cost, [](auto const& c) { return number_text(c.cost_cny_per_teu); });
  row(Key::co2e, [](auto const& c) { return number_text(c.co2e_kg_per_teu); });
  row(Key::consignments, [](auto const& c) { return decimal_text(static_cast<double>(c.consignments), 0); });
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
    table.add({label(key_of(cause.component), language), name_of_id(scenario, cause.where, language),
               number_text(cause.hours), share_text(cause.hours.value, corridor.transit_time_h.mean.value)});
  }
  return label(Key::main_causes, language) + ": " + corridor_name(scenario, corridor.id, language) + "\n" +
         table.text();
}

std::string places_table(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::place, language, kBelow)},
                   {label(Key::throughput, language, kBelow), Align::right},
                   {label(Key::dwell, language, kBelow), Align::right},
                   {label(Key::resource, language, kBelow)},
                   {label(Key::utilisation, language, kBelow), Align::right},
                   {label(Key::mean_queue, language, kBelow), Align::right},
                   {label(Key::mean_wait, language, kBelow), Align::right}}};
  for (experiment::PlaceResult const& place : result.places) {
    std::vector<std::string> head = {name_of_id(scenario, place.id, language, kBelow),
                                     number_text(place.throughput_teu_per_year), number_text(place.dwell_h)};
    for (experiment::ResourceResult const& resource : place.resources) {
      head.resize(3);
      head.insert(head.end(), {name_of_id(scenario, resource.id, language, kBelow), percent_text(resource.utilisation),
                               number_text(resource.mean_queue), number_text(resource.mean_wait_h)});
      table.add(head);
      head.assign(3, "");
    }
    if (place.resources.empty()) table.add(head);
  }
  return table.text();
}

std::string services_table(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::service, language, kBelow)},
                   {label(Key::departures, language, kBelow), Align::right},
                   {label(Key::cancelled, language, kBelow), Align::right},
                   {label(Key::load_factor, language, kBelow), Align::right},
                   {label(Key::left_behind, language, kBelow), Align::right}}};
  for (experiment::ServiceResult const& service : result.services)
    table.add({name_of_id(scenario, service.id, language), number_text(service.departures_per_year),
               number_text(service.cancelled_per_year), percent_text(service.load_factor),
               number_text(service.left_behind_teu_per_departure)});
  return table.text();
}

std::string cut_notes(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  std::string all;
  for (CorridorResult const& corridor : result.corridors) {
    if (corridor.cut_zh.empty() && corridor.cut_en.empty()) continue;
    auto const in = [&](Language one) {
      return fmt::format(fmt::runtime(text(Key::cut_note, one)), corridor_name(scenario, corridor.id, one),
                         one == Language::en ? corridor.cut_en : corridor.cut_zh);
    };
    all += in_language(in(Language::zh), in(Language::en), language, "\n") + "\n";
  }
  return all;
}

}  // namespace

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

std::string laws_text(experiment::Laws const& laws, Language language) {
  std::string line = label(Key::laws, language) + ":", breaches;
  auto const add = [&](Key key, experiment::Law const& law) {
    line += " " + label(key, language) + " " + label(law.holds ? Key::holds : Key::broken, language) + ";";
    for (std::string const& breach : law.breaches) breaches += "  " + label(key, language) + ": " + breach + "\n";
  };
  add(Key::conservation, laws.conservation);
  add(Key::ledger, laws.ledger);
  add(Key::little, laws.little);
  add(Key::capacity, laws.capacity);
  line.back() = '\n';
  return line + breaches;
}

std::string notes_text(experiment::ScenarioResult const& result, Language language) {
  std::string all;
  if (result.unfinished > 0) all += say(Key::unfinished, language, result.unfinished) + "\n";
  for (std::string const& note : result.notes) all += label(Key::notes, language) + ": " + note + "\n";
  return all;
}

std::string summary_text(experiment::ScenarioResult const& result, Language language) {
  auto const in = [&](Language one) {
    return fmt::format(fmt::runtime(text(Key::run_summary, one)), label(result.title, one, result.scenario),
                       result.replications, result.seed, decimal_text(static_cast<double>(result.events), 0),
                       decimal_text(result.wall_s, 1));
  };
  return in_language(in(Language::zh), in(Language::en), language, "\n") + "\n";
}

std::string result_text(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  std::string all = summary_text(result, language) + "\n" + corridor_table(result, scenario, language) +
                    say(Key::interval_note, language) + "\n" + cut_notes(result, scenario, language);
  for (CorridorResult const& corridor : result.corridors) all += "\n" + causes_table(corridor, scenario, language);
  if (!result.places.empty()) all += "\n" + places_table(result, scenario, language);
  if (!result.services.empty()) all += "\n" + services_table(result, scenario, language);
  return all + "\n" + laws_text(result.laws, language) + notes_text(result, language);
}

}  // namespace shudao::cli
