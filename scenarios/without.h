#pragma once
#include <optional>
#include <string>

#include "scenarios/json.h"
#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// The world of a resolved document without the element at `pointer` and what hangs on it:
/// - a place: its links, the services that stop there, the routes by these, the flows that begin or end there, or
///   that have no route left;
/// - a link: the services over it; a service: the routes by it; a corridor: its flows;
/// - a resource: whoever is served by it needs nobody; a yard: there is room for all; a calendar: always open;
/// - a process or a step: what came after it comes after what came before it; its tokens are granted all the same;
/// - a rule, a disruption, a kind of box and everything else: only what names it.
/// What the reader refuses in the rest, because it cannot be without the element, goes too. Nothing comes back if there
/// is no such element, or no sound world without it.
std::optional<Scenario> without(Scenario const&, std::string const& pointer);

/// The same of the document alone, before the reader has judged the rest; whether there was such an element.
bool take_away(Json& document, std::string const& pointer);

}  // namespace shudao::scenarios
