#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "sim/experiment/results.h"

namespace shudao::viz::cli {

/// Results of more corridors than this begin with an overview; details are told of what is asked for.
inline constexpr std::size_t kMostInFull = 6;

/// How much of a result people are told.
struct Extent {
  std::vector<std::string> corridors;  ///< Ids of those asked for; empty: none named.
  bool is_full = false;                ///< Everything, however much it is.

  /// Whether the result is too long to be told whole.
  [[nodiscard]] bool is_short(std::size_t corridors_in_all) const;
  /// Whether this corridor is told in detail.
  [[nodiscard]] bool tells(std::string const& corridor, std::size_t corridors_in_all) const;
};

/// The result with only the corridors that are told in detail.
experiment::ScenarioResult told(experiment::ScenarioResult, Extent const&);

/// Whether any empties were seen.
bool has_empties(std::optional<experiment::Measure> const& share);

/// The rows of a table that matter most, as a result that holds nothing else, and how many rows it leaves out.
struct Worst {
  experiment::ScenarioResult result;
  std::size_t left = 0;
};
inline constexpr std::size_t kWorstShown = 10;
Worst worst_places(experiment::ScenarioResult const&);    ///< Most waiting; each resource a place of its own.
Worst worst_services(experiment::ScenarioResult const&);  ///< Most TEU a year left behind, then the fullest.
Worst worst_depots(experiment::ScenarioResult const&);    ///< Most consignments waited; each kind a place of its own.
Worst worst_empties(experiment::ScenarioResult const&);   ///< Largest shares of empties; places, then services.
Worst worst_connections(experiment::ScenarioResult const&);  ///< Most missed; each a service of its own.

}  // namespace shudao::viz::cli
