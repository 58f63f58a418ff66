#pragma once

namespace shudao {

/// Functions whose bytes do not depend on compiler, optimisation or CPU: only IEEE-754 + − × ÷, sqrt, floor and bit
/// operations are used. Error of exp, log: < 1 ulp over the whole range; of pow: < 2 ulp for 1e-6 < x < 1e6, |y| < 100.
/// Special values (0, infinities, NaN, negative arguments) as in IEEE-754 libm.
double portable_exp(double x);
double portable_log(double x);
double portable_log1p(double x);
double portable_pow(double x, double y);
/// Sine and cosine for |x| ≤ 1e6, error < 1 ulp near, < 1e-15 absolute.
double portable_sin(double x);
double portable_cos(double x);
/// Gamma function for 0 < x < 170, relative error < 1e-13 (Lanczos).
double portable_gamma(double x);

}  // namespace shudao
