#pragma once
#include <atomic>
#include <functional>
#include <map>
#include <string>

#include "scenarios/catalogue.h"
#include "scenarios/study.h"

namespace shudao::experiment {

/// The worlds in which elements stand for what the plans ask for: the base world, or the worlds of one study.
class PlanWorlds {
 public:
  explicit PlanWorlds(scenarios::Scenario base_world);
  explicit PlanWorlds(scenarios::Study);

  [[nodiscard]] std::string const& study() const { return study_; }  ///< Empty for the base world.
  /// Who could stand for which item: first those that only an alternative has, then alternatives as a whole, then what
  /// the base has, there and at last in the alternatives, which may be the first to use it. Items that the study itself
  /// does not name are left out if `only_named`.
  [[nodiscard]] std::vector<scenarios::Carrier> carriers(bool only_named) const;
  /// Whether the ledgers change when the element is taken away (an alternative: when its base stands in its stead), in
  /// one replication of at most this many weeks of window (0: as many as the world has).
  bool matters(scenarios::Carrier const&, int window_weeks);

 private:
  struct World {
    std::string id;
    std::vector<std::string> plans;
    scenarios::Scenario scenario;
  };
  [[nodiscard]] World const* find(std::string const& id) const;
  Fingerprint digest_of(World const&, int window_weeks);

  std::string study_;
  std::vector<std::string> named_;
  std::vector<World> worlds_;
  std::map<std::string, Fingerprint> digests_;  ///< By world and weeks.
  std::map<std::string, bool> known_;           ///< By world, element and weeks.
};

struct CoverageOptions {
  std::map<std::string, scenarios::Carrier> known;  ///< Items that need no proof any more.
  std::atomic<bool> const* cancel = nullptr;
  /// After each study, with all that is known by then.
  std::function<void(std::string const& study, std::map<std::string, scenarios::Carrier> const&)> on_progress;
};

/// For every item of the catalogue that some element carries, one element that matters: looked for in the study files
/// (the studies that name the item before others), then in the base world. What was not
/// reached when it was cancelled is missing.
std::map<std::string, scenarios::Carrier> represented_items(scenarios::Catalogue const&, std::string const& base_world,
                                                            std::vector<std::string> const& study_files,
                                                            CoverageOptions const&);

/// Whether the carrier still carries its item and matters; the study files stand in `studies`.
bool still_matters(scenarios::Carrier const&, std::string const& base_world, std::string const& studies);

}  // namespace shudao::experiment
