#pragma once

namespace shudao {

/// Functions whose bytes do not depend on compiler, optimisation or CPU: only IEEE-754 + − × ÷, sqrt, floor and bit
/// operations are used. Error of exp, log, log1p: < 1 ulp over the whole range; of pow: < 2 ulp for every x and y.
/// Special values (0, infinities, NaN, negative arguments) as in IEEE-754 libm; there is one NaN, the quiet positive.
double portable_exp(double x);
double portable_log(double x);
double portable_log1p(double x);
double portable_pow(double x, double y);
/// Sine and cosine for |x| ≤ 1e6, error < 1 ulp. NaN for |x| > 1e9.
double portable_sin(double x);
double portable_cos(double x);
/// Gamma function for x > 0, relative error < 1e-14 (Stirling's series); infinite above 171.7, NaN for x < 0.
double portable_gamma(double x);
/// Logarithm of the gamma function for x > 0, error < 1e-14 × max(1, |result|).
double portable_log_gamma(double x);
/// The regularised lower incomplete gamma function P(shape, x) for shape > 0, x ≥ 0: the probability that a
/// gamma-distributed variable of that shape and scale 1 is below x. Error < 1e-12 for shape ≤ 1e6.
double portable_gamma_p(double shape, double x);

}  // namespace shudao
