#pragma once
#include <map>
#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// One thing that the plans ask for, under its key in the catalogue.
struct PlanItem {
  std::string id, category;
  Text name;
  std::map<std::string, std::vector<std::string>> clauses;  ///< The sections of each plan that name it.
};

/// Which element of which world stands for an item, so that the ledgers change when it is taken away.
struct Carrier {
  std::string item;     ///< Key of the catalogue.
  std::string study;    ///< File name of the study without ".json"; empty: the base world.
  std::string world;    ///< "base" or the alternative's id.
  std::string element;  ///< JSON Pointer in that world's document; "/alternatives/x" is the alternative itself.
  friend auto operator<=>(Carrier const&, Carrier const&) = default;
};

/// The folder `plans` of a world: what the plans ask for (`catalogue.json`), what a simulator does not represent and
/// why
/// (`unrepresented.json`), and what was shown to represent the rest (`represented.json`).
struct Catalogue {
  std::string folder;
  std::vector<PlanItem> items;                 ///< By id.
  std::map<std::string, Text> unrepresented;   ///< The reasons, by id.
  std::map<std::string, Carrier> represented;  ///< By id.

  [[nodiscard]] PlanItem const* find(std::string const& id) const;
};

/// Throws InputErrors with all that is wrong with the three files (the last one may be missing), FileError if there is
/// no catalogue.
Catalogue read_catalogue(std::string const& folder);

/// The text of `represented.json`.
std::string represented_text(std::map<std::string, Carrier> const&);

/// Each element of the world that carries keys of the catalogue, with each of its keys; `study` and `world` are left
/// empty.
std::vector<Carrier> carriers_in(Scenario const&);

/// The categories of the catalogue that are about freight itself: of these nearly all should be represented.
std::vector<std::string> const& freight_categories();

}  // namespace shudao::scenarios
