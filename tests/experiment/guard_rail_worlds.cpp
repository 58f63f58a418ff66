#include "guard_rail_worlds.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "scenarios/read.h"

namespace shudao::experiment {

using nlohmann::json;

/// Shorter than the examples are, so that fifty of them take seconds.
scenarios::Scenario patched_example(std::string const& name, std::string const& merge_patch) {
  std::ifstream file{"scenarios/examples/" + name + ".json"};
  json world = json::parse(file);
  world["run"].merge_patch({{"warm_up_weeks", 4}, {"window_weeks", 16}, {"cap_weeks", 8}, {"replications", 3}});
  world.merge_patch(json::parse(merge_patch));
  return scenarios::read_document(world.dump(), name);
}

ScenarioResult run_of(scenarios::Scenario const& world) {
  StudyOptions options;
  options.threads = 2;
  return run_study(world, options).comparison.base;
}

GuardRail const* find_rail(ScenarioResult const& result, GuardRailKind kind, std::string const& where) {
  auto const found = std::find_if(result.guard_rails.begin(), result.guard_rails.end(),
                                  [&](GuardRail const& one) { return one.kind == kind && one.where == where; });
  return found == result.guard_rails.end() ? nullptr : &*found;
}

std::string warnings_of(ScenarioResult const& result) {
  std::string all;
  for (GuardRail const& one : result.guard_rails)
    if (one.weight() != Weight::hint)
      all += std::string{name_of(one.kind)} + " " + one.where + " " + std::to_string(one.value) + " " +
             one.sentence.en + "\n";
  return all;
}

}  // namespace shudao::experiment
