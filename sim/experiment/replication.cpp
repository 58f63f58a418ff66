#include "sim/experiment/replication.h"

namespace shudao::experiment {
namespace {

/// Everything that hears the model itself: the digest and the stop rule before any fault is planted, then the account.
class Ears : public kernel::Sink {
 public:
  Ears(scenarios::Scenario const& scenario, ReplicationOptions const& options)
      : digest_{scenario},
        watch_{scenario},
        watching_{{&watch_}},
        account_{scenario, options.fault, options.keep_lots},
        also_{options.also} {}

  void take(kernel::Observation const& observation) override {
    digest_.add(observation);
    watching_.take(observation);
    account_.sink().take(observation);
    if (also_ != nullptr) also_->take(observation);
  }

  [[nodiscard]] CohortWatch const& watch() const { return watch_; }
  [[nodiscard]] Account& account() { return account_; }
  [[nodiscard]] Fingerprint digest() const { return digest_.value(); }

 private:
  freight::FactDigest digest_;
  CohortWatch watch_;
  FactSink watching_;
  Account account_;
  kernel::Sink* also_;
};

kernel::RunOptions kernel_options(ReplicationOptions const& options) {
  kernel::RunOptions result;
  result.threads = options.threads;
  result.cancel = options.cancel;
  result.on_progress = options.on_progress;
  return result;
}

Replication told(Ears& ears, SimTime end, std::uint64_t events, ReplicationOptions const& options) {
  Replication replication;
  replication.number = options.number;
  replication.result = ears.account().result(end);
  replication.result.seed = options.seed;
  replication.result.events = events;
  replication.result.run_digest = ears.digest();
  if (options.number == 0) replication.lives = ears.account().lives();
  return replication;
}

}  // namespace

ReplicationRun run_replication(scenarios::Scenario const& scenario, std::shared_ptr<freight::World const> world,
                               ReplicationOptions const& options) {
  freight::Simulation simulation{std::move(world), RandomSeed{options.seed, static_cast<std::uint32_t>(options.number)},
                                 options.number == 0 ? freight::Detail::vehicles : freight::Detail::none};
  Ears ears{scenario, options};
  kernel::RunOptions const how = kernel_options(options);
  auto const executor = options.is_parallel ? kernel::make_parallel(simulation.model(), ears, how)
                                            : kernel::make_sequential(simulation.model(), ears, how);
  kernel::RunReport report;
  std::optional<SimTime> const end = run_to_the_end(scenario, ears.watch(), [&](SimTime until) {
    report = executor->run_until(until);
    return !report.cancelled;
  });
  ReplicationRun run;
  run.cancelled = !end.has_value();
  if (run.cancelled) return run;
  simulation.report_unfinished(*end, ears);
  run.replication = told(ears, *end, report.events, options);
  run.lots = ears.account().take_lots();
  return run;
}

}  // namespace shudao::experiment
