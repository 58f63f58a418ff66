#include "viz/cli/precision_text.h"

#include <fmt/core.h>

#include <iostream>

#include "viz/words/say.h"

namespace shudao::viz::cli {

void say_what_is_imprecise(std::vector<experiment::Imprecise> const& imprecise,
                           experiment::StudyOptions const& options, std::int64_t replications, Manner const& manner) {
  if (imprecise.empty()) return;
  auto const& worst = imprecise.front();
  std::string const what = worst.corridor.empty() ? worst.measure : worst.corridor + ": " + worst.measure;
  auto const percent = [](double share) { return fmt::format("{:.3g} %", 100 * share); };
  std::cerr << say(Key::imprecise, manner.language, percent(options.precision.share), imprecise.size(), replications,
                   worst.scenario, what, percent(worst.share))
            << '\n';
}

}  // namespace shudao::viz::cli
