#include "scenarios/headway.h"

#include <algorithm>

namespace shudao::scenarios {

Headway wait_for(Service const& service) {
  if (service.kind == ServiceKind::on_demand) return {};
  double const longest_h = service.max_wait.h();
  if (service.kind == ServiceKind::fill) return {longest_h / 2, longest_h * longest_h / 12};
  double const cycle_h = 168.0 * service.every_weeks;
  double squares = 0, cubes = 0;
  for (std::size_t i = 0; i < service.departures.size(); ++i) {
    auto const hour = [&](std::size_t k) {
      auto const& departure = service.departures[k];
      return 24.0 * departure.weekday + departure.of_day.h();
    };
    bool const is_last = i + 1 == service.departures.size();
    double const gap = is_last ? hour(0) + cycle_h - hour(i) : hour(i + 1) - hour(i);
    squares += gap * gap;
    cubes += gap * gap * gap;
  }
  double const mean = squares / (2 * cycle_h);
  return {mean, std::max(0.0, cubes / (3 * cycle_h) - mean * mean)};
}

}  // namespace shudao::scenarios
