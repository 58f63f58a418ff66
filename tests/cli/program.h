#pragma once
#include <sys/types.h>

#include <string>
#include <vector>

namespace shudao::viz::cli {

/// What the program said and how it ended.
struct Answer {
  int exit_code = -1;  ///< 128 + signal if a signal ended it.
  std::string out, err;
};

/// A folder of its own under the system's temporary one; gone with the object.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(ScratchFolder const&) = delete;
  ScratchFolder& operator=(ScratchFolder const&) = delete;
  [[nodiscard]] std::string path(std::string const& name) const { return folder_ + "/" + name; }

 private:
  std::string folder_;
};

/// The program while it runs, started in the repository root.
class RunningProgram {
 public:
  explicit RunningProgram(std::vector<std::string> const& words);
  void signal(int number) const;
  Answer wait();  ///< Until it ends; once.

 private:
  ScratchFolder scratch_;
  pid_t id_ = 0;
};

/// Runs the program to its end.
Answer shudao(std::vector<std::string> const& words);

}  // namespace shudao::viz::cli
