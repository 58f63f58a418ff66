#include "scenarios/step_order.h"

#include <algorithm>

#include "sim/base/errors.h"

namespace shudao::scenarios {

std::vector<Step const*> in_order(Process const& process) {
  std::vector<Step const*> order, open;
  for (Step const& step : process.steps) open.push_back(&step);
  auto const is_free = [&](Step const* step) {
    return std::none_of(open.begin(), open.end(), [&](Step const* other) {
      return std::find(step->after.begin(), step->after.end(), other->id) != step->after.end();
    });
  };
  while (!open.empty()) {
    auto const next = std::find_if(open.begin(), open.end(), is_free);
    ensure(next != open.end(), "steps can follow one another");
    order.push_back(*next);
    open.erase(next);
  }
  return order;
}

}  // namespace shudao::scenarios
