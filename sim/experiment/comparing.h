#pragma once
#include <vector>

#include "sim/experiment/unit.h"

namespace shudao::experiment {

/// The figures of all options beside each other, as tests and rankings need them: one column of replications for each
/// corridor of the base and headline measure.
class Columns {
 public:
  explicit Columns(std::vector<Unit> const&);

  [[nodiscard]] std::vector<std::string> const& corridors() const { return corridors_; }
  /// Empty where the option has no such corridor.
  [[nodiscard]] std::vector<Measure> const& column(std::size_t option, std::size_t corridor,
                                                   std::size_t headline) const;
  /// Whether two options are the same in every headline measure of a corridor in every replication.
  [[nodiscard]] bool are_equal(std::size_t a, std::size_t b, std::size_t corridor) const;

 private:
  std::vector<std::string> corridors_;
  std::vector<std::vector<std::vector<Measure>>> columns_;  ///< By option; corridor × headline.
};

/// Why an alternative should not be compared with the base in a corridor; both empty where it may be.
struct Objection {
  scenarios::Text to_all;    ///< Other demand or window.
  scenarios::Text to_times;  ///< Consignments under way: times and costs are bounds.
};
using Objections = std::vector<std::vector<Objection>>;  ///< By alternative and corridor of the columns.

/// Judges every headline measure of every corridor and alternative of a comparison whose results, differences and
/// refusals are known: tests, sentences, rankings. Sentences of the differences are filled in too. What is equal in all
/// headline measures of a corridor in every replication is not tested, and so not counted in the adjustment: nothing
/// there could be called different.
void judge(Comparison&, std::vector<scenarios::Scenario const*> const&, std::vector<Unit> const&);

}  // namespace shudao::experiment
