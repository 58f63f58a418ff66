#pragma once
#include <string>

#include "sim/experiment/unit.h"

namespace shudao::experiment {

// Results as JSON texts, for the store. Numbers come back bit by bit; keys are those of each_measure.h.

std::string text_of(Unit const&);
Unit unit_from(std::string const& text);  ///< Throws FileError for a text that text_of did not make.

std::string text_of(ScenarioResult const&);
std::string text_of(Comparison const&);
Comparison comparison_from(std::string const& text);  ///< Likewise.

}  // namespace shudao::experiment
