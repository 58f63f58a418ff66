#pragma once
#include <optional>

#include "viz/cli/command.h"

namespace CLI {
class App;
}

namespace shudao::viz::cli {

/// The command that writes results for other programs.
class ExportOptions {
 public:
  void add_to(CLI::App&);
  [[nodiscard]] std::optional<Command> chosen() const;  ///< None if another command was named.

 private:
  CLI::App* export_ = nullptr;
  Export export_says_;
};

}  // namespace shudao::viz::cli
