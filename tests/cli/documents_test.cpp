#include <catch2/catch.hpp>
#include <fstream>
#include <regex>
#include <sstream>

#include "program.h"

using namespace shudao::cli;

namespace {

/// A command that a document shows, and the output below it.
struct Shown {
  std::string command;
  std::vector<std::string> lines;
};

/// The ```console blocks of a document: "$ command", then what it prints. A command that ends with "; echo $?" shows
/// its exit code in the last line; others end well.
std::vector<Shown> shown_in(std::string const& path) {
  std::ifstream in{path};
  std::vector<Shown> all;
  bool is_inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("```", 0) == 0)
      is_inside = line == "```console";
    else if (is_inside && line.rfind("$ ", 0) == 0)
      all.push_back({line.substr(2), {}});
    else if (is_inside && !all.empty())
      all.back().lines.push_back(line);
  }
  return all;
}

/// Figures change with the data and the weather of draws, words and layout only on purpose: numbers, intervals and the
/// blanks around them count as one mark.
std::string without_figures(std::string const& line) {
  static std::regex const figure{R"re(\s*[-+]?\d[\d,.]*( ± [\d,.]+)?)re"}, blanks{R"re(\s+|─+)re"};
  return std::regex_replace(std::regex_replace(line, figure, " #"), blanks, " ");
}

std::vector<std::string> words_of(std::string const& command) {
  std::istringstream in{command};
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
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
    std::size_t const echo = shown.command.find("; echo $?");
    auto words = words_of(shown.command.substr(0, echo));
    REQUIRE(words.front() == "build/release/shudao");
    words.erase(words.begin());
    Answer const answer = shudao::cli::shudao(words);
    INFO(path << ": " << shown.command << "\n" << answer.out << answer.err);
    std::string output = answer.out + answer.err;
    if (echo == std::string::npos)
      CHECK(answer.exit_code == 0);
    else
      output += std::to_string(answer.exit_code) + "\n";
    CHECK(missing_line(shown, output).empty());
  }
}

}  // namespace

TEST_CASE("every command of the tutorial prints what the tutorial shows", "[cli]") {
  check_document("docs/tutorial.md");
}

TEST_CASE("every command of the guide to the laws prints what the guide shows", "[cli]") {
  check_document("docs/guides/laws.md");
}
