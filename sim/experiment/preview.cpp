#include "sim/experiment/preview.h"

#include <algorithm>

#include "scenarios/adjust.h"

namespace shudao::experiment {
namespace {

constexpr char kNote[] = "PREVIEW: a quarter of the window and few replications, not to be quoted";

bool says_so(std::vector<std::string> const& notes) { return !notes.empty() && notes.front() == kNote; }

int weeks(Duration span) { return static_cast<int>(span.ms() / Duration::from_days(7).ms()); }
int window_weeks(scenarios::Scenario const& scenario) { return std::max(1, weeks(scenario.window) / kPreviewShare); }

}  // namespace

scenarios::Scenario preview_of(scenarios::Scenario const& scenario) {
  std::string const replications = std::to_string(std::min(scenario.replications, kPreviewReplications));
  scenarios::Scenario preview =
      scenarios::patched(scenario, "{\"run\":{\"window_weeks\":" + std::to_string(window_weeks(scenario)) +
                                       ",\"replications\":" + replications + "}}");
  preview.notes.insert(preview.notes.begin(), kNote);
  return preview;
}

scenarios::Study preview_of(scenarios::Study const& study) {
  scenarios::Scenario const& base = study.worlds.front().scenario;
  scenarios::Study preview = scenarios::shortened(study, weeks(base.warm_up), window_weeks(base));
  preview.replications = std::min(study.replications, kPreviewReplications);
  return preview;
}

bool is_preview(scenarios::Scenario const& scenario) { return says_so(scenario.notes); }
bool is_preview(ScenarioResult const& result) { return says_so(result.notes); }

}  // namespace shudao::experiment
