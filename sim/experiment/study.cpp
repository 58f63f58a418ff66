#include "sim/experiment/study.h"

#include <map>

#include "sim/experiment/conduct.h"

namespace shudao::experiment {
namespace {

StudyOutcome run_model(std::vector<scenarios::Scenario const*> const& scenarios, StudyOptions const& options) {
  std::map<scenarios::Scenario const*, std::shared_ptr<freight::World const>> worlds;
  for (scenarios::Scenario const* scenario : scenarios) worlds[scenario] = freight::build_world(*scenario);
  return conduct(scenarios, options, [&](scenarios::Scenario const& scenario, ReplicationOptions const& how) {
    return run_replication(scenario, worlds.at(&scenario), how);
  });
}

}  // namespace

StudyOutcome run_study(scenarios::Scenario const& scenario, StudyOptions const& options) {
  return run_model({&scenario}, options);
}

StudyOutcome compare_study(scenarios::Scenario const& base, std::vector<scenarios::Scenario const*> const& alternatives,
                           StudyOptions const& options) {
  std::vector<scenarios::Scenario const*> all{&base};
  all.insert(all.end(), alternatives.begin(), alternatives.end());
  return run_model(all, options);
}

}  // namespace shudao::experiment
