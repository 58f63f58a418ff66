#include "viz/report/export/rasterise.h"

#include <spawn.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern char** environ;

namespace shudao::viz::report {
namespace {

namespace fs = std::filesystem;

/// A folder of its own; gone with the object.
class Aside {
 public:
  Aside() {
    std::string name = (fs::temp_directory_path() / "shudao-png-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) folder_ = name;
  }
  ~Aside() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
  }
  Aside(Aside const&) = delete;
  Aside& operator=(Aside const&) = delete;
  [[nodiscard]] bool is_there() const { return !folder_.empty(); }
  [[nodiscard]] std::string path(char const* name) const { return (folder_ / name).string(); }

 private:
  fs::path folder_;
};

/// Runs a program of the search path to its end; whether it succeeded.
bool runs(std::vector<std::string> words) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t silent;
  posix_spawn_file_actions_init(&silent);
  for (int const stream : {1, 2}) posix_spawn_file_actions_addopen(&silent, stream, "/dev/null", 1, 0);
  pid_t id = 0;
  int const failure = posix_spawnp(&id, arguments.front(), &silent, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&silent);
  if (failure != 0) return false;
  int status = 0;
  while (waitpid(id, &status, 0) < 0)
    if (errno != EINTR) return false;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

bool can_rasterise() {
  static bool const is_there = runs({"rsvg-convert", "--version"});
  return is_there;
}

std::optional<std::string> png_of(std::string const& svg) {
  Aside const aside;
  if (!can_rasterise() || !aside.is_there()) return std::nullopt;
  std::string const from = aside.path("drawing.svg"), to = aside.path("drawing.png");
  std::ofstream{from, std::ios::binary} << svg;
  if (!runs({"rsvg-convert", "--zoom", "2", "--background-color", "white", "--output", to, from})) return std::nullopt;
  std::ifstream file{to, std::ios::binary};
  std::string png{std::istreambuf_iterator<char>{file}, {}};
  return png.empty() ? std::nullopt : std::optional{std::move(png)};
}

}  // namespace shudao::viz::report
