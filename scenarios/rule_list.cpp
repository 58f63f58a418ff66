#include "scenarios/rule_list.h"

#include <algorithm>
#include <filesystem>

#include "scenarios/parse.h"
#include "scenarios/readers.h"
#include "scenarios/resolve.h"

namespace shudao::scenarios {

namespace {

using Path = std::filesystem::path;

struct Where {
  Path world;
  std::vector<Path> rules;
};

std::vector<Path> json_files(Path const& folder) {
  std::vector<Path> files;
  std::error_code ignored;
  for (auto const& entry : std::filesystem::directory_iterator{folder, ignored}) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// What the file is, without a word about what may be wrong with it.
std::optional<Json> glanced_at(Path const& file) {
  Problems unheard;
  auto const text = read_text(file.string());
  auto json = text ? parse_json(*text, unheard.add_file(file.string()), unheard) : std::nullopt;
  return json && json->is(Json::Kind::object) ? json : std::nullopt;
}

bool is_rule(Path const& file) {
  auto const json = glanced_at(file);
  return json && json->find("rewrites") != nullptr;
}

/// The world of a folder of rules is that of the folder above it.
Where places_of(Path const& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    if (std::filesystem::exists(path / "scenario.json", ignored))
      return {path / "scenario.json", json_files(path / "rules")};
    auto const folder = path.filename().empty() ? path.parent_path() : path;
    return {folder / ".." / "scenario.json", json_files(folder)};
  }
  if (is_rule(path)) return {path.parent_path() / ".." / "scenario.json", {path}};
  return {path, json_files(path.parent_path() / "rules")};
}

std::vector<Source> sources_of(Rule const& rule, std::vector<Source> const& all) {
  std::vector<Source> mine;
  for (Source const& source : all) {
    if (std::find(rule.sources.begin(), rule.sources.end(), source.id) != rule.sources.end()) mine.push_back(source);
  }
  return mine;
}

std::string id_in(Path const& file) {
  auto const json = glanced_at(file);
  Json const* id = json ? json->find("id") : nullptr;
  return id != nullptr && id->is(Json::Kind::text) ? id->text : "";
}

/// Puts the rule of a file into the document, as if the world named it.
void add_rule(Json& document, std::string const& world_file, Path const& rule_file, Problems& problems) {
  auto const name = rule_file.lexically_relative(Path{world_file}.parent_path());
  Json holder = Json::object();
  holder.set("rules", Json::array({Json::of(name.string())}));
  std::vector<std::string> notes;
  change_world(document, {world_file, "", holder, "patch"}, problems, notes);
}

std::vector<InputError> errors_of(Problems const& problems) {
  try {
    problems.throw_if_any();
  } catch (InputErrors const& wrong) {
    return wrong.errors();
  }
  return {};
}

/// Reads one rule as if the world had it; the rest of the world is sound already.
ListedRule judged(Json document, Scenario const& world, std::string const& world_file, Path const& file) {
  ListedRule listed;
  listed.file = file.string();
  listed.rule.id = id_in(file);
  Problems problems;
  problems.add_file(world_file);
  add_rule(document, world_file, file, problems);
  Json const* rules = document.find("rules");
  Json const* json = rules == nullptr ? nullptr : rules->find(listed.rule.id);
  if (json != nullptr) {
    Names const names{document};
    Reading reading{problems, names, {}, {}, {}};
    Fields fields{reading, *json, child_pointer("/rules", listed.rule.id)};
    Scenario holder;
    Fields all{reading, document, ""};
    read_sources(all, holder);
    listed.rule = read_rule(fields, listed.rule.id, world);
    fields.finish();
    listed.notes = std::move(reading.notes);
    listed.sources = sources_of(listed.rule, holder.sources);
  }
  listed.refused = errors_of(problems);
  if (listed.refused.empty()) listed.reach = reach_of(world, listed.rule);
  return listed;
}

std::vector<std::string> notes_naming(std::string const& id, std::vector<std::string> const& notes) {
  std::vector<std::string> some;
  for (auto const& note : notes) {
    auto const at = note.find("the rule " + id);
    bool const is_whole =
        at != std::string::npos &&
        (at + 9 + id.size() == note.size() || note[at + 9 + id.size()] == ' ' || note[at + 9 + id.size()] == ':');
    if (is_whole) some.push_back(note);
  }
  return some;
}

Json resolved(std::string const& file, Problems& problems) {
  std::vector<std::string> notes;
  auto document = resolve(file, problems, notes);
  problems.throw_if_any();
  ensure(document.has_value(), "a document without problems is there");
  return *std::move(document);
}

}  // namespace

RuleList list_rules(std::string const& path) {
  auto const where = places_of(path);
  RuleList list;
  list.world_file = where.world.lexically_normal().string();
  Problems problems;
  Json const document = resolved(list.world_file, problems);
  list.world = scenario_of(document, problems, {});
  for (Rule const& rule : list.world.rules) {
    list.rules.push_back({"",
                          rule,
                          true,
                          sources_of(rule, list.world.sources),
                          reach_of(list.world, rule),
                          notes_naming(rule.id, list.world.notes),
                          {}});
  }
  for (Path const& file : where.rules) {
    auto const id = id_in(file);
    auto const known =
        std::find_if(list.rules.begin(), list.rules.end(), [&](auto const& r) { return r.rule.id == id; });
    if (known != list.rules.end() && known->is_in_force) {
      known->file = file.lexically_normal().string();
    } else {
      list.rules.push_back(judged(document, list.world, list.world_file, file.lexically_normal()));
    }
  }
  std::sort(list.rules.begin(), list.rules.end(),
            [](ListedRule const& a, ListedRule const& b) { return a.rule.id < b.rule.id; });
  return list;
}

Scenario with_rule(RuleList const& list, ListedRule const& listed) {
  if (listed.is_in_force) return list.world;
  Problems problems;
  Json document = resolved(list.world_file, problems);
  add_rule(document, list.world_file, listed.file, problems);
  return scenario_of(document, problems, {});
}

}  // namespace shudao::scenarios
