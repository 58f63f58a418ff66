#pragma once
#include <string>
#include <string_view>

namespace shudao::viz::report {

/// SHA-256 of these bytes in lower-case hexadecimal, 64 digits: what other programs can check a file by.
/// Source: FIPS PUB 180-4, Secure Hash Standard, 2015, sections 4.1.2, 5.1.1 and 6.2.
std::string sha256(std::string_view bytes);

}  // namespace shudao::viz::report
