#pragma once
#include <memory>
#include <optional>
#include <string>

#include "sim/experiment/replication.h"
#include "sim/experiment/run_key.h"

namespace shudao::experiment {

/// The runs that a finished store holds, for a study that goes on from it. One of another build of the program holds
/// none, nor does a file that is not there. What is no store, one of another schema and a run that is not as it was
/// written are FileErrors that name the file: it is not for the next study to write over it.
class FinishedRuns {
 public:
  explicit FinishedRuns(std::string const& path);
  ~FinishedRuns();

  /// The run of this key, without its lots; none if it is not there, or without the lots that are needed.
  [[nodiscard]] std::optional<ReplicationRun> find(RunKey const&, KeepLots);
  /// The lots of this run, if it is there with them.
  [[nodiscard]] std::optional<LotBook> lots(RunKey const&);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace shudao::experiment
