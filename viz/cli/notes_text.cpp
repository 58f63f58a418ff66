#include "viz/cli/notes_text.h"

#include <algorithm>
#include <set>

#include "viz/cli/names.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::CorridorResult;
using scenarios::Scenario;

/// What `of` says of the flows of a corridor.
template<class Of>
std::set<double> values_of(Scenario const& scenario, std::string const& corridor, Of of) {
  std::set<double> values;
  if (auto const* found = find_corridor(scenario, corridor))
    for (scenarios::FlowId const flow : found->flows)
      if (auto const value = of(scenario.flows[flow])) values.insert(*value);
  return values;
}

/// "10" or "10-16.6".
std::string range_text(std::set<double> const& values) {
  auto const shown = [](double x) { return fmt::format("{:.4g}", x); };
  if (values.empty()) return "–";
  std::string const low = shown(*values.begin()), high = shown(*values.rbegin());
  return low == high ? low : low + "-" + high;
}

std::string co2e_note(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  auto const in = [&](Language one) {
    std::string list;
    for (CorridorResult const& corridor : result.corridors) {
      auto const tonnes = values_of(scenario, corridor.id,
                                    [](scenarios::Flow const& flow) { return std::optional{flow.tonnes_per_teu}; });
      if (tonnes.empty()) continue;
      list += (list.empty()          ? ""
               : one == Language::zh ? "，"
                                     : ", ") +
              corridor_name(scenario, corridor.id, one) + " " + range_text(tonnes) + " t";
    }
    return list.empty() ? list : fmt::format(fmt::runtime(text(Key::co2e_note, one)), list);
  };
  std::string const said = in_language(in(Language::zh), in(Language::en), language, "\n");
  return said.empty() ? said : said + "\n";
}

/// Long lines go on below, a little to the right.
std::string folded(std::string const& line) {
  std::string all;
  for (std::string const& part : wrapped(line, kWidestTable - 2)) all += (all.empty() ? "" : "\n  ") + part;
  return all;
}

std::string cut_note(CorridorResult const& corridor, Scenario const& scenario, Language language) {
  if (corridor.cut_zh.empty() && corridor.cut_en.empty()) return {};
  auto const in = [&](Language one) {
    return folded(fmt::format(fmt::runtime(text(Key::cut_note, one)), corridor_name(scenario, corridor.id, one),
                              one == Language::en ? corridor.cut_en : corridor.cut_zh));
  };
  return in_language(in(Language::zh), in(Language::en), language, "\n") + "\n";
}

double demand_on(CorridorResult const& corridor, Scenario const& scenario) {
  double demand = 0.0;
  if (auto const* found = find_corridor(scenario, corridor.id))
    for (scenarios::FlowId const flow : found->flows) demand += scenario.flows[flow].teu_per_year;
  return demand;
}

bool is_overloaded(CorridorResult const& corridor, Scenario const& scenario) {
  return corridor.min_cut_teu_per_year && demand_on(corridor, scenario) > corridor.min_cut_teu_per_year->value;
}

/// Demand above the min-cut has no steady state: its times measure the length of the run.
std::string demand_note(CorridorResult const& corridor, Scenario const& scenario, Language language) {
  if (!is_overloaded(corridor, scenario)) return {};
  double const demand = demand_on(corridor, scenario), limit = corridor.min_cut_teu_per_year->value;
  auto const in = [&](Language one) {
    return folded(fmt::format(fmt::runtime(text(Key::demand_note, one)), corridor_name(scenario, corridor.id, one),
                              decimal_text(demand, 0), decimal_text(limit, 0)));
  };
  return in_language(in(Language::zh), in(Language::en), language, "\n") + "\n";
}

}  // namespace

std::string table_notes(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  bool const is_few = result.replications < kFewestForInterval;
  return say(is_few ? Key::few_replications_note : Key::interval_note, language) + "\n" +
         co2e_note(result, scenario, language);
}

std::string demand_notes(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  std::string all;
  for (CorridorResult const& corridor : result.corridors) all += demand_note(corridor, scenario, language);
  return all;
}

std::string overload_note(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  std::size_t count = 0;
  for (CorridorResult const& corridor : result.corridors) count += is_overloaded(corridor, scenario) ? 1 : 0;
  if (count == 0) return {};
  auto const in = [&](Language one) {
    std::string list;
    for (CorridorResult const& corridor : result.corridors) {
      if (!is_overloaded(corridor, scenario)) continue;
      list += (list.empty() ? "" : one == Language::zh ? "；" : "; ") + corridor_name(scenario, corridor.id, one);
    }
    return folded(fmt::format(fmt::runtime(text(Key::overload_note, one)), count, list));
  };
  return in_language(in(Language::zh), in(Language::en), language, "\n") + "\n";
}

std::string capacity_notes(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  std::string all;
  for (CorridorResult const& corridor : result.corridors) all += cut_note(corridor, scenario, language);
  return all + demand_notes(result, scenario, language);
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
  add(Key::boxes, laws.boxes);
  line.back() = '\n';
  return line + breaches;
}

std::string unfinished_text(std::int64_t consignments, Language language) {
  return consignments == 0 ? std::string{} : say(Key::unfinished, language, count_text(consignments)) + "\n";
}

std::string held_text(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  constexpr std::size_t kShown = 3;
  std::string all;
  for (std::size_t i = 0; i < std::min(kShown, result.held.size()); ++i) {
    experiment::Held const& held = result.held[i];
    all += say(Key::held, language, label(key_of(held.component), language),
               short_name_of_id(scenario, held.where, language), count_text(held.consignments)) +
           "\n";
  }
  return all;
}

std::string notes_text(experiment::ScenarioResult const& result, Language language) {
  std::string all;
  for (std::string const& note : result.notes) all += label(Key::notes, language) + ": " + note + "\n";
  return all;
}

std::string short_notes_text(experiment::ScenarioResult result, Language language) {
  constexpr std::size_t kShown = 10;
  std::size_t const shown = std::min(kShown, result.notes.size()), left = result.notes.size() - shown;
  result.notes.resize(shown);
  return notes_text(result, language) + rest_text(left, language);
}

std::string rest_text(std::size_t rows, Language language) {
  return rows == 0 ? std::string{} : say(Key::rest, language, rows) + "\n";
}

std::string due_days_text(CorridorResult const& corridor, Scenario const& scenario) {
  return range_text(values_of(scenario, corridor.id, [](scenarios::Flow const& flow) -> std::optional<double> {
    if (!flow.due) return std::nullopt;
    return flow.due->h() / 24.0;
  }));
}

}  // namespace shudao::viz::cli
