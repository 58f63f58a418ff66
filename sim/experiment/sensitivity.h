#pragma once
#include "sim/experiment/fragility.h"
#include "sim/experiment/uncertainty.h"

namespace shudao::experiment {

enum class SensitivityStage : std::uint8_t { screening, fragility, uncertainty };

struct SensitivityProgress {
  SensitivityStage stage{};
  std::int64_t runs = 0, budget = 0;
  double seconds_left = 0;  ///< If the whole budget is used.
};

struct SensitivityOptions {
  std::int64_t budget = 3000;  ///< Runs of one world in one replication, about.
  std::size_t top = 6;         ///< Inputs with Sobol indices of their own.
  StudyOptions study;          ///< Replications: of a conclusion (default: the study's own); no store.
  std::function<void(SensitivityProgress const&)> on_progress;
};

struct Sensitivity {
  std::vector<Input> inputs;
  Screening screening;
  Fragility fragility;
  Uncertainty uncertainty;
  std::int64_t runs = 0;
  std::uint64_t seed = 0;
  std::vector<std::string> breaches;
  std::vector<std::vector<GuardRail>> guard_rails;  ///< By world as stated; of its first ten replications.
  scenarios::Text not_comparable;  ///< Why nothing was judged: a world as stated leaves cargo under way. Usually empty.
  bool cancelled = false;          ///< Then the parts that were finished are filled.
  double wall_s = 0;
};

/// Which inputs matter for a question, whether its conclusions stand inside the ranges, and where the doubt comes from:
/// two fifths of the budget at the most for screening, a third for fragility, the rest for shares and indices.
Sensitivity sensitivity(Question const&, SensitivityOptions const&);

/// What a planner may quote of a flip, of what stands, and of where the doubt comes from.
scenarios::Text sentence_on(Flip const&, Sensitivity const&, Question const&);
scenarios::Text sentence_on_standing(Conclusion const&, Sensitivity const&, Question const&);
scenarios::Text sentence_on(Doubt const&, Question const&, std::size_t quantity);

}  // namespace shudao::experiment
