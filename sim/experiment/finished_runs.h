#pragma once
#include <memory>
#include <optional>
#include <string>

#include "sim/experiment/replication.h"
#include "sim/experiment/run_key.h"

namespace shudao::experiment {

/// The runs that a finished store holds, for a study that goes on from it. What is no store, or one of another schema
/// or of another build of the program, holds none.
class FinishedRuns {
 public:
  explicit FinishedRuns(std::string const& path);
  ~FinishedRuns();

  /// The run of this key, without its lots; none if it is not there, or without the lots that are needed.
  [[nodiscard]] std::optional<ReplicationRun> find(RunKey const&, KeepLots);
  [[nodiscard]] std::optional<LotBook> lots(RunKey const&);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace shudao::experiment
