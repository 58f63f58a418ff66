#include <algorithm>
#include <filesystem>
#include <iostream>

#include "sim/experiment/precise.h"
#include "sim/experiment/preview.h"
#include "viz/cli/asked_worlds.h"
#include "viz/cli/fault_text.h"
#include "viz/cli/files.h"
#include "viz/cli/interruption.h"
#include "viz/cli/perform.h"
#include "viz/cli/precision_text.h"
#include "viz/cli/progress_line.h"
#include "viz/cli/report_error.h"
#include "viz/cli/shares.h"
#include "viz/cli/study_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

/// Where the results of one study go: the file that was asked for, or a file in the folder of several.
std::string store_of(std::string const& file, AskStudies const& ask, bool are_many) {
  std::string const& asked = ask.options.store;
  std::error_code ignored;
  if (asked.empty() || !(are_many || std::filesystem::is_directory(asked, ignored))) return asked;
  std::string const ending = ask.is_preview ? ".preview.db" : ".db";
  return (std::filesystem::path{asked} / (std::filesystem::path{file}.stem().string() + ending)).string();
}

Asked asked_of(std::string const& file, std::string const& store, AskStudies const& ask,
               std::atomic<bool> const& cancel) {
  Asked asked;
  asked.store = store;
  asked.is_preview = ask.is_preview;
  experiment::StudyOptions options = ask.options;
  AskedStudy read = asked_study(file, ask.is_preview);
  asked.study = std::move(read.study);
  options.inputs = std::move(read.inputs);
  options.store = store;
  options.errand = {{"verb", "study"}, {"file 0", file}};
  if (ask.is_preview) options.errand["preview"] = "yes";
  options.cancel = &cancel;
  if (options.precision.share > 0)
    options.precision.measures = experiment::precision_measures(options.precision.measures, asked.study);
  refuse_foreign_file(store);
  make_folder_of(store);
  ProgressLine line{asked.study.worlds.front().scenario.zone, ask.manner.language};
  if (!ask.manner.is_quiet) options.on_progress = [&line](experiment::StudyProgress const& p) { line.tell(p); };
  asked.answer = experiment::answer(asked.study, options);
  if (!asked.answer.laws_hold()) asked.code = ExitCode::law_broken;
  return asked;
}

/// One of several studies: what is wrong with it or with its files does not keep the others from being run.
Asked one_of_many(std::string const& file, std::string const& store, AskStudies const& ask,
                  std::atomic<bool> const& cancel) {
  Asked asked;
  asked.study.file = file;
  asked.study.id = std::filesystem::path{file}.stem().string();
  try {
    return asked_of(file, store, ask, cancel);
  } catch (std::exception const& wrong) {
    asked.code = code_of(wrong);
    if (asked.code == ExitCode::internal_fault) throw;
    asked.errors = errors_of(wrong);
    if (!ask.manner.json) std::cerr << error_text(wrong, ask.manner.language);
  }
  return asked;
}

void tell(Asked const& asked, AskStudies const& ask) {
  experiment::StudyAnswer const& answer = asked.answer;
  if (ask.options.shard.count > 1 && asked.errors.empty()) {
    experiment::StudyOptions options = ask.options;
    options.store = asked.store;
    return say_share({answer.replications_done, answer.replications_asked}, options, ask.manner);
  }
  if (answer.cancelled) {
    Key const key = asked.store.empty() ? Key::study_interrupted : Key::study_interrupted_kept;
    std::cerr << say(key, ask.manner.language, answer.replications_done, answer.replications_asked) << '\n';
  }
  if (!answer.cancelled) say_what_is_imprecise(answer.imprecise, ask.options, answer.replications, ask.manner);
  if (!ask.manner.is_quiet && answer.replications_reused > 0)
    std::cerr << say(Key::reused, ask.manner.language, answer.replications_reused) << '\n';
  if (!ask.manner.is_quiet && !asked.store.empty() && asked.errors.empty() && !answer.cancelled)
    std::cerr << say(Key::kept_in, ask.manner.language, asked.store) << '\n';
  if (!ask.manner.json && asked.errors.empty())
    std::cout << study_text(asked, ask.manner.language) << "\n" << std::flush;
}

/// Nothing of a study that has been told is needed for the table but its figures.
void forget_worlds(Asked& asked) {
  for (scenarios::StudyWorld& world : asked.study.worlds) {
    scenarios::Scenario slim;
    slim.warm_up = world.scenario.warm_up;
    slim.window = world.scenario.window;
    world.scenario = std::move(slim);
  }
}

}  // namespace

int perform(AskStudies const& ask) {
  if (ask.studies.empty() && !ask.is_all)
    throw InputErrors{{InputError{kCommandLine, "", 0, "", "study needs STUDY, or --all", ""}}};
  std::vector<std::string> const files = study_files(ask.studies, ask.folder, ask.is_all);
  std::atomic<bool> const& cancel = watch_for_interruption();
  bool const are_many = files.size() > 1;
  std::vector<Asked> all;
  ExitCode worst = ExitCode::ok;
  for (std::size_t i = 0; i < files.size() && !cancel; ++i) {
    if (are_many && !ask.manner.is_quiet)
      std::cerr << say(Key::study_of, ask.manner.language == Language::both ? Language::en : ask.manner.language,
                       std::filesystem::path{files[i]}.stem().string(), i + 1, files.size())
                << '\n';
    std::string const store = store_of(files[i], ask, are_many);
    all.push_back(are_many ? one_of_many(files[i], store, ask, cancel) : asked_of(files[i], store, ask, cancel));
    tell(all.back(), ask);
    forget_worlds(all.back());
    worst = std::max(worst, all.back().code);
  }
  bool const is_cancelled = all.size() < files.size() || all.back().answer.cancelled;
  bool const is_share = ask.options.shard.count > 1;
  if (ask.manner.json && !is_share) std::cout << json_text(all, is_cancelled);
  if (are_many && !ask.manner.json && !is_share) std::cout << studies_text(all, ask.manner.language);
  if (all.size() < files.size())
    std::cerr << say(Key::studies_left, ask.manner.language, files.size() - all.size()) << '\n';
  return is_cancelled ? kInterruptedExit : static_cast<int>(worst);
}

}  // namespace shudao::viz::cli
