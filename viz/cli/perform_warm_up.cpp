#include <iostream>

#include "viz/cli/files.h"
#include "viz/cli/interruption.h"
#include "viz/cli/perform.h"
#include "viz/cli/progress_line.h"
#include "viz/cli/warm_up_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {

int perform(AskWarmUp const& asked) {
  scenarios::Scenario const scenario = read_world(asked.scenario);
  experiment::WarmUpOptions how = asked.options;
  how.study.cancel = &watch_for_interruption();
  ProgressLine line{scenario.zone, asked.manner.language};
  if (!asked.manner.is_quiet) how.study.on_progress = [&line](experiment::StudyProgress const& p) { line.tell(p); };
  experiment::WarmUpProposal const proposal = experiment::propose_warm_up(scenario, how);
  if (proposal.cancelled) {
    std::cerr << say(Key::no_replication, asked.manner.language, 0, 2 * proposal.replications) << '\n';
    return kInterruptedExit;
  }
  std::cout << (asked.manner.json ? warm_up_json(proposal, scenario)
                                  : warm_up_text(proposal, scenario, asked.manner.language));
  return static_cast<int>(ExitCode::ok);
}

}  // namespace shudao::viz::cli
