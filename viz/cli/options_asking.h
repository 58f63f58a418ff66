#pragma once
#include <optional>

#include "viz/cli/command.h"

namespace CLI {
class App;
}

namespace shudao::viz::cli {

/// The commands that ask one figure of several worlds.
class AskingOptions {
 public:
  void add_to(CLI::App&);
  [[nodiscard]] std::optional<Command> chosen() const;  ///< None if another command was named.

 private:
  void add_select(CLI::App&);
  void add_sensitivity(CLI::App&);

  CLI::App *select_ = nullptr, *sensitivity_ = nullptr;
  Select select_says_;
  AskSensitivity sensitivity_says_;
};

}  // namespace shudao::viz::cli
