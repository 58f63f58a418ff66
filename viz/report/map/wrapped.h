#pragma once
#include <string>
#include <vector>

namespace shudao::viz::report {

/// How wide a text is, px, roughly and with slack: han one em, others a little over half of one.
double width_of(std::string const& words, double size);

/// Lines of at most so many px, broken after blanks and Chinese stops.
std::vector<std::string> wrapped(std::string const& words, double size, double most);

}  // namespace shudao::viz::report
