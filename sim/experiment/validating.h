#pragma once
#include "scenarios/validation.h"
#include "sim/experiment/study.h"

namespace shudao::experiment {

/// One observed figure beside the simulated one; figures in the unit of the row.
struct RowResult {
  std::string id;
  Measure simulated;                    ///< n = 0: nothing of it happened in the simulation.
  std::optional<double> error_percent;  ///< Simulated − observed, of the observed; none where that is 0 or n = 0.
  bool is_inside = false;               ///< The mean lies inside the observed range.
};

/// How one world of the file ran.
struct WorldResult {
  std::string name;  ///< As in the file; "" is the scenario itself.
  std::string scenario;
  Laws laws;
  std::uint64_t events = 0;
  std::int64_t unfinished = 0;
};

struct ValidationResult {
  std::vector<RowResult> rows;  ///< In the order of Validation::rows.
  std::vector<WorldResult> worlds;
  std::uint64_t seed = 0;
  std::int64_t replications = 0;
  std::int64_t held_out = 0, held_out_inside = 0, calibrated = 0, calibrated_inside = 0;
  bool cancelled = false;  ///< Then the rest means nothing.
  double wall_s = 0;
  [[nodiscard]] bool laws_hold() const;
};

/// Runs every world that a row needs, with the same seed and replications, and compares. Differences and ratios are
/// formed inside each replication.
ValidationResult validate(scenarios::Validation const&, StudyOptions const&);

/// The measures of these rows, in their units, in worlds given by name; none if cancelled.
std::optional<std::vector<Measure>> measured(std::vector<scenarios::OutcomeRow> const& rows,
                                             std::map<std::string, scenarios::Scenario const*> const& worlds,
                                             StudyOptions const&, std::vector<WorldResult>* told = nullptr);

}  // namespace shudao::experiment
