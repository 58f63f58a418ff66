#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace shudao::experiment {

/// Several processes that share the runs of a study. Every process plans the same study; a run is known to all of them
/// by its place in it.
class Crew {
 public:
  using Make = std::function<std::optional<std::string>(std::uint64_t run)>;  ///< None: cancelled.
  using Keep = std::function<void(std::uint64_t run, std::string const& bytes)>;

  virtual ~Crew() = default;
  /// Whether runs come together in this process; the others only make them.
  [[nodiscard]] virtual bool is_keeper() const = 0;
  /// For the keeper: has all these runs made, here by `make` or elsewhere, and keeps each in this thread; returns when
  /// all are kept or somebody cancelled. For the others: makes what the keeper asks for until it asks no more.
  virtual void work(std::vector<std::uint64_t> const& runs, Make const&, Keep const&) = 0;
};

}  // namespace shudao::experiment
