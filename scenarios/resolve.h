#pragma once
#include <optional>
#include <string>
#include <vector>

#include "scenarios/problems.h"
#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// Reads a world or a patch file and all files that it names: includes are merged, rules put in by id, patches applied
/// (RFC 7396) to their resolved base. Every value keeps the file and line that it came from. What is wrong is reported,
/// and nothing comes back when there is no object to go on with. Throws FileError if `path` itself cannot be read.
std::optional<Json> resolve(std::string const& path, Problems&, std::vector<std::string>& notes);

/// Where a file that is no patch itself tells how a world changes: as the member `patch` of an object in it, and as
/// the names of rule files in the member "rules" beside that.
struct Change {
  std::string file;     ///< Already among the files of the problems.
  std::string pointer;  ///< Of the object in its file.
  Json const& holder;
  char const* patch;
};
/// Makes the change; what is wrong with it is reported, and then not done.
void change_world(Json& world, Change const&, Problems&, std::vector<std::string>& notes);

/// The world of a resolved document. Throws InputErrors with all that is wrong.
Scenario scenario_of(Json const& document, Problems&, std::vector<std::string> notes);

/// The base with an RFC 7396 merge patch applied. `notes` tells which members change nothing.
void merge_patch(Json& base, Json const& patch, std::string const& pointer, std::vector<std::string>& notes);

}  // namespace shudao::scenarios
