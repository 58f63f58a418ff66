#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "program.h"

using namespace shudao::viz::cli;

namespace {

namespace fs = std::filesystem;

std::string content(std::string const& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// Results of one small world, and where its export goes.
struct Kept {
  ScratchFolder scratch;
  std::string store = scratch.path("a.db"), folder = scratch.path("a.export");
  Kept() {
    REQUIRE(shudao::viz::cli::shudao(
                {"run", "scenarios/first-corridors", "--replications", "3", "--results", store, "--quiet"})
                .exit_code == 0);
  }
};

}  // namespace

TEST_CASE("an export says which files it wrote, and they are what it says", "[program][export]") {
  Kept const kept;
  Answer const answer = shudao::viz::cli::shudao({"export", kept.store, "--only", "csv", "--json"});
  REQUIRE(answer.exit_code == 0);
  auto const list = nlohmann::json::parse(answer.out);
  CHECK(list["folder"] == kept.folder);
  CHECK(list["files"].size() > 20);
  for (auto const& file : list["files"])
    CHECK(fs::file_size(kept.folder + "/" + file["path"].get<std::string>()) == file["bytes"]);
}

TEST_CASE("two exports of the same results are byte for byte the same", "[program][export]") {
  Kept const kept;
  std::string const other = kept.scratch.path("other");
  REQUIRE(shudao::viz::cli::shudao({"export", kept.store, "--lang", "zh"}).exit_code == 0);
  REQUIRE(shudao::viz::cli::shudao({"export", kept.store, "--lang", "zh", "--out", other}).exit_code == 0);
  int files = 0;
  for (auto const& entry : fs::recursive_directory_iterator{kept.folder}) {
    if (!entry.is_regular_file()) continue;
    INFO(entry.path().string());
    ++files;
    CHECK(content(entry.path().string()) ==
          content(other + "/" + entry.path().lexically_relative(kept.folder).string()));
  }
  CHECK(files > 20);
}

TEST_CASE("an export replaces an earlier one, but no file that somebody put into it or changed", "[program][export]") {
  Kept const kept;
  auto const exported = [&] {
    return shudao::viz::cli::shudao({"export", kept.store, "--only", "csv", "--lang", "en"});
  };
  REQUIRE(exported().exit_code == 0);
  CHECK(exported().exit_code == 0);
  std::ofstream{kept.folder + "/csv/mine.txt"} << "x";
  CHECK_THAT(exported().err, Catch::Contains("mine.txt: expected a new or empty folder"));
  fs::remove(kept.folder + "/csv/mine.txt");
  std::ofstream{kept.folder + "/csv/manifest.csv"} << "x";
  CHECK_THAT(exported().err, Catch::Contains("manifest.csv") && Catch::Contains("changed after the export"));
  CHECK(content(kept.folder + "/csv/manifest.csv") == "x");
}

TEST_CASE("an export leaves a folder that no export made", "[program][export]") {
  Kept const kept;
  fs::create_directory(kept.folder);
  std::ofstream{kept.folder + "/notes.txt"} << "x";
  Answer const answer = shudao::viz::cli::shudao({"export", kept.store, "--lang", "en"});
  CHECK(answer.exit_code == 3);
  CHECK_THAT(answer.err, Catch::Contains("a folder that no export made; it was left as it is"));
  CHECK(std::distance(fs::directory_iterator{kept.folder}, {}) == 1);
}

TEST_CASE("an export without a byte order mark begins with its first head", "[program][export]") {
  Kept const kept;
  REQUIRE(shudao::viz::cli::shudao({"export", kept.store, "--only", "csv", "--no-bom"}).exit_code == 0);
  CHECK(content(kept.folder + "/csv/manifest.csv").rfind("\"item", 0) == 0);
}

TEST_CASE("every drawing is exported as a picture of at least 2000 dots, too", "[program][export]") {
  Kept const kept;
  Answer const answer = shudao::viz::cli::shudao({"export", kept.store, "--only", "svg,png", "--lang", "zh"});
  if (answer.exit_code == 3 && answer.err.find("rsvg-convert") != std::string::npos) return;  // No program for it here.
  REQUIRE(answer.exit_code == 0);
  std::size_t drawings = 0, pictures = 0;
  for (auto const& entry : fs::directory_iterator{kept.folder + "/figures"}) {
    std::string const bytes = content(entry.path().string());
    INFO(entry.path().string());
    if (entry.path().extension() == ".svg") ++drawings;
    if (entry.path().extension() != ".png") continue;
    ++pictures;
    REQUIRE(bytes.rfind("\x89PNG\r\n\x1A\n", 0) == 0);
    CHECK(256 * static_cast<unsigned char>(bytes[18]) + static_cast<unsigned char>(bytes[19]) >= 2000);  // The width.
  }
  CHECK(drawings == pictures);
}

TEST_CASE("without the program for pictures an export has none and says which program it is", "[program][export]") {
  Kept const kept;
  std::string const path = getenv("PATH");
  setenv("PATH", kept.scratch.path("nothing").c_str(), 1);
  Answer const all = shudao::viz::cli::shudao({"export", kept.store, "--lang", "en"});
  Answer const asked = shudao::viz::cli::shudao({"export", kept.store, "--lang", "en", "--only", "png"});
  setenv("PATH", path.c_str(), 1);
  CHECK(all.exit_code == 0);
  CHECK_THAT(all.out, Catch::Contains("png not exported: this machine has no rsvg-convert (Debian: librsvg2-bin)"));
  CHECK(asked.exit_code == 3);
  CHECK_THAT(asked.err, Catch::Contains("rsvg-convert (Debian: librsvg2-bin)"));
}

TEST_CASE("a kind of file that there is none of is refused", "[program][export]") {
  Answer const answer = shudao::viz::cli::shudao({"export", "x.db", "--only", "csv,pdf", "--lang", "en"});
  CHECK(answer.exit_code == 2);
  CHECK_THAT(answer.err, Catch::Contains("--only must be some of") && Catch::Contains("found pdf"));
}
