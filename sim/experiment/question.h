#pragma once
#include "scenarios/study.h"
#include "sim/experiment/statistics/best.h"

namespace shudao::experiment {

/// One figure that is asked of several worlds, with the same draws in each.
struct Question {
  std::string measure;                         ///< Its id in the study, or the name of the figure.
  scenarios::Text title;                       ///< Of the figure.
  std::vector<scenarios::StudyWorld> worlds;   ///< The base first; all of one window.
  std::vector<scenarios::Selector> selectors;  ///< By world.
  Better better = Better::smaller;
  int replications = 0;
  std::vector<std::string> notes;  ///< Worlds that were left out, and why.
};

/// What a study asks by this measure; worlds that have nothing of the kind are left out, and those with another
/// demand are noted. Throws InputErrors if the study has no such measure.
Question question_of(scenarios::Study const&, std::string const& measure);

/// A figure of a corridor: "transit_time_h.mean" (sd, p10, p50, p90, p95), "cost_cny_per_teu", "co2e_kg_per_teu",
/// "throughput_teu_per_year". Throws InputErrors for a figure or corridor that is not there, and for worlds that do not
/// run over the same weeks or have another demand on the corridor.
Question question_on(std::vector<scenarios::Scenario> worlds, std::string const& corridor, std::string const& figure);

/// The names that question_on knows.
std::vector<std::string> corridor_figures();

/// Larger is better for throughput, speed and load factor, smaller for everything else.
Better usually_better(scenarios::Selector const&);

/// The unit of the figure inside the program: "h", "CNY/TEU" …
std::string unit_of(Question const&);

}  // namespace shudao::experiment
