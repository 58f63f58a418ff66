#pragma once
// Shows CLI11: for .cpp files of this folder that read the command line.
#include <CLI/CLI.hpp>
#include <charconv>
#include <map>
#include <string>

#include "viz/cli/command.h"

namespace shudao::viz::cli {

using experiment::kMostReplications;
inline constexpr int kMostThreads = 1024;
inline constexpr char kStudies[] = "scenarios/sichuan/studies";

inline std::map<std::string, Language> const kLanguages = {
    {"zh", Language::zh}, {"en", Language::en}, {"both", Language::both}};
inline std::map<std::string, experiment::ExecutorKind> const kExecutors = {
    {"auto", experiment::ExecutorKind::automatic},
    {"sequential", experiment::ExecutorKind::sequential},
    {"parallel", experiment::ExecutorKind::parallel}};

/// "must be at least 1, found 0": what CLI11 puts after the name of the option. It wraps −1 to 2^64 − 1.
inline CLI::Validator whole_number(std::uint64_t least, std::uint64_t most) {
  return {[least, most](std::string const& word) -> std::string {
            bool const is_whole = !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
            if (!is_whole) return "must be a whole number from " + std::to_string(least) + ", found " + word;
            std::uint64_t value = most;
            auto const read = std::from_chars(word.data(), word.data() + word.size(), value);
            if (read.ec != std::errc{} || value > most)
              return "must be at most " + std::to_string(most) + ", found " + word;
            return value < least ? "must be at least " + std::to_string(least) + ", found " + word : std::string{};
          },
          ""};
}

/// An option whose value is one of a few words.
template<class Value>
CLI::Option* add_choice(CLI::App& app, std::string const& name, Value& value, std::map<std::string, Value> const& words,
                        std::string const& help) {
  std::string listed;
  for (auto const& [word, unused] : words) listed += (listed.empty() ? "" : "|") + word;
  return app
      .add_option_function<std::string>(
          name, [&value, &words](std::string const& word) { value = words.at(word); }, help)
      ->check(CLI::Validator{[&words, listed](std::string const& word) {
                               return words.count(word) > 0 ? std::string{}
                                                            : "must be one of " + listed + ", found " + word;
                             },
                             ""})
      ->type_name(listed);
}

inline void add_manner(CLI::App& app, Manner& manner) {
  app.add_flag("--json", manner.json, "print one JSON object; errors too, on stderr");
  add_choice(app, "--lang", manner.language, kLanguages, "language of what people read (default both)");
}

inline void add_preview(CLI::App& app, bool& is_preview) {
  app.add_flag("--preview", is_preview, "a quarter of the window, few replications: a first look, marked as such");
}

/// Of whatever simulates.
inline void add_simulation(CLI::App& app, experiment::StudyOptions& options, Manner& manner) {
  app.add_option("--replications", options.replications, "replications (default: the scenario's own)")
      ->check(whole_number(1, kMostReplications - 1));
  app.add_option("--seed", options.seed, "seed of all draws (default: the scenario's own)")
      ->check(whole_number(0, UINT64_MAX));
  app.add_option("--threads", options.threads, "threads (default: all cores); results do not depend on it")
      ->check(whole_number(1, kMostThreads));
  add_choice(app, "--executor", options.executor, kExecutors, "engine (default auto); results do not depend on it");
  app.add_flag("--quiet", manner.is_quiet, "no progress on stderr");
  add_manner(app, manner);
}

}  // namespace shudao::viz::cli
