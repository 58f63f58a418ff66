#include "viz/cli/subject.h"

#include "sim/experiment/preview.h"
#include "viz/cli/fault_text.h"
#include "viz/cli/files.h"
#include "viz/cli/names.h"

namespace shudao::viz::cli {
namespace {

constexpr char kUsualFigure[] = "transit_time_h.mean";

[[noreturn]] void refuse(std::string words) {
  throw InputErrors{{InputError{kCommandLine, "", 0, "", std::move(words), ""}}};
}

experiment::Question of_study(Subject const& subject, bool is_preview) {
  auto const files = study_files(subject.words, subject.folder, false);
  if (files.size() != 1) refuse("one study, found " + std::to_string(files.size()));
  scenarios::Study study = scenarios::read_study(files.front());
  if (is_preview) study = experiment::preview_of(study);
  return experiment::question_of(study, subject.measure.empty() ? study.measures.front().id : subject.measure);
}

experiment::Question of_scenarios(Subject const& subject, bool is_preview) {
  if (subject.corridor.empty()) refuse("scenarios need --corridor NAME");
  std::vector<scenarios::Scenario> worlds;
  for (std::string const& word : subject.words) {
    worlds.push_back(read_world(word));
    if (is_preview) worlds.back() = experiment::preview_of(worlds.back());
  }
  auto const corridors = corridor_ids(worlds.front(), subject.corridor);
  if (corridors.size() != 1) refuse("--corridor needs one corridor, found " + std::to_string(corridors.size()));
  return experiment::question_on(std::move(worlds), corridors.front(),
                                 subject.measure.empty() ? kUsualFigure : subject.measure);
}

}  // namespace

experiment::Question question_about(Subject const& subject, bool is_preview) {
  bool const is_study = subject.words.size() == 1 && subject.corridor.empty();
  return is_study ? of_study(subject, is_preview) : of_scenarios(subject, is_preview);
}

}  // namespace shudao::viz::cli
