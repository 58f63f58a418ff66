#pragma once
#include <optional>

#include "sim/experiment/finished_runs.h"
#include "sim/experiment/partial_store.h"

namespace shudao::experiment {

/// What earlier calls left of a study and what this one adds: the partial store, and under it the finished one.
class RunShelf {
 public:
  RunShelf(std::string const& partial, std::string const& finished)
      : partial_{partial}, finished_{finished}, path_{partial} {}

  /// The run of this key, without its lots; none if it is not there, or without the lots that are needed.
  [[nodiscard]] std::optional<ReplicationRun> find(RunKey const& key, KeepLots needed) {
    auto run = partial_.find(key, needed);
    return run ? std::move(run) : finished_.find(key, needed);
  }
  /// Those of a run that was found with lots. Throws FileError if they are no longer there.
  [[nodiscard]] LotBook lots(RunKey const& key) {
    auto lots = partial_.lots(key);
    if (!lots) lots = finished_.lots(key);
    if (!lots) throw FileError{path_ + ": the consignments of replication " + std::to_string(key.number) + " are gone"};
    return std::move(*lots);
  }
  [[nodiscard]] PartialStore& partial() { return partial_; }

 private:
  PartialStore partial_;
  FinishedRuns finished_;
  std::string path_;
};

}  // namespace shudao::experiment
