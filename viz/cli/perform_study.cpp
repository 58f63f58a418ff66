#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>

#include "sim/experiment/guard_rails.h"
#include "sim/experiment/precise.h"
#include "sim/experiment/preview.h"
#include "viz/cli/asked_worlds.h"
#include "viz/cli/comparison_text.h"
#include "viz/cli/files.h"
#include "viz/cli/interruption.h"
#include "viz/cli/names.h"
#include "viz/cli/perform.h"
#include "viz/cli/precision_text.h"
#include "viz/cli/progress_line.h"
#include "viz/cli/result_json.h"
#include "viz/cli/result_text.h"
#include "viz/cli/shares.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::Comparison;
using experiment::StudyOptions;
using experiment::StudyOutcome;
using scenarios::Scenario;

/// What a results store held before this study replaces it.
struct Earlier {
  std::string scenarios;
  std::int64_t replications = 0;
  std::vector<Fingerprint> digests;  ///< Of the runs.
};

std::vector<experiment::ScenarioResult const*> results_of(Comparison const& comparison) {
  std::vector<experiment::ScenarioResult const*> all{&comparison.base};
  for (auto const& alternative : comparison.alternatives) all.push_back(&alternative.result);
  return all;
}

std::vector<Fingerprint> digests_of(Comparison const& comparison) {
  std::vector<Fingerprint> digests;
  for (auto const* result : results_of(comparison)) digests.push_back(result->run_digest);
  return digests;
}

/// Nothing if there is no store, or only one that this version cannot read.
std::optional<Earlier> earlier_in(std::string const& store) {
  if (store.empty() || !std::filesystem::exists(store)) return std::nullopt;
  try {
    Comparison const c = experiment::read_results(store);
    std::string names = c.base.scenario;
    for (auto const& alternative : c.alternatives) names += ", " + alternative.result.scenario;
    return Earlier{names, c.base.replications, digests_of(c)};
  } catch (FileError const& unreadable) {
    return Earlier{unreadable.what(), 0, {}};
  }
}

/// Runs a study with the progress on stderr and Ctrl-C as its cancel flag.
template<class Study>
StudyOutcome watched(StudyOptions options, experiment::Errand errand, Scenario const& scenario, Manner const& manner,
                     Study study) {
  make_folder_of(options.store);
  options.errand = std::move(errand);
  if (experiment::is_preview(scenario)) options.errand["preview"] = "yes";
  options.cancel = &watch_for_interruption();
  ProgressLine line{scenario.zone, manner.language};
  if (!manner.is_quiet) options.on_progress = [&line](experiment::StudyProgress const& p) { line.tell(p); };
  return study(options);
}

/// That the study was cut short, said before its result; on stderr, so that stdout is the result alone.
void say_what_is_missing(StudyOutcome const& outcome, StudyOptions const& options, Manner const& manner) {
  if (options.shard.count > 1) say_share({outcome.replications_done, outcome.replications_asked}, options, manner);
  if (!outcome.cancelled || options.shard.count > 1) return;
  Key const key = options.store.empty() ? Key::interrupted_unsaved : Key::interrupted;
  std::cerr << say(outcome.replications_done == 0 ? Key::no_replication : key, manner.language,
                   outcome.replications_done, outcome.replications_asked)
            << '\n';
}

/// What people want to know about the store.
void say_what_was_kept(StudyOutcome const& outcome, StudyOptions const& options, std::optional<Earlier> const& earlier,
                       Manner const& manner) {
  Comparison const& now = outcome.comparison;
  bool const is_finished = !outcome.cancelled && !outcome.is_part;
  bool const is_extended = outcome.replications_reused > 0 && earlier && earlier->replications <= now.base.replications;
  bool const is_replaced = earlier && is_finished && !is_extended && earlier->digests != digests_of(now);
  if (is_replaced)
    std::cerr << say(Key::replaced, manner.language, options.store, earlier->scenarios, earlier->replications) << '\n';
  if (manner.is_quiet) return;
  if (outcome.replications_reused > 0)
    std::cerr << say(Key::reused, manner.language, outcome.replications_reused) << '\n';
  if (!options.store.empty() && is_finished) std::cerr << say(Key::kept_in, manner.language, options.store) << '\n';
}

/// With what the store keeps of the files of the scenarios.
StudyOptions with_inputs(StudyOptions options, AskedWorlds const& asked) {
  options.observed = asked.observed;
  options.inputs = asked.inputs;
  return options;
}

/// Measures and corridors are those asked for; names that there are not are refused.
StudyOptions with_precision(StudyOptions options, Extent const& extent) {
  options.precision.measures = experiment::precision_measures(options.precision.measures);
  options.precision.corridors = extent.corridors;
  return options;
}

/// Names that no corridor has are refused before anything is simulated.
Extent extent_of(Detail const& detail, Scenario const& scenario) {
  return {corridor_ids(scenario, detail.corridors), detail.is_full};
}

/// Whether --strict makes a failure of what the guard-rails say; it is said so on stderr.
bool is_refused(std::vector<experiment::ScenarioResult const*> const& results, bool is_strict, Manner const& manner) {
  bool const warns = std::any_of(results.begin(), results.end(),
                                 [](auto const* result) { return experiment::any_warns(result->guard_rails); });
  if (is_strict && warns) std::cerr << say(Key::strict_exit, manner.language) << '\n';
  return is_strict && warns;
}

/// What must stand over a preview.
std::string mark(bool is_preview, Language language) {
  return is_preview ? say(Key::study_preview, language) + "\n" : std::string{};
}

int exit_of(StudyOutcome const& outcome, bool laws_hold) {
  if (outcome.cancelled) return kInterruptedExit;
  return static_cast<int>(laws_hold ? ExitCode::ok : ExitCode::law_broken);
}

}  // namespace

int perform(Run const& run) {
  refuse_foreign_file(run.options.store);
  AskedWorlds const asked = asked_worlds({run.scenario}, run.is_preview);
  Scenario const& scenario = asked.worlds.front();
  Extent const extent = extent_of(run.detail, scenario);
  auto const earlier = earlier_in(run.options.store);
  StudyOutcome const outcome = watched(
      with_precision(with_inputs(run.options, asked), extent), {{"verb", "run"}, {"file 0", run.scenario}}, scenario,
      run.manner, [&](StudyOptions const& options) { return experiment::run_study(scenario, options); });
  experiment::ScenarioResult const& result = outcome.comparison.base;
  say_what_is_missing(outcome, run.options, run.manner);
  if (!outcome.cancelled)
    say_what_is_imprecise(outcome.imprecise, run.options, result.replications, run.manner);
  if (result.replications > 0)
    std::cout << (run.manner.json ? json_text(result)
                                  : mark(run.is_preview, run.manner.language) +
                                        result_text(result, scenario, run.manner.language, extent));
  say_what_was_kept(outcome, run.options, earlier, run.manner);
  bool const refused = is_refused({&result}, run.is_strict, run.manner);
  return exit_of(outcome, result.laws.hold() && !refused);
}

int perform(Compare const& compare) {
  refuse_foreign_file(compare.options.store);
  std::vector<std::string> paths{compare.base};
  paths.insert(paths.end(), compare.alternatives.begin(), compare.alternatives.end());
  AskedWorlds const asked = asked_worlds(paths, compare.is_preview);
  Scenario const& base = asked.worlds.front();
  std::vector<Scenario const*> alternatives;
  for (std::size_t i = 1; i < paths.size(); ++i) alternatives.push_back(&asked.worlds[i]);
  Extent const extent = extent_of(compare.detail, base);
  auto const earlier = earlier_in(compare.options.store);
  experiment::Errand errand{{"verb", "compare"}};
  for (std::size_t i = 0; i < paths.size(); ++i) errand["file " + std::to_string(i)] = paths[i];
  StudyOutcome const outcome = watched(
      with_precision(with_inputs(compare.options, asked), extent), std::move(errand), base, compare.manner,
      [&](StudyOptions const& options) { return experiment::compare_study(base, alternatives, options); });
  Comparison const& comparison = outcome.comparison;
  say_what_is_missing(outcome, compare.options, compare.manner);
  if (!outcome.cancelled)
    say_what_is_imprecise(outcome.imprecise, compare.options, comparison.base.replications, compare.manner);
  if (comparison.base.replications > 0)
    std::cout << (compare.manner.json
                      ? json_text(comparison)
                      : mark(compare.is_preview, compare.manner.language) +
                            comparison_text(comparison, base, alternatives, compare.manner.language, extent));
  say_what_was_kept(outcome, compare.options, earlier, compare.manner);
  auto const results = results_of(comparison);
  bool const refused = is_refused(results, compare.is_strict, compare.manner);
  bool const laws_hold =
      std::all_of(results.begin(), results.end(), [](auto const* result) { return result->laws.hold(); });
  return exit_of(outcome, laws_hold && !refused);
}

}  // namespace shudao::viz::cli
