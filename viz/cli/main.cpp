#include <iostream>

#include "viz/cli/interruption.h"
#include "viz/cli/options.h"
#include "viz/cli/perform.h"
#include "viz/cli/report_error.h"

namespace {

using namespace shudao;

/// Reads what is asked, does it, and makes sure that the result reached whoever reads stdout.
int answer(int argc, char const* const* argv) {
  if (argc <= 1) {
    std::cerr << viz::cli::help_text();
    return static_cast<int>(ExitCode::bad_input);
  }
  std::optional<viz::cli::Command> const command = viz::cli::read_options(argc, argv);
  if (!command) return static_cast<int>(ExitCode::ok);
  int const code = std::visit([](auto const& asked) { return viz::cli::perform(asked); }, *command);
  if (!std::cout.flush()) throw FileError{"cannot write to standard output"};
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  viz::cli::let_large_files_fail();
  try {
    return answer(argc, argv);
  } catch (std::exception const& error) {
    return viz::cli::report_error(error, viz::cli::wants_json(argc, argv), viz::cli::wanted_language(argc, argv));
  }
}
