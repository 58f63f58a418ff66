#include <algorithm>
#include <filesystem>
#include <iostream>

#include "scenarios/study.h"
#include "sim/experiment/coverage.h"
#include "viz/cli/files.h"
#include "viz/cli/interruption.h"
#include "viz/cli/perform.h"
#include "viz/cli/plans_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using scenarios::Catalogue;
using Path = std::filesystem::path;

std::string catalogue_folder(std::string const& folder) {
  std::error_code ignored;
  auto const file = Path{folder} / "plans" / "catalogue.json";
  if (!std::filesystem::exists(file, ignored))
    throw FileProblem{file.string(), "no such file", "the folder of a world with a catalogue of plans"};
  return (Path{folder} / "plans").string();
}

std::vector<std::string> study_files(std::string const& folder) {
  std::vector<std::string> files;
  std::error_code ignored;
  for (auto const& entry : std::filesystem::directory_iterator{Path{folder} / "studies", ignored}) {
    if (entry.path().extension() == ".json" && scenarios::is_study(entry.path().string()))
      files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void refuse_unknown_category(Catalogue const& catalogue, std::string const& wanted) {
  std::vector<std::string> known;
  for (auto const& item : catalogue.items) known.push_back(item.category);
  if (wanted.empty() || std::find(known.begin(), known.end(), wanted) != known.end()) return;
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  throw InputErrors{{InputError{catalogue.folder, "", 0, "\"" + wanted + "\"", "a category of the catalogue",
                                nearest_name(wanted, known)}}};
}

/// Shows which items some element represents and keeps what is known beside the catalogue, study by study; false if
/// interrupted.
bool prove(Catalogue& catalogue, Plans const& asked) {
  auto const file = (Path{catalogue.folder} / "represented.json").string();
  experiment::CoverageOptions options;
  if (asked.proof == Plans::Proof::missing) options.known = catalogue.represented;
  options.cancel = &watch_for_interruption();
  options.on_progress = [&](std::string const& study, auto const& known) {
    write_whole(file, scenarios::represented_text(known));
    if (asked.manner.is_quiet) return;
    std::cerr << say(Key::plans_progress, asked.manner.language == Language::zh ? Language::zh : Language::en,
                     study.empty() ? "scenario.json" : study, known.size())
              << '\n';
  };
  auto const world = (Path{asked.folder} / "scenario.json").string();
  catalogue.represented = experiment::represented_items(catalogue, world, study_files(asked.folder), options);
  if (options.cancel->load()) return false;
  write_whole(file, scenarios::represented_text(catalogue.represented));
  if (!asked.manner.json) std::cerr << say(Key::plans_written, asked.manner.language, file) << '\n';
  return true;
}

}  // namespace

int perform(Plans const& asked) {
  Catalogue catalogue = scenarios::read_catalogue(catalogue_folder(asked.folder));
  refuse_unknown_category(catalogue, asked.category);
  if (asked.proof != Plans::Proof::none && !prove(catalogue, asked)) return kInterruptedExit;
  std::cout << (asked.manner.json ? plans_json(catalogue, asked.category)
                                  : plans_text(catalogue, asked.category, asked.is_full, asked.manner.language));
  return static_cast<int>(ExitCode::ok);
}

}  // namespace shudao::viz::cli
