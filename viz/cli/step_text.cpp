#include "viz/cli/step_text.h"

#include "scenarios/step_order.h"
#include "viz/cli/names.h"
#include "viz/cli/text_table.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using scenarios::Process;
using scenarios::Scenario;
using scenarios::Step;
using scenarios::Work;

std::string joined(std::vector<std::string> const& words) {
  std::string all;
  for (auto const& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::string hours(double h) { return fmt::format("{:.4g} h", h); }

char const* name_of(Distribution::Kind const& kind) {
  constexpr char const* kNames[] = {"",          "uniform", "triangular",        "exponential", "gamma",
                                    "lognormal", "Weibull", "drawn from values", "truncated"};
  return kNames[kind.index()];
}

std::string duration_text(Work const& work) {
  std::string const scale = work.scale == 1.0 ? "" : fmt::format(" × {:.4g}", work.scale);
  return distribution_text(work.duration_h) + scale + (work.is_per_teu ? " / TEU" : "");
}

/// "在 office 时段", "in the hours office"; who serves the step if somebody does.
std::string server_text(Scenario const& s, Step const& step, Language language) {
  if (!step.resource.is_none()) return name_of_id(s, s.resources[step.resource].id, language);
  if (!step.calendar.is_none())
    return fmt::format(fmt::runtime(text(Key::step_hours, language)), s.calendars[step.calendar].id);
  return {};
}

void add(std::string& line, std::string const& part) {
  if (!part.empty()) line += (line.empty() ? "" : "; ") + part;
}

void add(std::string& line, Key key, std::string const& what, Language language) {
  if (!what.empty()) add(line, fmt::format(fmt::runtime(text(key, language)), what));
}

std::string step_line(Scenario const& s, Step const& step, Language language) {
  std::string line;
  add(line, Key::step_after, joined(step.after), language);
  add(line, server_text(s, step, language));
  for (Work const& work : step.works) {
    add(line, duration_text(work));
    if (work.probability != 1.0)
      add(line, Key::step_probability, fmt::format("{:.4g} %", 100 * work.probability), language);
    if (work.repeat_probability != 0.0)
      add(line, Key::step_again, fmt::format("{:.4g} %", 100 * work.repeat_probability), language);
    double const cost = to_cny(work.cost), per_teu = to_cny(work.cost_per_teu);
    if (cost != 0) add(line, Key::step_cost, fmt::format("{:.6g} CNY", cost), language);
    if (per_teu != 0) add(line, Key::step_cost, fmt::format("{:.6g} CNY/TEU", per_teu), language);
    add(line, Key::step_skip, joined(token_names(s, work.skip_if)), language);
    add(line, Key::step_grants, joined(token_names(s, work.grants)), language);
  }
  add(line, Key::step_needs, joined(token_names(s, step.needs)), language);
  return line;
}

}  // namespace

std::string distribution_text(Distribution const& d) {
  if (d.is_constant()) return hours(d.mean());
  return hours(d.mean()) + " (" + name_of(d.kind()) + ")";
}

std::vector<std::string> token_names(Scenario const& s, scenarios::TokenSet set) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < s.tokens.size(); ++i) {
    if (set.contains(scenarios::TokenId{i})) names.push_back(s.tokens[i]);
  }
  return names;
}

std::string steps_text(Scenario const& s, Process const& process, Language language) {
  std::string all;
  std::size_t number = 0;
  for (Step const* step : scenarios::in_order(process)) {
    std::string const head = fmt::format("  {:>2}. {}", ++number, step->id);
    std::string words = step_line(s, *step, language == Language::both ? Language::zh : language);
    if (language == Language::both) words += " / " + step_line(s, *step, Language::en);
    bool is_first = true;
    for (auto const& part : wrapped(head + ": " + words, kWidestTable - 8)) {
      all += (is_first ? "  " : "        ") + part + "\n";
      is_first = false;
    }
  }
  return all;
}

}  // namespace shudao::viz::cli
