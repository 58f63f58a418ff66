#pragma once
#include <map>
#include <vector>

#include "sim/experiment/replication.h"
#include "sim/experiment/run_key.h"
#include "sim/experiment/side_by_side.h"
#include "sim/experiment/study.h"

namespace shudao::experiment {

/// One scenario of a study.
struct BatchSide {
  scenarios::Scenario const* scenario = nullptr;
  std::string role;   ///< "base", "alternative", the id of a world …
  std::string asked;  ///< Fingerprint of what is measured beside the results; empty: nothing.
};

/// All replications of all sides of a study, and how one is run. A run with a planted fault is replication 0 of the
/// first side.
struct Batch {
  std::vector<BatchSide> sides;
  std::uint64_t seed = 0;
  int replications = 0;
  KeepLots keep_lots = KeepLots::no;
  std::function<ReplicationRun(std::size_t side, ReplicationOptions const&)> run;
  /// Told of each replication once all sides have finished it, with their lots, one at a time and from any thread;
  /// never in a shard. Lots are let go afterwards.
  std::function<void(std::int64_t number, std::vector<ReplicationRun const*> const&)> on_whole;
};

/// The runs that there are now, without lots.
struct BatchRuns {
  std::vector<std::map<std::int64_t, ReplicationRun>> sides;  ///< By number.
  int asked = 0;                                              ///< Replications of one side each, of this share.
  int reused = 0;                                             ///< Replications of one side each.
  std::size_t missing = 0;                                    ///< Still, of this share, because somebody cancelled.
  bool is_complete = false;                                   ///< All of the study are there.
  Team team;
  RunKey key;  ///< Of the program and the seed.
};

class RunShelf;

/// Where the runs of a study are kept while it goes on; none without a store.
std::unique_ptr<RunShelf> shelf_for(StudyOptions const&);

/// Takes what earlier calls for the same batch with fewer replications and the shelf have and computes the rest, each
/// run kept as soon as it is finished. A shard computes only its share. Throws FileError if nothing may be computed and
/// runs are missing.
BatchRuns run_batch(Batch const&, StudyOptions const&, RunShelf*, BatchRuns earlier = {});

/// The numbers of the replications that all sides have.
std::vector<std::int64_t> whole_replications(BatchRuns const&);

/// The key of a run.
RunKey key_of(Batch const&, StudyOptions const&, std::string const& program, std::size_t side, std::int64_t number);

}  // namespace shudao::experiment
