#pragma once

namespace shudao {

/// An unevaluated sum of two doubles, |low| ≤ ulp(high)/2: about 106 bits. Dekker, "A floating-point technique for
/// extending the available precision", Numer. Math. 18 (1971); valid while no operand exceeds 2^970.
/// Uses + − × ÷ only, no fused multiply-add, so the bytes are the same on every CPU.
struct DoubleDouble {
  double high = 0.0;
  double low = 0.0;
};

/// a + b exactly.
constexpr DoubleDouble two_sum(double a, double b) {
  double const sum = a + b;
  double const b_seen = sum - a;
  return {sum, (a - (sum - b_seen)) + (b - b_seen)};
}

/// a + b exactly, for |a| ≥ |b| or a = 0.
constexpr DoubleDouble fast_two_sum(double a, double b) {
  double const sum = a + b;
  return {sum, b - (sum - a)};
}

/// a × b exactly (Veltkamp's split into 26-bit halves).
constexpr DoubleDouble two_product(double a, double b) {
  constexpr double kSplitter = 134217729.0;  // 2^27 + 1
  double const a_big = kSplitter * a;
  double const b_big = kSplitter * b;
  double const a_high = a_big - (a_big - a);
  double const b_high = b_big - (b_big - b);
  double const a_low = a - a_high;
  double const b_low = b - b_high;
  double const product = a * b;
  return {product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

constexpr DoubleDouble operator+(DoubleDouble a, DoubleDouble b) {
  DoubleDouble const sum = two_sum(a.high, b.high);
  return fast_two_sum(sum.high, sum.low + (a.low + b.low));
}

constexpr DoubleDouble operator*(DoubleDouble a, DoubleDouble b) {
  DoubleDouble const product = two_product(a.high, b.high);
  return fast_two_sum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

constexpr DoubleDouble operator/(DoubleDouble a, double b) {
  double const quotient = a.high / b;
  DoubleDouble const back = two_product(quotient, b);
  return fast_two_sum(quotient, ((a.high - back.high) - back.low + a.low) / b);
}

}  // namespace shudao
