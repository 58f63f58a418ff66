#pragma once
#include <cstdint>
#include <memory>

#include "scenarios/scenario.h"
#include "sim/base/random.h"
#include "sim/freight/facts.h"
#include "sim/kernel/kernel.h"

namespace shudao::freight {

/// What the processes of all replications of one scenario share: processes under each set of rules, calendars, names.
/// Immutable; refers to the scenario, which must outlive it.
class World;
/// What is told beyond the usual facts.
enum class Detail : std::uint8_t { none, vehicles, all };
std::shared_ptr<World const> build_world(scenarios::Scenario const&, Detail = Detail::none);

/// One replication: the logical processes of the corridor model and their first events.
class Simulation {
 public:
  /// `also`: what this replication tells beyond what its world is asked for.
  Simulation(std::shared_ptr<World const>, RandomSeed, Detail also = Detail::none);
  ~Simulation();
  Simulation(Simulation&&) noexcept;

  kernel::Model& model();
  /// After the last run_until(end): hands the sink the open ledgers of everything still under way at `end`, as ledger
  /// entries, costs and `unfinished` facts, ordered by name and part, and then the work under way and waiting at each
  /// resource as if it ended then; keys carry time `end`. Call it once; the model cannot go on afterwards.
  void report_unfinished(SimTime end, kernel::Sink&);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Hashes a stream of facts by names: ids are replaced by the hashes of the names they stand for.
class FactDigest {
 public:
  explicit FactDigest(scenarios::Scenario const&);
  ~FactDigest();
  void add(kernel::Observation const&);
  [[nodiscard]] Fingerprint value() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace shudao::freight
