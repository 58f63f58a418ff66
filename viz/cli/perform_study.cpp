#include <filesystem>
#include <iostream>

#include "scenarios/read.h"
#include "viz/cli/comparison_text.h"
#include "viz/cli/interruption.h"
#include "viz/cli/perform.h"
#include "viz/cli/progress_line.h"
#include "viz/cli/result_json.h"
#include "viz/cli/result_text.h"
#include "viz/cli/say.h"

namespace shudao::cli {
namespace {

using experiment::Comparison;
using experiment::StudyOptions;
using experiment::StudyOutcome;
using scenarios::Scenario;

/// Makes the folder that the results go to. Throws std::filesystem::filesystem_error.
void make_folder_of(std::string const& store) {
  std::filesystem::path const folder = std::filesystem::path{store}.parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder);
}

/// Runs a study with the progress on stderr and Ctrl-C as its cancel flag.
template<class Study>
StudyOutcome watched(StudyOptions options, Scenario const& scenario, Manner const& manner, Study study) {
  make_folder_of(options.store);
  options.cancel = &watch_for_interruption();
  ProgressLine line{scenario.zone, manner.language};
  if (!manner.is_quiet) options.on_progress = [&line](experiment::StudyProgress const& p) { line.tell(p); };
  return study(options);
}

/// What people want to know about the study itself; on stderr, so that stdout is the result alone.
void say_how_it_went(StudyOutcome const& outcome, StudyOptions const& options, Scenario const& scenario,
                     Manner const& manner, std::int64_t wanted_of) {
  Language const language = manner.language;
  std::int64_t const done = outcome.comparison.base.replications + outcome.comparison.alternative.replications;
  int const each = options.replications > 0 ? options.replications : scenario.replications;
  if (outcome.cancelled) std::cerr << say(Key::interrupted, language, done, each * wanted_of) << '\n';
  if (outcome.cancelled && done == 0) std::cerr << say(Key::no_replication, language) << '\n';
  if (manner.is_quiet) return;
  if (outcome.replications_reused > 0) std::cerr << say(Key::reused, language, outcome.replications_reused) << '\n';
  if (!options.store.empty() && !outcome.cancelled) std::cerr << say(Key::kept_in, language, options.store) << '\n';
}

int exit_of(StudyOutcome const& outcome, bool laws_hold) {
  if (outcome.cancelled) return kInterruptedExit;
  return static_cast<int>(laws_hold ? ExitCode::ok : ExitCode::law_broken);
}

}  // namespace

int perform(Run const& run) {
  Scenario const scenario = scenarios::read_scenario(run.scenario);
  StudyOutcome const outcome = watched(run.options, scenario, run.manner, [&](StudyOptions const& options) {
    return experiment::run_study(scenario, options);
  });
  experiment::ScenarioResult const& result = outcome.comparison.base;
  if (result.replications > 0)
    std::cout << (run.manner.json ? json_text(result) : result_text(result, scenario, run.manner.language));
  say_how_it_went(outcome, run.options, scenario, run.manner, 1);
  return exit_of(outcome, result.laws.hold());
}

int perform(Compare const& compare) {
  Scenario const base = scenarios::read_scenario(compare.base);
  Scenario const alternative = scenarios::read_scenario(compare.alternative);
  StudyOutcome const outcome = watched(compare.options, base, compare.manner, [&](StudyOptions const& options) {
    return experiment::compare_study(base, alternative, options);
  });
  Comparison const& comparison = outcome.comparison;
  if (comparison.base.replications > 0 && comparison.alternative.replications > 0)
    std::cout << (compare.manner.json ? json_text(comparison)
                                      : comparison_text(comparison, alternative, compare.manner.language));
  say_how_it_went(outcome, compare.options, base, compare.manner, 2);
  return exit_of(outcome, comparison.base.laws.hold() && comparison.alternative.laws.hold());
}

}  // namespace shudao::cli
