#pragma once
#include <compare>
#include <cstdint>

namespace shudao {

/// One kind of quantity, an integer count of its smallest unit. Tag keeps kinds apart at compile time.
template<class Tag>
class Quantity {
 public:
  constexpr Quantity() = default;
  static constexpr Quantity of(std::int64_t count) { return Quantity{count}; }
  [[nodiscard]] constexpr std::int64_t count() const { return count_; }

  friend constexpr auto operator<=>(Quantity, Quantity) = default;
  friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity{a.count_ + b.count_}; }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity{a.count_ - b.count_}; }
  friend constexpr Quantity operator*(Quantity a, std::int64_t n) { return Quantity{a.count_ * n}; }
  constexpr Quantity& operator+=(Quantity q) {
    count_ += q.count_;
    return *this;
  }
  constexpr Quantity& operator-=(Quantity q) {
    count_ -= q.count_;
    return *this;
  }

 private:
  constexpr explicit Quantity(std::int64_t count) : count_{count} {}
  std::int64_t count_ = 0;
};

using Teu = Quantity<struct TeuTag>;            ///< Twenty-foot equivalent units, whole.
using Distance = Quantity<struct DistanceTag>;  ///< Metres.
using Money = Quantity<struct MoneyTag>;        ///< Fen: 1/100 CNY.
using Emission = Quantity<struct EmissionTag>;  ///< Grams of CO2e, well-to-wheel.

/// Rounds to the nearest integer, halves away from zero; the same on every platform.
constexpr std::int64_t to_nearest(double x) { return static_cast<std::int64_t>(x < 0 ? x - 0.5 : x + 0.5); }

constexpr Distance distance_from_km(double km) { return Distance::of(to_nearest(km * 1000.0)); }
constexpr double to_km(Distance d) { return static_cast<double>(d.count()) / 1000.0; }
constexpr Money money_from_cny(double cny) { return Money::of(to_nearest(cny * 100.0)); }
constexpr double to_cny(Money m) { return static_cast<double>(m.count()) / 100.0; }
constexpr Emission emission_from_g(double g) { return Emission::of(to_nearest(g)); }
constexpr double to_kg(Emission e) { return static_cast<double>(e.count()) / 1000.0; }

}  // namespace shudao
