#pragma once
#include "scenarios/validation.h"
#include "sim/experiment/results.h"

/// Figures that are only lower bounds, because consignments are still under way when the run ends.
namespace shudao::experiment {

struct Question;

/// Whether figures of this kind are bounded by what is still under way: times of cargo, costs, emissions, spoilage.
bool is_bounded(scenarios::Selector const&);

/// Cohort consignments under way at the end that make a bound of the figure, 0 if it is none: of its corridor, or of
/// those that carry cargo of its kind; of waits, stays and processes, those that are held at the place.
std::int64_t unfinished_in(scenarios::Selector const&, scenarios::Scenario const&, ScenarioResult const&);

/// "12 consignments are still under way at the end, so that …", without a full stop.
scenarios::Text unfinished_words(std::int64_t consignments);

/// That the worlds of a question should not be compared, and why; empty if nothing is under way in any of them.
/// `unfinished` by world.
scenarios::Text why_not_comparable(Question const&, std::vector<std::int64_t> const& unfinished);

}  // namespace shudao::experiment
