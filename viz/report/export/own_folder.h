#pragma once
#include <string>

namespace shudao::viz::report {

/// A folder among those for temporary files that nobody else uses or reads; gone with the object.
class OwnFolder {
 public:
  OwnFolder();
  ~OwnFolder();
  OwnFolder(OwnFolder const&) = delete;
  OwnFolder& operator=(OwnFolder const&) = delete;
  /// False where none could be made.
  [[nodiscard]] bool is_there() const { return !path_.empty(); }
  [[nodiscard]] std::string const& path() const { return path_; }
  [[nodiscard]] std::string path(char const* name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace shudao::viz::report
