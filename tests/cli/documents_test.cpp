#include <sys/wait.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <regex>
#include <sstream>

#include "program.h"

using namespace shudao::viz;
using namespace shudao::viz::cli;

namespace {

/// A command that a document shows, and the output below it.
struct Shown {
  std::string command;
  std::vector<std::string> lines;
};

/// The ```console blocks of a document: "$ command", with its here-document up to a line END, then what it prints. A
/// command that ends with "; echo $?" shows its exit code in the last line; others end well.
std::vector<Shown> shown_in(std::string const& path) {
  std::ifstream in{path};
  std::vector<Shown> all;
  bool is_inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("```", 0) == 0) {
      is_inside = line == "```console";
    } else if (is_inside && line.rfind("$ ", 0) == 0) {
      all.push_back({line.substr(2), {}});
      if (line.find("<<'END'") == std::string::npos) continue;
      for (std::string part; part != "END" && std::getline(in, part);) all.back().command += "\n" + part;
    } else if (is_inside && !all.empty()) {
      all.back().lines.push_back(line);
    }
  }
  return all;
}

/// What a shell answers in the root of the repository, with the program under test for that of the release build.
Answer answer_of(std::string command) {
  static std::string const shown = "build/release/shudao";
  for (std::size_t at = 0; (at = command.find(shown, at)) != std::string::npos; at += std::strlen(SHUDAO_PROGRAM))
    command.replace(at, shown.size(), SHUDAO_PROGRAM);
  FILE* const pipe = popen(("exec 2>&1\n" + command).c_str(), "r");
  REQUIRE(pipe != nullptr);
  Answer answer;
  std::array<char, 4096> block{};
  for (std::size_t size; (size = std::fread(block.data(), 1, block.size(), pipe)) > 0;)
    answer.out.append(block.data(), size);
  answer.exit_code = WEXITSTATUS(pclose(pipe));
  return answer;
}

/// Figures change with the data and the weather of draws, words and layout only on purpose: numbers, intervals and the
/// blanks around them count as one mark.
std::string without_figures(std::string const& line) {
  static std::regex const figure{R"re(\s*[-+]?\d[\d,.]*( ± [\d,.]+)?)re"}, blanks{R"re(\s+|─+)re"};
  return std::regex_replace(std::regex_replace(line, figure, " #"), blanks, " ");
}

/// A shown line that does not come in the output after the ones before it; a line "…" stands for any lines.
std::string missing_line(Shown const& shown, std::string const& output) {
  std::istringstream in{output};
  std::vector<std::string> real;
  for (std::string line; std::getline(in, line);) real.push_back(without_figures(line));
  std::size_t at = 0;
  for (std::string const& line : shown.lines) {
    if (line == "…") continue;
    while (at < real.size() && real[at] != without_figures(line)) ++at;
    if (at++ == real.size()) return line;
  }
  return {};
}

void check_document(std::string const& path) {
  auto const all = shown_in(path);
  REQUIRE_FALSE(all.empty());
  for (Shown const& shown : all) {
    Answer const answer = answer_of(shown.command);
    INFO(path << ": " << shown.command << "\n" << answer.out);
    CHECK(answer.exit_code == 0);
    CHECK(missing_line(shown, answer.out).empty());
  }
}

std::vector<std::string> commands_of(std::string const& path, std::string const& language) {
  std::vector<std::string> commands;
  for (Shown const& shown : shown_in(path))
    commands.push_back(std::regex_replace(std::regex_replace(shown.command, std::regex{"\\.zh\\."}, "."),
                                          std::regex{"--lang " + language}, "--lang LANGUAGE"));
  return commands;
}

}  // namespace

TEST_CASE("the tutorial has the same commands in both languages", "[cli]") {
  CHECK(commands_of("docs/tutorial.zh.md", "zh") == commands_of("docs/tutorial.md", "en"));
}

TEST_CASE("every command of the Chinese tutorial prints what the tutorial shows", "[cli]") {
  check_document("docs/tutorial.zh.md");
}

TEST_CASE("every command of the tutorial prints what the tutorial shows", "[cli]") {
  check_document("docs/tutorial.md");
}

TEST_CASE("every command of the guide to the laws prints what the guide shows", "[cli]") {
  check_document("docs/guides/laws.md");
}

TEST_CASE("every command of the guide to the guard-rails prints what the guide shows", "[cli]") {
  check_document("docs/guides/guard-rails.md");
}
