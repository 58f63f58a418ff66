#include "scenarios/readers.h"
#include "scenarios/schema_parts.h"

namespace shudao::scenarios {

namespace {

Duration weeks(std::optional<double> const& count, double otherwise) {
  return Duration::from_days(7 * to_nearest(count.value_or(otherwise)));
}

void read_finance(Fields& world, Scenario& scenario) {
  world.object("finance", Need::optional, [&](Fields& f) {
    auto const& tokens = f.reading().names.tokens;
    scenario.finance.duty_paid = id_or_none<TokenId>(f.reference("duty_paid", tokens, Need::optional));
    scenario.finance.refunded = id_or_none<TokenId>(f.reference("refunded", tokens, Need::optional));
    auto const after = f.number("refunded_after_h", between(0, 1e6), Need::optional);
    if (after) scenario.finance.refunded_after = Duration::from_h(*after);
  });
}

}  // namespace

void read_run(Fields& world, Scenario& scenario) {
  world.object("run", Need::required, [&](Fields& f) {
    scenario.zone = read_zone(f, "time_zone", Need::required).value_or(TimeZone{});
    auto const day = read_day(f, "start", Need::required);
    scenario.start = scenario.zone.to_utc(day.value_or(0), Duration{});
    scenario.warm_up = weeks(f.number("warm_up_weeks", whole(0, 10'000), Need::required), 0);
    scenario.window = weeks(f.number("window_weeks", whole(1, 10'000), Need::required), 1);
    scenario.cap = weeks(f.number("cap_weeks", whole(0, 10'000), Need::optional), 26);
    constexpr double kLargestExact = 9007199254740992.0;  // 2^53: beyond it JSON numbers are not exact
    scenario.seed = static_cast<std::uint64_t>(f.bare("seed", whole(0, kLargestExact), Need::required).value_or(0));
    scenario.replications = static_cast<int>(f.bare("replications", whole(1, 1'000'000), Need::required).value_or(1));
    scenario.freezes_shares = f.flag("freeze_shares").value_or(false);
  });
}

Source read_source(Fields& f, std::string const& id) {
  std::vector<std::string> const grades{"A", "B", "C", "D"};
  Source source;
  source.id = id;
  source.title = f.text("title", Need::required, Role::label).value_or("");
  source.url = f.text("url", Need::optional, Role::label).value_or("");
  source.year = static_cast<int>(f.bare("year", whole(0, 3000), Need::optional).value_or(0));
  if (auto const grade = f.word("grade", grades, Need::optional)) source.grade = grades[*grade].front();
  if (id == "assumption") f.fault("", "a source called \"assumption\"", "another name: this word marks assumptions");
  return source;
}

void read_sources(Fields& world, Scenario& scenario) {
  auto& facts = world.reading().facts;
  auto const count = facts.size();
  world.each("sources", Need::optional, [&](std::string const& id, Fields& f) {
    scenario.sources.push_back(read_source(f, id));
  });
  facts.resize(count);  // where a number comes from does not change what happens
}

void read_world(Fields& world, Scenario& scenario) {
  world.bare("format", whole(1, 1), Need::required);
  scenario.id = world.text("id", Need::required, Role::label).value_or("");
  if (!is_id(scenario.id) && world.has("id")) world.fault_at("id", "an id of letters, digits, '.', '_' and '-'");
  scenario.base_id = world.text("base_id", Need::optional, Role::label).value_or("");
  scenario.title = read_text(world, "title", Need::required);
  world.known("include", list_schema(type_schema("string")));
  world.known("calibrated", type_schema("string"));
  read_run(world, scenario);
  read_sources(world, scenario);
  read_calendars(world, scenario);
  read_boxes(world, scenario);
  read_finance(world, scenario);
  scenario.designated_commodities = world.texts("designated_commodities");
  read_places(world, scenario);
  read_links(world, scenario);
  read_services(world, scenario);
  read_flows(world, scenario);
  read_repositioning(world, scenario);
  read_corridors(world, scenario);
  read_disruptions(world, scenario);
  read_rules(world, scenario);
}

void read_patch(Fields& patch) {
  patch.bare("format", whole(1, 1), Need::required);
  patch.text("id", Need::required);
  patch.text("base", Need::required);
  read_text(patch, "title", Need::required);
  patch.texts("rules");
  patch.known("patch", type_schema("object"));
}

}  // namespace shudao::scenarios
