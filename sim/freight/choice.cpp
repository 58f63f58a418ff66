#include "sim/freight/choice.h"

#include <limits>

#include "sim/base/portable_math.h"

namespace shudao::freight {

bool learns(scenarios::Scenario const& scenario, scenarios::Flow const& flow) {
  if (!flow.choice || scenario.freezes_shares || flow.choice->is_frozen || flow.routes.size() < 2) return false;
  return flow.choice->shares.empty();
}

double utility(scenarios::Choice const& choice, std::size_t route, Outlook const& outlook,
               Knowledge::Times const& times) {
  if (!choice.shares.empty()) return portable_log(choice.shares[route]);
  double const cost = generalised_cost(choice, outlook.money_cny_per_teu, times.mean_h, times.sd_h);
  return choice.path_size * portable_log(outlook.path_size) - cost / choice.scale;
}

std::uint32_t best_route(RandomSeed seed, NameHash lot, std::vector<Outlook> const& outlooks,
                         std::vector<double> const& utilities) {
  std::uint32_t best = 0;
  double most = -std::numeric_limits<double>::infinity();
  for (std::size_t r = 0; r < utilities.size(); ++r) {
    NameHash const draws = name_hash(lot, static_cast<std::uint64_t>(outlooks[r].name));
    double const uniform = RandomStream{seed, Purpose::route_choice, draws}.uniform();
    double const value = utilities[r] - portable_log(-portable_log(uniform));
    if (value <= most) continue;
    most = value;
    best = static_cast<std::uint32_t>(r);
  }
  return best;
}

}  // namespace shudao::freight
