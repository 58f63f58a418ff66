#include "sim/experiment/drawing_together.h"

#include <algorithm>

#include "sim/base/random.h"

namespace shudao::experiment {
namespace {

/// So many draws in a row must be possible. A pair that one draw in five refuses is found in 97 of 100 cases.
constexpr int kCleanDraws = 16;
constexpr std::uint32_t kMostDraws = 200;
constexpr std::uint32_t kFirstDraw = 1U << 20U;  ///< Beyond the draws of the design.

class Settling {
 public:
  Settling(Varying& varying, std::vector<std::size_t> inputs) : varying_{varying}, inputs_{std::move(inputs)} {}

  std::vector<std::size_t> run() {
    int clean = 0;
    for (std::uint32_t draw = 0; draw < kMostDraws && clean < kCleanDraws && !inputs_.empty(); ++draw) {
      if (varying_.asking().is_cancelled()) break;
      std::vector<InputError> const errors = varying_.refusal_of(drawn(draw));
      clean = errors.empty() ? clean + 1 : 0;
      if (!errors.empty() && !learn(errors)) hold_half(draw);
    }
    return std::move(inputs_);
  }

 private:
  [[nodiscard]] Levels drawn(std::uint32_t draw) const {
    Levels levels;
    for (std::size_t const input : inputs_) {
      NameHash const name = name_hash(varying_.inputs()[input].number.pointer);
      RandomStream draws{{varying_.asking().seed(), kFirstDraw + draw}, Purpose::design_of_runs, name};
      levels.push_back({input, varying_.inputs()[input].value_at(draws.uniform())});
    }
    return levels;
  }

  /// Inputs that the errors name take whole values from now on, or stay as stated; false if no input is named.
  bool learn(std::vector<InputError> const& errors) {
    std::vector<std::size_t> kept;
    bool has_learned = false;
    for (std::size_t const input : inputs_) {
      Input const& one = varying_.inputs()[input];
      bool const is_named = std::any_of(errors.begin(), errors.end(), [&](auto const& e) { return is_about(e, one); });
      bool const may_be_whole = is_named && !one.is_whole && looks_whole(one);
      if (may_be_whole) varying_.take_whole(input);
      if (!is_named || may_be_whole) kept.push_back(input);
      has_learned = has_learned || is_named;
    }
    inputs_ = std::move(kept);
    return has_learned;
  }

  /// The smaller part that is still refused is held: halves, as long as one of them is refused without the other.
  void hold_half(std::uint32_t draw) {
    Levels suspects = drawn(draw);
    while (suspects.size() > 1) {
      auto const middle = suspects.begin() + static_cast<std::ptrdiff_t>(suspects.size() / 2);
      Levels first{suspects.begin(), middle}, second{middle, suspects.end()};
      if (!varying_.refusal_of(first).empty())
        suspects = std::move(first);
      else if (!varying_.refusal_of(second).empty())
        suspects = std::move(second);
      else
        break;
    }
    auto const is_suspect = [&](std::size_t input) {
      return std::any_of(suspects.begin(), suspects.end(), [&](Level const& level) { return level.input == input; });
    };
    inputs_.erase(std::remove_if(inputs_.begin(), inputs_.end(), is_suspect), inputs_.end());
  }

  Varying& varying_;
  std::vector<std::size_t> inputs_;
};

}  // namespace

std::vector<std::size_t> drawn_together(Varying& varying, std::vector<std::size_t> inputs) {
  return Settling{varying, std::move(inputs)}.run();
}

}  // namespace shudao::experiment
