#include "scenarios/resolve.h"

#include <algorithm>
#include <filesystem>

#include "scenarios/parse.h"
#include "scenarios/readers.h"

namespace shudao::scenarios {

namespace {

using Path = std::filesystem::path;

Path real_path(Path const& path) {
  std::error_code error;
  Path const clean = std::filesystem::weakly_canonical(path, error);
  return error ? path.lexically_normal() : clean;
}

/// From now on errors in this value name another entry of the file list.
void restamp(Json& json, std::uint32_t file) {
  json.origin.file = file;
  for (auto& item : json.items) restamp(item, file);
  for (auto& member : json.members) restamp(member.value, file);
}

/// Merges what two files say about one object; a member that they give different values is an error.
void merge_include(Json& into, Json const& from, std::string const& pointer, Problems& problems) {
  for (auto const& [key, value] : from.members) {
    std::string const where = child_pointer(pointer, key);
    Json* mine = into.find(key);
    if (mine == nullptr) {
      into.set(key, value);
    } else if (mine->is(Json::Kind::object) && value.is(Json::Kind::object)) {
      merge_include(*mine, value, where, problems);
    } else if (!(*mine == value)) {
      problems.report(value.origin, where, shown(value),
                      shown(*mine) + ", which " + problems.file_name(mine->origin.file) + ":" +
                          std::to_string(mine->origin.line) + " gives to the same key");
    }
  }
}

/// One chain of files: each may name others, none of them itself again.
class Resolver {
 public:
  Resolver(Problems& problems, std::vector<std::string>& notes) : problems_{problems}, notes_{notes} {}

  std::optional<Json> world_or_patch(Path const& path, std::string const& text) {
    open_.push_back(real_path(path));
    auto const file = problems_.add_file(path.string());
    auto json = parse_json(text, file, problems_);
    if (json && !json->is(Json::Kind::object)) {
      problems_.report(json->origin, "", shown(*json), "a world or a patch, which are objects");
      json.reset();
    }
    if (json)
      json = json->find("base") != nullptr ? patched(*json, path, file)
                                           : calibrated(included(std::move(*json), path), path);
    open_.pop_back();
    return json;
  }

  void change(Json& world, Change const& how) {
    open_.push_back(real_path(how.file));
    if (Json const* patch = how.holder.find(how.patch)) {
      Json changes = *patch;
      restamp(changes, problems_.add_file(how.file, "", child_pointer(how.pointer, how.patch)));
      if (is_good_change(changes)) merge_patch(world, changes, "", notes_);
    }
    add_rules(world, how.holder, how.file, how.pointer);
    open_.pop_back();
  }

 private:
  /// The text of a file that `name` stands for; what is wrong with the name is reported where it stands.
  std::optional<std::string> text_of(Json const& name, std::string const& pointer, Path const& path) {
    auto const canonical = real_path(path);
    if (std::find(open_.begin(), open_.end(), canonical) != open_.end()) {
      problems_.report(name.origin, pointer, shown(name), "another file: this one leads back to itself");
      return std::nullopt;
    }
    auto text = read_text(path.string(), problems_);
    if (!text) {
      problems_.report(name.origin, pointer, shown(name), "a file that can be read (" + path.string() + ")");
      problems_.miss_a_part();
    }
    return text;
  }

  /// Calls `use` for each file in a list of names, with the file's path and text.
  template<class Use>
  void each_file(Json const& holder, char const* key, Path const& folder, Use use, std::string const& above = "") {
    Json const* names = holder.find(key);
    if (names == nullptr) return;
    std::string const pointer = child_pointer(above, key);
    if (!names->is(Json::Kind::array)) {
      return problems_.report(names->origin, pointer, shown(*names), "an array of file names");
    }
    for (std::size_t i = 0; i < names->items.size(); ++i) {
      Json const& name = names->items[i];
      std::string const where = child_pointer(pointer, i);
      if (!name.is(Json::Kind::text) || !is_file_name(name.text)) {
        problems_.report(name.origin, where, shown(name), "a file name");
      } else if (auto const text = text_of(name, where, (folder / name.text).lexically_normal())) {
        use(name, where, (folder / name.text).lexically_normal(), *text);
      }
    }
  }

  static bool is_file_name(std::string const& name) {
    return !name.empty() && name.size() < 200 && name.find('\0') == std::string::npos;
  }

  Json included(Json world, Path const& path) {
    Json const names = world;
    each_file(names, "include", path.parent_path(),
              [&](Json const&, std::string const&, Path const& at, std::string const& text) {
                open_.push_back(real_path(at));
                auto part = parse_json(text, problems_.add_file(at.string()), problems_);
                if (part && part->is(Json::Kind::object)) {
                  merge_include(world, included(std::move(*part), at), "", problems_);
                } else if (part) {
                  problems_.report(part->origin, "", shown(*part), "an object");
                }
                open_.pop_back();
              });
    world.erase("include");
    Json const* rules = names.find("rules");
    if (rules != nullptr && rules->is(Json::Kind::object)) return world;
    world.erase("rules");
    if (rules != nullptr) add_rules(world, names, path);
    return world;
  }

  /// A world may name a patch of fitted values, which goes in before anything else is patched. When that patch itself
  /// is being read, it goes in later.
  Json calibrated(Json world, Path const& path) {
    Json const* member = world.find("calibrated");
    if (member == nullptr) return world;
    Json const name = *member;
    world.erase("calibrated");
    if (!name.is(Json::Kind::text) || !is_file_name(name.text)) {
      problems_.report(name.origin, "/calibrated", shown(name), "a file name");
      return world;
    }
    Path const at = (path.parent_path() / name.text).lexically_normal();
    if (std::find(open_.begin(), open_.end(), real_path(at)) != open_.end()) return world;
    auto const text = text_of(name, "/calibrated", at);
    auto const file = problems_.add_file(at.string());
    auto patch = text ? parse_json(*text, file, problems_) : std::nullopt;
    if (!patch || !has_good_header(*patch)) return world;
    Json* const changes = patch->find("patch");
    if (changes == nullptr) return world;
    restamp(*changes, problems_.add_file(problems_.file_name(file), "", "/patch"));
    std::vector<std::string> unimportant;
    if (is_good_change(*changes)) merge_patch(world, *changes, "", unimportant);
    return world;
  }

  /// `above` is where the holder stands in its file.
  void add_rules(Json& world, Json const& holder, Path const& path, std::string const& above = "") {
    auto const add = [&](Json const& name, std::string const& where, Path const& at, std::string const& text) {
      auto rule = parse_json(text, problems_.add_file(at.string()), problems_);
      if (rule) add_rule(world, std::move(*rule), at, name, where);
    };
    each_file(holder, "rules", path.parent_path(), add, above);
  }

  /// Sources that stand in a rule itself become some of the world; the rule keeps their ids.
  void take_sources(Json& world, Json& rule) {
    Json* const sources = rule.find("sources");
    if (sources == nullptr || !sources->is(Json::Kind::object)) return;
    Json ids = Json::array();
    ids.origin = sources->origin;
    for (auto const& [id, value] : sources->members) {
      ids.items.push_back(Json::of(id));
      ids.items.back().origin = value.origin;
    }
    Json part = Json::object();
    part.set("sources", std::move(*sources));
    merge_include(world, part, "", problems_);
    rule.set("sources", std::move(ids));
  }

  void add_rule(Json& world, Json rule, Path const& path, Json const& name, std::string const& where) {
    Json const* id = rule.find("id");
    if (id == nullptr || !id->is(Json::Kind::text) || !is_id(id->text)) {
      return problems_.report(id == nullptr ? rule.origin : id->origin, "/id", id == nullptr ? "nothing" : shown(*id),
                              "the id of the rule");
    }
    std::string const key = id->text;
    take_sources(world, rule);
    restamp(rule, problems_.add_file(path.string(), child_pointer("/rules", key)));
    Json* rules = world.find("rules");
    if (rules == nullptr) {
      rules = &world.set("rules", Json::object());
      rules->origin = name.origin;
    }
    if (rules->find(key) != nullptr) {
      return problems_.report(name.origin, where, "the rule " + key + " a second time", "each rule once");
    }
    rules->set(key, std::move(rule));
  }

  std::optional<Json> patched(Json patch, Path const& path, std::uint32_t file) {
    if (!has_good_header(patch)) return std::nullopt;
    Json const& base_name = *patch.find("base");
    Path const base_path = (path.parent_path() / base_name.text).lexically_normal();
    auto const text = text_of(base_name, "/base", base_path);
    auto world = text ? world_or_patch(base_path, *text) : std::nullopt;
    if (!world) return std::nullopt;
    if (Json* changes = patch.find("patch")) {
      restamp(*changes, problems_.add_file(problems_.file_name(file), "", "/patch"));
      if (is_good_change(*changes)) merge_patch(*world, *changes, "", notes_);
    }
    Json const* base_id = world->find("id");
    world->set("base_id", base_id == nullptr ? Json::of("") : *base_id);
    world->set("id", *patch.find("id"));
    world->set("title", *patch.find("title"));
    add_rules(*world, patch, path);
    return world;
  }

  bool has_good_header(Json const& patch) {
    auto const before = problems_.count();
    Names const no_names;
    Reading reading{problems_, no_names, {}, {}, {}};
    Fields fields{reading, patch, ""};
    read_patch(fields);
    fields.finish();
    return problems_.count() == before;
  }

  bool is_good_change(Json const& changes) {
    auto const before = problems_.count();
    if (!changes.is(Json::Kind::object)) problems_.report(changes.origin, "", shown(changes), "an object");
    for (char const* key : {"format", "id", "title", "base_id", "include"}) {
      Json const* member = changes.find(key);
      if (member == nullptr) continue;
      problems_.report(member->origin, child_pointer("", key), shown(*member), "no such member in a patch's changes");
    }
    Json const* rules = changes.find("rules");
    if (rules != nullptr && !rules->is(Json::Kind::object) && !rules->is(Json::Kind::null)) {
      problems_.report(rules->origin, "/rules", shown(*rules), "rules by id; files are listed beside \"patch\"");
    }
    return problems_.count() == before;
  }

  Problems& problems_;
  std::vector<std::string>& notes_;
  std::vector<Path> open_;
};

}  // namespace

void merge_patch(Json& base, Json const& patch, std::string const& pointer, std::vector<std::string>& notes) {
  for (auto const& [key, value] : patch.members) {
    std::string const where = child_pointer(pointer, key);
    Json* mine = base.find(key);
    if (value.is(Json::Kind::null)) {
      if (mine == nullptr) notes.push_back("the patch removes " + where + ", which is not there");
      base.erase(key);
    } else if (value.is(Json::Kind::object)) {
      if (mine == nullptr || !mine->is(Json::Kind::object)) {
        mine = &base.set(key, Json::object());
        mine->origin = value.origin;
        std::vector<std::string> unimportant;
        merge_patch(*mine, value, where, unimportant);
      } else {
        merge_patch(*mine, value, where, notes);
      }
    } else {
      if (mine != nullptr && *mine == value) notes.push_back("the patch changes nothing at " + where);
      base.set(key, value);
    }
  }
}

void change_world(Json& world, Change const& change, Problems& problems, std::vector<std::string>& notes) {
  Resolver{problems, notes}.change(world, change);
}

std::optional<Json> resolve(std::string const& path, Problems& problems, std::vector<std::string>& notes) {
  std::error_code ignored;
  Path const given{path};
  Path const file = std::filesystem::is_directory(given, ignored) ? given / "scenario.json" : given;
  auto const text = read_text(file.string(), problems);
  if (!text) throw FileError{"cannot read " + file.string()};
  return Resolver{problems, notes}.world_or_patch(file, *text);
}

}  // namespace shudao::scenarios
