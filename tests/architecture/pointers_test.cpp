#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

bool is_text(fs::path const& path) {
  static std::array const kinds = {".h", ".cpp", ".md", ".sh", ".txt", ".cmake"};
  return std::find(kinds.begin(), kinds.end(), path.extension()) != kinds.end();
}

std::vector<fs::path> texts() {
  std::vector<fs::path> all;
  for (auto const& entry : fs::directory_iterator{"."})
    if (entry.is_regular_file() && is_text(entry.path())) all.push_back(entry.path().lexically_normal());
  for (char const* folder : {"cmake", "docs", "network", "scenarios", "sim", "tests", "viz"})
    for (auto const& entry : fs::recursive_directory_iterator{folder})
      if (entry.is_regular_file() && is_text(entry.path())) all.push_back(entry.path());
  return all;
}

std::string content(fs::path const& path) {
  std::ifstream in{path};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// What the first group of the pattern finds in a text.
std::vector<std::string> found(std::string const& text, std::regex const& pattern) {
  std::vector<std::string> all;
  for (std::sregex_iterator at{text.begin(), text.end(), pattern}, end; at != end; ++at) all.push_back((*at)[1]);
  return all;
}

}  // namespace

TEST_CASE("every document that source or documents name is there", "[architecture]") {
  static std::regex const named{R"re(\b(docs/[\w./-]*\.md)\b)re"};
  int pointers = 0;
  for (fs::path const& path : texts())
    for (std::string const& document : found(content(path), named)) {
      ++pointers;
      INFO(path << " names " << document);
      CHECK(fs::exists(document));
    }
  CHECK(pointers > 10);
}

TEST_CASE("every link between documents leads to a file", "[architecture]") {
  static std::regex const link{R"re(\]\(([^)#:]+)\))re"};
  int links = 0;
  for (fs::path const& path : texts()) {
    if (path.extension() != ".md") continue;
    for (std::string const& target : found(content(path), link)) {
      ++links;
      INFO(path << " links to " << target);
      CHECK(fs::exists(path.parent_path() / target));
    }
  }
  CHECK(links > 10);
}

TEST_CASE("every source file that a recipe names is there", "[architecture]") {
  static std::regex const named{
      R"re(`((sim|network|scenarios|viz|tests|cmake)/[\w./-]*\.(h|cpp|txt|json|sh|cmake))`)re"};
  auto const files = found(content("CONTRIBUTING.md"), named);
  CHECK(files.size() > 20);
  for (std::string const& file : files) {
    INFO("CONTRIBUTING.md names " << file);
    CHECK(fs::exists(file));
  }
}
