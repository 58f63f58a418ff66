#include <algorithm>
#include <limits>

#include "scenarios/readers.h"
#include "scenarios/schema_parts.h"
#include "sim/base/is_among.h"

namespace shudao::scenarios {

namespace {

/// In a world that people write, a list of files; in a resolved one, the rules themselves by id.
Json rules_schema() {
  Json by_id = type_schema("object");
  by_id.set("additionalProperties", reference_to("rule"));
  return either_schema({list_schema(type_schema("string")), std::move(by_id)});
}

/// In a file, the sources themselves may stand there by id; they are then put among those of the world.
Json sources_schema() {
  return either_schema(
      {list_schema(type_schema("string")), map_schema(object_schema([](Fields& f) { read_source(f, ""); }))});
}

std::vector<std::string> read_source_names(Fields& f) {
  if (f.is_describing()) {
    f.known("sources", sources_schema());
    return {};
  }
  std::vector<std::string> ids;
  auto const& sources = f.reading().names.sources;
  for (auto const source : f.references("sources", sources, Role::label)) ids.push_back(sources.names()[source]);
  return ids;
}

bool is_special_area(Place const& place) { return is_among("bonded_zone", place.kinds); }

void read_places_of(Fields& f, Rule& rule) {
  auto const& places = f.reading().names.places;
  for (auto const place : f.references("at", places)) rule.at.push_back(places.names()[place]);
  rule.at_kinds = f.words("at_kinds", kinds_of_places());
  rule.is_special_area_only = f.flag("special_area_only").value_or(false);
}

/// The places that names without a place stand for.
std::vector<std::string> places_of(Rule const& rule, Scenario const& scenario) {
  std::vector<std::string> ids;
  for (Place const& place : scenario.places) {
    bool const has_kind = std::any_of(place.kinds.begin(), place.kinds.end(),
                                      [&](auto const& kind) { return is_among(kind, rule.at_kinds); });
    if (has_kind || is_among(place.id, rule.at)) ids.push_back(place.id);
  }
  return ids;
}

void place_rewrites(Fields& f, Rule& rule, std::vector<UnplacedRewrite> const& entries, Scenario const& scenario) {
  bool const has_places = f.has("at") || f.has("at_kinds");
  auto const places = places_of(rule, scenario);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    rule.written.push_back(entries[i].written);
    if (entries[i].written.is_spread && !has_places) {
      f.fault("rewrites/" + std::to_string(i), "a name without a place, " + in_quotes(entries[i].written.name),
              "\"place/\" before it, or \"at\" or \"at_kinds\" beside \"rewrites\"");
      continue;
    }
    auto some = placed(entries[i], i, places, f.reading(), rule.id);
    rule.rewrites.insert(rule.rewrites.end(), std::make_move_iterator(some.begin()),
                         std::make_move_iterator(some.end()));
  }
}

/// Takes away what a rule for special supervision areas would do elsewhere.
void keep_special_areas(Fields& f, Rule& rule, Scenario const& scenario) {
  auto const& names = f.reading().names;
  std::vector<std::string> left_alone;
  std::erase_if(rule.rewrites, [&](PlacedRewrite const& rewrite) {
    auto const place = place_of(rewrite.verb, names.resources);
    auto const index = names.places.find(place);
    if (!index || is_special_area(scenario.places[PlaceId{*index}])) return false;
    if (!is_among(place, left_alone)) left_alone.push_back(place);
    return true;
  });
  for (auto const& place : left_alone) {
    f.reading().notes.push_back("the rule " + rule.id + " is for special supervision areas only: it leaves " + place +
                                " alone");
  }
}

void read_effect(Fields& f, Rule& rule) {
  auto const expect = read_text(f, "expect", Need::optional);
  rule.expect_zh = expect.zh;
  rule.expect_en = expect.en;
  rule.evidence = f.texts("evidence", Role::label);
  std::vector<std::string> const askers{"plans", "national"};
  if (auto const asked = f.word("asked", askers, Need::optional)) rule.asked = askers[*asked];
}

}  // namespace

Rule read_rule(Fields& f, std::string const& id, Scenario const& scenario) {
  Rule rule;
  rule.id = id;
  f.bare("format", whole(1, 1), Need::required);
  auto const own_id = f.text("id", Need::required);
  if (own_id && *own_id != id) f.fault_at("id", "the id that the rule is filed under, " + id);
  auto const title = read_text(f, "title", Need::required);
  rule.title_zh = title.zh;
  rule.title_en = title.en;
  auto const from = read_day(f, "from", Need::optional);
  constexpr auto kAlways = std::numeric_limits<std::int64_t>::min() / 2;
  rule.from = from ? scenario.zone.to_utc(*from, Duration{}) : SimTime::from_ms(kAlways);
  rule.priority = static_cast<int>(f.bare("priority", whole(-1000, 1000), Need::optional).value_or(0));
  rule.when = read_condition(f);
  rule.plans = f.texts("plans", Role::label);
  rule.sources = read_source_names(f);
  read_effect(f, rule);
  read_places_of(f, rule);
  place_rewrites(f, rule, read_rewrites(f), scenario);
  if (rule.is_special_area_only) keep_special_areas(f, rule, scenario);
  return rule;
}

void read_rules(Fields& world, Scenario& scenario) {
  if (world.is_describing()) return world.known("rules", rules_schema());
  auto& reading = world.reading();
  auto const before = reading.problems.count();
  world.each("rules", Need::optional, [&](std::string const& id, Fields& f) {
    auto const so_far = reading.problems.count();
    scenario.rules.push_back(read_rule(f, id, scenario));
    f.finish();
    if (reading.problems.count() > so_far) reading.broken_rules.push_back(id);
  });
  reading.faults_in_rules = reading.problems.count() - before;
}

}  // namespace shudao::scenarios
