#pragma once
#include <atomic>
#include <functional>
#include <string>

#include "scenarios/observed.h"
#include "sim/experiment/errand.h"
#include "sim/experiment/recipe/inputs.h"
#include "sim/experiment/results.h"

namespace shudao::experiment {

enum class ExecutorKind : std::uint8_t { automatic, sequential, parallel };
/// Planted to show that the laws catch it; see docs/guides/laws.md.
enum class Fault : std::uint8_t { none, lost_teu, double_charge, over_full, lose_box };

/// Replications are below this: the draws number them in 22 bits.
inline constexpr int kMostReplications = 1 << 22;

struct StudyProgress {
  int replications_done = 0, replications = 0;  ///< Over all scenarios of the study.
  std::uint64_t events = 0;
  double events_per_s = 0;
  SimTime simulated;  ///< Of the replication that is furthest behind.
  double share = 0;   ///< 0 … 1.
  double seconds_left = 0;
};

/// Which share of a study this process computes: the 2nd of 3.
struct Shard {
  int number = 1, count = 1;
};

class Crew;

/// How well measures are to be known: replications are added until the half-width of each 95 % interval is at most this
/// share of its value.
struct Precision {
  double share = 0;  ///< 0.02 for "2 %"; 0: as many replications as asked for.
  int most = 200;    ///< Replications, known well enough or not.
  std::vector<std::string> measures;   ///< Headline measures, or ids of measures of a study: see precise.h.
  std::vector<std::string> corridors;  ///< Ids; empty: all.
};
/// A measure that is not known as well as was asked for.
struct Imprecise {
  std::string scenario, corridor, measure;
  double share = 0;  ///< Half-width by value.
};

struct StudyOptions {
  int replications = 0;  ///< 0: the scenario's own.
  Precision precision;   ///< With it, replications are those to begin with, ten at least.
  std::optional<std::uint64_t> seed;
  int threads = 0;  ///< 0: all cores.
  ExecutorKind executor = ExecutorKind::automatic;
  Fault fault = Fault::none;
  std::string store;               ///< Path of the results store; empty: keep nothing.
  Shard shard;                     ///< Needs a store; what is computed stays in a partial store of its own.
  std::vector<std::string> parts;  ///< Partial stores of shards to take runs from.
  bool is_merging = false;         ///< Nothing is computed: a run that is in none of the parts is a FileError.
  Errand errand;                   ///< What was asked for, for whoever merges.
  Inputs inputs;                              ///< Kept in the store, to run it all again.
  std::vector<scenarios::Observed> observed;  ///< Kept in the store, to be shown beside the results.
  Crew* crew = nullptr;                       ///< Processes that share the runs; none: this one alone.
  std::atomic<bool> const* cancel = nullptr;
  std::function<void(StudyProgress const&)> on_progress;
};

/// Where the runs of a study are kept while it goes on: `<store>.partial`, `<store>.2of3.partial` for a shard.
std::string partial_path(StudyOptions const&);
/// What the runs of the partial store at this path are for. Throws FileError if it is none, or one that was stopped
/// before it was told.
Errand errand_of_part(std::string const& path);

struct StudyOutcome {
  Comparison comparison;             ///< For one scenario only `base` is filled.
  bool cancelled = false;            ///< Results are those of the finished replications (possibly none).
  bool is_part = false;              ///< A shard did its share: there are no results yet.
  int replications_asked = 0;        ///< Of one scenario each, in this share of the study.
  int replications_done = 0;         ///< Of these.
  int replications_reused = 0;       ///< Of these, taken from what earlier runs left.
  std::vector<Imprecise> imprecise;  ///< Not known as well as was asked for in spite of the most replications.
};

/// Runs all replications of one scenario on one task arena and merges them in replication order.
/// With a store, each finished replication is kept in `<store>.partial` at once, and the whole in the store in the end.
/// What either of them has of the same program, scenario, seed and replication is not computed again.
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
