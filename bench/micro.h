#pragma once
#include <string>
#include <vector>

namespace shudao::bench {

/// Runs the micro-benchmarks; the arguments are those of Google Benchmark.
int run_micro(std::vector<std::string> arguments);

}  // namespace shudao::bench
