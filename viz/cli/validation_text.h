#pragma once
#include <string>

#include "sim/experiment/calibrating.h"
#include "sim/experiment/validating.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// Observed and simulated side by side, what of it lies outside its range, and why.
std::string validation_text(scenarios::Validation const&, experiment::ValidationResult const&, Language);
/// Inputs and rows before and after a fit, with warnings.
std::string calibration_text(scenarios::Validation const&, experiment::CalibrationResult const&, Language);

/// "32.6 [26, 39] h".
std::string observed_text(scenarios::OutcomeRow const&);
/// "12.3 ± 0.4", or "–" where nothing of it happened.
std::string simulated_text(experiment::Measure const&);

/// docs/reference/json.md.
std::string json_text(scenarios::Validation const&, experiment::ValidationResult const&);
std::string json_text(scenarios::Validation const&, experiment::CalibrationResult const&, std::string const& out);

}  // namespace shudao::viz::cli
