#pragma once
#include "scenarios/fields.h"

namespace shudao::scenarios {

/// Pieces of JSON Schema (draft 2020-12).
Json type_schema(char const* type);                        ///< {"type": …}
Json words_schema(std::vector<std::string> const& words);  ///< One of a few strings.
Json list_schema(Json item);                               ///< An array of such items.
Json map_schema(Json member);                              ///< An object whose keys are ids.
Json object_schema(Fields::Body const&);                   ///< The object that the body reads.
Json reference_to(char const* definition);                 ///< {"$ref": "#/$defs/…"}
Json number_schema(Range);                                 ///< A bare number.
Json either_schema(std::vector<Json> schemas);             ///< Any of them.

}  // namespace shudao::scenarios
