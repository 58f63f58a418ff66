#include "viz/mpi/guard.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "sim/base/errors.h"

namespace shudao::viz::mpi {
namespace {

volatile std::sig_atomic_t child = 0;
volatile std::sig_atomic_t was_asked_to_end = 0;

void pass_on(int signal) {
  was_asked_to_end = 1;
  if (child > 0) kill(child, signal);
}

int awaited(int pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  if (was_asked_to_end == 0) {
    char const* const rank = std::getenv("OMPI_COMM_WORLD_RANK");
    std::cerr << "shudao-mpi: rank " << (rank == nullptr ? "?" : rank) << " was lost: " << strsignal(WTERMSIG(status))
              << ". What was finished is kept beside --results; the same command goes on from there.\n";
  }
  return static_cast<int>(ExitCode::file_or_system);
}

}  // namespace

int guarded(std::function<int()> const& work) {
  int const pid = fork();
  if (pid < 0) return work();
  if (pid == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    return work();
  }
  child = pid;
  for (int const signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, pass_on);
  return awaited(pid);
}

}  // namespace shudao::viz::mpi
