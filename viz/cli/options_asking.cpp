#include "viz/cli/options_asking.h"

#include <cstdlib>

#include "viz/cli/option_parts.h"

namespace shudao::viz::cli {
namespace {

using experiment::Better;

std::map<std::string, Better> const kBetter = {{"lower", Better::smaller}, {"higher", Better::larger}};

/// A number above 0, with a full stop.
CLI::Validator positive() {
  return {[](std::string const& word) -> std::string {
            char* end = nullptr;
            double const value = std::strtod(word.c_str(), &end);
            bool const is_number = !word.empty() && *end == '\0' && value > 0 && value < 1e300;
            return is_number ? std::string{} : "must be a number above 0, found " + word;
          },
          ""};
}

/// "95%", "95 %", "0.95": above a half, below 1.
double share_in(std::string word) {
  bool const is_percent = !word.empty() && word.back() == '%';
  if (is_percent) word.pop_back();
  char* end = nullptr;
  double const value = std::strtod(word.c_str(), &end);
  if (word.empty() || (*end != '\0' && *end != ' ')) return 0;
  return is_percent ? value / 100 : value;
}
CLI::Validator confidence() {
  return {[](std::string const& word) -> std::string {
            double const share = share_in(word);
            return share > 0.5 && share < 1 ? std::string{} : "must be above 50% and below 100%, found " + word;
          },
          ""};
}

void add_subject(CLI::App& app, Subject& subject, char const* what) {
  app.add_option("WORDS", subject.words, what)->required();
  subject.folder = kStudies;
  app.add_option("--in", subject.folder, "folder of the studies (default scenarios/sichuan/studies)");
  app.add_option("--measure", subject.measure, "a measure of the study; of scenarios, for example transit_time_h.mean");
  app.add_option("--corridor", subject.corridor, "the corridor that is asked, if scenarios are named");
}

/// Of whatever chooses its replications itself.
void add_running(CLI::App& app, experiment::StudyOptions& options, Manner& manner) {
  app.add_option("--seed", options.seed, "seed of all draws (default: the scenario's own)")
      ->check(whole_number(0, UINT64_MAX));
  app.add_option("--threads", options.threads, "threads (default: all cores); results do not depend on it")
      ->check(whole_number(1, kMostThreads));
  add_choice(app, "--executor", options.executor, kExecutors, "engine (default auto); results do not depend on it");
  app.add_flag("--quiet", manner.is_quiet, "no progress on stderr");
  add_manner(app, manner);
}

}  // namespace

void AskingOptions::add_to(CLI::App& app) {
  add_select(app);
  add_sensitivity(app);
}

void AskingOptions::add_select(CLI::App& app) {
  select_ = app.add_subcommand("select", "the best of several worlds, with a stated probability");
  add_subject(*select_, select_says_.subject, "STUDY, or BASE ALTERNATIVE…");
  experiment::SelectionOptions& how = select_says_.how;
  select_
      ->add_option("--indifference", how.indifference,
                   "the least difference that matters, in the unit of the measure (default: 1 % of the base's figure)")
      ->check(positive());
  select_
      ->add_option_function<std::string>(
          "--confidence", [&how](std::string const& word) { how.confidence = share_in(word); },
          "probability of the right choice (default 95%)")
      ->check(confidence());
  select_->add_option("--most", how.most, "replications of each option at the most (default 200)")
      ->check(whole_number(experiment::Selection::kFirstStage, kMostReplications - 1));
  select_
      ->add_option_function<std::string>(
          "--better", [this](std::string const& word) { select_says_.better = kBetter.at(word); },
          "whether lower or higher is better (default: as usual for the measure)")
      ->check(CLI::Validator{[](std::string const& word) {
                               return kBetter.count(word) > 0 ? std::string{}
                                                              : "must be one of higher|lower, found " + word;
                             },
                             ""})
      ->type_name("higher|lower");
  add_preview(*select_, select_says_.is_preview);
  add_running(*select_, how.study, select_says_.manner);
}

void AskingOptions::add_sensitivity(CLI::App& app) {
  sensitivity_ =
      app.add_subcommand("sensitivity", "which inputs matter, and whether a conclusion flips in their ranges");
  add_subject(*sensitivity_, sensitivity_says_.subject, "STUDY, or SCENARIO, or BASE ALTERNATIVE…");
  experiment::SensitivityOptions& how = sensitivity_says_.how;
  sensitivity_->add_option("--budget", how.budget, "runs of one world in one replication, about (default 3000)")
      ->check(whole_number(100, 100'000'000));
  sensitivity_->add_option("--top", how.top, "inputs with Sobol indices of their own (default 6)")
      ->check(whole_number(1, 100));
  sensitivity_
      ->add_option("--replications", how.study.replications, "replications of a conclusion (default: the study's own)")
      ->check(whole_number(3, kMostReplications - 1));
  add_preview(*sensitivity_, sensitivity_says_.is_preview);
  add_running(*sensitivity_, how.study, sensitivity_says_.manner);
}

std::optional<Command> AskingOptions::chosen() const {
  if (sensitivity_->parsed()) return sensitivity_says_;
  if (select_->parsed()) return select_says_;
  return std::nullopt;
}

}  // namespace shudao::viz::cli
