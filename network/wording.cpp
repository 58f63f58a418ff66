#include "network/wording.h"

namespace shudao::network {

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  auto const first = static_cast<std::size_t>(number < 0);
  for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

}  // namespace shudao::network
