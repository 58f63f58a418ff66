#include "viz/cli/difference_text.h"

#include <algorithm>
#include <map>

#include "sim/base/errors.h"
#include "viz/cli/json_parts.h"
#include "viz/cli/key_words.h"
#include "viz/cli/names.h"
#include "viz/cli/result_json.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using scenarios::Difference;
using scenarios::Scenario;

constexpr std::size_t kFewestForGroup = 3;
constexpr std::size_t kMostNamed = 6;

/// What a person calls the thing that the path leads through: "二连浩特 (export/inspect)".
class Namer {
 public:
  Namer(Scenario const& a, Scenario const& b) : a_{a}, b_{b} {}

  [[nodiscard]] std::string thing(Difference const& d, Language language) const {
    auto const& path = d.path;
    if (path.size() < 2 || path[0] == "run") return kind_words(path[0], language);
    std::string const name = name_of(d, language);
    if (path[0] != "places" || path.size() < 4 || (path[2] != "resources" && path[2] != "processes")) return name;
    std::string inner = path[3];
    if (path[2] == "processes" && path.size() > 5) inner += "/" + path[5];
    if (path[2] == "resources") inner = resource_name(path[1] + "/" + path[3], path[3], language);
    return name + (language == Language::zh ? "，" : ", ") + inner;
  }

 private:
  [[nodiscard]] std::string resource_name(std::string const& id, std::string const& local, Language language) const {
    for (Scenario const* scenario : {&b_, &a_}) {
      auto const found = name_of_id(*scenario, id, language);
      if (!found.empty() && found != id) return found;
    }
    return local;
  }

  [[nodiscard]] std::string name_of(Difference const& d, Language language) const {
    auto const& id = d.path[1];
    for (Scenario const* scenario : {&b_, &a_}) {
      if (auto const found = name_in(*scenario, d.path[0], id, language); !found.empty()) return found;
    }
    return id;
  }

  template<class Things>
  static std::string name_among(Things const& things, std::string const& id, Language language) {
    for (auto const& thing : things) {
      if (thing.id == id) return label(thing.name, language, id);
    }
    return {};
  }

  static std::string name_in(Scenario const& s, std::string const& kind, std::string const& id, Language language) {
    if (kind == "places") return name_among(s.places, id, language);
    if (kind == "links") return name_among(s.links, id, language);
    if (kind == "services") return name_among(s.services, id, language);
    if (kind == "flows") return name_among(s.flows, id, language);
    if (kind == "corridors") return name_among(s.corridors, id, language);
    if (kind == "disruptions") return name_among(s.disruptions, id, language);
    if (kind == "boxes") return name_among(s.boxes, id, language);
    if (kind != "rules") return {};
    for (auto const& rule : s.rules) {
      if (rule.id == id) return in_language(rule.title_zh, rule.title_en, language, " ");
    }
    return {};
  }

  Scenario const& a_;
  Scenario const& b_;
};

/// The innermost collection that the path enters, which says what kind of thing came or went.
std::string kind_of(Difference const& d) {
  auto const& path = d.path;
  if (path.size() >= 6 && path[2] == "processes") return path[4];
  if (path.size() >= 4 && (path[2] == "processes" || path[2] == "resources")) return path[2];
  return path.front();
}

/// How deep a path must go to name a member and not a thing.
std::size_t depth_of_things(Difference const& d) {
  auto const& path = d.path;
  if (path.front() == "run") return 1;
  if (path.size() >= 6 && path[2] == "processes" && path[4] == "steps") return 6;
  if (path.size() >= 4 && path.front() == "places" && (path[2] == "processes" || path[2] == "resources")) return 4;
  return 2;
}

bool is_thing(Difference const& d) { return d.path.size() <= depth_of_things(d) && d.path.front() != "run"; }

/// "duration_h", or for deeper members all keys below the thing.
std::string member_words(Difference const& d, Language language) {
  std::string words;
  for (std::size_t i = depth_of_things(d); i < d.path.size(); ++i)
    words += (words.empty() ? "" : " / ") + key_words(d.path[i], language);
  return words.empty() ? kind_words(d.path.front(), language) : words;
}

/// The key that says the unit: the last one that is not an id.
std::string const& unit_key(Difference const& d) {
  bool const is_map =
      d.path.size() > 1 && (d.path[d.path.size() - 2] == "shares" || d.path[d.path.size() - 2] == "firm_classes");
  return is_map ? d.path[d.path.size() - 2] : d.path.back();
}

std::string change_words(Difference const& d, Language language) {
  return value_words(d.before, unit_key(d), language) + " → " + value_words(d.after, unit_key(d), language);
}

std::string thing_line(Difference const& d, Namer const& namer, Language language) {
  bool const is_added = d.kind == Difference::Kind::added;
  std::string const kind = kind_of(d), name = namer.thing(d, language), id = d.path.back();
  auto const key =
      kind == "rules" ? (is_added ? Key::rule_comes : Key::rule_goes) : (is_added ? Key::thing_comes : Key::thing_goes);
  return fmt::format(fmt::runtime(text(key, language)), kind_words(kind, language), name, id);
}

std::string member_line(Difference const& d, Namer const& namer, Language language) {
  return fmt::format(fmt::runtime(text(Key::member_changes, language)), namer.thing(d, language),
                     member_words(d, language), change_words(d, language));
}

std::string line_of(Difference const& d, Namer const& namer, Language language) {
  return is_thing(d) ? thing_line(d, namer, language) : member_line(d, namer, language);
}

/// The figure itself, if it is one number.
std::optional<double> number_of(scenarios::Json const& value) {
  if (value.is(scenarios::Json::Kind::number)) return value.number;
  if (auto const* inner = value.find("value"); inner != nullptr && inner->is(scenarios::Json::Kind::number))
    return inner->number;
  return std::nullopt;
}

/// What many things may have in common: the same member, changed in the same words or by the same factor.
std::string group_of(Difference const& d) {
  std::string member;
  for (std::size_t i = depth_of_things(d); i < d.path.size(); ++i) member += "/" + d.path[i];
  std::string const where = kind_of(d) + member + "|";
  auto const before = number_of(d.before), after = number_of(d.after);
  if (before && after && *before != 0 && d.path.back() == "teu_per_year")
    return where + fmt::format("×{:.4g}", *after / *before);
  return where + change_words(d, Language::en);
}

std::string group_line(std::vector<Difference const*> const& group, Namer const& namer, Language language) {
  Difference const& first = *group.front();
  auto const key = group_of(first);
  auto const mark = key.find("|×");
  std::string const change = mark != std::string::npos ? key.substr(mark + 1) : change_words(first, language);
  std::string names;
  for (std::size_t i = 0; i < std::min(kMostNamed, group.size()); ++i)
    names += (i == 0 ? "" : language == Language::zh ? "、" : "; ") + namer.thing(*group[i], language);
  if (group.size() > kMostNamed) names += " …";
  return fmt::format(fmt::runtime(text(Key::members_change, language)), group.size(),
                     kind_words(kind_of(first), language), member_words(first, language), change, names);
}

struct Sorted {
  std::vector<Difference const*> things, members;
  std::size_t labels = 0;
};

Sorted sorted(std::vector<Difference> const& all) {
  Sorted parts;
  for (Difference const& d : all) {
    if (d.is_label) {
      ++parts.labels;
    } else {
      (is_thing(d) ? parts.things : parts.members).push_back(&d);
    }
  }
  return parts;
}

std::string lines_in(std::vector<Difference> const& all, Namer const& namer, Language language) {
  auto const parts = sorted(all);
  std::string lines;
  for (auto const* d : parts.things) lines += thing_line(*d, namer, language) + "\n";
  std::map<std::string, std::vector<Difference const*>> groups;
  for (auto const* d : parts.members) groups[group_of(*d)].push_back(d);
  for (auto const* d : parts.members) {
    auto const& group = groups[group_of(*d)];
    if (group.size() < kFewestForGroup) {
      lines += member_line(*d, namer, language) + "\n";
    } else if (group.front() == d) {
      lines += group_line(group, namer, language) + "\n";
    }
  }
  if (parts.labels > 0) lines += fmt::format(fmt::runtime(text(Key::labels_differ, language)), parts.labels) + "\n";
  return lines;
}

char const* name_of(Difference::Kind kind) {
  switch (kind) {
    case Difference::Kind::added:
      return "added";
    case Difference::Kind::removed:
      return "removed";
    case Difference::Kind::changed:
      break;
  }
  return "changed";
}

Json bare(scenarios::Json const& value) { return Json::parse(scenarios::canonical_text(value)); }

}  // namespace

std::string difference_text(Scenario const& a, Scenario const& b, Language language) {
  auto const all = scenarios::differences(a, b);
  if (all.empty()) return say(Key::no_difference, language, a.id, b.id) + "\n";
  Namer const namer{a, b};
  std::string text = say(Key::difference_title, language, a.id, b.id) + "\n";
  if (a.fingerprint == b.fingerprint) text += say(Key::difference_of_labels, language) + "\n";
  for (Language const one : {Language::zh, Language::en}) {
    if (language != Language::both && language != one) continue;
    text += "\n" + lines_in(all, namer, one);
  }
  return text;
}

std::string difference_json(Scenario const& a, Scenario const& b) {
  Namer const namer{a, b};
  auto const all = scenarios::differences(a, b);
  Json list = Json::array();
  for (Difference const& d : all) {
    list.push_back({{"pointer", d.pointer()},
                    {"kind", name_of(d.kind)},
                    {"is_label", d.is_label},
                    {"before", bare(d.before)},
                    {"after", bare(d.after)},
                    {"words", {{"zh", line_of(d, namer, Language::zh)}, {"en", line_of(d, namer, Language::en)}}}});
  }
  return dumped({{"schema_version", kJsonVersion},
                 {"a", a.id},
                 {"b", b.id},
                 {"is_equal", all.empty()},
                 {"behaves_equally", a.fingerprint == b.fingerprint},
                 {"differences", list}});
}

}  // namespace shudao::viz::cli
