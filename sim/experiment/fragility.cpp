#include "sim/experiment/fragility.h"

#include <algorithm>
#include <cmath>

namespace shudao::experiment {
namespace {

constexpr double kProven = 0.05;
/// Steps of a bisection: to a thousandth of the range at the latest.
constexpr int kSteps = 10;
constexpr double kNear = 0.002;
constexpr double kStrong = 1.0 / 3;

/// What a difference says of a conclusion.
enum class State : std::uint8_t { stands, open, reversed };

class Tester {
 public:
  Tester(Varying& varying, Screening const& screening, std::int64_t replications, std::int64_t most_runs)
      : varying_{varying}, screening_{screening}, most_runs_{most_runs} {
    result_.replications = replications;
  }

  Fragility run() {
    if (worlds() < 2 || !conclude()) return result_;
    choose();
    for (std::size_t const i : candidates_) {
      std::int64_t const cost =
          2 * result_.replications * static_cast<std::int64_t>(worlds_with(screening_.effective[i].input).size());
      if (varying_.asking().runs() + cost > most_runs_) {
        ++result_.left_out;
        continue;
      }
      if (!try_ends(screening_.effective[i].input)) return result_;
    }
    std::stable_sort(result_.flips.begin(), result_.flips.end(),
                     [](Flip const& a, Flip const& b) { return a.is_reversed && !b.is_reversed; });
    return result_;
  }

 private:
  [[nodiscard]] std::size_t worlds() const { return varying_.asking().question().worlds.size(); }

  static PairedTest test_of(VariedFigures const& figures, std::size_t from, std::size_t to) {
    return paired_test(figures.figures[from], figures.figures[to]);
  }

  std::optional<VariedFigures> ask(Levels const& levels, std::vector<std::size_t> of = {}) {
    auto answers = varying_.answers({levels}, {0, result_.replications, std::move(of)});
    result_.cancelled = !answers;
    if (!answers) return std::nullopt;
    return std::move(answers->front());
  }

  /// What the inputs as stated say. False if cancelled.
  bool conclude() {
    auto asked = ask({});
    if (!asked) return false;
    stated_ = std::move(*asked);
    VariedFigures const* const stated = &stated_;
    std::size_t best = 0;
    double const sign = varying_.asking().question().better == Better::larger ? -1 : 1;
    for (std::size_t w = 1; w < worlds(); ++w)
      if (sign * test_of(*stated, best, w).difference.value < 0) best = w;
    for (std::size_t w = 1; w < worlds(); ++w) add(*stated, 0, w);
    for (std::size_t w = 1; w < worlds() && best != 0; ++w)
      if (w != best) add(*stated, best, w);
    std::vector<PairedTest> const tests = judged(*stated);
    for (std::size_t i = 0; i < tests.size(); ++i) {
      result_.conclusions[i].p = tests[i].p;
      result_.conclusions[i].is_proven = tests[i].p < kProven;
    }
    return true;
  }

  /// All pairs, with p adjusted for all of them (Holm): proving and trying again are one and the same.
  [[nodiscard]] std::vector<PairedTest> judged(VariedFigures const& figures) const {
    std::vector<PairedTest> tests;
    std::vector<double> p;
    for (Conclusion const& one : result_.conclusions) {
      tests.push_back(test_of(figures, one.smaller, one.larger));
      p.push_back(tests.back().p);
    }
    std::vector<double> const adjusted = holm_adjusted(p);
    for (std::size_t i = 0; i < p.size(); ++i) tests[i].p = adjusted[i];
    return tests;
  }

  /// The worlds that have the input are asked with it at this value; the others stay as stated.
  std::optional<VariedFigures> ask_with(std::size_t input, double value) {
    auto figures = ask({{input, value}}, worlds_with(input));
    if (!figures || !figures->refusal.empty()) return figures;
    for (std::size_t w = 0; w < worlds(); ++w)
      if (!varying_.inputs()[input].worlds[w]) figures->figures[w] = stated_.figures[w];
    return figures;
  }

  [[nodiscard]] std::vector<std::size_t> worlds_with(std::size_t input) const {
    std::vector<std::size_t> with;
    for (std::size_t w = 0; w < worlds(); ++w)
      if (varying_.inputs()[input].worlds[w]) with.push_back(w);
    return with;
  }

  /// Whether both worlds of a conclusion answer exactly as stated: then the input has nothing to do with it.
  [[nodiscard]] bool is_left_alone(Conclusion const& one, VariedFigures const& figures) const {
    auto const is_as_stated = [&](std::size_t world) {
      auto const &a = figures.figures[world], &b = stated_.figures[world];
      return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                        [](Measure const& x, Measure const& y) { return x.n == y.n && x.value == y.value; });
    };
    return is_as_stated(one.smaller) && is_as_stated(one.larger);
  }

  void add(VariedFigures const& stated, std::size_t from, std::size_t to) {
    PairedTest test = test_of(stated, from, to);
    if (test.difference.n == 0) return;
    if (test.difference.value < 0) {
      std::swap(from, to);
      test = test_of(stated, from, to);
    }
    result_.conclusions.push_back({from, to, test.difference, test.p, false});
  }

  /// How an input that was screened moves the difference of a conclusion, at most.
  [[nodiscard]] double push(Screened const& one, Conclusion const& conclusion) const {
    auto const of = [&](std::vector<double> const& changes, std::size_t world) {
      return world == 0 ? 0.0 : changes[world - 1];
    };
    double most = 0;
    for (auto const* changes : {&one.at_low, &one.at_high})
      most = std::max(most, of(*changes, conclusion.smaller) - of(*changes, conclusion.larger));
    return most;
  }

  void choose() {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < screening_.effective.size(); ++i) {
      double most = 0;
      for (Conclusion const& conclusion : result_.conclusions)
        if (conclusion.is_proven)
          most = std::max(most, push(screening_.effective[i], conclusion) / conclusion.difference.value);
      if (most >= kStrong)
        order.emplace_back(-most, i);
      else
        ++result_.too_weak;
    }
    std::sort(order.begin(), order.end());
    for (auto const& [strength, i] : order) candidates_.push_back(i);
    ends_ = std::max<std::size_t>(1, 2 * candidates_.size());
  }

  /// Of a test whose p is adjusted for all pairs; for a reversal all ends are taken into account besides.
  [[nodiscard]] State state_of(PairedTest const& test) const {
    if (test.difference.value > 0) return test.p < kProven ? State::stands : State::open;
    bool const is_proven = test.p * static_cast<double>(ends_) < kProven;
    return is_proven && test.difference.value < 0 ? State::reversed : State::open;
  }

  bool try_ends(std::size_t input) {
    ++result_.tried;
    for (double const share : {0.0, 1.0}) {
      double const end = varying_.inputs()[input].value_at(share);
      auto const figures = ask_with(input, end);
      if (!figures) return false;
      if (!figures->refusal.empty()) continue;
      std::vector<PairedTest> const tests = judged(*figures);
      for (std::size_t c = 0; c < result_.conclusions.size(); ++c) {
        Conclusion const& conclusion = result_.conclusions[c];
        if (!conclusion.is_proven || is_left_alone(conclusion, *figures)) continue;
        PairedTest const& test = tests[c];
        State const state = state_of(test);
        if (state == State::stands) continue;
        Flip flip{
            input,          c, state == State::reversed, share == 0.0, end, varying_.inputs()[input].number.value, end,
            test.difference};
        if (!find_value(flip)) return false;
        result_.flips.push_back(flip);
      }
    }
    return true;
  }

  /// Halves the way from the stated value to the end; a reversal by the sign of the mean, a loss by the proof. False if
  /// cancelled.
  bool find_value(Flip& flip) {
    Conclusion const& conclusion = result_.conclusions[flip.conclusion];
    Input const& input = varying_.inputs()[flip.input];
    double const range = *input.number.high - *input.number.low;
    double here = input.number.value, there = flip.no_longer;
    double mean_here = conclusion.difference.value, mean_there = flip.at_end.value;
    for (int step = 0; step < kSteps && std::abs(there - here) > kNear * range; ++step) {
      double middle = here + (there - here) / 2;
      if (input.is_whole) middle = std::floor(middle + 0.5);
      if (middle == here || middle == there) break;
      auto const figures = ask_with(flip.input, middle);
      if (!figures) return false;
      if (!figures->refusal.empty()) break;
      PairedTest const test = judged(*figures)[flip.conclusion];
      State const state = state_of(test);
      note(flip, middle, state);
      bool const is_beyond = flip.is_reversed ? test.difference.value <= 0 : state != State::stands;
      (is_beyond ? there : here) = middle;
      (is_beyond ? mean_there : mean_here) = test.difference.value;
    }
    flip.value = there;
    // Between the last two values the difference is nearly straight.
    bool const is_crossing = flip.is_reversed && !input.is_whole && mean_here > 0 && mean_there <= 0;
    if (is_crossing) flip.value = here + (there - here) * mean_here / (mean_here - mean_there);
    return true;
  }

  /// The tried values nearest to each other between which the proof is lost.
  static void note(Flip& flip, double value, State state) {
    bool const is_towards_low = flip.is_at_low;
    auto const is_further = [&](double a, double b) { return is_towards_low ? a < b : a > b; };
    if (state == State::stands) {
      if (is_further(value, flip.still)) flip.still = value;
    } else if (state == State::reversed || !flip.is_reversed) {
      if (is_further(flip.no_longer, value)) flip.no_longer = value;
    }
  }

  Varying& varying_;
  Screening const& screening_;
  std::int64_t most_runs_;
  std::vector<std::size_t> candidates_;  ///< Into Screening::effective, the strongest first.
  std::size_t ends_ = 1;
  VariedFigures stated_;  ///< In all replications.
  Fragility result_;
};

}  // namespace

Fragility fragility(Varying& varying, Screening const& screening, std::int64_t replications, std::int64_t most_runs) {
  return Tester{varying, screening, replications, most_runs}.run();
}

}  // namespace shudao::experiment
