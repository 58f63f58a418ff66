#pragma once
#include <cstdint>
#include <string>

namespace shudao::network {

/// The same words in both languages of the planner.
struct Wording {
  std::string zh, en;
};

/// A whole number with a comma at every thousand: 29930 → "29,930", −1200 → "-1,200".
std::string grouped(std::int64_t number);

}  // namespace shudao::network
