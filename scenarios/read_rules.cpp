#include <algorithm>
#include <limits>

#include "scenarios/readers.h"
#include "scenarios/schema_parts.h"

namespace shudao::scenarios {

namespace {

/// "place/process/step", or nothing when it is not three ids.
std::optional<StepName> step_name_of(std::string const& text) {
  auto const first = text.find('/');
  auto const last = text.rfind('/');
  if (first == last) return std::nullopt;
  StepName const name{text.substr(0, last), text.substr(last + 1)};
  bool const is_good =
      is_id(text.substr(0, first)) && is_id(text.substr(first + 1, last - first - 1)) && is_id(name.step);
  return is_good ? std::optional{name} : std::nullopt;
}

StepName checked_step_name(Fields& f, std::string const& where, std::string const& text) {
  if (auto const name = step_name_of(text)) return *name;
  f.fault_at(where, "a step like \"place/process/step\"");
  return {};
}

StepName read_step_name(Fields& f, char const* key) {
  auto const text = f.text(key, Need::required);
  return text ? checked_step_name(f, key, *text) : StepName{};
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

std::optional<ResourceId> read_other_resource(Fields& f, std::string const& process) {
  auto const resource = read_resource_name(f, "resource", place_of(process), Need::optional);
  return resource.is_none() ? std::nullopt : std::optional{resource};
}

std::optional<CalendarId> read_other_calendar(Fields& f) {
  auto const calendar = read_calendar_name(f, "calendar");
  return f.has("calendar") ? std::optional{calendar} : std::nullopt;
}

/// Every resource with a namesake at the place, with that namesake.
std::vector<std::pair<ResourceId, ResourceId>> namesakes(NameTable const& resources, std::string const& place) {
  std::vector<std::pair<ResourceId, ResourceId>> pairs;
  for (std::size_t i = 0; i < resources.names().size(); ++i) {
    auto const& name = resources.names()[i];
    if (auto const there = resources.find(place + name.substr(name.find('/')))) {
      pairs.emplace_back(ResourceId{i}, ResourceId{*there});
    }
  }
  return pairs;
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

Rewrite read_move(Fields& f) {
  auto const& names = f.reading().names;
  Move move;
  move.steps = read_step_names(f, "move", 1);
  auto const to = f.reference("to", names.processes, Need::required);
  if (to) move.to_process = names.processes.names()[*to];
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
  set.resource = id_or_none<ResourceId>(f.reference("set_resource", f.reading().names.resources, Need::required));
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
  merge.resource = read_other_resource(f, merge.steps.empty() ? "" : merge.steps.front().process);
  return merge;
}

std::vector<Rewrite> read_rewrites(Fields& rule) {
  std::vector<Rewrite> rewrites;
  auto const into = [&](Rewrite (*read)(Fields&)) {
    return [&rewrites, read](Fields& f) { rewrites.push_back(read(f)); };
  };
  rule.items_of_kinds("rewrites",
                      {{"add", into(read_add)},
                       {"move", into(read_move)},
                       {"remove", into([](Fields& f) -> Rewrite { return Remove{read_step_name(f, "remove")}; })},
                       {"parallel", into(read_parallel)},
                       {"scale", into(read_scale)},
                       {"set", into(read_set)},
                       {"set_resource", into(read_set_resource)},
                       {"skip_if", into(read_skip_if)},
                       {"merge", into(read_merge)}});
  return rewrites;
}

/// In a world that people write, a list of files; in a resolved one, the rules themselves by id.
Json rules_schema() {
  Json by_id = type_schema("object");
  by_id.set("additionalProperties", reference_to("rule"));
  return either_schema({list_schema(type_schema("string")), std::move(by_id)});
}

}  // namespace

Rule read_rule(Fields& f, std::string const& id, TimeZone const& zone) {
  Rule rule;
  rule.id = id;
  f.bare("format", whole(1, 1), Need::required);
  auto const own_id = f.text("id", Need::required);
  if (own_id && *own_id != id) f.fault_at("id", "the id that the rule is filed under, " + id);
  auto const title = read_text(f, "title", Need::required);
  rule.title_zh = title.zh;
  rule.title_en = title.en;
  auto const from = read_day(f, "from", Need::optional);
  rule.from = from ? zone.to_utc(*from, Duration{}) : SimTime::from_ms(std::numeric_limits<std::int64_t>::min() / 2);
  rule.priority = static_cast<int>(f.bare("priority", whole(-1000, 1000), Need::optional).value_or(0));
  rule.when = read_condition(f);
  rule.plans = f.texts("plans", Role::label);
  auto const& sources = f.reading().names.sources;
  for (auto const source : f.references("sources", sources, Role::label))
    rule.sources.push_back(sources.names()[source]);
  rule.is_special_area_only = f.flag("special_area_only").value_or(false);
  rule.rewrites = read_rewrites(f);
  return rule;
}

void read_rules(Fields& world, Scenario& scenario) {
  if (world.is_describing()) return world.known("rules", rules_schema());
  world.each("rules", Need::optional,
             [&](std::string const& id, Fields& f) { scenario.rules.push_back(read_rule(f, id, scenario.zone)); });
}

}  // namespace shudao::scenarios
