#include <algorithm>

#include "scenarios/readers.h"
#include "scenarios/schema_parts.h"

namespace shudao::scenarios {

namespace {

/// An id, or the beginning of one and '*'.
bool is_pattern(std::string const& text) {
  if (text.empty() || text.back() != '*') return is_id(text);
  return text.size() == 1 || is_id(text.substr(0, text.size() - 1));
}

/// "place/process", or a pattern of processes.
bool is_process_name(std::string const& text) {
  auto const slash = text.find('/');
  return slash == std::string::npos ? is_pattern(text) : is_id(text.substr(0, slash)) && is_id(text.substr(slash + 1));
}

/// "place/process/step" or "process/step", or nothing when it is neither.
std::optional<StepName> step_name_of(std::string const& text) {
  auto const last = text.rfind('/');
  if (last == std::string::npos) return std::nullopt;
  StepName const name{text.substr(0, last), text.substr(last + 1)};
  return is_process_name(name.process) && is_id(name.step) ? std::optional{name} : std::nullopt;
}

/// For what could not be read: fits nothing.
StepName nowhere() { return {"~/~", ""}; }

StepName checked_step_name(Fields& f, std::string const& where, std::string const& text) {
  if (auto const name = step_name_of(text)) return *name;
  f.fault_at(where, "a step like \"place/process/step\"");
  return nowhere();
}

StepName read_step_name(Fields& f, char const* key) {
  auto const text = f.text(key, Need::required);
  return text ? checked_step_name(f, key, *text) : nowhere();
}

std::vector<StepName> read_step_names(Fields& f, char const* key, std::size_t least) {
  std::vector<StepName> names;
  auto const texts = f.texts(key);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    auto name = checked_step_name(f, std::string{key} + "/" + std::to_string(i), texts[i]);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  if (names.size() < least) f.fault_at(key, std::to_string(least) + " or more steps");
  return names;
}

std::string place_of(std::string const& process) { return process.substr(0, process.find('/')); }

/// None as long as the place is not known.
std::optional<ResourceId> read_other_resource(Fields& f, std::string const& process) {
  if (!has_place(process)) {
    f.text("resource", Need::optional);
    return std::nullopt;
  }
  auto const resource = read_resource_name(f, "resource", place_of(process), Need::optional);
  return resource.is_none() ? std::nullopt : std::optional{resource};
}

std::optional<CalendarId> read_other_calendar(Fields& f) {
  auto const calendar = read_calendar_name(f, "calendar");
  return f.has("calendar") ? std::optional{calendar} : std::nullopt;
}

std::string joined(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  std::string text;
  for (auto const& name : names) text += (text.empty() ? "" : "-") + name;
  return text;
}

Rewrite read_add(Fields& f) {
  auto const name = read_step_name(f, "add");
  Add add{name.process, Step{}, {}};
  f.object("step", Need::required, [&](Fields& step) { add.step = read_step(step, name.process, name.step, nullptr); });
  add.before = f.texts("before");
  return add;
}

/// The process that steps are moved to, with or without its place.
std::string read_target(Fields& f) {
  Json const* to = f.find("to");
  bool const is_pattern_of_process = to != nullptr && to->is(Json::Kind::text) && is_pattern(to->text);
  if (is_pattern_of_process) return f.text("to", Need::required).value_or("");
  auto const& processes = f.reading().names.processes;
  auto const found = f.reference("to", processes, Need::required);
  return found ? processes.names()[*found] : nowhere().process;
}

Rewrite read_move(Fields& f) {
  auto const& names = f.reading().names;
  Move move;
  move.steps = read_step_names(f, "move", 1);
  move.to_process = read_target(f);
  move.after = f.texts("after");
  move.before = f.texts("before");
  move.resource = read_other_resource(f, move.to_process);
  move.same_name_there = namesakes(names.resources, place_of(move.to_process));
  move.grants = read_tokens(f, "grants");
  if (Json const* grants = f.find("grants")) {
    std::vector<std::string> tokens;
    for (Json const& token : grants->items) tokens.push_back(token.text);
    move.milestone = joined(std::move(tokens));
  }
  return move;
}

Rewrite read_parallel(Fields& f) {
  auto name = read_step_name(f, "parallel");
  return Parallel{std::move(name), f.texts("until")};
}

Rewrite read_scale(Fields& f) {
  auto name = read_step_name(f, "scale");
  return Scale{std::move(name), f.number("duration_by", between(0, 1000), Need::required).value_or(1)};
}

Rewrite read_set(Fields& f) {
  SetStep set;
  set.step = read_step_name(f, "set");
  set.duration_h = f.distribution("duration_h", between(0, 1e5), Need::optional);
  set.probability = f.number("probability", between(0, 1), Need::optional);
  set.repeat_probability = f.number("repeat_probability", between(0, 0.999), Need::optional);
  set.resource = read_other_resource(f, set.step.process);
  set.calendar = read_other_calendar(f);
  set.cost = read_money(f, "cost_cny");
  set.cost_per_teu = read_money(f, "cost_cny_per_teu");
  set.needs = read_tokens(f, "needs");
  set.grants = read_tokens(f, "grants");
  return set;
}

Rewrite read_set_resource(Fields& f) {
  SetResource set;
  Json const* name = f.find("set_resource");
  if (name != nullptr && name->is(Json::Kind::text) && is_pattern(name->text)) {
    f.text("set_resource", Need::required);
  } else {
    set.resource = id_or_none<ResourceId>(f.reference("set_resource", f.reading().names.resources, Need::required));
  }
  if (auto const servers = f.number("servers", whole(1, 100'000), Need::optional))
    set.servers = static_cast<int>(*servers);
  set.calendar = read_other_calendar(f);
  return set;
}

Rewrite read_skip_if(Fields& f) {
  auto name = read_step_name(f, "skip_if");
  return SkipIf{std::move(name), read_tokens(f, "tokens")};
}

Rewrite read_merge(Fields& f) {
  Merge merge;
  merge.steps = read_step_names(f, "merge", 2);
  merge.into = f.text("into", Need::required).value_or("");
  if (!is_id(merge.into) && f.has("into")) f.fault_at("into", "an id of letters, digits, '.', '_' and '-'");
  merge.resource = read_other_resource(f, merge.steps.empty() ? nowhere().process : merge.steps.front().process);
  return merge;
}

/// The resource that stands in a rewrite, whose place is not known.
std::string resource_text(Fields const& f, char const* verb) {
  Json const* step = f.find("step");
  Json const* name = std::string_view{verb} == "set_resource" ? f.find(verb)
                     : step != nullptr                        ? step->find("resource")
                                                              : f.find("resource");
  return name != nullptr && name->is(Json::Kind::text) ? name->text : "";
}

/// The first name in a rewrite, as it is written.
std::string name_text(Fields const& f, char const* verb) {
  Json const* name = f.find(verb);
  if (name != nullptr && name->is(Json::Kind::array) && !name->items.empty()) name = &name->items.front();
  return name != nullptr && name->is(Json::Kind::text) ? name->text : "";
}

}  // namespace

std::vector<UnplacedRewrite> read_rewrites(Fields& rule) {
  std::vector<UnplacedRewrite> all;
  auto const into = [&](char const* verb, Rewrite (*read)(Fields&)) {
    return std::pair<char const*, Fields::Body>{
        verb, [&all, verb, read](Fields& f) {
          Rewrite rewrite = read(f);
          std::string name = name_text(f, verb);
          UnplacedRewrite entry{std::move(rewrite), {verb, std::move(name)}, ""};
          bool const is_resource = std::string_view{verb} == "set_resource";
          entry.written.is_spread = is_resource ? is_pattern(entry.written.name) : lacks_place(entry.verb);
          if (entry.written.is_spread) entry.resource = resource_text(f, verb);
          all.push_back(std::move(entry));
        }};
  };
  rule.items_of_kinds(
      "rewrites", {into("add", read_add), into("move", read_move),
                   into("remove", [](Fields& f) -> Rewrite { return Remove{read_step_name(f, "remove")}; }),
                   into("parallel", read_parallel), into("scale", read_scale), into("set", read_set),
                   into("set_resource", read_set_resource), into("skip_if", read_skip_if), into("merge", read_merge)});
  return all;
}

}  // namespace shudao::scenarios
