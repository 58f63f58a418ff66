#include <iostream>

#include "scenarios/adjust.h"
#include "viz/cli/files.h"
#include "viz/cli/interruption.h"
#include "viz/cli/names.h"
#include "viz/cli/perform.h"
#include "viz/cli/progress_line.h"
#include "viz/cli/sources_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using scenarios::Scenario;

/// The scenario with the horizon that was asked for.
Scenario with_horizon(Scenario const& scenario, ShowSources const& asked) {
  std::string members;
  auto const add = [&](char const* key, std::optional<int> const& weeks) {
    if (weeks) members += fmt::format("{}\"{}\":{}", members.empty() ? "" : ",", key, *weeks);
  };
  add("warm_up_weeks", asked.warm_up_weeks);
  add("window_weeks", asked.window_weeks);
  add("cap_weeks", asked.cap_weeks);
  return scenarios::patched(scenario, "{\"run\":{" + members + "}}");
}

void refuse_unknown_corridor(Scenario const& scenario, std::string const& wanted) {
  if (wanted.empty() || find_corridor(scenario, wanted) != nullptr) return;
  std::vector<std::string> ids;
  for (scenarios::Corridor const& corridor : scenario.corridors) ids.push_back(corridor.id);
  throw InputErrors{{InputError{scenario.id, "/corridors", 0, "\"" + wanted + "\"", "the id of a corridor",
                                nearest_name(wanted, ids)}}};
}

experiment::Elasticities ranked(Scenario const& scenario, ShowSources const& asked) {
  experiment::ElasticityOptions how = asked.elasticity;
  how.study.cancel = &watch_for_interruption();
  ProgressLine line{scenario.zone, asked.manner.language};
  if (!asked.manner.is_quiet) how.study.on_progress = [&line](experiment::StudyProgress const& p) { line.tell(p); };
  return experiment::elasticities(scenario, how);
}

}  // namespace

int perform(ShowSources const& asked) {
  Language const language = asked.manner.language;
  Scenario const scenario = read_world(asked.scenario);
  if (!asked.is_ranked) {
    std::cout << (asked.manner.json ? sources_json(scenario, nullptr, {}) : sources_text(scenario, language));
    return static_cast<int>(ExitCode::ok);
  }
  refuse_unknown_corridor(scenario, asked.elasticity.corridor);
  Scenario const quick = with_horizon(scenario, asked);
  experiment::Elasticities const ranking = ranked(quick, asked);
  if (ranking.cancelled) std::cerr << say(Key::interrupted_trials, language, ranking.trials.size()) << '\n';
  int const given = asked.elasticity.study.replications;
  int const replications = given > 0 ? given : scenario.replications;
  std::cout << (asked.manner.json
                    ? sources_json(scenario, &ranking, asked.elasticity)
                    : elasticities_text(ranking, asked.elasticity.figure, replications, scenario, language));
  return ranking.cancelled ? kInterruptedExit : static_cast<int>(ExitCode::ok);
}

}  // namespace shudao::viz::cli
