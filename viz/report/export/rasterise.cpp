#include "viz/report/export/rasterise.h"

#include <spawn.h>
#include <sys/wait.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <vector>

#include "viz/report/export/own_folder.h"

extern char** environ;

namespace shudao::viz::report {
namespace {

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

std::optional<std::string> png_of(std::string const& svg, int zoom) {
  OwnFolder const aside;
  if (!can_rasterise() || !aside.is_there()) return std::nullopt;
  std::string const from = aside.path("drawing.svg"), to = aside.path("drawing.png");
  std::ofstream{from, std::ios::binary} << svg;
  if (!runs({"rsvg-convert", "--zoom", std::to_string(zoom), "--background-color", "white", "--output", to, from}))
    return std::nullopt;
  std::ifstream file{to, std::ios::binary};
  std::string png{std::istreambuf_iterator<char>{file}, {}};
  return png.empty() ? std::nullopt : std::optional{std::move(png)};
}

}  // namespace shudao::viz::report
