#include <iostream>

#include "sim/base/errors.h"
#include "viz/cli/interruption.h"
#include "viz/cli/perform.h"
#include "viz/cli/progress_line.h"
#include "viz/cli/select_text.h"
#include "viz/cli/subject.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {

int perform(Select const& asked) {
  experiment::Question question = question_about(asked.subject, asked.is_preview);
  if (asked.better) question.better = *asked.better;
  Language const language = asked.manner.language;
  experiment::SelectionOptions how = asked.how;
  how.study.cancel = &watch_for_interruption();
  ProgressLine line{question.worlds.front().scenario.zone, language};
  if (!asked.manner.is_quiet) {
    how.on_progress = [&](experiment::SelectionProgress const& p) {
      Language const one = language == Language::both ? Language::en : language;
      line.tell(say(Key::select_progress, one, p.replications, p.most, p.contenders, p.options, p.runs));
    };
  }
  experiment::Selection const selection = experiment::select(question, how);
  line.clear();
  std::cout << (asked.manner.json ? json_text(selection, question, asked.is_preview)
                                  : selection_text(selection, question, asked.is_preview, language));
  if (selection.cancelled) return kInterruptedExit;
  return static_cast<int>(selection.breaches.empty() ? ExitCode::ok : ExitCode::law_broken);
}

}  // namespace shudao::viz::cli
