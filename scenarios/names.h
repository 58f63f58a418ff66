#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/json.h"

namespace shudao::scenarios {

/// The sorted names of one kind of thing; the index of a name is the id of the thing.
class NameTable {
 public:
  NameTable(std::string kind, std::vector<std::string> names);  ///< Sorts the names and drops repetitions.

  [[nodiscard]] std::string const& kind() const { return kind_; }  ///< "place", "link", … for messages.
  [[nodiscard]] std::vector<std::string> const& names() const { return names_; }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

 private:
  std::string kind_;
  std::vector<std::string> names_;
};

/// Every name that a world defines, known before anything else of it is read, so that each reference can be judged
/// where it stands.
struct Names {
  Names();                            ///< No names at all: for describing the format.
  explicit Names(Json const& world);  ///< Takes what it finds; wrong shapes are the readers' matter.

  /// The local names of what a place has: `things` is "resources" or "processes".
  static std::vector<std::string> local_names(NameTable const& things, std::string_view place);

  NameTable sources, calendars, places, resources, links, services, processes, flows, boxes, tokens;
};

/// The name among `names` that was probably meant, or nothing. Names too long to be a slip are not compared.
std::string likely_name(std::string_view wanted, std::vector<std::string> const& names);

}  // namespace shudao::scenarios
