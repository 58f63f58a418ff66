#include "sim/experiment/recipe/inputs.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace shudao::experiment {
namespace {

using Path = std::filesystem::path;

Path whole(std::string const& path) { return std::filesystem::absolute(path).lexically_normal(); }

Path common(Path const& a, Path const& b) {
  Path shared;
  for (auto i = a.begin(), k = b.begin(); i != a.end() && k != b.end() && *i == *k; ++i, ++k) shared /= *i;
  return shared;
}

Path folder_of_all(std::vector<FilesOf> const& parts) {
  Path root;
  for (FilesOf const& part : parts) {
    for (scenarios::InputFile const& file : part.files) {
      Path const folder = whole(file.path).parent_path();
      root = root.empty() ? folder : common(root, folder);
    }
  }
  return root;
}

}  // namespace

Inputs inputs_of(std::vector<FilesOf> const& parts, std::string const& root) {
  Path const folder = root.empty() ? folder_of_all(parts) : whole(root);
  Inputs inputs;
  inputs.root = folder.string();
  std::map<std::string, Inputs::File> files;
  for (FilesOf const& part : parts) {
    for (scenarios::InputFile const& one : part.files) {
      std::string const path = whole(one.path).lexically_relative(folder).generic_string();
      if (part.is_asked && &one == &part.files.front()) inputs.asked.push_back(path);
      Inputs::File& file = files.try_emplace(path, Inputs::File{path, {}, one.bytes, one.fingerprint}).first->second;
      file.parts += (file.parts.empty() ? "" : " ") + part.part;
    }
  }
  for (auto& [path, file] : files) inputs.files.push_back(std::move(file));
  return inputs;
}

}  // namespace shudao::experiment
