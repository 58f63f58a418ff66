#include "program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace shudao::viz::cli {
namespace {

std::string content(std::string const& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// In the child: the two streams go to files, stdin is empty, the program takes over.
[[noreturn]] void become(std::vector<std::string> const& words, std::string const& out, std::string const& err) {
  constexpr int kNewFile = O_WRONLY | O_CREAT | O_TRUNC;
  dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
  dup2(open(out.c_str(), kNewFile, 0600), STDOUT_FILENO);
  dup2(open(err.c_str(), kNewFile, 0600), STDERR_FILENO);
  std::vector<char*> arguments = {const_cast<char*>(SHUDAO_PROGRAM)};
  for (std::string const& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execv(SHUDAO_PROGRAM, arguments.data());
  _exit(126);
}

}  // namespace

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "shudao-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder: " + name};
  folder_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

RunningProgram::RunningProgram(std::vector<std::string> const& words) {
  std::string const out = scratch_.path("out"), err = scratch_.path("err");
  id_ = fork();
  if (id_ < 0) throw std::runtime_error{"cannot start a process"};
  if (id_ == 0) become(words, out, err);
}

void RunningProgram::signal(int number) const { kill(id_, number); }

Answer RunningProgram::wait() {
  int status = 0;
  waitpid(id_, &status, 0);
  int const code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, content(scratch_.path("out")), content(scratch_.path("err"))};
}

Answer shudao(std::vector<std::string> const& words) { return RunningProgram{words}.wait(); }

}  // namespace shudao::viz::cli
