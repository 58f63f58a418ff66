#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "sim/base/time_zone.h"
#include "sim/experiment/program.h"
#include "sim/experiment/studying.h"
#include "viz/cli/asked_worlds.h"
#include "viz/cli/files.h"
#include "viz/cli/interruption.h"
#include "viz/cli/perform.h"
#include "viz/cli/progress_line.h"
#include "viz/cli/reproduction.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using Path = std::filesystem::path;
using experiment::Recipe;
using experiment::StudyOptions;

/// A folder for the results made again; nothing of it stays.
class Aside {
 public:
  Aside() {
    std::string name = (std::filesystem::temp_directory_path() / "shudao-again-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw FileError{name + ": no folder can be made there"};
    folder_ = name;
  }
  ~Aside() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Aside(Aside const&) = delete;
  Aside& operator=(Aside const&) = delete;
  [[nodiscard]] std::string store() const { return (folder_ / "again.db").string(); }

 private:
  Path folder_;
};

Recipe recipe_of(std::string const& store) {
  auto recipe = experiment::read_recipe(store);
  if (recipe) return *std::move(recipe);
  throw FileProblem{store, "results of a version that did not keep its inputs",
                    "results that run, compare or study of this version kept; make them anew"};
}

/// Where the inputs were, or the same folder as seen from the store if both were moved together.
std::string folder_of(Reproduce const& asked, Recipe const& recipe) {
  if (!asked.against.empty()) return asked.against;
  std::string const& asked_first = recipe.inputs.asked.front();
  Path const moved = Path{asked.results}.parent_path() / recipe.root_from_store;
  std::error_code ignored;
  bool const is_moved = !std::filesystem::exists(Path{recipe.inputs.root} / asked_first, ignored) &&
                        std::filesystem::exists(moved / asked_first, ignored);
  return is_moved ? moved.lexically_normal().string() : recipe.inputs.root;
}

/// What is to be run again, read anew.
struct Again {
  AskedWorlds worlds;
  AskedStudy study;
  [[nodiscard]] experiment::Inputs const& inputs() const {
    return worlds.worlds.empty() ? study.inputs : worlds.inputs;
  }
};

Again read_again(Recipe const& recipe, std::string const& folder) {
  std::vector<std::string> files;
  for (std::string const& file : recipe.inputs.asked)
    files.push_back((Path{folder} / file).lexically_normal().string());
  Again again;
  if (recipe.verb == "study")
    again.study = asked_study(files.front(), recipe.is_preview, folder);
  else
    again.worlds = asked_worlds(files, recipe.is_preview, folder);
  return again;
}

/// Files that a changed input names anew; what is wrong with it does not matter here.
std::vector<InputChange> added_in_spite(Recipe const& recipe, std::string const& folder) {
  try {
    return added_files(recipe.inputs, read_again(recipe, folder).inputs());
  } catch (InputErrors const&) {
  } catch (FileError const&) {
  }
  return {};
}

StudyOptions options_for(Reproduce const& asked, Recipe const& recipe, std::string const& store) {
  StudyOptions options = recipe.options;
  if (asked.replications > 0) {
    options.replications = asked.replications;
    options.precision = {};
  }
  options.threads = asked.threads;
  options.executor = asked.executor;
  options.store = store;
  options.errand = {{"verb", recipe.verb}};
  options.cancel = &watch_for_interruption();
  return options;
}

/// Makes the results again; false if somebody interrupted it.
bool run_again(Again const& again, StudyOptions options, Manner const& manner) {
  bool const is_study = again.worlds.worlds.empty();
  scenarios::Scenario const& base = is_study ? again.study.study.worlds.front().scenario : again.worlds.worlds.front();
  ProgressLine line{base.zone, manner.language};
  if (!manner.is_quiet) options.on_progress = [&line](experiment::StudyProgress const& p) { line.tell(p); };
  options.inputs = again.inputs();
  if (is_study) return !experiment::answer(again.study.study, options).cancelled;
  options.observed = again.worlds.observed;
  std::vector<scenarios::Scenario const*> alternatives;
  for (std::size_t i = 1; i < again.worlds.worlds.size(); ++i) alternatives.push_back(&again.worlds.worlds[i]);
  if (alternatives.empty()) return !experiment::run_study(base, options).cancelled;
  return !experiment::compare_study(base, alternatives, options).cancelled;
}

void make_again(Reproduction& done, Reproduce const& asked, Again const& again) {
  Aside const aside;
  done.is_cancelled = !run_again(again, options_for(asked, done.recipe, aside.store()), asked.manner);
  if (done.is_cancelled) return;
  bool const is_part = asked.replications > 0 && asked.replications < done.kept;
  done.made = is_part ? asked.replications : done.kept;
  done.differences = experiment::digest_differences(done.store, aside.store(), done.made);
  if (!is_part) done.tables = experiment::differing_tables(done.store, aside.store());
}

Reproduction reproduced(Reproduce const& asked) {
  Reproduction done;
  done.store = asked.results;
  done.recipe = recipe_of(asked.results);
  done.folder = folder_of(asked, done.recipe);
  done.digests = experiment::read_digests(asked.results);
  done.kept = done.digests.worlds.empty() ? 0 : done.digests.worlds.front().replications;
  done.version = experiment::program_version();
  done.program = experiment::this_program();
  done.zone_database = zone_database_version();
  done.changes = changed_files(done.recipe.inputs, done.folder);
  if (!done.changes.empty()) {
    for (InputChange& added : added_in_spite(done.recipe, done.folder)) done.changes.push_back(std::move(added));
    return done;
  }
  Again const again = read_again(done.recipe, done.folder);
  done.changes = added_files(done.recipe.inputs, again.inputs());
  if (done.changes.empty()) make_again(done, asked, again);
  return done;
}

}  // namespace

int perform(Reproduce const& asked) {
  Reproduction const done = reproduced(asked);
  std::cout << (asked.manner.json ? json_text(done) : reproduction_text(done, asked.manner.language));
  return done.is_cancelled ? kInterruptedExit : static_cast<int>(done.code());
}

}  // namespace shudao::viz::cli
