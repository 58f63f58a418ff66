/// shudao-mpi run|compare|study …: what `shudao` does, its replications spread over the ranks of an MPI job.
#include <mpi.h>

#include <chrono>
#include <iostream>
#include <thread>

#include "viz/cli/fault_text.h"
#include "viz/cli/interruption.h"
#include "viz/cli/options.h"
#include "viz/cli/perform.h"
#include "viz/cli/report_error.h"
#include "viz/mpi/guard.h"
#include "viz/mpi/ranks.h"

namespace {

using namespace shudao;
using namespace shudao::viz;

/// Does what one of the spread commands says with the ranks.
class Spread {
 public:
  explicit Spread(mpi::Ranks& ranks) : ranks_{ranks} {}

  int operator()(cli::Run const& run) const { return spread(run); }
  int operator()(cli::Compare const& compare) const { return spread(compare); }
  int operator()(cli::AskStudies const& ask) const { return spread(ask); }
  template<class Other>
  int operator()(Other const&) const {
    throw InputErrors{{InputError{cli::kCommandLine, "", 0, "",
                                  "shudao-mpi spreads run, compare and study; "
                                  "shudao does everything else",
                                  ""}}};
  }

 private:
  template<class Asked>
  int spread(Asked asked) const {
    asked.options.crew = &ranks_;
    if (!ranks_.is_keeper()) {
      // Only one process keeps a store and speaks.
      asked.options.store.clear();
      asked.manner.is_quiet = true;
      std::cout.setstate(std::ios::failbit);
      std::cerr.setstate(std::ios::failbit);
    }
    return cli::perform(asked);
  }

  mpi::Ranks& ranks_;
};

int answer(int argc, char const* const* argv, mpi::Ranks& ranks) {
  auto const command = cli::read_options(argc, argv);
  if (!command) return static_cast<int>(ExitCode::ok);
  int const code = std::visit(Spread{ranks}, *command);
  if (!ranks.is_keeper()) return static_cast<int>(ExitCode::ok);
  if (!std::cout.flush()) throw FileError{"cannot write to standard output"};
  return code;
}

/// What is wrong with the command or its files is wrong on all ranks: the first one says so and ends them.
int ended(std::exception const& error, int argc, char** argv, bool is_keeper) {
  constexpr std::chrono::seconds kForTheKeeper{5};
  if (!is_keeper) std::this_thread::sleep_for(kForTheKeeper);
  std::cerr.clear();
  int const code = cli::report_error(error, cli::wants_json(argc, argv), cli::wanted_language(argc, argv));
  MPI_Abort(MPI_COMM_WORLD, code);
  return code;
}

int ranked(int argc, char** argv) {
  int provided = 0;
  MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &provided);
  mpi::Ranks ranks{cli::watch_for_interruption()};
  int code = 0;
  try {
    code = answer(argc, argv, ranks);
  } catch (std::exception const& error) {
    return ended(error, argc, argv, ranks.is_keeper());
  }
  MPI_Finalize();
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  cli::let_large_files_fail();
  return mpi::guarded([argc, argv] { return ranked(argc, argv); });
}
