#pragma once
#include <string>

#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// Reads a world (`scenario.json`, or the folder that holds one) or a patch file (with "base"), follows includes,
/// applies patch and rules, resolves every name and checks everything.
/// Throws InputErrors with all that is wrong, FileError if a file cannot be read.
Scenario read_scenario(std::string const& path);

/// Reads the canonical document of a results store.
Scenario read_document(std::string const& json_text, std::string const& called);

/// The published JSON Schema (draft 2020-12) of world, patch and rule files, generated from the readers.
std::string world_schema();
std::string patch_schema();
std::string rule_schema();

}  // namespace shudao::scenarios
