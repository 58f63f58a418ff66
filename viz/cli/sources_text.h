#pragma once
#include <string>

#include "sim/experiment/elasticity.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// Every number with unit, grade, source and range; the sources with what they carry; totals by grade.
std::string sources_text(scenarios::Scenario const&, Language);
/// What a measure answers to the inputs that were tried.
std::string elasticities_text(experiment::Elasticities const&, experiment::Figure, int replications,
                              scenarios::Scenario const&, Language);

/// One object of both, the ranking null where none was asked for; docs/reference/json.md.
std::string sources_json(scenarios::Scenario const&, experiment::Elasticities const*,
                         experiment::ElasticityOptions const&);

}  // namespace shudao::viz::cli
