#include <algorithm>
#include <filesystem>
#include <iostream>

#include "scenarios/difference.h"
#include "viz/cli/difference_text.h"
#include "viz/cli/files.h"
#include "viz/cli/perform.h"
#include "viz/cli/rules_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using scenarios::ListedRule;
using scenarios::RuleList;
using scenarios::Scenario;

/// The listed rule with this id, or of this file.
ListedRule const& find_rule(RuleList const& list, std::string const& wanted) {
  std::vector<std::string> ids;
  for (ListedRule const& listed : list.rules) {
    if (listed.rule.id == wanted || (!listed.file.empty() && listed.file == wanted)) return listed;
    ids.push_back(listed.rule.id);
  }
  throw InputErrors{{InputError{list.world_file, "/rules", 0, "\"" + wanted + "\"", "the id of a rule at hand",
                                nearest_name(wanted, ids)}}};
}

/// Says what is missing before anything is read.
void need_path(std::string const& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored))
    throw FileProblem{path, "no such file or folder", "a world, a patch, or a folder of rules"};
}

std::string file_of(std::string const& scenario) {
  std::error_code ignored;
  bool const is_folder = std::filesystem::is_directory(scenario, ignored);
  return is_folder ? (std::filesystem::path{scenario} / "scenario.json").string() : scenario;
}

/// The base as the patch has to name it.
std::string seen_from(std::string const& patch, std::string const& base) {
  auto const folder = std::filesystem::absolute(patch).parent_path();
  return std::filesystem::absolute(file_of(base))
      .lexically_normal()
      .lexically_relative(folder.lexically_normal())
      .string();
}

}  // namespace

int perform(ShowRules const& asked) {
  Language const language = asked.manner.language;
  need_path(asked.scenario);
  RuleList const list = scenarios::list_rules(asked.scenario);
  if (asked.rule.empty()) {
    std::cout << (asked.manner.json ? rules_json(list) : rules_text(list, language));
    return static_cast<int>(ExitCode::ok);
  }
  ListedRule const& listed = find_rule(list, asked.rule);
  Scenario const world = scenarios::with_rule(list, listed);
  std::cout << (asked.manner.json ? rule_json(world, listed) : rule_text(world, listed, language));
  return static_cast<int>(ExitCode::ok);
}

int perform(Diff const& asked) {
  Scenario const a = read_world(asked.a), b = read_world(asked.b);
  if (!asked.patch.empty())
    write_whole(asked.patch, scenarios::patch_file_between(a, b, seen_from(asked.patch, asked.a)));
  std::cout << (asked.manner.json ? difference_json(a, b) : difference_text(a, b, asked.manner.language));
  if (!asked.patch.empty() && !asked.manner.json)
    std::cout << say(Key::patch_written, asked.manner.language, asked.patch) << '\n';
  return static_cast<int>(ExitCode::ok);
}

}  // namespace shudao::viz::cli
