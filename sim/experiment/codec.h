#pragma once
#include <string>

#include "sim/experiment/replication.h"

namespace shudao::experiment {

// Results as JSON texts, for the store. Numbers come back bit by bit; keys are those of each_measure.h.

// What reads throws Unreadable for a text that text_of did not make.

std::string text_of(Replication const&);
Replication replication_from(std::string const& text);

std::string text_of(std::vector<Measure> const&);
std::vector<Measure> measures_from(std::string const& text);

std::string text_of(ScenarioResult const&);
ScenarioResult result_from(std::string const& text);

/// A whole run as bytes, lots included, for another process.
std::string bytes_of(ReplicationRun const&);
ReplicationRun run_from_bytes(std::string const&);

std::string text_of(Comparison const&);
Comparison comparison_from(std::string const& text);

}  // namespace shudao::experiment
