#pragma once
#include <memory>
#include <optional>
#include <string>

#include "sim/experiment/errand.h"
#include "sim/experiment/replication.h"
#include "sim/experiment/run_key.h"

namespace shudao::experiment {

/// The runs of a study that goes on, each kept by one transaction. A process that is killed at any moment loses only
/// the runs that it had not finished. Only one process may use it at a time. Every fault of the file or of the disk is
/// a FileError that names the file.
class PartialStore {
 public:
  /// Opens or makes the file.
  explicit PartialStore(std::string const& path);
  ~PartialStore();

  /// Writes down what the runs are for, over what was written before.
  void describe(Errand const&);
  /// The run of this key, without its lots; none if it is not there or not as it was kept, or without the lots that are
  /// needed.
  [[nodiscard]] std::optional<ReplicationRun> find(RunKey const&, KeepLots);
  /// The lots of this run, if it is there with them and as it was kept.
  [[nodiscard]] std::optional<LotBook> lots(RunKey const&);
  void keep(RunKey const&, ReplicationRun const&, KeepLots);
  /// Takes over all runs of another one that are as they were kept.
  void take_over(std::string const& other);
  /// Closes the file and deletes it.
  void remove();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace shudao::experiment
