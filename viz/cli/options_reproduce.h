#pragma once
#include "viz/cli/reproduce_command.h"

namespace CLI {
class App;
}

namespace shudao::viz::cli {

/// The command line of `shudao reproduce`.
class ReproduceOptions {
 public:
  void add_to(CLI::App&);
  [[nodiscard]] bool is_chosen() const;
  [[nodiscard]] Reproduce const& says() const { return says_; }

 private:
  CLI::App* app_ = nullptr;
  Reproduce says_;
};

}  // namespace shudao::viz::cli
