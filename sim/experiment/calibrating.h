#pragma once
#include "scenarios/adjust.h"
#include "sim/experiment/validating.h"

namespace shudao::experiment {

inline constexpr std::size_t kMostFree = 16;  ///< Inputs fitted at once.

struct CalibrationOptions {
  StudyOptions study;  ///< Seed, replications, threads, cancel; no store.
  int evaluations = 60;
  std::vector<std::string> rows;  ///< Empty: all calibrated rows that the free inputs name.
  std::function<void(int evaluations, double misfit)> on_evaluation;
};

/// One free input before and after. Numbers are those of its first pointer.
struct FittedInput {
  std::string name, pointer, unit;
  double before = 0, after = 0, low = 0, high = 0;  ///< The range that keeps every number of it inside its own.
  /// 95 % interval: what the rows say, taking an observed range as one of 95 %, the simulation as linear near the
  /// best point, and every value between low and high as equally likely before.
  double after_low = 0, after_high = 0;
  bool is_at_bound = false;    ///< Within a hundredth of the range.
  bool is_identified = false;  ///< The interval is less than 7/10 as wide as without any row.
  double factor = 1;
};

struct FittedRow {
  RowResult before, after;
};

struct CalibrationResult {
  std::vector<scenarios::OutcomeRow> fitted_to;
  std::vector<FittedRow> rows;  ///< In the order of `fitted_to`.
  std::vector<FittedInput> inputs;
  double misfit_before = 0, misfit_after = 0;  ///< Σ weight · ((simulated − observed) ÷ half the range)².
  int evaluations = 0;                         ///< Of all rows in all their worlds.
  std::uint64_t seed = 0;
  std::int64_t replications = 0;
  bool cancelled = false;                            ///< Then nothing else means anything.
  std::vector<scenarios::CalibratedNumber> numbers;  ///< For scenarios::calibrated_patch.
};

/// Fits the free inputs to calibrated rows, with the same draws in every evaluation, so that the misfit is a function
/// of the inputs alone. Throws InputErrors for held-out or unknown rows, for rows of which nothing happens in the
/// simulation, and for inputs that may not take every value of their range (whole numbers).
CalibrationResult calibrate(scenarios::Validation const&, CalibrationOptions const&);

}  // namespace shudao::experiment
