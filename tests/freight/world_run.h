#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "sim/freight/facts.h"
#include "sim/freight/simulation.h"

namespace shudao::freight::test {

/// All that was made known of one consignment.
struct Life {
  std::vector<LedgerEntry> path;  ///< On the path, in order.
  Costs costs;
  LotEnd end;
  bool is_delivered = false;
  std::int64_t ended_ms = 0;  ///< When it was delivered, or the run ended.

  /// Hours charged to a component, anywhere.
  [[nodiscard]] double hours(scenarios::Component) const;
  [[nodiscard]] std::int64_t door_to_door_ms() const { return ended_ms - end.ready_ms; }
};

/// One replication, run and remembered.
struct WorldRun {
  std::map<LotName, Life> lives;
  std::vector<std::pair<std::int64_t, LedgerEntry>> all_entries;  ///< On and off the path.
  std::vector<std::pair<SimTime, kernel::Message>> facts;
  Fingerprint digest;
  std::uint64_t events = 0;
};

struct HowToRun {
  std::uint32_t replication = 0;
  int threads = 1;
  bool is_parallel = false;
  std::optional<int> weeks;  ///< Instead of the scenario's warm-up and window.
};

scenarios::Scenario example(std::string const& name);  ///< scenarios/examples/<name>.json
/// The example with a merge patch, and with rules (each one JSON object) added.
scenarios::Scenario patched(std::string const& name, std::string const& merge_patch,
                            std::vector<std::string> const& rules = {});
WorldRun run(scenarios::Scenario const&, HowToRun const& = {});

/// Mean over the replications of what `measure` says of each consignment ready in the window, and its half-width at an
/// error rate of 1e-6 (Student's t over replications).
struct Estimate {
  double mean = 0;
  double half_width = 0;
  [[nodiscard]] bool contains(double truth) const { return truth > mean - half_width && truth < mean + half_width; }
};
Estimate estimate(scenarios::Scenario const&, int replications, std::function<double(Life const&)> const& measure);

}  // namespace shudao::freight::test
