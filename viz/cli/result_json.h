#pragma once
#include <string>
#include <vector>

#include "network/routes.h"
#include "scenarios/rides.h"
#include "sim/base/errors.h"
#include "sim/experiment/results.h"
#include "sim/experiment/study.h"

namespace shudao::viz::cli {

/// Version of the JSON objects below; changes when a member changes its meaning or goes.
inline constexpr int kJsonVersion = 1;

/// One scenario as one JSON object. Every measure is {value, ci95: [low, high] or null, n}; docs/reference/json.md.
std::string json_text(experiment::ScenarioResult const&);
/// Two scenarios: {schema_version, base, alternative, differences, refusals}.
std::string json_text(experiment::Comparison const&);
/// {schema_version, consignment, lives: [{scenario, replication, teu, ready_utc, hours, entries}]}.
std::string json_text(std::vector<experiment::Life> const&);
/// {error_class, exit_code, errors: [{file, pointer, line, found, expected, nearest, text}]}.
std::string json_text(ExitCode, std::vector<InputError> const&);

/// What one file was found to be.
struct Checked {
  std::string file, scenario;  ///< The scenario's id; empty if it could not be read.
  std::vector<InputError> errors;
  std::vector<std::string> notes;
};
/// {schema_version, error_class, exit_code, errors, checked: [{file, scenario, is_sound, errors, notes}]}.
std::string json_text(ExitCode, std::vector<Checked> const&);

/// {schema_version, from, to, routes: [{hours, total_h, distance_km, legs}]}.
std::string json_text(scenarios::Rides const&, network::NodeId from, network::NodeId to,
                      std::vector<network::Route> const&);
std::string version_json(std::string const& version);

/// "ok", "internal_fault", "bad_input", "file_or_system", "law_broken".
char const* class_name(ExitCode);

}  // namespace shudao::viz::cli
