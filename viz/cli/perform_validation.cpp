#include <filesystem>
#include <iostream>

#include "viz/cli/files.h"
#include "viz/cli/interruption.h"
#include "viz/cli/perform.h"
#include "viz/cli/progress_line.h"
#include "viz/cli/validation_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

namespace fs = std::filesystem;

using scenarios::Validation;

int interrupted(Language language) {
  std::cerr << label(Key::cut_short, language, "\n") << '\n';
  return kInterruptedExit;
}

/// Where the patch goes; never over something else.
fs::path patch_path(Calibrate const& asked, std::string const& file, Validation const& validation) {
  fs::path const out = asked.out.empty() ? fs::path{file}.parent_path() / "calibrated.json" : fs::path{asked.out};
  std::error_code ignored;
  if (!fs::exists(out, ignored)) return out;
  bool is_ours = false;
  try {
    is_ours = scenarios::is_patch_called(out.string(), validation.scenario().id + "-calibrated");
  } catch (FileError const&) {
    is_ours = false;
  }
  if (is_ours) return out;
  throw FileProblem{out.string(), "something that is not a calibrated patch of this scenario; it was left as it is",
                    "a new file, or such a patch"};
}

}  // namespace

int perform(Validate const& asked) {
  Validation const validation = scenarios::read_validation(validation_at(asked.file));
  experiment::StudyOptions options = asked.options;
  options.cancel = &watch_for_interruption();
  experiment::ValidationResult result;
  {
    ProgressLine line{validation.scenario().zone, asked.manner.language};
    if (!asked.manner.is_quiet) options.on_progress = [&line](experiment::StudyProgress const& p) { line.tell(p); };
    result = experiment::validate(validation, options);
  }
  if (result.cancelled) return interrupted(asked.manner.language);
  std::cout << (asked.manner.json ? json_text(validation, result)
                                  : validation_text(validation, result, asked.manner.language));
  return static_cast<int>(result.laws_hold() ? ExitCode::ok : ExitCode::law_broken);
}

int perform(Calibrate const& asked) {
  std::string const file = validation_at(asked.file);
  Validation const validation = scenarios::read_validation(file);
  fs::path const out = patch_path(asked, file, validation);
  Language const language = asked.manner.language;
  experiment::CalibrationOptions options;
  options.study = asked.options;
  options.study.cancel = &watch_for_interruption();
  options.evaluations = asked.evaluations;
  options.rows = asked.rows;
  if (!asked.manner.is_quiet) {
    options.on_evaluation = [&](int done, double misfit) {
      std::cerr << say(Key::evaluation, language == Language::both ? Language::en : language, done,
                       asked.evaluations + static_cast<int>(validation.free.size()), fmt::format("{:.4g}", misfit))
                << '\n';
    };
  }
  experiment::CalibrationResult const result = experiment::calibrate(validation, options);
  if (result.cancelled) return interrupted(language);
  fs::path const folder = out.parent_path().empty() ? fs::path{"."} : out.parent_path();
  fs::path scenario = validation.scenario_file;
  if (fs::is_directory(scenario)) scenario /= "scenario.json";
  std::string const base = fs::relative(scenario, folder).string();
  write_whole(out.string(), scenarios::calibrated_patch(validation.scenario(), base, result.numbers));
  std::cout << (asked.manner.json ? json_text(validation, result, out.string())
                                  : calibration_text(validation, result, language));
  if (!asked.manner.json) std::cout << say(Key::patch_kept_in, language, out.string()) << '\n';
  return static_cast<int>(ExitCode::ok);
}

}  // namespace shudao::viz::cli
