#include "scenarios/difference.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "scenarios/parse.h"
#include "scenarios/problems.h"

namespace shudao::scenarios {

namespace {

using Path = std::vector<std::string>;

constexpr std::array<std::string_view, 4> kNamesOfDocument = {"base_id", "format", "id", "title"};
constexpr std::array<std::string_view, 12> kLabels = {"asked", "evidence", "expect", "format", "grade",   "locode",
                                                      "name",  "plans",    "source", "title",  "sources", "why"};
constexpr std::array<std::string_view, 10> kKinds = {"value",     "uniform", "triangular", "exponential", "gamma",
                                                     "lognormal", "weibull", "empirical",  "truncated",   "constant"};

template<std::size_t N>
bool is_among(std::array<std::string_view, N> const& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What a figure says without its pedigree. `low` and `high` bound what may be tried, not what happens.
Json stated(Json const& figure) {
  if (!figure.is(Json::Kind::object)) return figure;
  if (Json const* value = figure.find("value")) return *value;
  for (auto const kind : kKinds) {
    Json const* parameters = figure.find(kind);
    if (parameters == nullptr) continue;
    Json bare = Json::object();
    bare.set(kind, *parameters);
    return bare;
  }
  return figure;
}

bool is_label(Path const& path) {
  return std::any_of(path.begin(), path.end(), [](auto const& key) { return is_among(kLabels, key); });
}

/// Ids may be words that are labels elsewhere, so only what stands below a thing is judged: /places/name is a place.
bool is_below_thing(Path const& path) { return path.size() > 2; }

class Finder {
 public:
  std::vector<Difference> found;

  void compare(Json const& a, Json const& b) {
    if (a == b) return;
    bool const are_things = a.is(Json::Kind::object) && b.is(Json::Kind::object) && !is_figure(a) && !is_figure(b);
    if (!are_things) return add(Difference::Kind::changed, a, b);
    for (auto const& [key, value] : a.members) {
      if (is_skipped(key)) continue;
      path_.push_back(key);
      Json const* other = b.find(key);
      other == nullptr ? take_apart(Difference::Kind::removed, value) : compare(value, *other);
      path_.pop_back();
    }
    for (auto const& [key, value] : b.members) {
      if (is_skipped(key) || a.find(key) != nullptr) continue;
      path_.push_back(key);
      take_apart(Difference::Kind::added, value);
      path_.pop_back();
    }
  }

 private:
  [[nodiscard]] bool is_skipped(std::string const& key) const {
    return path_.empty() && is_among(kNamesOfDocument, key);
  }

  /// A whole collection ("links") that only one has is told thing by thing.
  void take_apart(Difference::Kind kind, Json const& value) {
    bool const is_collection = path_.size() == 1 && value.is(Json::Kind::object) && path_.front() != "run";
    if (!is_collection) return kind == Difference::Kind::added ? add(kind, Json{}, value) : add(kind, value, Json{});
    for (auto const& [key, thing] : value.members) {
      path_.push_back(key);
      kind == Difference::Kind::added ? add(kind, Json{}, thing) : add(kind, thing, Json{});
      path_.pop_back();
    }
  }

  void add(Difference::Kind kind, Json const& before, Json const& after) {
    Difference difference{kind, path_, before, after, false};
    bool const same_figure = is_figure(before) && is_figure(after) && stated(before) == stated(after);
    Path const inner = is_below_thing(path_) ? Path(path_.begin() + 2, path_.end()) : Path{};
    difference.is_label = same_figure || path_.front() == "sources" || is_label(inner);
    found.push_back(std::move(difference));
  }

  Path path_;
};

Json document_of(Scenario const& scenario) {
  Problems problems;
  auto json = parse_json(scenario.document, problems.add_file(scenario.id), problems);
  problems.throw_if_any();
  return *std::move(json);
}

Json merge_difference(Json const& a, Json const& b, bool is_outermost) {
  Json patch = Json::object();
  for (auto const& [key, value] : a.members) {
    if (is_outermost && is_among(kNamesOfDocument, key)) continue;
    if (b.find(key) == nullptr) patch.set(key, Json{});
  }
  for (auto const& [key, value] : b.members) {
    if (is_outermost && is_among(kNamesOfDocument, key)) continue;
    Json const* mine = a.find(key);
    if (mine != nullptr && *mine == value) continue;
    bool const are_objects = mine != nullptr && mine->is(Json::Kind::object) && value.is(Json::Kind::object);
    patch.set(key, are_objects ? merge_difference(*mine, value, false) : value);
  }
  return patch;
}

}  // namespace

std::string Difference::pointer() const {
  std::string text;
  for (auto const& key : path) text = child_pointer(text, key);
  return text;
}

bool is_figure(Json const& json) {
  if (json.is(Json::Kind::number)) return true;
  if (!json.is(Json::Kind::object)) return false;
  return std::any_of(kKinds.begin(), kKinds.end(), [&](auto const kind) { return json.find(kind) != nullptr; });
}

std::vector<Difference> differences(Json const& a, Json const& b) {
  Finder finder;
  finder.compare(a, b);
  std::sort(finder.found.begin(), finder.found.end(),
            [](Difference const& x, Difference const& y) { return x.path < y.path; });
  return std::move(finder.found);
}

std::vector<Difference> differences(Scenario const& a, Scenario const& b) {
  return differences(document_of(a), document_of(b));
}

Json patch_between(Json const& a, Json const& b) { return merge_difference(a, b, true); }

std::string patch_file_between(Scenario const& a, Scenario const& b, std::string const& base_file) {
  Json title = Json::object();
  title.set("zh", Json::of(b.title.zh));
  title.set("en", Json::of(b.title.en));
  Json file = Json::object();
  file.set("format", Json::of(1.0));
  file.set("id", Json::of(b.id));
  file.set("base", Json::of(base_file));
  file.set("title", std::move(title));
  file.set("patch", patch_between(document_of(a), document_of(b)));
  return indented_text(file);
}

}  // namespace shudao::scenarios
