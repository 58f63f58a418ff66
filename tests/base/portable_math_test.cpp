#include "sim/base/portable_math.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "tests/base/portable_math_vectors.h"

using namespace shudao;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// The largest distance, in units of the last place of the true value, over the vectors of a function.
template<class Function>
double worst_ulps(std::string_view name, Function function) {
  double worst = -1.0;
  for (MathVector const& vector : math_vectors()) {
    if (vector.function != name) continue;
    double const size = std::fabs(vector.value);
    double const ulp = std::nextafter(size, kInfinity) - size;
    worst = std::max(worst, std::fabs(function(vector.x, vector.y) - vector.value) / ulp);
  }
  return worst;
}

bool is_negative_zero(double x) { return x == 0.0 && std::signbit(x); }

}  // namespace

// The vectors are themselves rounded, so an error below 1 ulp shows as a distance of at most 1.

TEST_CASE("exp, log and log1p are within one unit of the last place of 60-digit values", "[portable_math]") {
  auto const function = GENERATE(as<std::string>{}, "exp", "log", "log1p");
  double const worst = worst_ulps(function, [&](double x, double) {
    return function == "exp" ? portable_exp(x) : function == "log" ? portable_log(x) : portable_log1p(x);
  });
  CAPTURE(function);
  CHECK((worst >= 0.0 && worst <= 1.0));
}

TEST_CASE("sine and cosine are within one unit of the last place of 60-digit values", "[portable_math]") {
  double const sine = worst_ulps("sin", [](double x, double) { return portable_sin(x); });
  double const cosine = worst_ulps("cos", [](double x, double) { return portable_cos(x); });
  CHECK((sine >= 0.0 && sine <= 1.0));
  CHECK((cosine >= 0.0 && cosine <= 1.0));
}

TEST_CASE("pow is within one unit of the last place of 60-digit values, also for huge exponents", "[portable_math]") {
  double const worst = worst_ulps("pow", portable_pow);
  CHECK((worst >= 0.0 && worst <= 1.0));
}

TEST_CASE("the gamma functions are as near to 60-digit values as they promise", "[portable_math]") {
  std::size_t checked = 0;
  for (auto const& [function, x, y, value] : math_vectors()) {
    CAPTURE(function, x, y);
    if (function == "gamma") CHECK(std::fabs(portable_gamma(x) / value - 1.0) < 1e-14);
    if (function == "log_gamma") CHECK(std::fabs(portable_log_gamma(x) - value) < 1e-14 * std::max(1.0, value));
    if (function == "gamma_p") CHECK(std::fabs(portable_gamma_p(x, y) - value) < 1e-12);
    checked += function.substr(0, 5) == "gamma" || function == "log_gamma" ? 1 : 0;
  }
  CHECK(checked == 30);
}

TEST_CASE("exp overflows to infinity and underflows to zero at the last representable argument", "[portable_math]") {
  CHECK(portable_exp(0.0) == 1.0);
  CHECK(portable_exp(709.78271289338397) == 0x1.fffffffffff2ap+1023);
  CHECK(portable_exp(709.79) == kInfinity);
  CHECK(portable_exp(-745.13) == 0x1p-1074);
  CHECK(portable_exp(-745.14) == 0.0);
  CHECK(portable_exp(kInfinity) == kInfinity);
  CHECK(portable_exp(-kInfinity) == 0.0);
  CHECK(std::isnan(portable_exp(kNaN)));
}

TEST_CASE("log of zero is minus infinity and log of a negative number is no number", "[portable_math]") {
  CHECK(portable_log(1.0) == 0.0);
  CHECK(portable_log(0.0) == -kInfinity);
  CHECK(portable_log(kInfinity) == kInfinity);
  CHECK(std::isnan(portable_log(-1.0)));
  CHECK(std::isnan(portable_log(kNaN)));
  CHECK(portable_log1p(-1.0) == -kInfinity);
  CHECK(is_negative_zero(portable_log1p(-0.0)));
  CHECK(std::isnan(portable_log1p(-1.5)));
}

TEST_CASE("pow treats zeros, infinities and signs as IEEE-754 does", "[portable_math]") {
  std::vector<double> const specials{0.0, -0.0, 1.0,       -1.0,       2.0,  -2.0,  0.5,    -0.5,
                                     3.0, -3.0, kInfinity, -kInfinity, kNaN, 1e300, -1e300, 1e-320};
  for (double const x : specials) {
    for (double const y : specials) {
      CAPTURE(x, y);
      double const expected = std::pow(x, y);  // glibc follows the standard on these, whatever the CPU
      double const value = portable_pow(x, y);
      bool const both_nan = std::isnan(expected) && std::isnan(value);
      CHECK((both_nan || (std::signbit(value) == std::signbit(expected) &&
                          (value == expected || std::fabs(value / expected - 1.0) < 1e-15))));
    }
  }
}

TEST_CASE("the sine of a tiny angle is the angle and of a huge one is refused", "[portable_math]") {
  CHECK(is_negative_zero(portable_sin(-0.0)));
  CHECK(portable_sin(1e-300) == 1e-300);
  CHECK(portable_cos(0.0) == 1.0);
  CHECK(std::isnan(portable_sin(1e10)));
  CHECK(std::isnan(portable_cos(kInfinity)));
}

TEST_CASE("the gamma function of a whole number is a factorial", "[portable_math]") {
  double factorial = 1.0;
  for (int n = 1; n < 20; ++n) {
    CHECK(portable_gamma(n) == Approx(factorial).epsilon(1e-14));
    factorial *= n;
  }
  CHECK(portable_gamma(0.0) == kInfinity);
  CHECK(portable_gamma(172.0) == kInfinity);
  CHECK(std::isnan(portable_gamma(-1.5)));
}
