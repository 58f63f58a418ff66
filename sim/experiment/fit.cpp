#include "sim/experiment/fit.h"

#include <array>
#include <exception>
#include <nlopt.hpp>

#include "sim/base/errors.h"

namespace shudao::experiment {
namespace {

constexpr std::array kPrimes = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53};

/// Van der Corput's sequence: the digits of `index` mirrored at the point.
double mirrored(int index, int base) {
  double sum = 0, part = 1;
  for (; index > 0; index /= base) {
    part /= base;
    sum += part * (index % base);
  }
  return sum;
}

/// Remembers the best point and counts; NLopt swallows exceptions, so they are kept too.
struct Search {
  std::function<double(Point const&)> const& function;
  Fit fit;
  std::exception_ptr failure;

  double at(Point const& point) {
    double const value = function(point);
    bool const is_first = fit.evaluations++ == 0;
    if (is_first || value < fit.value) {
      fit.best = point;
      fit.value = value;
    }
    return value;
  }
};

double objective(Point const& point, Point& gradient, void* data) {
  Search& search = *static_cast<Search*>(data);
  ensure(gradient.empty(), "the search has no gradient");
  try {
    return search.at(point);
  } catch (...) {
    search.failure = std::current_exception();
    throw nlopt::forced_stop{};
  }
}

void look_near(Search& search, int evaluations) {
  std::size_t const dimensions = search.fit.best.size();
  nlopt::opt optimiser{dimensions == 1 ? nlopt::LN_SBPLX : nlopt::LN_BOBYQA, static_cast<unsigned>(dimensions)};
  optimiser.set_min_objective(objective, &search);
  optimiser.set_lower_bounds(0.0);
  optimiser.set_upper_bounds(1.0);
  optimiser.set_initial_step(0.15);
  optimiser.set_xtol_abs(5e-4);
  optimiser.set_maxeval(evaluations);
  Point point = search.fit.best;
  double value = 0;
  try {
    optimiser.optimize(point, value);
  } catch (std::exception const&) {
    // Rounding stopped it, or the function failed: the best point so far stands.
  }
  if (search.failure) std::rethrow_exception(search.failure);
}

}  // namespace

Fit minimised(std::function<double(Point const&)> const& function, Point const& start, int evaluations) {
  Search search{function, {}, nullptr};
  search.at(start);
  ensure(start.size() <= kPrimes.size(), "at most sixteen inputs are fitted at once");
  for (int i = 1; i < evaluations / 3; ++i) {
    Point point;
    for (std::size_t d = 0; d < start.size(); ++d) point.push_back(mirrored(i, kPrimes[d]));
    search.at(point);
  }
  int const left = evaluations - search.fit.evaluations;
  if (left > 0) look_near(search, left);
  return search.fit;
}

std::vector<std::vector<double>> inverse(std::vector<std::vector<double>> matrix) {
  std::size_t const n = matrix.size();
  std::vector<std::vector<double>> result(n, std::vector<double>(n, 0.0));
  for (std::size_t i = 0; i < n; ++i) result[i][i] = 1;
  // Gauss–Jordan; a positive definite matrix needs no pivoting.
  for (std::size_t i = 0; i < n; ++i) {
    double const pivot = matrix[i][i];
    ensure(pivot > 0, "the matrix is positive definite");
    for (std::size_t k = 0; k < n; ++k) {
      matrix[i][k] /= pivot;
      result[i][k] /= pivot;
    }
    for (std::size_t row = 0; row < n; ++row) {
      if (row == i) continue;
      double const times = matrix[row][i];
      for (std::size_t k = 0; k < n; ++k) {
        matrix[row][k] -= times * matrix[i][k];
        result[row][k] -= times * result[i][k];
      }
    }
  }
  return result;
}

}  // namespace shudao::experiment
