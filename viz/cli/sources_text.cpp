#include "viz/cli/sources_text.h"

#include <algorithm>
#include <map>

#include "scenarios/pedigrees.h"
#include "viz/cli/names.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using scenarios::Pedigree;
using scenarios::Scenario;

std::string plain(double value) { return fmt::format("{:.6g}", value); }

std::string range_text(Pedigree const& p) {
  if (!p.low && !p.high) return kNothing;
  return (p.low ? plain(*p.low) : "") + " … " + (p.high ? plain(*p.high) : "");
}

/// A pointer over several lines, broken before a slash.
std::string broken(std::string const& pointer) {
  constexpr std::size_t kWidest = 40;
  std::string all, line;
  for (std::size_t at = 0, next; at < pointer.size(); at = next) {
    next = std::min(pointer.find('/', at + 1), pointer.size());
    std::string const part = pointer.substr(at, next - at);
    if (!line.empty() && line.size() + part.size() > kWidest) {
      all += line + "\n";
      line = "  ";
    }
    line += part;
  }
  return all + line;
}

std::string grade_text(Scenario const& scenario, Pedigree const& p) {
  char const grade = scenarios::grade_of(scenario, p);
  return grade == ' ' ? kNothing : std::string{grade};
}

std::string source_text(Pedigree const& p, Language language) {
  if (p.source.empty()) return kNothing;
  return p.source == "assumption" ? label(Key::assumption, language) : p.source;
}

std::string numbers_table(Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::number, language, kBelow)},
                   {label(Key::value, language, kBelow), Align::right},
                   {label(Key::unit, language, kBelow)},
                   {label(Key::range, language, kBelow)},
                   {label(Key::grade, language, kBelow)},
                   {label(Key::source, language, kBelow)}}};
  for (Pedigree const& p : scenario.numbers) {
    std::string const mark = p.is_calibrated ? " (" + label(Key::calibrated, language) + ")" : "";
    table.add(
        {p.pointer, plain(p.value), p.unit, range_text(p), grade_text(scenario, p), source_text(p, language) + mark});
  }
  return table.text();
}

std::map<std::string, std::int64_t> numbers_by_source(Scenario const& scenario) {
  std::map<std::string, std::int64_t> counts;
  for (Pedigree const& p : scenario.numbers) ++counts[p.source];
  return counts;
}

std::string sources_table(Scenario const& scenario, Language language) {
  auto const counts = numbers_by_source(scenario);
  TextTable table{{{label(Key::source, language, kBelow)},
                   {label(Key::grade, language, kBelow)},
                   {label(Key::count, language, kBelow), Align::right},
                   {label(Key::sources, language, kBelow)}}};
  std::string unused;
  for (scenarios::Source const& source : scenario.sources) {
    auto const count = counts.find(source.id);
    if (count == counts.end()) {
      unused += (unused.empty() ? "" : ", ") + source.id;
      continue;
    }
    table.add({source.id, source.grade == ' ' ? kNothing : std::string{source.grade}, count_text(count->second),
               source.title});
  }
  if (unused.empty()) return table.text();
  std::string note;
  for (std::string const& line : wrapped(say(Key::sources_unused, language, unused), kWidestTable)) note += line + "\n";
  return table.text() + note;
}

std::string totals_text(Scenario const& scenario, Language language) {
  std::map<char, std::int64_t> totals;
  std::int64_t assumptions = 0, calibrated = 0;
  for (Pedigree const& p : scenario.numbers) {
    ++totals[scenarios::grade_of(scenario, p)];
    assumptions += p.source == "assumption" ? 1 : 0;
    calibrated += p.is_calibrated ? 1 : 0;
  }
  std::string all;
  auto const add = [&](std::string const& grade, std::int64_t count) {
    double const share = 100.0 * static_cast<double>(count) / static_cast<double>(scenario.numbers.size());
    all += say(Key::grade_total, language, grade, count_text(count), decimal_text(share, 1)) + "\n";
  };
  for (auto const& [grade, count] : totals)
    if (grade != ' ') add(std::string{grade}, count);
  if (totals.count(' ') > 0) add(kNothing, totals[' ']);
  return all + say(Key::calibrated_total, language, count_text(assumptions), count_text(calibrated)) + "\n";
}

/// The corridors that answer; the first one where none does.
void add_trial(TextTable& table, experiment::Trial const& trial, Scenario const& scenario, Language language) {
  bool is_first = true;
  auto const add = [&](experiment::Response const& response) {
    table.add({is_first ? broken(trial.input.pointer) : "",
               is_first ? range_text(trial.input) + kBelow + trial.input.unit : "",
               corridor_name(scenario, response.corridor, language, kBelow), number_text(response.at_low),
               number_text(response.at_high), signed_text(response.elasticity) + (response.is_paired ? "" : " *")});
    is_first = false;
  };
  for (experiment::Response const& response : trial.responses)
    if (response.elasticity.n > 0 && response.elasticity.value != 0) add(response);
  if (is_first && !trial.responses.empty()) add(trial.responses.front());
}

}  // namespace

std::string sources_text(Scenario const& scenario, Language language) {
  return numbers_table(scenario, language) + "\n" + sources_table(scenario, language) + "\n" +
         totals_text(scenario, language);
}

std::string elasticities_text(experiment::Elasticities const& all, experiment::Figure figure, int replications,
                              Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::number, language, kBelow)},
                   {label(Key::range, language, kBelow)},
                   {label(Key::corridor, language, kBelow)},
                   {label(Key::at_low, language, kBelow), Align::right},
                   {label(Key::at_high, language, kBelow), Align::right},
                   {label(Key::elasticity, language, kBelow), Align::right}}};
  std::string refused;
  bool is_paired = true;
  for (experiment::Trial const& trial : all.trials) {
    add_trial(table, trial, scenario, language);
    for (auto const& response : trial.responses) is_paired = is_paired && response.is_paired;
    if (!trial.refusal.empty()) refused += say(Key::not_tried, language, trial.input.pointer, trial.refusal) + "\n";
  }
  std::string said = say(Key::elasticity_title, language, experiment::name_of(figure), replications) + "\n" +
                     table.text() + say(Key::elasticity_note, language) + "\n";
  if (!is_paired) said += say(Key::independent_note, language) + "\n";
  if (all.inputs > all.trials.size()) said += say(Key::left_untried, language, all.inputs, all.trials.size()) + "\n";
  return said + refused;
}

}  // namespace shudao::viz::cli
