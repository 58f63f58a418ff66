#pragma once
#include <memory>
#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace shudao::scenarios {

struct Json;

/// A number of a scenario, by its pointer, multiplied. Of a distribution everything that has its unit is multiplied, so
/// that the mean changes and the shape stays. Results have six significant digits and stay inside low and high.
struct Adjustment {
  std::string pointer;
  double factor = 1;
};

/// `world` as it would be if the numbers of `base`, the scenario that it patches or is, were adjusted: what it has
/// equal to the base changes too, what it sets itself stays. Throws InputErrors if the result is no sound world.
Scenario adjusted(Scenario const& world, Scenario const& base, std::vector<Adjustment> const&);

/// The scenario with this number at another value, or this distribution at another mean and of the same shape (its mean
/// must be above 0). `low` and `high` give way by a rounding error. Throws InputErrors if the result is no sound world.
Scenario varied(Scenario const&, Pedigree const&, double value);

/// An input at another value.
struct Setting {
  Pedigree const* input = nullptr;
  double value = 0;
};

/// A scenario of which many inputs are varied many times: it is parsed once.
class Variable {
 public:
  explicit Variable(Scenario const&);
  ~Variable();
  Variable(Variable&&) noexcept;
  /// As `varied`, of several inputs at once; those that the scenario does not have change nothing. From any thread.
  [[nodiscard]] Scenario with(std::vector<Setting> const&) const;

 private:
  std::string id_;
  std::unique_ptr<Json> document_;
};

/// The scenario that its resolved document gives under a JSON merge patch (RFC 7396), for example
/// {"run":{"window_weeks":4}}. Throws InputErrors if the result is no sound world.
Scenario patched(Scenario const&, std::string const& merge_patch);

/// One adjusted number as it goes into a calibrated patch.
struct CalibratedNumber {
  Adjustment adjustment;
  std::string fitted_to;  ///< "from 12 to rows a, b": goes into `why`.
};
/// The text of a patch file (docs/file-formats.md) that gives `base`, found at `base_file` from the patch, these
/// numbers, each with its pedigree and "calibrated": true.
std::string calibrated_patch(Scenario const& base, std::string const& base_file, std::vector<CalibratedNumber> const&);

}  // namespace shudao::scenarios
