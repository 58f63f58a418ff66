#pragma once
#include <string>
#include <vector>

#include "scenarios/json.h"
#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// One thing or figure that two resolved documents have differently.
struct Difference {
  enum class Kind : std::uint8_t { added, removed, changed };
  Kind kind = Kind::changed;
  std::vector<std::string> path;  ///< The keys that lead to it: {"links", "a-b", "distance_km"}.
  Json before, after;             ///< Null for what is not there.
  bool is_label = false;          ///< For people only: names, sources, reasons. What happens is the same.

  [[nodiscard]] std::string pointer() const;
};

/// All that differs, by pointer. A thing that only one of them has is one difference, a number with its pedigree too;
/// `id`, `title` and `base_id` are no differences: they tell documents apart, not worlds.
std::vector<Difference> differences(Json const& a, Json const& b);
std::vector<Difference> differences(Scenario const& a, Scenario const& b);

/// The members of an RFC 7396 merge patch that makes `b` of `a`, but for `id`, `title` and `base_id`.
Json patch_between(Json const& a, Json const& b);

/// The text of a patch file (docs/file-formats.md) that makes `b` of `a`, found at `base_file` from the patch.
std::string patch_file_between(Scenario const& a, Scenario const& b, std::string const& base_file);

/// Whether a value is a number or distribution, bare or with its pedigree.
bool is_figure(Json const&);

}  // namespace shudao::scenarios
