#include "viz/cli/guard_rails_json.h"

namespace shudao::viz::cli {

Json guard_rails_json(std::vector<experiment::GuardRail> const& rails) {
  Json all = Json::array();
  for (experiment::GuardRail const& one : rails) {
    all.push_back({{"kind", name_of(one.kind)},
                   {"weight", name_of(one.weight())},
                   {"where", one.where},
                   {"value", one.value},
                   {"limit", one.limit},
                   {"unit", one.unit},
                   {"sentence", words_json(one.sentence)},
                   {"remedy", words_json(one.remedy)}});
  }
  return all;
}

Json guard_rails_json(std::vector<std::vector<experiment::GuardRail>> const& by_world,
                      experiment::Question const& question) {
  Json all = Json::object();
  for (std::size_t w = 0; w < by_world.size(); ++w) all[question.worlds[w].id] = guard_rails_json(by_world[w]);
  return all;
}

}  // namespace shudao::viz::cli
