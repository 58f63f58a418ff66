#include <cstdio>
#include <exception>

#include "bench/hold.h"
#include "bench/micro.h"
#include "bench/options.h"

namespace {

using namespace shudao;

int perform(bench::TimeGuest const& asked) {
  bench::print(bench::measure(asked.guest, asked.how), asked.as_json);
  return 0;
}
int perform(bench::TimeHolds const& asked) {
  bench::print_holds(asked.most, asked.as_json);
  return 0;
}
int perform(bench::TimeMicro const& asked) { return bench::run_micro(asked.arguments); }

}  // namespace

int main(int argc, char** argv) {
  try {
    int exit_code = 0;
    auto const command = bench::read_options(argc, argv, exit_code);
    if (!command) return exit_code;
    return std::visit([](auto const& asked) { return perform(asked); }, *command);
  } catch (std::exception const& error) {
    std::fprintf(stderr, "shudao-bench: %s\n", error.what());
    return 1;
  }
}
