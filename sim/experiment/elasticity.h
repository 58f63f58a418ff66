#pragma once
#include <string>
#include <vector>

#include "sim/experiment/study.h"

namespace shudao::experiment {

/// The figures of a corridor whose answer to inputs can be asked.
enum class Figure : std::uint8_t {
  transit_time_h,
  p95_h,
  cost_cny_per_teu,
  co2e_kg_per_teu,
  throughput_teu_per_year,
};
char const* name_of(Figure);

/// What one corridor answers when one input goes from its low to its high.
struct Response {
  std::string corridor;
  Measure at_low, at_high;
  Measure difference;     ///< High − low, paired by consignment, or by replication for P95 and throughput.
  Measure elasticity;     ///< Relative change of the figure ÷ relative change of the input; n = 0: undefined.
  bool is_paired = true;  ///< False: the input changes demand, so the interval is that of independent runs.
};

/// One input that was tried.
struct Trial {
  scenarios::Pedigree input;
  std::vector<Response> responses;  ///< By corridor; empty if it could not be tried.
  std::string refusal;              ///< Why not: what the reader says of the world at its low or high.
};

struct ElasticityOptions {
  Figure figure = Figure::transit_time_h;
  std::string corridor;  ///< Empty: all.
  std::size_t top = 10;  ///< How many inputs to try.
  StudyOptions study;    ///< No store.
};

struct Elasticities {
  std::vector<Trial> trials;  ///< By the largest elasticity of any corridor, whatever its sign; refused ones last.
  std::size_t inputs = 0;     ///< How many inputs have a range.
  bool cancelled = false;     ///< The trials are those that were finished.
};

/// The inputs that state a low and a higher high, those with the widest range first: (high − low) ÷ their mean.
std::vector<scenarios::Pedigree> inputs_by_range(scenarios::Scenario const&);

/// Runs the scenario with each of the `top` inputs of the widest range at its low and at its high, all else equal and
/// with the same draws. The elasticity is that of the arc between the two: (Δm ÷ mean m) ÷ (Δx ÷ mean x), R. G. D.
/// Allen, "The concept of arc elasticity of demand", Rev. of Economic Studies 1 (1934) 226–229. Its interval is that of
/// the difference. One input at a time: what inputs do together is not seen.
Elasticities elasticities(scenarios::Scenario const&, ElasticityOptions const&);

}  // namespace shudao::experiment
