#include "breaches.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <regex>
#include <sstream>

namespace shudao::architecture {
namespace {

struct Floor {
  char const* folder;
  int height;
};
/// Longest folders first where one holds another.
constexpr std::array kFloors = {Floor{"sim/base/", 0},  Floor{"sim/kernel/", 1},  Floor{"network/", 1},
                                Floor{"scenarios/", 2}, Floor{"sim/freight/", 3}, Floor{"sim/experiment/", 4},
                                Floor{"viz/words/", 5}, Floor{"viz/report/", 6},
                                Floor{"viz/", 7}};

/// Who may include a third-party header: the .cpp files of these folders, and the named headers private to them.
struct Guest {
  char const* pattern;
  std::vector<std::string> folders;
  std::vector<std::string> private_headers;
  bool is_tool = false;  ///< Shows no type of the library: its private headers may be used by floors above.
};
std::vector<Guest> const& guests() {
  static std::vector<Guest> const all = {
      {"^nlohmann/json_fwd\\.hpp", {"scenarios/", "viz/", "sim/experiment/"}, {".h"}},
      {"^nlohmann/", {"scenarios/", "viz/", "sim/experiment/"}, {"viz/cli/json_parts.h"}},
      {"^boost/(graph|property_map)/", {"network/"}, {"network/graph.h"}},
      {"^boost/(math|random)/", {"sim/experiment/"}, {}},
      {"^lemon/", {"network/"}, {}},
      {"^nlopt\\.hpp", {"sim/experiment/"}, {}},
      {"^CLI/", {"viz/cli/"}, {"viz/cli/option_parts.h"}},
      {"^mpi\\.h", {"viz/mpi/"}, {}},
      {"^duktape\\.h", {"viz/report/"}, {}},
      {"^zlib\\.h", {"viz/report/"}, {}},
      {"^xlsxwriter\\.h", {"viz/report/"}, {}},
      {"^(sqlite3\\.h|SQLiteCpp/)", {"sim/experiment/"}, {"sim/experiment/database.h"}},
      {"^(tbb|oneapi)/", {"sim/kernel/", "sim/experiment/"}, {}},
      {"^(Random123|date)/", {"sim/base/"}, {}},
      {"^xxhash\\.h", {"sim/base/"}, {}},
      {"^(immintrin\\.h|sanitizer/)", {"sim/kernel/"}, {"sim/kernel/thread_sanitizer.h"}, true},
      {"^fmt/", {"scenarios/", "sim/experiment/", "viz/"}, {"viz/words/say.h"}, true},
  };
  return all;
}

struct Banned {
  std::regex pattern;
  std::string why;
  bool also_in_presentation;
};
std::vector<Banned> const& banned() {
  static std::vector<Banned> const all = {
      {std::regex{R"(\bstd::s?rand\b|\brandom_device\b|\bstd::mt19937)"}, "draws come from RandomStream only", true},
      {std::regex{R"(\bstd::\w+_distribution\b)"}, "std:: distributions differ between libraries", true},
      {std::regex{R"(\bsystem_clock\b|\bstd::time\s*\(|\bgettimeofday\b)"}, "the model reads no clock", false},
      {std::regex{
           R"((\bstd::|[^\w.>:])(log|log1p|log2|log10|exp|expm1|exp2|pow|sin|cos|tan|tgamma|lgamma|erf|cbrt|hypot)\s*\()"},
       "libm differs between CPUs; use sim/base/portable_math.h", false},
      {std::regex{R"(-ffast-math|\bstd::fma\b|\bstd::reduce\b)"}, "the order of sums must not change", true},
  };
  return all;
}

Floor const* floor_of(std::string const& path) {
  auto const at = std::find_if(kFloors.begin(), kFloors.end(),
                               [&](Floor const& floor) { return path.rfind(floor.folder, 0) == 0; });
  return at == kFloors.end() ? nullptr : &*at;
}

bool ends_with(std::string const& text, std::string const& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

bool is_presentation(std::string const& path) { return path.rfind("viz/", 0) == 0; }

/// The line without comment and string literals, so that words in them do not count.
std::string code_of(std::string line) {
  static std::regex const literal{R"("([^"\\]|\\.)*")"};
  line = std::regex_replace(line, literal, "\"\"");
  return line.substr(0, line.find("//"));
}

/// Whether a header shows a third-party library and so stays in its folder.
bool is_private(std::string const& header) {
  return std::any_of(guests().begin(), guests().end(), [&](Guest const& guest) {
    return !guest.is_tool &&
           std::find(guest.private_headers.begin(), guest.private_headers.end(), header) != guest.private_headers.end();
  });
}

/// One file while it is read.
class Reading {
 public:
  Reading(SourceFile const& file, std::vector<std::string>& found) : file_{file}, found_{found} {}

  void read() {
    Floor const* const own = floor_of(file_.path);
    if (own == nullptr) return;
    std::istringstream lines{file_.text};
    for (std::string line; std::getline(lines, line);) {
      ++line_;
      static std::regex const include{R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re"};
      if (std::smatch match; std::regex_search(line, match, include))
        read_include(*own, match[1] == "\"", match[2]);
      else
        read_code(code_of(line));
    }
  }

  void check_own_header(bool exists) {
    std::string const own = file_.path.substr(0, file_.path.size() - 4) + ".h";
    if (exists && first_include_ != own) say("includes its own header " + own + " first");
  }

 private:
  void read_include(Floor const& own, bool is_quoted, std::string const& name) {
    if (first_include_.empty()) first_include_ = name;
    if (is_quoted)
      check_floor(own, name);
    else
      check_guest(name);
  }

  void check_floor(Floor const& own, std::string const& name) {
    Floor const* const other = floor_of(name);
    if (other == nullptr) return say("\"" + name + "\" is not named from the repository root");
    bool const is_own = other->folder == std::string{own.folder};
    if (!is_own && other->height >= own.height) say("floor " + std::string{own.folder} + " may not include " + name);
    if (!is_own && is_private(name)) say(name + " is private to its folder");
  }

  void check_guest(std::string const& name) {
    for (Guest const& guest : guests()) {
      if (!std::regex_search(name, std::regex{guest.pattern})) continue;
      if (!admits(guest)) say("<" + name + "> may not be included here");
      return;
    }
    bool const is_standard = name.find('.') == std::string::npos && name.find('/') == std::string::npos;
    static std::array const system = {"unistd.h", "fcntl.h", "spawn.h", "sys/"};
    bool const is_system = std::any_of(system.begin(), system.end(), [&](auto s) { return name.rfind(s, 0) == 0; });
    if (!is_standard && !is_system) say("<" + name + "> is a library that no floor is known to use");
  }

  bool admits(Guest const& guest) const {
    bool const is_folder = std::any_of(guest.folders.begin(), guest.folders.end(),
                                       [&](auto const& folder) { return file_.path.rfind(folder, 0) == 0; });
    if (ends_with(file_.path, ".cpp")) return is_folder;
    return is_folder && std::any_of(guest.private_headers.begin(), guest.private_headers.end(),
                                    [&](auto const& end) { return ends_with(file_.path, end); });
  }

  void read_code(std::string const& code) {
    for (Banned const& ban : banned())
      if ((ban.also_in_presentation || !is_presentation(file_.path)) && std::regex_search(code, ban.pattern))
        say(ban.why);
  }

  void say(std::string const& what) {
    found_.push_back(file_.path + ":" + std::to_string(std::max(line_, 1)) + ": " + what);
  }

  SourceFile const& file_;
  std::vector<std::string>& found_;
  int line_ = 0;
  std::string first_include_;
};

}  // namespace

std::vector<SourceFile> program_sources() {
  std::vector<SourceFile> files;
  for (Floor const& floor : kFloors)
    for (auto const& entry : std::filesystem::recursive_directory_iterator{floor.folder}) {
      std::string const path = entry.path().generic_string();
      if (!ends_with(path, ".h") && !ends_with(path, ".cpp")) continue;
      std::ifstream in{path};
      files.push_back({path, std::string{std::istreambuf_iterator<char>{in}, {}}});
    }
  std::sort(files.begin(), files.end(), [](auto const& a, auto const& b) { return a.path < b.path; });
  return files;
}

std::vector<std::string> breaches(std::vector<SourceFile> const& files) {
  std::vector<std::string> found;
  for (SourceFile const& file : files) {
    Reading reading{file, found};
    reading.read();
    if (!ends_with(file.path, ".cpp")) continue;
    std::string const header = file.path.substr(0, file.path.size() - 4) + ".h";
    reading.check_own_header(
        std::any_of(files.begin(), files.end(), [&](SourceFile const& other) { return other.path == header; }));
  }
  return found;
}

}  // namespace shudao::architecture
