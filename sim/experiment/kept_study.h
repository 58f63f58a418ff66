#pragma once
#include <optional>
#include <string>
#include <vector>

#include "scenarios/observed.h"
#include "sim/experiment/statistics/measure.h"

namespace shudao::experiment {

/// What a results store keeps of the study file that asked for it: the question, what was measured, what was found.
struct KeptStudy {
  struct World {
    std::string role;  ///< "base", or the id of the alternative.
    scenarios::Text title;
    bool is_as_base = false;
  };
  struct Asked {
    std::string id;
    scenarios::Text title, why;
    std::string unit;  ///< As in file-formats.md; "1" for a share or a number.
  };
  struct Found {
    std::string role, measure;
    Measure base, value, difference;
    std::string verdict;   ///< As in name_of(Finding).
    std::string expected;  ///< As in name_of(Expectation).
    std::optional<bool> as_expected;
    scenarios::Text sentence;
  };
  scenarios::Text title, question;
  std::vector<World> worlds;    ///< The base first.
  std::vector<Asked> measures;  ///< In the order of the file.
  std::vector<Found> found;     ///< By measure, then by world.
};

/// Nothing where the store is not that of a study file. Throws FileError for what is no results store.
std::optional<KeptStudy> read_kept_study(std::string const& store);

/// The observed figures that the store keeps beside its results, by id. Throws FileError for what is no results store.
std::vector<scenarios::Observed> read_kept_observed(std::string const& store);

}  // namespace shudao::experiment
