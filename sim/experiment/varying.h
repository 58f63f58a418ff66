#pragma once
#include "scenarios/adjust.h"
#include "sim/base/errors.h"
#include "sim/experiment/asking.h"

namespace shudao::experiment {

/// A number with a range in one or several of the compared worlds, which vary together.
struct Input {
  scenarios::Pedigree number;
  char grade = ' ';
  std::vector<bool> worlds;  ///< Which of them have it, with the same value and range.
  bool is_whole = false;     ///< Takes only whole values, as far as was found out.

  [[nodiscard]] double value_at(double share) const;  ///< 0: low, 1: high.
};

/// All of them but those of flows that bring nothing, by what they are (their key) and then by pointer.
std::vector<Input> inputs_of(Question const&);

/// Whether value, low and high are whole numbers: if it takes no others, that is not known by it.
bool looks_whole(Input const&);
/// Whether the error is about the number, a part of it, or what it is a part of.
bool is_about(InputError const&, Input const&);

/// One input at another value than stated.
struct Level {
  std::size_t input = 0;
  double value = 0;
};
using Levels = std::vector<Level>;

/// What the worlds answer with some inputs at other values.
struct VariedFigures {
  std::vector<InputError> refusal;            ///< Not empty: there is no such world, and no figures.
  std::vector<std::vector<Measure>> figures;  ///< By world and replication; none of worlds that were not asked.
};

/// Which replications of which worlds.
struct Extent {
  std::int64_t first = 0, count = 1;
  std::vector<std::size_t> worlds{};  ///< Empty: all.
};

/// Asks a question again with inputs at other values, with the same draws.
class Varying {
 public:
  Varying(Asking&, std::vector<Input>&);
  /// In the order of the points; none if cancelled.
  std::optional<std::vector<VariedFigures>> answers(std::vector<Levels> const& points, Extent const&);
  /// The same with replications of each point's own.
  std::optional<std::vector<VariedFigures>> answers(std::vector<Levels> const& points, std::vector<Extent> const&);
  /// Why there are no such worlds; empty if there are. Nothing is run.
  [[nodiscard]] std::vector<InputError> refusal_of(Levels const&) const;
  void take_whole(std::size_t input) { inputs_[input].is_whole = true; }
  /// Finds out which of these take whole values only.
  void find_whole(std::vector<std::size_t> const& inputs);

  [[nodiscard]] std::vector<Input> const& inputs() const { return inputs_; }
  [[nodiscard]] Asking& asking() { return asking_; }

 private:
  struct Built;
  [[nodiscard]] scenarios::Scenario built(Levels const&, std::size_t world) const;

  Asking& asking_;
  std::vector<Input>& inputs_;
  std::vector<scenarios::Variable> worlds_;
};

}  // namespace shudao::experiment
