#pragma once
#include "sim/experiment/question.h"
#include "sim/experiment/study.h"

namespace shudao::experiment {

/// How far a selection has come.
struct SelectionProgress {
  std::int64_t runs = 0, replications = 0, most = 0;  ///< `replications` and `most` of each option.
  std::size_t contenders = 0, options = 0;
};

struct SelectionOptions {
  std::optional<double> indifference;  ///< In the unit of the figure, > 0; none: a hundredth of the base's figure.
  double confidence = 0.95;            ///< Above 1 ÷ options, below 1.
  int most = 200;                      ///< Replications of each option at the most; kFirstStage or more.
  StudyOptions study;                  ///< No replications, no store.
  std::function<void(SelectionProgress const&)> on_progress;
};

/// One option as far as it was run.
struct OptionResult {
  Measure value;   ///< Over the replications until it was left out.
  Measure behind;  ///< Option − best, paired, in the same replications; of the best itself 0.
  std::int64_t replications = 0;
  bool is_contender = false;
  std::int64_t unfinished = 0;  ///< Under way at the end of ten replications: the figure is a lower bound (bounds.h).
  bool is_as_best = false;      ///< Equal to the best in every replication that both had.
};

struct Selection {
  static constexpr int kFirstStage = 10;
  std::vector<OptionResult> options;  ///< By world of the question.
  std::size_t best = 0;               ///< With the best mean among the contenders.
  bool is_decided = false;
  /// Why nothing was chosen, usually empty: an option leaves cargo under way in its first ten replications.
  scenarios::Text not_comparable;
  double indifference = 0, confidence = 0.95;
  bool is_indifference_chosen = false;  ///< By the program.
  std::int64_t replications = 0;        ///< Of the contenders.
  std::int64_t unobserved = 0;          ///< Replications that told nothing of some contender and do not count.
  std::int64_t runs = 0;
  std::uint64_t seed = 0;
  std::vector<std::string> breaches;
  std::vector<std::vector<GuardRail>> guard_rails;  ///< By world; of its first ten replications.
  bool cancelled = false;  ///< Then the rest is that of the finished replications, possibly none.
  double wall_s = 0;
  scenarios::Text sentence;
};

/// Chooses the best of the worlds by the fully sequential procedure of Kim and Nelson (statistics/kim_nelson.h) over
/// replications with the same draws; options that fall behind are not run further. Throws InputErrors for fewer than
/// two worlds, and if the figure cannot be observed.
Selection select(Question const&, SelectionOptions const&);

/// What a planner may quote of it.
scenarios::Text sentence_on(Selection const&, Question const&);

}  // namespace shudao::experiment
