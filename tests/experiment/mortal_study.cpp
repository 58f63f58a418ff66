/// mortal_study STORE DIES_AT SEED: a study of the tiny world that dies in the middle of a replication.
#include <unistd.h>

#include <cstdlib>

#include "sim/experiment/conduct.h"
#include "tiny_world.h"

int main(int, char** arguments) {
  using namespace shudao::experiment;
  int const dies_at = std::atoi(arguments[2]);
  StudyOptions options;
  options.replications = 6;
  options.threads = 1;
  options.seed = static_cast<std::uint64_t>(std::atoi(arguments[3]));
  options.store = arguments[1];
  shudao::scenarios::Scenario const world = tiny_world();
  Runner const runner = [dies_at](shudao::scenarios::Scenario const& scenario, ReplicationOptions const& how) {
    if (how.number == dies_at) _exit(99);
    return drawn_replication(scenario, how);
  };
  return conduct({&world}, options, runner).replications_reused;
}
