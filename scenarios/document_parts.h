#pragma once
// Private to the folder: ways about in the document of a world.
#include <functional>
#include <string>
#include <vector>

#include "scenarios/json.h"

namespace shudao::scenarios {

/// What stands there; none if nothing does.
Json* at(Json&, std::vector<std::string> const& steps);

/// The text of that member; empty if there is none.
std::string text_at(Json const&, char const* key);

using Visit = std::function<void(std::string const& id, Json& thing)>;

/// The things of one kind, by id.
void each(Json& holder, char const* key, Visit const&);

/// Every step of every process.
void each_step(Json& world, Visit const&);

/// Takes a text out of a list; whether the list has lost its last one by it.
bool drop(Json* list, std::string const& text);

}  // namespace shudao::scenarios
