#include "viz/report/export/own_folder.h"

#include <cstdlib>
#include <filesystem>

namespace shudao::viz::report {

namespace fs = std::filesystem;

OwnFolder::OwnFolder() {
  std::error_code none;
  std::string name = (fs::temp_directory_path(none) / "shudao-XXXXXX").string();
  if (!none && mkdtemp(name.data()) != nullptr) path_ = name;
}

OwnFolder::~OwnFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

}  // namespace shudao::viz::report
