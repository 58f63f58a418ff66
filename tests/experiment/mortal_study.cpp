/// mortal_study STORE DIES_AT SEED [PAUSE_MS]: a study of the tiny world that dies in the middle of a replication. With
/// a pause in every replication: twenty of two worlds, for somebody else to kill.
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "sim/experiment/conduct.h"
#include "tiny_world.h"

int main(int count, char** arguments) {
  using namespace shudao::experiment;
  int const dies_at = std::atoi(arguments[2]);
  StudyOptions options;
  options.replications = 6;
  options.threads = 1;
  options.seed = static_cast<std::uint64_t>(std::atoi(arguments[3]));
  options.store = arguments[1];
  shudao::scenarios::Scenario const world = tiny_world();
  shudao::scenarios::Scenario const slower = tiny_world_called("slower");
  int const pause_ms = count > 4 ? std::atoi(arguments[4]) : 0;
  Runner const runner = [&](shudao::scenarios::Scenario const& scenario, ReplicationOptions const& how) {
    if (how.number == dies_at) _exit(99);
    std::this_thread::sleep_for(std::chrono::milliseconds{pause_ms});
    return drawn_replication(scenario, how);
  };
  if (pause_ms > 0) {
    options.replications = 20;
    options.threads = 2;
    conduct({&world, &slower}, options, runner);
    return 0;
  }
  return conduct({&world}, options, runner).replications_reused;
}
