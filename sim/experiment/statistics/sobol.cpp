#include "sim/experiment/statistics/sobol.h"

#include <algorithm>
#include <boost/random/sobol.hpp>

#include "sim/base/random.h"

namespace shudao::experiment {
namespace {

constexpr std::size_t kBootstraps = 1'000;

/// The outputs of one row of points: of A, of B, of A with each input from B.
struct Row {
  double a, b;
  std::span<double const> mixed;
};

std::vector<Row> rows_of(std::size_t inputs, std::span<double const> outputs) {
  std::vector<Row> rows;
  for (std::size_t at = 0; at < outputs.size(); at += inputs + 2) {
    rows.push_back({outputs[at], outputs[at + 1], outputs.subspan(at + 2, inputs)});
  }
  return rows;
}

struct Indices {
  std::vector<double> first, total;
};

/// From the rows with these numbers. Outputs are taken from the first one's, so that no digits are lost.
Indices indices_of(std::vector<Row> const& rows, std::vector<std::size_t> const& numbers, std::size_t inputs) {
  auto const n = static_cast<double>(numbers.size());
  double const origin = rows.front().a;
  double sum = 0, squares = 0;
  std::vector<double> from_a(inputs), from_b(inputs);
  for (std::size_t const number : numbers) {
    Row const& row = rows[number];
    for (double const y : {row.a - origin, row.b - origin}) {
      sum += y;
      squares += y * y;
    }
    for (std::size_t i = 0; i < inputs; ++i) {
      from_a[i] += (row.a - row.mixed[i]) * (row.a - row.mixed[i]);
      from_b[i] += (row.b - row.mixed[i]) * (row.b - row.mixed[i]);
    }
  }
  double const variance = squares / (2 * n) - sum / (2 * n) * sum / (2 * n);
  Indices result{std::vector<double>(inputs), std::vector<double>(inputs)};
  for (std::size_t i = 0; i < inputs && variance > 0; ++i) {
    result.first[i] = 1 - from_b[i] / (2 * n * variance);
    result.total[i] = from_a[i] / (2 * n * variance);
  }
  return result;
}

std::vector<std::size_t> all_numbers(std::size_t count) {
  std::vector<std::size_t> numbers(count);
  for (std::size_t i = 0; i < count; ++i) numbers[i] = i;
  return numbers;
}

Measure with_percentiles(double value, std::vector<double> samples, std::size_t n) {
  std::sort(samples.begin(), samples.end());
  return {value, std::array{samples[kBootstraps / 40], samples[kBootstraps - 1 - kBootstraps / 40]},
          static_cast<std::int64_t>(n)};
}

}  // namespace

Points sobol_points(std::size_t inputs, std::size_t samples) {
  boost::random::sobol sequence{2 * inputs};
  auto const coordinate = [&] { return static_cast<double>(sequence()) / 18446744073709551616.0; };
  sequence.discard(2 * inputs);
  Points points;
  for (std::size_t row = 0; row < samples; ++row) {
    std::vector<double> a(inputs), b(inputs);
    for (double& x : a) x = coordinate();
    for (double& x : b) x = coordinate();
    points.push_back(a);
    points.push_back(b);
    for (std::size_t i = 0; i < inputs; ++i) {
      points.push_back(a);
      points.back()[i] = b[i];
    }
  }
  return points;
}

std::vector<SobolIndex> sobol_indices(std::size_t inputs, std::span<double const> outputs, std::uint64_t seed) {
  std::vector<Row> const rows = rows_of(inputs, outputs);
  RandomStream draws{{seed, 0}, Purpose::resampling, name_hash("sobol")};
  Indices const found = indices_of(rows, all_numbers(rows.size()), inputs);
  std::vector<std::vector<double>> first(inputs), total(inputs);
  for (std::size_t sample = 0; sample < kBootstraps; ++sample) {
    std::vector<std::size_t> numbers(rows.size());
    for (std::size_t& number : numbers) number = draws.below(static_cast<std::uint32_t>(rows.size()));
    Indices const again = indices_of(rows, numbers, inputs);
    for (std::size_t i = 0; i < inputs; ++i) {
      first[i].push_back(again.first[i]);
      total[i].push_back(again.total[i]);
    }
  }
  std::vector<SobolIndex> result;
  for (std::size_t i = 0; i < inputs; ++i) {
    result.push_back({with_percentiles(found.first[i], std::move(first[i]), rows.size()),
                      with_percentiles(found.total[i], std::move(total[i]), rows.size())});
  }
  return result;
}

}  // namespace shudao::experiment
