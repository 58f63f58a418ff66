#pragma once
#include <concepts>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "sim/base/random.h"

namespace shudao {

/// Probability distributions of a non-negative real quantity, in the unit of whoever holds them (hours, TEU …).
struct Constant {
  double value;
};
struct Uniform {
  double low, high;
};
struct Triangular {
  double low, mode, high;
};
struct Exponential {
  double mean;
};
struct Gamma {
  double mean, cv;
};  ///< Shape 1/cv², Marsaglia & Tsang (2000).
struct Lognormal {
  double mean, cv;
};  ///< By mean and coefficient of variation of the variable itself.
struct Weibull {
  double shape, scale;
};
/// Values with weights (not necessarily summing to 1).
struct Empirical {
  std::vector<double> values, weights;
};
class Distribution;
/// `of` conditioned on [low, high] (draws outside are drawn again).
struct Truncated {
  std::shared_ptr<Distribution const> of;
  double low, high;
};

class Distribution {
 public:
  using Kind =
      std::variant<Constant, Uniform, Triangular, Exponential, Gamma, Lognormal, Weibull, Empirical, Truncated>;
  Distribution() : kind_{Constant{0.0}} {}
  Distribution(Kind kind) : kind_{std::move(kind)} {}  // NOLINT: a kind is a distribution
  template<class One>
  requires(!std::same_as<One, Distribution> && std::constructible_from<Kind, One>) Distribution(One one)
      : kind_{std::move(one)} {}  // NOLINT: so is each single kind

  [[nodiscard]] Kind const& kind() const { return kind_; }
  double sample(RandomStream&) const;
  [[nodiscard]] double mean() const;
  [[nodiscard]] double variance() const;
  [[nodiscard]] double lower() const;  ///< Infimum of the support.
  [[nodiscard]] double upper() const;  ///< Supremum of the support, may be infinite.
  [[nodiscard]] bool is_constant() const { return std::holds_alternative<Constant>(kind_); }

 private:
  Kind kind_;
};

/// Why the parameters make no distribution (for example "low must not exceed high"); empty if they do.
char const* fault_of(Distribution const&);

}  // namespace shudao
