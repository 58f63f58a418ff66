#include "viz/cli/asked_worlds.h"

#include "sim/experiment/preview.h"
#include "sim/experiment/results_store.h"
#include "viz/cli/files.h"

namespace shudao::viz::cli {

AskedWorlds asked_worlds(std::vector<std::string> const& paths, bool is_preview, std::string const& root) {
  AskedWorlds asked;
  std::vector<experiment::FilesOf> files;
  for (std::size_t side = 0; side < paths.size(); ++side) {
    scenarios::Scenario world = read_world(paths[side]);
    files.push_back({experiment::role_of(side), world.inputs});
    asked.worlds.push_back(is_preview ? experiment::preview_of(world) : std::move(world));
  }
  std::string const beside = scenarios::validation_beside(paths.front());
  if (!beside.empty()) {
    experiment::FilesOf& validation = files.emplace_back(experiment::FilesOf{"validation", {}, false});
    asked.observed = scenarios::read_observed(beside, &validation.files);
  }
  asked.inputs = experiment::inputs_of(files, root);
  return asked;
}

AskedStudy asked_study(std::string const& file, bool is_preview, std::string const& root) {
  AskedStudy asked;
  asked.study = scenarios::read_study(file);
  asked.inputs = experiment::inputs_of({{"study", asked.study.inputs}}, root);
  if (is_preview) asked.study = experiment::preview_of(asked.study);
  return asked;
}

}  // namespace shudao::viz::cli
