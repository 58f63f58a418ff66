#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>

#include "program.h"
#include "tests/report/markup.h"
#include "tests/report/unzipped.h"
#include "tests/report/workbook_cells.h"

using namespace shudao::viz::cli;
using namespace shudao::viz::report;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

char const* const kHostile[] = {"</script><script>alert(1)</script>",
                                "=cmd|' /C calc'!A0",
                                "\"><img src=x onerror=alert(1)>",
                                "]]>",
                                "+1",
                                "@SUM(A1)",
                                "a\tb\nc\r\nd",
                                "-->",
                                "<![CDATA[x",
                                "&lt;&#60;&x;",
                                "' onclick='alert(1)",
                                "{} {0} %s%n",
                                "_x003D_1+1",
                                "javascript:alert(1)",
                                "</title></style></svg><p>",
                                "\tx",
                                "\x01\x1B[31m\x7F",
                                "\xEF\xBF\xBF\xE2\x80\xAE",
                                "-2+3",
                                "＝1+1"};
constexpr std::size_t kCount = std::size(kHostile);

std::string content(std::string const& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// A comparison of worlds in which everything has such a name, and all that is made of it.
class Hostile {
 public:
  Hostile() {
    std::ofstream{path("base.json")} << base();
    std::ofstream{path("rule.json")} << json{
        {"format", 1}, {"id", "rule"}, {"title", title()}, {"rewrites", {{{"remove", "home/export/inspect"}}}}};
    std::ofstream{path("other.json")} << json{
        {"format", 1}, {"id", "other"}, {"base", "base.json"}, {"title", title()}, {"rules", {"rule.json"}}};
    run({"compare", path("base.json"), path("other.json"), "--replications", "2", "--results", path("a.db"),
         "--quiet"});
    run({"report", path("a.db")});
    run({"export", path("a.db")});
  }
  [[nodiscard]] std::string path(std::string const& name) const { return scratch_.path(name); }
  /// The files of the export with this ending, by their paths.
  [[nodiscard]] std::map<std::string, std::string> files(std::string const& ending) const {
    std::map<std::string, std::string> found;
    for (auto const& entry : fs::recursive_directory_iterator{path("a.export")})
      if (entry.path().extension() == ending) found[entry.path().string()] = content(entry.path().string());
    REQUIRE_FALSE(found.empty());
    return found;
  }

 private:
  static void run(std::vector<std::string> const& words) {
    Answer const answer = shudao::viz::cli::shudao(words);
    INFO(answer.err);
    REQUIRE(answer.exit_code == 0);
  }
  /// Each begins in another way, and every string is in some.
  json title() {
    std::size_t const at = next_++;
    std::string const first = kHostile[at % kCount], second = kHostile[(at + kCount / 2) % kCount];
    return {{"zh", first + second}, {"en", second + first}};
  }
  std::string base() {
    json world = json::parse(content("tests/cli/worlds/line.json"));
    world["title"] = title();
    for (char const* things : {"places", "links", "services", "flows", "corridors"})
      for (json& thing : world[things]) {
        thing["name"] = title();
        if (!thing.contains("resources")) continue;
        for (json& resource : thing["resources"]) resource["name"] = title();
      }
    world["run"]["window_weeks"] = 8;
    return world.dump();
  }

  ScratchFolder scratch_;
  std::size_t next_ = 0;
};

Hostile const& hostile() {
  static Hostile const one;
  return one;
}

void check_drawing(Markup const& drawing) {
  CHECK(drawing.fault == "");
  for (Element const& element : drawing.elements) {
    CHECK(element.name != "script");
    CHECK(element.name != "foreignObject");
    for (auto const& [key, value] : element.attributes) {
      CHECK(key.rfind("on", 0) != 0);
      CHECK(key.find("href") == std::string::npos);
    }
  }
}

/// The cells of a CSV file that stand between quotation marks.
std::vector<std::string> words_in(std::string const& csv) {
  std::vector<std::string> words;
  for (std::size_t at = csv.find('"'); at != std::string::npos; at = csv.find('"', at)) {
    std::string word;
    for (++at; csv[at] != '"' || csv[at + 1] == '"'; ++at) {
      word += csv[at];
      if (csv[at] == '"') ++at;
    }
    words.push_back(word);
    ++at;
  }
  return words;
}

bool is_run(std::string const& cell) {
  std::size_t const begin = std::min(cell.find_first_not_of(" \t\r\n"), cell.size());
  for (char const* sign : {"=", "+", "-", "@", "＝"})
    if (cell.rfind(sign, begin) == begin && begin < cell.size()) return true;
  return false;
}

}  // namespace

TEST_CASE("hostile names are text in a report: it has the elements and attributes of its own", "[program][export]") {
  Markup const page = read_page(content(hostile().path("a.html")));
  CHECK(page.fault == "");
  CHECK(page.count("script") == 1);
  CHECK(page.count("img") == 0);
  for (Element const& element : page.elements)
    for (auto const& [key, value] : element.attributes) {
      CHECK(key.rfind("on", 0) != 0);
      if (key == "href") CHECK((value == "data:," || value.front() == '#'));
    }
  for (char const* name : {"</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]>"}) {
    INFO(name);
    CHECK(page.text().find(name) != std::string::npos);
  }
}

TEST_CASE("hostile names are text in every drawing", "[program][export]") {
  for (auto const& [path, drawing] : hostile().files(".svg")) {
    INFO(path);
    check_drawing(read_markup(drawing));
  }
}

TEST_CASE("hostile names are text in documents and their drawings", "[program][export]") {
  for (auto const& [path, document] : hostile().files(".docx"))
    for (auto const& [part, text] : unzipped(document)) {
      INFO(path << ' ' << part);
      if (part.find(".png") != std::string::npos) continue;
      CHECK(read_markup(text).fault == "");
      CHECK_THAT(text, !Contains("TargetMode=\"External\""));
      if (part.find(".svg") != std::string::npos) check_drawing(read_markup(text));
    }
}

TEST_CASE("hostile names are no formulas in workbooks", "[program][export]") {
  for (auto const& [path, workbook] : hostile().files(".xlsx")) {
    for (auto const& [part, text] : unzipped(workbook)) {
      INFO(path << ' ' << part);
      Markup const read = read_markup(text);
      CHECK(read.fault == "");
      CHECK_THAT(text, !Contains("TargetMode=\"External\""));
      if (part.rfind("xl/worksheets/", 0) == 0) CHECK(read.count("f") == 0);
    }
    int found = 0;
    for (FoundSheet const& sheet : sheets_in(workbook))
      for (auto const& [place, cell] : sheet.cells)
        if (is_run(cell.text) && cell.text.find_first_not_of("-0123456789.E+") != std::string::npos) {
          CHECK(cell.type == "s");
          ++found;
        }
    CHECK(found > 0);
  }
}

TEST_CASE("hostile names are no formulas and break no row in CSV files", "[program][export]") {
  for (auto const& [path, csv] : hostile().files(".csv")) {
    INFO(path);
    for (std::string const& word : words_in(csv)) {
      INFO(word);
      CHECK_FALSE(is_run(word));
      for (char const c : word) CHECK(static_cast<unsigned char>(c) >= 0x20);
    }
  }
}

TEST_CASE("hostile names are attributes as they are in GeoJSON", "[program][export]") {
  std::string all;
  for (auto const& [path, text] : hostile().files(".geojson")) {
    json const map = json::parse(text);
    for (json const& feature : map["features"]) all += feature["properties"]["name_zh"].get<std::string>() + "\n";
  }
  for (char const* name : {"]]>", "=cmd|' /C calc'!A0", "a\tb\nc"}) CHECK_THAT(all, Contains(name));
}
