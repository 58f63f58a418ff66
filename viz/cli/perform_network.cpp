#include <iostream>

#include "viz/cli/files.h"
#include "viz/cli/network_facts.h"
#include "viz/cli/network_json.h"
#include "viz/cli/network_text.h"
#include "viz/cli/perform.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {

int perform(ShowNetwork const& asked) {
  scenarios::Scenario const scenario = read_world(asked.scenario);
  NetworkFacts const facts = network_facts(scenario);
  if (!asked.geojson.empty()) write_map(asked.geojson, geojson_text(scenario));
  std::cout << (asked.manner.json ? network_json(scenario, facts)
                                  : network_text(scenario, facts, asked.manner.language));
  if (!asked.geojson.empty()) std::cerr << say(Key::written_to, asked.manner.language, asked.geojson) << '\n';
  return static_cast<int>(ExitCode::ok);
}

}  // namespace shudao::viz::cli
