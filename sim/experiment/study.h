#pragma once
#include <atomic>
#include <functional>
#include <string>

#include "sim/experiment/results.h"

namespace shudao::experiment {

enum class ExecutorKind : std::uint8_t { automatic, sequential, parallel };
/// Planted to show that the laws catch it; see docs/guides/laws.md.
enum class Fault : std::uint8_t { none, lost_teu, double_charge, over_full, lose_box };

struct StudyProgress {
  int replications_done = 0, replications = 0;  ///< Over all scenarios of the study.
  std::uint64_t events = 0;
  double events_per_s = 0;
  SimTime simulated;  ///< Of the replication that is furthest behind.
  double share = 0;   ///< 0 … 1.
  double seconds_left = 0;
};

struct StudyOptions {
  int replications = 0;  ///< 0: the scenario's own.
  std::optional<std::uint64_t> seed;
  int threads = 0;  ///< 0: all cores.
  ExecutorKind executor = ExecutorKind::automatic;
  Fault fault = Fault::none;
  std::string store;  ///< Path of the results store; empty: keep nothing.
  std::atomic<bool> const* cancel = nullptr;
  std::function<void(StudyProgress const&)> on_progress;
};

struct StudyOutcome {
  Comparison comparison;        ///< For one scenario only `base` is filled.
  bool cancelled = false;       ///< Results are those of the finished replications (possibly none).
  int replications_reused = 0;  ///< Taken from a store that an earlier run left.
};

/// Runs all replications of one scenario on one task arena and merges them in replication order.
/// With a store, finished replications are kept in `<store>.partial` and reused by the next identical call.
StudyOutcome run_study(scenarios::Scenario const&, StudyOptions const&);
/// The same for a base and its alternatives. The base is run once a replication; its consignments are paired by name
/// with those of each alternative.
StudyOutcome compare_study(scenarios::Scenario const& base, std::vector<scenarios::Scenario const*> const& alternatives,
                           StudyOptions const&);

/// Results of a finished store.
Comparison read_results(std::string const& store);

/// One entry of the life of a sampled consignment, as kept in a store.
struct LifeEntry {
  scenarios::Component component{};
  std::string charged_to, at;
  SimTime from, to;
};
struct Life {
  std::string consignment;  ///< "flow/ordinal".
  std::string scenario;
  std::int64_t replication = 0, teu = 0;
  SimTime ready;
  std::vector<LifeEntry> entries;
};
/// The ledgers of this consignment in all scenarios and replications of the store that sampled it.
std::vector<Life> read_lives(std::string const& store, std::string const& consignment);
/// Names of the sampled consignments, sorted.
std::vector<std::string> sampled_consignments(std::string const& store);
/// The canonical document of each scenario in the store, by scenario id.
std::vector<std::pair<std::string, std::string>> read_documents(std::string const& store);

}  // namespace shudao::experiment
