#pragma once
#include <vector>

#include "sim/base/random.h"
#include "sim/freight/knowledge.h"

namespace shudao::freight {

/// Whether what happens on the routes of a flow changes what is expected of them.
bool learns(scenarios::Scenario const&, scenarios::Flow const&);

/// Of the flow's route number `route`, without luck: −generalised cost/scale + path_size × ln(path size), or the
/// logarithm of its share where the flow fixes shares.
double utility(scenarios::Choice const&, std::size_t route, Outlook const&, Knowledge::Times const&);

/// The route whose utility plus luck is largest. Luck is a standard Gumbel draw that depends on the names of
/// consignment and route only, so the routes are taken with the probabilities of the logit (McFadden 1974), and a route
/// that no luck can help changes no choice.
std::uint32_t best_route(RandomSeed, NameHash lot, std::vector<Outlook> const&, std::vector<double> const& utilities);

}  // namespace shudao::freight
