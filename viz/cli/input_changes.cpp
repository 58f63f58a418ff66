#include "viz/cli/input_changes.h"

#include <algorithm>
#include <filesystem>

namespace shudao::viz::cli {

std::vector<InputChange> changed_files(experiment::Inputs const& kept, std::string const& root) {
  std::vector<InputChange> changes;
  for (experiment::Inputs::File const& file : kept.files) {
    auto const path = (std::filesystem::path{root} / file.path).lexically_normal();
    auto const now = scenarios::input_file(path.string());
    if (!now)
      changes.push_back({file.path, file.parts, file.fingerprint, std::nullopt});
    else if (now->fingerprint != file.fingerprint)
      changes.push_back({file.path, file.parts, file.fingerprint, now->fingerprint});
  }
  return changes;
}

std::vector<InputChange> added_files(experiment::Inputs const& kept, experiment::Inputs const& now) {
  std::vector<InputChange> changes;
  for (experiment::Inputs::File const& file : now.files) {
    bool const is_known = std::any_of(kept.files.begin(), kept.files.end(),
                                      [&](experiment::Inputs::File const& one) { return one.path == file.path; });
    if (!is_known) changes.push_back({file.path, file.parts, std::nullopt, file.fingerprint});
  }
  return changes;
}

}  // namespace shudao::viz::cli
