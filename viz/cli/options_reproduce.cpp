#include "viz/cli/options_reproduce.h"

#include "viz/cli/option_parts.h"

namespace shudao::viz::cli {

void ReproduceOptions::add_to(CLI::App& app) {
  app_ = app.add_subcommand("reproduce", "make kept results again from their files, and say whether they are the same");
  app_->add_option("RESULTS", says_.results, "a file that run, compare or study kept")->required();
  app_->add_option("--against", says_.against,
                   "the folder where the input files stand now (default: where they stood)");
  app_->add_option("--replications", says_.replications, "only the first ones, each by itself (default: all)")
      ->check(whole_number(1, kMostReplications - 1));
  app_->add_option("--threads", says_.threads, "threads (default: all cores); results do not depend on it")
      ->check(whole_number(1, kMostThreads));
  add_choice(*app_, "--executor", says_.executor, kExecutors, "engine (default auto); results do not depend on it");
  app_->add_flag("--quiet", says_.manner.is_quiet, "no progress on stderr");
  add_manner(*app_, says_.manner);
}

bool ReproduceOptions::is_chosen() const { return app_->parsed(); }

}  // namespace shudao::viz::cli
