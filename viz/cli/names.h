#pragma once
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// The place that a person means by its id, UN/LOCODE, Chinese or English name. Case, diacritics and what a
/// name has in parentheses do not matter: "lodz" finds "Łódź (Olechów)".
/// Throws InputErrors with the nearest name if there is none, or if the name fits several places.
scenarios::PlaceId find_place(scenarios::Scenario const&, std::string const& wanted);

/// The id of the flow that a person means; the wanted text itself where none fits.
std::string flow_id(scenarios::Scenario const&, std::string const& wanted);

/// The ids of the corridors in a list with commas (which names may hold, too). A name without its addition means all
/// that bear it: "Chengdu-Singapore" finds "Chengdu-Singapore, rail-sea" and "Chengdu-Singapore, river-sea".
/// Throws InputErrors with the nearest name if there is none.
std::vector<std::string> corridor_ids(scenarios::Scenario const&, std::string const& list);

/// What people call the place, link, service or resource of this id; both languages with `between`.
std::string name_of_id(scenarios::Scenario const&, std::string const& id, Language, char const* between = " ");
/// The same without what the names have in parentheses, for tables.
std::string short_name_of_id(scenarios::Scenario const&, std::string const& id, Language, char const* between = " ");
std::string corridor_name(scenarios::Scenario const&, std::string const& id, Language, char const* between = " ");
/// "成都—罗兹 Chengdu-Łódź, door to door (门到门)": times run from ready at the shipper to unloaded at the end.
std::string corridor_title(scenarios::Scenario const&, std::string const& id, Language);
/// The corridor of this id; null if there is none.
scenarios::Corridor const* find_corridor(scenarios::Scenario const&, std::string const& id);

}  // namespace shudao::viz::cli
