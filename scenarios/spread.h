#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/fields.h"
#include "scenarios/rule.h"

namespace shudao::scenarios {

/// An entry of a rule's list as it is written. Its names may lack the place ("export/inspect" instead of
/// "cn-chengdu/export/inspect"); then the process may end in '*', which stands for the same text in all its names.
struct UnplacedRewrite {
  Rewrite verb;
  WrittenRewrite written;
  std::string resource;  ///< The resource that it names, if the place is not known.
};

/// Whether it is "place/process" and not "process".
bool has_place(std::string const& process);
/// Whether some name in the rewrite lacks its place of a step or process lacks its place.
bool lacks_place(Rewrite const&);
/// The text that '*' stands for if the pattern fits the name; nothing if it does not fit.
std::optional<std::string> star_in(std::string const& pattern, std::string const& name);

/// Every resource with a namesake at the place, with that namesake.
std::vector<std::pair<ResourceId, ResourceId>> namesakes(NameTable const& resources, std::string const& place);

/// The entry at each process of the places that it fits; one with its place stays where it is. `notes` tells which
/// places have the process but not the resource.
std::vector<PlacedRewrite> placed(UnplacedRewrite const&, std::size_t position, std::vector<std::string> const& places,
                                  Reading& reading, std::string const& rule);

/// The place where the rewrite takes effect.
std::string place_of(Rewrite const&, NameTable const& resources);

}  // namespace shudao::scenarios
