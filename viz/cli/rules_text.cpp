#include "viz/cli/rules_text.h"

#include <algorithm>
#include <limits>

#include "sim/base/errors.h"
#include "viz/cli/names.h"
#include "viz/cli/report_error.h"
#include "viz/cli/step_text.h"
#include "viz/cli/text_table.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using scenarios::ListedRule;
using scenarios::Rule;
using scenarios::RuleList;
using scenarios::Scenario;

constexpr std::size_t kMostNamed = 8;
constexpr char kIndent[] = "    ";

std::string joined(std::vector<std::string> const& words, std::size_t most = SIZE_MAX) {
  std::string all;
  for (std::size_t i = 0; i < std::min(most, words.size()); ++i) all += (i == 0 ? "" : ", ") + words[i];
  return words.size() > most ? all + " …" : all;
}

/// A line of its own for each language, unless they say the same.
std::string line(Key key, Language language, std::string const& zh, std::string const& en) {
  auto const in = [&](Language one, std::string const& what) {
    std::string all;
    for (auto const& part : wrapped(fmt::format(fmt::runtime(text(key, one)), what), kWidestTable - 4))
      all += kIndent + part + "\n";
    return all;
  };
  return in_language(in(Language::zh, zh), in(Language::en, en), language, "");
}

std::string line(Key key, Language language, std::string const& what) { return line(key, language, what, what); }

std::string date_text(Rule const& rule, Scenario const& world) {
  return world.zone.local_text(rule.from).substr(0, 10);
}

bool is_dated(Rule const& rule) { return rule.from > SimTime::from_ms(std::numeric_limits<std::int64_t>::min() / 2); }

std::vector<std::string> titles_of(std::vector<scenarios::Source> const& sources) {
  std::vector<std::string> titles;
  for (auto const& source : sources)
    titles.push_back(source.title + (source.year == 0 ? "" : " " + std::to_string(source.year)) + " [" + source.id +
                     "]");
  return titles;
}

std::string asked_text(Rule const& rule, Language language) {
  if (rule.asked == "national") return line(Key::rule_is_national, language, "");
  return rule.plans.empty() ? "" : line(Key::rule_plans, language, joined(rule.plans));
}

/// "nowhere here", or how many processes and flows, and which first.
std::string reach_text(ListedRule const& listed, Language language) {
  auto const& reach = listed.reach;
  if (reach.is_empty()) return line(Key::rule_nowhere, language, "");
  std::string all;
  if (!reach.processes.empty())
    all += line(Key::rule_processes, language,
                std::to_string(reach.processes.size()) + ": " + joined(reach.processes, kMostNamed));
  if (!reach.resources.empty())
    all += line(Key::rule_resources, language,
                std::to_string(reach.resources.size()) + ": " + joined(reach.resources, kMostNamed));
  std::string const flows = std::to_string(reach.flows.size()) + (reach.flows.empty() ? "" : ": ");
  return all + line(Key::rule_flows, language, flows + joined(reach.flows, kMostNamed));
}

std::string about(ListedRule const& listed, Scenario const& world, Language language) {
  Rule const& rule = listed.rule;
  std::string all;
  if (is_dated(rule)) all += line(Key::rule_from, language, date_text(rule, world));
  all += asked_text(rule, language);
  if (!listed.sources.empty()) all += line(Key::rule_sources, language, joined(titles_of(listed.sources)));
  if (!rule.evidence.empty()) all += line(Key::rule_evidence, language, joined(rule.evidence));
  if (!rule.expect_en.empty()) all += line(Key::rule_expect, language, rule.expect_zh, rule.expect_en);
  if (rule.is_special_area_only) all += line(Key::rule_special_area, language, "");
  return all;
}

std::string head_of(ListedRule const& listed, Language language) {
  std::string const state = label(listed.is_in_force ? Key::rule_in_force : Key::rule_at_hand, language);
  return listed.rule.id + "  " + in_language(listed.rule.title_zh, listed.rule.title_en, language, " / ") + "  [" +
         state + "]\n";
}

}  // namespace

std::string rules_text(RuleList const& list, Language language) {
  auto const in_force =
      std::count_if(list.rules.begin(), list.rules.end(), [](auto const& r) { return r.is_in_force; });
  std::string all = say(Key::rules_title, language, list.world.id, list.rules.size(), in_force) + "\n";
  for (ListedRule const& listed : list.rules) {
    all += "\n" + head_of(listed, language);
    all += about(listed, list.world, language);
    if (!listed.refused.empty()) {
      all += line(Key::rule_refused, language, text(listed.refused.front()));
      continue;
    }
    all += reach_text(listed, language);
    for (auto const& note : listed.notes) all += line(Key::rule_note, language, note);
  }
  return all;
}

std::string rule_text(Scenario const& world, ListedRule const& listed, Language language) {
  auto const rule =
      std::find_if(world.rules.begin(), world.rules.end(), [&](Rule const& r) { return r.id == listed.rule.id; });
  ensure(rule != world.rules.end(), "the rule is in force in its world");
  auto const effect = scenarios::effect_of(world, *rule);
  ListedRule placed = listed;
  placed.reach = scenarios::reach_of(world, *rule);
  std::string all = head_of(listed, language) + about(listed, world, language) + reach_text(placed, language);
  for (auto const& note : listed.notes) all += line(Key::rule_note, language, note);
  if (effect.processes.empty()) return all;
  if (!effect.flow.empty()) {
    all += "\n" + say(Key::rule_for_flow, language, effect.flow, effect.firm_class) + "\n";
  }
  for (auto const& process : effect.processes) {
    all += "\n" + process.id + "  " + name_of_id(world, process.id.substr(0, process.id.find('/')), language) + "\n";
    all += "  " + label(Key::before_rule, language) + "\n" + steps_text(world, process.before, language);
    all += "  " + label(Key::after_rule, language) + "\n" + steps_text(world, process.after, language);
  }
  return all;
}

}  // namespace shudao::viz::cli
