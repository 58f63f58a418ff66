#pragma once
#include <map>
#include <memory>
#include <string>

#include "sim/experiment/unit.h"

namespace shudao::experiment {

/// The units of a study that goes on, each kept by one transaction: `<store>.partial`. A process that is killed at any
/// moment loses only the units that it had not finished. Only one process may use it at a time. Every fault of the file
/// or of the disk is a FileError that names the file.
class PartialStore {
 public:
  /// Opens or makes the file.
  explicit PartialStore(std::string const& path);
  ~PartialStore();

  /// All units of this key, by number.
  [[nodiscard]] std::map<std::int64_t, Unit> units(UnitKey const&);
  void keep(UnitKey const&, Unit const&);
  /// Closes the file and deletes it.
  void remove();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace shudao::experiment
