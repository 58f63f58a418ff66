#pragma once
/// The two sources of luck of the guests; both are made from the name and the number of a process.
#include <bit>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "sim/base/portable_math.h"
#include "sim/base/random.h"
#include "sim/base/time.h"

namespace shudao::kernel::guests {

/// The streams of the product.
class PhiloxDraws {
 public:
  PhiloxDraws(std::string_view name, std::uint64_t /*number*/)
      : stream_{RandomSeed{2718, 0}, Purpose::guest, name_hash(name)} {}
  double uniform() { return stream_.uniform(); }
  double exponential() { return -portable_log(uniform()); }
  std::uint32_t below(std::uint32_t n) { return stream_.below(n); }

 private:
  RandomStream stream_;
};

/// xoroshiro128+ with the shifts 24, 16, 37 (Blackman, Vigna 2018), seeded by splitmix64 (Steele, Lea, Flood 2014).
class BareDraws {
 public:
  BareDraws(std::string_view /*name*/, std::uint64_t number) {
    std::uint64_t seed = number * 7919 + 12345;
    a_ = splitmix(seed);
    b_ = splitmix(seed);
  }
  double uniform() {
    std::uint64_t const result = a_ + b_;
    std::uint64_t const mixed = a_ ^ b_;
    a_ = std::rotl(a_, 24) ^ mixed ^ (mixed << 16);
    b_ = std::rotl(mixed, 37);
    return (static_cast<double>(result >> 11) + 0.5) * 0x1p-53;
  }
  double exponential() { return -std::log(uniform()); }
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(uniform() * n); }

 private:
  static std::uint64_t splitmix(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::uint64_t a_, b_;
};

/// Exponential with the given mean, rounded down to whole milliseconds.
template<class Draws>
Duration exponential(Draws& draws, Duration mean) {
  return Duration::from_ms(static_cast<std::int64_t>(draws.exponential() * static_cast<double>(mean.ms())));
}

}  // namespace shudao::kernel::guests
