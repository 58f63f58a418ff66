#include "viz/cli/fault_text.h"

#include <catch2/catch.hpp>

using namespace shudao;
using namespace shudao::viz;
using namespace shudao::viz::cli;

namespace {

InputError const kFault{"w.json", "/links/c-d/to", 6, "\"one of\"", "the id of a place", "d-city"};

}  // namespace

TEST_CASE("a fault in English is the one line of the readers", "[cli]") {
  CHECK(fault_text(kFault, Language::en) == text(kFault));
}

TEST_CASE("a fault in Chinese has the common words translated and the data as they are", "[cli]") {
  CHECK(fault_text(kFault, Language::zh) ==
        "w.json:6: /links/c-d/to: 应为 某个节点的 id，实为 \"one of\"（是否想写 d-city？）");
}

TEST_CASE("a fault in both languages has its marks in both", "[cli]") {
  CHECK_THAT(fault_text(kFault, Language::both), Catch::Contains("应为 expected the id of a place, 实为 found"));
}

TEST_CASE("a fault of the command line is a sentence", "[cli]") {
  InputError const fault{kCommandLine, "", 0, "", "--threads must be at least 1, found 0", ""};
  CHECK(fault_text(fault, Language::en) == "command line: --threads must be at least 1, found 0");
  CHECK(fault_text(fault, Language::zh) == "命令行: --threads 必须不小于 1，实为 0");
}
