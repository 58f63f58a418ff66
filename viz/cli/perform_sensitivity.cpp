#include <array>
#include <iostream>

#include "sim/base/errors.h"
#include "viz/cli/interruption.h"
#include "viz/cli/perform.h"
#include "viz/cli/progress_line.h"
#include "viz/cli/sensitivity_text.h"
#include "viz/cli/subject.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {

int perform(AskSensitivity const& asked) {
  experiment::Question const question = question_about(asked.subject, asked.is_preview);
  Language const language = asked.manner.language;
  experiment::SensitivityOptions how = asked.how;
  how.study.cancel = &watch_for_interruption();
  ProgressLine line{question.worlds.front().scenario.zone, language};
  if (!asked.manner.is_quiet) {
    constexpr std::array kStages = {Key::sensitivity_screening, Key::sensitivity_fragility, Key::sensitivity_doubts};
    how.on_progress = [&](experiment::SensitivityProgress const& p) {
      Language const one = language == Language::both ? Language::en : language;
      line.tell(say(Key::sensitivity_progress, one, text(kStages.at(static_cast<std::size_t>(p.stage)), one), p.runs,
                    p.budget, span_text(p.seconds_left)));
    };
  }
  experiment::Sensitivity const found = experiment::sensitivity(question, how);
  line.clear();
  std::cout << (asked.manner.json ? json_text(found, question, asked.is_preview)
                                  : sensitivity_text(found, question, asked.is_preview, language));
  if (found.cancelled) return kInterruptedExit;
  return static_cast<int>(found.breaches.empty() ? ExitCode::ok : ExitCode::law_broken);
}

}  // namespace shudao::viz::cli
