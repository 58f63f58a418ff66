#include "sim/experiment/preview.h"

#include <algorithm>

#include "scenarios/adjust.h"

namespace shudao::experiment {
namespace {

int weeks(Duration span) { return static_cast<int>(span.ms() / Duration::from_days(7).ms()); }
int window_weeks(scenarios::Scenario const& scenario) { return std::max(1, weeks(scenario.window) / kPreviewShare); }

}  // namespace

scenarios::Scenario preview_of(scenarios::Scenario const& scenario) {
  return scenarios::patched(scenario, "{\"run\":{\"window_weeks\":" + std::to_string(window_weeks(scenario)) +
                                          ",\"replications\":" +
                                          std::to_string(std::min(scenario.replications, kPreviewReplications)) + "}}");
}

scenarios::Study preview_of(scenarios::Study const& study) {
  scenarios::Scenario const& base = study.worlds.front().scenario;
  scenarios::Study preview = scenarios::shortened(study, weeks(base.warm_up), window_weeks(base));
  preview.replications = std::min(study.replications, kPreviewReplications);
  return preview;
}

}  // namespace shudao::experiment
