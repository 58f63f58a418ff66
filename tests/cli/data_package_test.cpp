#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "program.h"

using namespace shudao::viz::cli;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

std::string content(std::string const& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// The data package of a comparison.
struct Package {
  ScratchFolder scratch;
  json all;
  explicit Package(std::vector<std::string> const& more = {}) {
    REQUIRE(shudao::viz::cli::shudao({"compare", "scenarios/first-corridors",
                                      "scenarios/first-corridors/declare-at-home.json", "--replications", "2",
                                      "--results", scratch.path("a.db"), "--quiet"})
                .exit_code == 0);
    std::vector<std::string> words{"export", scratch.path("a.db"), "--only", "csv"};
    words.insert(words.end(), more.begin(), more.end());
    REQUIRE(shudao::viz::cli::shudao(words).exit_code == 0);
    all = json::parse(content(folder() + "datapackage.json"));
  }
  [[nodiscard]] std::string folder() const { return scratch.path("a.export/csv/"); }
  [[nodiscard]] std::string file(json const& resource) const {
    return content(folder() + resource["path"].get<std::string>());
  }
};

Package const& package() {
  static Package const one;
  return one;
}

struct Field {
  std::string text;
  bool is_quoted = false;
};

/// The lines of a CSV file, each of fields, as RFC 4180 has it; without the byte order mark.
std::vector<std::vector<Field>> lines_in(std::string csv) {
  REQUIRE(csv.rfind("\xEF\xBB\xBF", 0) == 0);
  csv.erase(0, 3);
  std::vector<std::vector<Field>> lines{{{}}};
  bool is_open = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    Field& field = lines.back().back();
    if (is_open && csv.compare(i, 2, "\"\"") == 0)
      field.text += csv[i++];
    else if (csv[i] == '"')
      is_open = !is_open, field.is_quoted = true;
    else if (!is_open && csv[i] == ',')
      lines.back().emplace_back();
    else if (!is_open && csv.compare(i, 2, "\r\n") == 0)
      lines.push_back({{}}), ++i;
    else
      field.text += csv[i];
  }
  lines.pop_back();  // After the last line break.
  return lines;
}

bool is_number(std::string const& text) {
  static std::regex const kNumber{"-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?"};
  return std::regex_match(text, kNumber);
}

}  // namespace

TEST_CASE("a data package says what it is, from what, and under which licence", "[program][export]") {
  json const& all = package().all;
  CHECK(all["profile"] == "tabular-data-package");
  CHECK(std::regex_match(all["name"].get<std::string>(), std::regex{"[-a-z0-9._/]+"}));
  CHECK_FALSE(all["title"].get<std::string>().empty());
  CHECK(all["licenses"] == json::array({{{"name", "Apache-2.0"},
                                         {"path", "https://www.apache.org/licenses/LICENSE-2.0"},
                                         {"title", "Apache License 2.0"}}}));
  REQUIRE_FALSE(all["sources"].empty());
  for (json const& source : all["sources"]) {
    CHECK_FALSE(source["title"].get<std::string>().empty());
    if (source.contains("path")) CHECK(source["path"].get<std::string>().rfind("http", 0) == 0);
  }
}

TEST_CASE("the licence of a data package is the one that was named", "[program][export]") {
  CHECK(Package{{"--licence", "CC-BY-4.0"}}.all["licenses"] == json::array({{{"name", "CC-BY-4.0"}}}));
  CHECK(shudao::viz::cli::shudao({"export", "a.db", "--licence", "two words"}).exit_code == 2);
}

TEST_CASE("a data package names each of its files once, with their sizes and digests", "[program][export]") {
  std::set<std::string> names, paths{"datapackage.json"};
  json const list = json::parse(content(package().scratch.path("a.export/shudao-export.json")));
  for (json const& resource : package().all["resources"]) {
    INFO(resource["path"]);
    CHECK(std::regex_match(resource["name"].get<std::string>(), std::regex{"[-a-z0-9._/]+"}));
    CHECK(names.insert(resource["name"]).second);
    CHECK(paths.insert(resource["path"]).second);
    CHECK(std::regex_match(resource["path"].get<std::string>(), std::regex{"[a-z0-9_-][-a-z0-9._]*\\.csv"}));
    CHECK(resource["bytes"] == package().file(resource).size());
    auto const listed = std::find_if(list["files"].begin(), list["files"].end(), [&](json const& file) {
      return file["path"] == "csv/" + resource["path"].get<std::string>();
    });
    REQUIRE(listed != list["files"].end());
    CHECK(resource["hash"] == "sha256:" + (*listed)["sha256"].get<std::string>());
  }
  for (auto const& entry : fs::directory_iterator{package().folder()})
    CHECK(paths.count(entry.path().filename().string()) == 1);
}

TEST_CASE("the fields of a data package are the heads of its files, in types of the Table Schema",
          "[program][export]") {
  for (json const& resource : package().all["resources"]) {
    INFO(resource["path"]);
    auto const head = lines_in(package().file(resource)).front();
    json const& fields = resource["schema"]["fields"];
    REQUIRE(fields.size() == head.size());
    std::set<std::string> names;
    for (std::size_t i = 0; i < head.size(); ++i) {
      CHECK(fields[i]["name"] == head[i].text);
      CHECK(names.insert(fields[i]["name"]).second);
      CHECK((fields[i]["type"] == "string" || fields[i]["type"] == "number" || fields[i]["type"] == "any"));
      CHECK(fields[i].contains("unit") == (fields[i]["type"] != "string"));
    }
  }
}

TEST_CASE("the values of a data package are of the types of their fields, row by row", "[program][export]") {
  for (json const& resource : package().all["resources"]) {
    auto const lines = lines_in(package().file(resource));
    json const& fields = resource["schema"]["fields"];
    CHECK(resource["rows"] == lines.size() - 1);
    for (std::size_t line = 1; line < lines.size(); ++line) {
      INFO(resource["path"] << " line " << line + 1);
      REQUIRE(lines[line].size() == fields.size());
      for (std::size_t i = 0; i < fields.size(); ++i) {
        Field const& field = lines[line][i];
        if (field.text.empty()) continue;  // missingValues.
        if (fields[i]["type"] == "number") CHECK((is_number(field.text) && !field.is_quoted));
        if (fields[i]["type"] == "string") CHECK(field.is_quoted);
      }
    }
  }
}
