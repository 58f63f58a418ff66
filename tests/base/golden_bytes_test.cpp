#include <bit>
#include <catch2/catch.hpp>
#include <functional>

#include "sim/base/digest.h"
#include "sim/base/distribution.h"
#include "sim/base/portable_math.h"
#include "sim/base/random.h"

using namespace shudao;

// The fingerprints are part of the promise that results do not depend on compiler, optimisation or CPU. A change of one
// changes every result of the program: never update them without saying why in the commit.

namespace {

constexpr int kValues = 100'000;

RandomStream draws(std::uint64_t name) { return {RandomSeed{20220103, 7}, Purpose::guest, NameHash{name}}; }

/// Of kValues results for arguments uniform on (low, high).
std::string bytes_of(double low, double high, std::function<double(double)> const& function) {
  RandomStream random = draws(1);
  Digest digest;
  for (int i = 0; i < kValues; ++i) {
    digest.add(std::bit_cast<std::uint64_t>(function(low + (high - low) * random.uniform())));
  }
  return text(digest.value());
}

std::string bytes_of(Distribution const& distribution) {
  RandomStream random = draws(2);
  Digest digest;
  for (int i = 0; i < kValues; ++i) digest.add(std::bit_cast<std::uint64_t>(distribution.sample(random)));
  for (double const x : {distribution.mean(), distribution.variance()}) digest.add(std::bit_cast<std::uint64_t>(x));
  return text(digest.value());
}

Distribution truncated(Distribution of, double low, double high) {
  return {Truncated{std::make_shared<Distribution const>(std::move(of)), low, high}};
}

}  // namespace

TEST_CASE("mathematical functions give the same bytes on every compiler and CPU", "[golden]") {
  CHECK(bytes_of(-745.0, 709.0, portable_exp) == "9a82df8e69417d2bc4ed70e02e9a1f52");
  CHECK(bytes_of(0.0, 4.0, portable_log) == "ee67a12a2fa8f5dea9fa8e14114732d0");
  CHECK(bytes_of(-1.0, 2.0, portable_log1p) == "297acd585ef96567bb37fab4e48d426c");
  CHECK(bytes_of(0.0, 50.0, [](double x) { return portable_pow(x, 7.3 - x); }) == "bbe977eca1781301f517d5b9f43cba2a");
  CHECK(bytes_of(-1e6, 1e6, portable_sin) == "c9f8535e0379a442c72ed18c821bea96");
  CHECK(bytes_of(-1e6, 1e6, portable_cos) == "881af8195bc9f27d188358ea79403fe1");
  CHECK(bytes_of(0.0, 171.0, portable_gamma) == "ea6125d534f7708b3ff1b36f34a4b0bc");
  CHECK(bytes_of(0.0, 1e4, portable_log_gamma) == "8cfe23560bae996e28329b9505e8fed1");
  CHECK(bytes_of(0.0, 20.0, [](double x) { return portable_gamma_p(x, 10.0); }) == "8d9d0e165cd316de3a2a0b0778aef00c");
}

TEST_CASE("draws and moments of distributions give the same bytes on every compiler and CPU", "[golden]") {
  CHECK(bytes_of(Distribution{Uniform{2.0, 5.0}}) == "8810254aa88808aedf667df17e7f5d8a");
  CHECK(bytes_of(Distribution{Triangular{1.0, 2.0, 6.0}}) == "3e06c008d28581e9070bd974ff2d7e6c");
  CHECK(bytes_of(Distribution{Exponential{3.0}}) == "e1ddda269aacfab5dba41a9f64ee1544");
  CHECK(bytes_of(Distribution{Gamma{3.0, 0.4}}) == "e5a196b544e25b861ca59b0a071745ab");
  CHECK(bytes_of(Distribution{Gamma{3.0, 2.0}}) == "12c2ed5c479bfd1dac61e7fb2e4c4c99");
  CHECK(bytes_of(Distribution{Lognormal{3.0, 0.8}}) == "b22aacedc8271f6076dc646eacf8b3e1");
  CHECK(bytes_of(Distribution{Weibull{1.7, 3.0}}) == "9ac4ef436439e8f49aa1d186096eb933");
  CHECK(bytes_of(Distribution{Empirical{{1.0, 2.5, 4.0}, {0.1, 0.2, 0.4}}}) == "c6233e6c298c3a56f84a85cc6ef936cf");
  CHECK(bytes_of(truncated(Lognormal{3.0, 0.8}, 1.0, 4.0)) == "64680e7b956c9cee6b201b4d5ab613fa");
}
