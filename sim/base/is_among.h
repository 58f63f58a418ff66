#pragma once
#include <algorithm>

namespace shudao {

/// Whether the list holds the value.
template<class Value, class List>
bool is_among(Value const& value, List const& list) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace shudao
