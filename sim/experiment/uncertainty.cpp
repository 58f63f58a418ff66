#include "sim/experiment/uncertainty.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "sim/base/random.h"
#include "sim/experiment/drawing_together.h"
#include "sim/experiment/statistics/crossed_variance.h"
#include "sim/experiment/statistics/in_tenths.h"
#include "sim/experiment/statistics/t_interval.h"

namespace shudao::experiment {
namespace {

constexpr std::size_t kMostMorris = 12, kMostRows = 64, kLeastRows = 4;
constexpr int kLeastTrajectories = 2, kMostTrajectories = 6;
constexpr std::int64_t kInner = 4;  ///< Replications of each point of the outer level.
constexpr std::size_t kRowsForInterval = 16;
constexpr double kSeen = 0.05;

using Shares = std::vector<double>;  ///< Of the range of each input that is varied; by its place in `varied_`.

std::string name_of_grade(char grade) { return grade == ' ' ? "none" : std::string{grade}; }

class Doubting {
 public:
  Doubting(Varying& varying, Screening const& screening, std::size_t top, std::int64_t replications,
           std::int64_t most_runs)
      : varying_{varying},
        screening_{screening},
        top_{top},
        worlds_{static_cast<std::int64_t>(varying.asking().question().worlds.size())},
        left_{most_runs} {
    result_.doubts.resize(quantities_of(varying.asking().question()));
    for (Doubt& doubt : result_.doubts) doubt.replications = replications;
  }

  Uncertainty run() {
    if (screening_.effective.empty() && screening_.unresolved.empty()) return result_;
    choose_inputs();
    if (!screen_by_morris()) return cancelled();
    choose_factors();
    if (rows() == 0) return result_;
    if (!ask_rows() || !ask_levels()) return cancelled();
    share_out();
    return result_;
  }

 private:
  Uncertainty cancelled() {
    result_.cancelled = true;
    return result_;
  }

  void choose_inputs() {
    std::vector<std::size_t> all;
    for (Screened const& one : screening_.effective) all.push_back(one.input);
    all.insert(all.end(), screening_.unresolved.begin(), screening_.unresolved.end());
    std::vector<std::size_t> const together = drawn_together(varying_, all);
    std::set<std::size_t> const varied{together.begin(), together.end()};
    for (Screened const& one : screening_.effective)
      if (varied.count(one.input) > 0) strongest_.push_back(one.input);
    for (std::size_t const input : screening_.unresolved)
      if (varied.count(input) > 0) unresolved_.push_back(input);
    result_.varied = varied.size();
    result_.held = all.size() - varied.size();
  }

  [[nodiscard]] Level level(std::size_t input, double share) const {
    return {input, varying_.inputs()[input].value_at(share)};
  }

  /// A third of what is left; false if cancelled.
  bool screen_by_morris() {
    std::size_t const count = std::min(strongest_.size(), kMostMorris);
    if (count == 0) return true;
    std::int64_t const each = static_cast<std::int64_t>(count + 1) * worlds_;
    result_.trajectories = static_cast<int>(
        std::clamp<std::int64_t>((left_ - varying_.asking().runs()) / 3 / each, kLeastTrajectories, kMostTrajectories));
    Points const points = morris_points(count, result_.trajectories, varying_.asking().seed());
    std::vector<Levels> levels;
    for (auto const& point : points) {
      levels.emplace_back();
      for (std::size_t i = 0; i < count; ++i) levels.back().push_back(level(strongest_[i], point[i]));
    }
    auto const answers = varying_.answers(levels, Extent{});
    if (!answers) return false;
    for (std::size_t q = 0; q < result_.doubts.size(); ++q) take_morris(q, points, *answers, count);
    order_by_morris(count);
    return true;
  }

  /// Walks with a point that was refused do not count.
  void take_morris(std::size_t q, Points const& points, std::vector<VariedFigures> const& answers, std::size_t count) {
    Points kept;
    std::vector<double> outputs;
    for (std::size_t from = 0; from < points.size(); from += count + 1) {
      std::vector<double> walk;
      for (std::size_t i = from; i <= from + count && answers[i].refusal.empty(); ++i)
        if (auto const y = quantity(answers[i], q, 0)) walk.push_back(*y);
      if (walk.size() != count + 1) continue;
      kept.insert(kept.end(), points.begin() + static_cast<std::ptrdiff_t>(from),
                  points.begin() + static_cast<std::ptrdiff_t>(from + count + 1));
      outputs.insert(outputs.end(), walk.begin(), walk.end());
    }
    if (kept.size() < 2 * (count + 1)) return;
    auto const effects = morris_effects(kept, outputs);
    for (std::size_t i = 0; i < count; ++i) result_.doubts[q].morris.push_back({strongest_[i], effects[i]});
  }

  /// The strongest by μ*, relative to the largest of each quantity.
  void order_by_morris(std::size_t count) {
    std::map<std::size_t, double> influence;
    for (Doubt& doubt : result_.doubts) {
      double most = 0;
      for (MorrisOf const& one : doubt.morris) most = std::max(most, one.effect.absolute.value);
      for (MorrisOf const& one : doubt.morris) {
        double& mine = influence[one.input];
        if (most > 0) mine = std::max(mine, one.effect.absolute.value / most);
      }
      std::stable_sort(doubt.morris.begin(), doubt.morris.end(), [](MorrisOf const& a, MorrisOf const& b) {
        return a.effect.absolute.value > b.effect.absolute.value;
      });
    }
    std::stable_sort(strongest_.begin(), strongest_.begin() + static_cast<std::ptrdiff_t>(count),
                     [&](std::size_t a, std::size_t b) { return influence[a] > influence[b]; });
  }

  void choose_factors() {
    std::map<char, Factor> rest;
    auto const to_rest = [&](std::size_t input) {
      char const grade = varying_.inputs()[input].grade;
      Factor& factor = rest[grade];
      factor.grade = grade;
      factor.is_rest = true;
      factor.inputs.push_back(input);
    };
    for (std::size_t i = 0; i < strongest_.size(); ++i) {
      if (i < top_)
        factors_.push_back({{strongest_[i]}, varying_.inputs()[strongest_[i]].grade, false, {}});
      else
        to_rest(strongest_[i]);
    }
    for (std::size_t const input : unresolved_) to_rest(input);
    for (auto& [grade, factor] : rest) factors_.push_back(std::move(factor));
  }

  /// How many rows the rest of the runs pays for: those of Sobol's design and of the outer level. None if too few.
  [[nodiscard]] std::size_t rows() const {
    std::int64_t const each = (static_cast<std::int64_t>(factors_.size()) + 2 + kInner) * worlds_;
    auto const most = static_cast<std::size_t>(std::max<std::int64_t>(0, left_ - varying_.asking().runs()) / each);
    std::size_t count = 2 * kLeastRows;
    if (most < count) return 0;
    while (count * 2 <= std::min(most, kMostRows)) count *= 2;
    return count;
  }

  /// The inputs of a row's point A or B: single factors by Sobol's sequence, the others by draws of their own.
  [[nodiscard]] std::vector<Levels> levels_of(std::size_t row, std::size_t side, Points const& points) const {
    std::vector<Levels> all;
    std::vector<double> const& sequence = points[row * (factors_.size() + 2) + side];
    for (std::size_t f = 0; f < factors_.size(); ++f) {
      Levels& levels = all.emplace_back();
      for (std::size_t const input : factors_[f].inputs) {
        NameHash const name = name_hash(varying_.inputs()[input].number.pointer);
        RandomStream draws{
            {varying_.asking().seed(), static_cast<std::uint32_t>(2 * row + side)}, Purpose::design_of_runs, name};
        levels.push_back(level(input, factors_[f].is_rest ? draws.uniform() : sequence[f]));
      }
    }
    return all;
  }

  static Levels joined(std::vector<Levels> const& parts) {
    Levels all;
    for (Levels const& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
  }

  bool ask_rows() {
    result_.rows = rows();
    Points const points = sobol_points(factors_.size(), result_.rows);
    std::vector<Levels> levels;
    for (std::size_t row = 0; row < result_.rows; ++row) {
      auto const a = levels_of(row, 0, points), b = levels_of(row, 1, points);
      outer_.push_back(joined(a));
      levels.push_back(joined(a));
      levels.push_back(joined(b));
      for (std::size_t f = 0; f < factors_.size(); ++f) {
        auto mixed = a;
        mixed[f] = b[f];
        levels.push_back(joined(mixed));
      }
    }
    auto const answers = varying_.answers(levels, Extent{});
    if (!answers) return false;
    for (std::size_t q = 0; q < result_.doubts.size(); ++q) take_rows(q, *answers);
    return true;
  }

  void take_rows(std::size_t q, std::vector<VariedFigures> const& answers) {
    std::size_t const width = factors_.size() + 2;
    std::vector<double> outputs;
    std::size_t lost = 0;
    for (std::size_t from = 0; from < answers.size(); from += width) {
      std::vector<double> row;
      for (std::size_t i = from; i < from + width && answers[i].refusal.empty(); ++i)
        if (auto const y = quantity(answers[i], q, 0)) row.push_back(*y);
      if (row.size() == width)
        outputs.insert(outputs.end(), row.begin(), row.end());
      else
        ++lost;
    }
    result_.rows_lost = std::max(result_.rows_lost, lost);
    Doubt& doubt = result_.doubts[q];
    doubt.factors = factors_;
    doubt.is_known = outputs.size() >= kLeastRows * width;
    if (!doubt.is_known) return;
    auto const indices = sobol_indices(factors_.size(), outputs, varying_.asking().seed());
    for (std::size_t f = 0; f < factors_.size(); ++f) doubt.factors[f].index = indices[f];
  }

  /// All outer points have the same replications with the same draws: luck that they share does not pass for ignorance.
  bool ask_levels() {
    auto const answers = varying_.answers(outer_, Extent{0, kInner, {}});
    auto const stated = varying_.answers({{}}, {0, kInner, {}});
    if (!answers || !stated) return false;
    for (std::size_t q = 0; q < result_.doubts.size(); ++q) take_levels(q, *answers, stated->front());
    return true;
  }

  static std::vector<double> all_of(VariedFigures const& figures, std::size_t q) {
    std::vector<double> values;
    for (std::size_t r = 0; r < kInner && figures.refusal.empty(); ++r)
      if (auto const y = quantity(figures, q, r)) values.push_back(*y);
    return values;
  }

  void take_levels(std::size_t q, std::vector<VariedFigures> const& answers, VariedFigures const& stated) {
    std::vector<std::vector<double>> rows;
    for (VariedFigures const& one : answers)
      if (std::vector<double> values = all_of(one, q); values.size() == kInner) rows.push_back(std::move(values));
    Doubt& doubt = result_.doubts[q];
    doubt.is_known = doubt.is_known && rows.size() >= kLeastRows;
    if (!doubt.is_known) return;
    CrossedVariance const found = crossed_variance(rows);
    doubt.noise = found.within;
    doubt.is_ignorance_seen = found.p < kSeen;
    doubt.ignorance = doubt.is_ignorance_seen ? found.between : 0;
    std::vector<double> means;
    for (std::vector<double> const& values : rows) means.push_back(mean_of(values));
    std::vector<double> const before = all_of(stated, q);
    double const sign = before.empty() ? 0 : mean_of(before);
    auto const turned = std::count_if(means.begin(), means.end(), [&](double mean) { return mean * sign < 0; });
    doubt.reversed_share = static_cast<double>(turned) / static_cast<double>(means.size());
    double const mean = mean_of(means);
    std::sort(means.begin(), means.end());
    doubt.over_ranges = {mean, std::nullopt, static_cast<std::int64_t>(means.size())};
    if (means.size() < kRowsForInterval) return;
    std::size_t const tail = means.size() / 40;
    doubt.over_ranges.ci95 = std::array{means[tail], means[means.size() - 1 - tail]};
  }

  void share_out() {
    for (Doubt& doubt : result_.doubts) {
      if (!doubt.is_known) continue;
      std::map<std::string, double> weights;
      double whole = 0;
      for (Factor const& factor : doubt.factors) {
        double const weight = std::max(0.0, (factor.index.first.value + factor.index.total.value) / 2);
        weights[name_of_grade(factor.grade)] += weight;
        whole += weight;
      }
      std::vector<double> parts;
      for (auto const& [grade, weight] : weights) {
        doubt.shares.push_back({grade, 0});
        parts.push_back(whole > 0 ? doubt.ignorance * weight / whole : 0);
      }
      doubt.shares.push_back({"noise", 0});
      parts.push_back(doubt.noise / static_cast<double>(doubt.replications));
      std::vector<double> const percent = in_tenths(parts);
      for (std::size_t i = 0; i < percent.size(); ++i) doubt.shares[i].percent = percent[i];
      std::stable_sort(doubt.factors.begin(), doubt.factors.end(),
                       [](Factor const& a, Factor const& b) { return a.index.total.value > b.index.total.value; });
    }
  }

  Varying& varying_;
  Screening const& screening_;
  std::size_t top_;
  std::int64_t worlds_, left_;
  std::vector<std::size_t> strongest_, unresolved_;  ///< That are varied.
  std::vector<Factor> factors_;
  std::vector<Levels> outer_;
  Uncertainty result_;
};

}  // namespace

Uncertainty uncertainty(Varying& varying, Screening const& screening, std::size_t top, std::int64_t replications,
                        std::int64_t most_runs) {
  return Doubting{varying, screening, top, replications, most_runs}.run();
}

}  // namespace shudao::experiment
