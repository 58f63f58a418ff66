#include "sim/experiment/calibrating.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "scenarios/json.h"
#include "sim/base/errors.h"
#include "sim/experiment/fit.h"

namespace shudao::experiment {
namespace {

using scenarios::Adjustment;
using scenarios::FreeInput;
using scenarios::OutcomeRow;
using scenarios::Scenario;
using scenarios::Validation;

constexpr double kNothingHappened = 1e6;  ///< The misfit of a row that a trial leaves without a figure.
constexpr double kNormal95 = 1.959963984540054;

/// Somebody pressed Ctrl-C.
struct Cancelled {};

double half_range(OutcomeRow const& row) {
  return std::max((row.high - row.low) / 2, 0.01 * std::abs(row.value) + 1e-12);
}

double misfit_of(std::vector<OutcomeRow> const& rows, std::vector<Measure> const& measures) {
  double sum = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    double const off = (measures[i].value - rows[i].value) / half_range(rows[i]);
    sum += rows[i].weight * (measures[i].n == 0 ? kNothingHappened : off * off);
  }
  return sum;
}

std::vector<std::string> names_of(std::vector<OutcomeRow> const& rows, bool held_out) {
  std::vector<std::string> names;
  for (OutcomeRow const& row : rows) {
    if (row.is_held_out == held_out) names.push_back(row.id);
  }
  return names;
}

[[noreturn]] void refuse(Validation const& validation, std::string pointer, std::string found, std::string expected,
                         std::string nearest = "") {
  throw InputErrors{
      {InputError{validation.file, std::move(pointer), 0, std::move(found), std::move(expected), std::move(nearest)}}};
}

/// The rows to fit to: those asked for, or those that the free inputs name.
std::vector<OutcomeRow> chosen_rows(Validation const& validation, std::vector<std::string> const& asked) {
  auto const held_out = names_of(validation.rows, true), calibrated = names_of(validation.rows, false);
  std::set<std::string> wanted{asked.begin(), asked.end()};
  std::vector<InputError> errors;
  for (std::string const& id : asked) {
    bool const is_held_out = std::find(held_out.begin(), held_out.end(), id) != held_out.end();
    bool const is_known = std::find(calibrated.begin(), calibrated.end(), id) != calibrated.end();
    if (is_held_out) {
      errors.push_back({validation.file, "/rows/" + id, 0, "the held-out row " + id,
                        "a calibrated row: nothing is fitted to held-out rows", ""});
    } else if (!is_known) {
      errors.push_back({validation.file, "", 0, scenarios::in_quotes(id), "the id of a calibrated row",
                        nearest_name(id, calibrated)});
    }
  }
  if (!errors.empty()) throw InputErrors{std::move(errors)};
  if (asked.empty()) {
    for (FreeInput const& input : validation.free) wanted.insert(input.rows.begin(), input.rows.end());
  }
  std::vector<OutcomeRow> rows;
  for (OutcomeRow const& row : validation.rows) {
    if (wanted.contains(row.id)) rows.push_back(row);
  }
  return rows;
}

class Calibration {
 public:
  Calibration(Validation const& validation, CalibrationOptions const& options)
      : validation_{validation}, options_{options}, study_{options.study} {
    if (validation.free.empty()) refuse(validation, "/free", "nothing", "one free input or more");
    if (validation.free.size() > kMostFree)
      refuse(validation, "/free", std::to_string(validation.free.size()) + " inputs",
             "at most " + std::to_string(kMostFree) + " that are fitted at once");
    result_.fitted_to = chosen_rows(validation, options.rows);
    if (result_.fitted_to.empty()) refuse(validation, "/rows", "none of them", "one calibrated row or more");
    Scenario const& scenario = validation.scenario();
    study_.seed = result_.seed = study_.seed.value_or(scenario.seed);
    if (study_.replications <= 0) study_.replications = scenario.replications;
    result_.replications = study_.replications;
  }

  CalibrationResult run() {
    try {
      search();
    } catch (Cancelled const&) {
      result_.cancelled = true;
    }
    return std::move(result_);
  }

 private:
  void search() {
    try_fraction();
    std::vector<Measure> const before = measures_at(start());
    for (std::size_t i = 0; i < before.size(); ++i) {
      std::string const& id = result_.fitted_to[i].id;
      if (before[i].n == 0)
        refuse(validation_, "/rows/" + id + "/measure", "nothing of it happens in the simulation",
               "a measure of something that happens");
    }
    result_.misfit_before = misfit_of(result_.fitted_to, before);
    auto const misfit = [this](Point const& point) { return misfit_of(result_.fitted_to, measures_at(point)); };
    Point const best = minimised(misfit, start(), options_.evaluations).best;
    std::vector<Measure> const after = measures_at(best);
    result_.misfit_after = misfit_of(result_.fitted_to, after);
    auto const spread = spread_at(best, after);
    for (std::size_t i = 0; i < validation_.free.size(); ++i) tell_input(validation_.free[i], best[i], spread[i]);
    for (std::size_t i = 0; i < after.size(); ++i)
      result_.rows.push_back({row_result(result_.fitted_to[i], before[i]), row_result(result_.fitted_to[i], after[i])});
    result_.evaluations = static_cast<int>(known_.size());
  }

  static RowResult row_result(OutcomeRow const& row, Measure const& simulated) {
    RowResult result{row.id, simulated, std::nullopt, simulated.value >= row.low && simulated.value <= row.high};
    if (row.value != 0) result.error_percent = (simulated.value - row.value) / std::abs(row.value) * 100;
    return result;
  }

  [[nodiscard]] static double factor_at(FreeInput const& input, double place) {
    return input.least + place * (input.most - input.least);
  }
  [[nodiscard]] Point start() const {
    Point point;
    for (FreeInput const& input : validation_.free)
      point.push_back(std::clamp((1 - input.least) / (input.most - input.least), 0.0, 1.0));
    return point;
  }

  [[nodiscard]] std::vector<Adjustment> adjustments_at(Point const& point) const {
    std::vector<Adjustment> adjustments;
    for (std::size_t i = 0; i < point.size(); ++i) {
      FreeInput const& input = validation_.free[i];
      double const factor = factor_at(input, point[i]);
      for (std::size_t const number : input.numbers)
        adjustments.push_back({validation_.scenario().numbers[number].pointer, factor});
    }
    return adjustments;
  }

  /// An input that must be whole says so at a value that nobody would choose.
  void try_fraction() const {
    for (std::size_t i = 0; i < validation_.free.size(); ++i) {
      FreeInput const& input = validation_.free[i];
      std::vector<Adjustment> one;
      for (std::size_t const number : input.numbers)
        one.push_back({validation_.scenario().numbers[number].pointer, factor_at(input, 0.381966)});
      try {
        scenarios::adjusted(validation_.scenario(), validation_.scenario(), one);
      } catch (InputErrors const& wrong) {
        InputError const& first = wrong.errors().front();
        refuse(validation_, "/free/" + input.name, "a number that cannot be " + first.found + " at " + first.pointer,
               "a number that may take any value between its low and high");
      }
    }
  }

  /// Each point is simulated once.
  std::vector<Measure> const& measures_at(Point const& point) {
    auto const known = known_.find(point);
    if (known != known_.end()) return known->second;
    std::map<std::string, Scenario> worlds;
    auto const add = [&](scenarios::Term const& term) {
      if (worlds.contains(term.world)) return;
      worlds.emplace(term.world, scenarios::adjusted(validation_.worlds.at(term.world), validation_.scenario(),
                                                     adjustments_at(point)));
    };
    for (OutcomeRow const& row : result_.fitted_to) {
      add(row.first);
      if (row.relation != scenarios::Relation::alone) add(row.second);
    }
    std::map<std::string, Scenario const*> which;
    for (auto const& [name, world] : worlds) which[name] = &world;
    auto measures = measured(result_.fitted_to, which, study_);
    if (!measures) throw Cancelled{};
    auto const& kept = known_.emplace(point, *std::move(measures)).first->second;
    if (options_.on_evaluation)
      options_.on_evaluation(static_cast<int>(known_.size()), misfit_of(result_.fitted_to, kept));
    return kept;
  }

  /// How a row's figure answers to each input near a point: differences over a twentieth of the range.
  std::vector<std::vector<double>> slopes_at(Point const& point, std::vector<Measure> const& there) {
    constexpr double kStep = 0.05;
    std::vector<std::vector<double>> slopes(there.size(), std::vector<double>(point.size(), 0.0));
    for (std::size_t k = 0; k < point.size(); ++k) {
      Point aside = point;
      double const step = point[k] + kStep <= 1 ? kStep : -kStep;
      aside[k] += step;
      std::vector<Measure> const& moved = measures_at(aside);
      for (std::size_t i = 0; i < there.size(); ++i)
        if (moved[i].n > 0) slopes[i][k] = (moved[i].value - there[i].value) / step;
    }
    return slopes;
  }

  /// Standard deviations of the inputs in the unit cube after seeing the rows, by linear least squares with a prior as
  /// wide as the range (Tarantola, Inverse Problem Theory, 2005, section 3.2).
  std::vector<double> spread_at(Point const& point, std::vector<Measure> const& there) {
    constexpr double kPriorVariance = 1.0 / 12;  // uniform on [0, 1]
    auto const slopes = slopes_at(point, there);
    std::size_t const n = point.size();
    std::vector<std::vector<double>> precision(n, std::vector<double>(n, 0.0));
    for (std::size_t k = 0; k < n; ++k) precision[k][k] = 1 / kPriorVariance;
    for (std::size_t i = 0; i < there.size(); ++i) {
      double const observed = half_range(result_.fitted_to[i]) / kNormal95;
      double const luck = there[i].ci95 ? ((*there[i].ci95)[1] - (*there[i].ci95)[0]) / 2 / kNormal95 : 0;
      double const variance = observed * observed + luck * luck;
      for (std::size_t k = 0; k < n; ++k)
        for (std::size_t l = 0; l < n; ++l) precision[k][l] += slopes[i][k] * slopes[i][l] / variance;
    }
    auto const covariance = inverse(std::move(precision));
    std::vector<double> deviations;
    for (std::size_t k = 0; k < n; ++k) deviations.push_back(std::sqrt(covariance[k][k]));
    return deviations;
  }

  void tell_input(FreeInput const& input, double place, double deviation) {
    scenarios::Pedigree const& number = validation_.scenario().numbers[input.numbers.front()];
    double const one = number.value * input.least, other = number.value * input.most;
    double const down = number.value * factor_at(input, std::max(0.0, place - kNormal95 * deviation));
    double const up = number.value * factor_at(input, std::min(1.0, place + kNormal95 * deviation));
    FittedInput told{input.name, number.pointer, number.unit};
    told.before = number.value;
    told.factor = factor_at(input, place);
    told.after = number.value * told.factor;
    told.low = std::min(one, other);
    told.high = std::max(one, other);
    told.after_low = std::min(down, up);
    told.after_high = std::max(down, up);
    told.is_at_bound = place < 0.01 || place > 0.99;
    told.is_identified = deviation < 0.7 / std::sqrt(12.0);
    for (std::size_t const index : input.numbers) tell_number(input, validation_.scenario().numbers[index], told);
    result_.inputs.push_back(std::move(told));
  }

  void tell_number(FreeInput const& input, scenarios::Pedigree const& number, FittedInput const& told) {
    std::string rows;
    for (OutcomeRow const& row : result_.fitted_to) {
      bool const is_meant = std::find(input.rows.begin(), input.rows.end(), row.id) != input.rows.end();
      if (is_meant) rows += (rows.empty() ? "" : ", ") + row.id;
    }
    result_.numbers.push_back({{number.pointer, told.factor},
                               "from " + scenarios::number_text(number.value) + " as " + input.name + " to " + rows});
  }

  Validation const& validation_;
  CalibrationOptions const& options_;
  StudyOptions study_;
  CalibrationResult result_;
  std::map<Point, std::vector<Measure>> known_;
};

}  // namespace

CalibrationResult calibrate(Validation const& validation, CalibrationOptions const& options) {
  return Calibration{validation, options}.run();
}

}  // namespace shudao::experiment
