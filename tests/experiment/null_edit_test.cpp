/// A null edit changes no byte of any consignment's ledger; a real edit does.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "scenarios/read.h"
#include "sim/base/random.h"
#include "sim/experiment/study.h"

using namespace shudao;
using Json = nlohmann::ordered_json;

namespace {

/// The corridors of Sichuan over a few weeks, as one document.
Json short_world() {
  Json world = Json::parse(scenarios::read_scenario("scenarios/first-corridors").document);
  world["run"]["warm_up_weeks"] = 2;
  world["run"]["window_weeks"] = 3;
  world["run"]["cap_weeks"] = 8;
  return world;
}

Fingerprint ledger_digest(scenarios::Scenario const& scenario) {
  experiment::StudyOptions options;
  options.replications = 1;
  options.threads = 1;
  auto const result = experiment::run_study(scenario, options).comparison.base;
  REQUIRE(result.laws.hold());
  return result.ledger_digest;
}

Fingerprint ledger_digest(Json const& world) { return ledger_digest(scenarios::read_document(world.dump(), "edited")); }

/// A rule that would make every declaration at the border last a week.
Json slow_rule(char const* key, Json const& value) {
  Json rule = {{"format", 1},
               {"id", "slow-declaration"},
               {"title", {{"zh", "慢速申报"}, {"en", "slow declaration"}}},
               {"at_kinds", {"border_gate"}},
               {"rewrites", {{{"set", "export*/declare"}, {"duration_h", 168}}}}};
  if (key != nullptr) rule[key] = value;
  return rule;
}

scenarios::Scenario with_rule(Json world, Json const& rule) {
  world["rules"]["slow-declaration"] = rule;
  return scenarios::read_document(world.dump(), "ruled");
}

bool is_noted(scenarios::Scenario const& scenario, std::string const& words) {
  return std::any_of(scenario.notes.begin(), scenario.notes.end(),
                     [&](std::string const& note) { return note.find(words) != std::string::npos; });
}

/// Draws the edits of one trial.
class Editor {
 public:
  explicit Editor(std::uint32_t trial) : draw_{{11, 0}, Purpose::guest, name_hash("null edit"), trial} {}

  void edit(Json& world) {
    switch (draw_.below(8)) {
      case 0:
        add_place(world, "existing");
        return;
      case 1:
        add_place(world, "planned");
        return;
      case 2:
        return add_service(world);
      case 3:
        return relabel(world);
      case 4:
        return add_unused_resource(world);
      case 5:
        return add_unmet_process(world);
      case 6:
        world["calendars"][new_name()] = {{"weekly", {{"mon-fri", {"09:00-17:00"}}}}, {"time_zone", "Asia/Shanghai"}};
        return;
      default:
        world = shuffled(world);
        return;
    }
  }

 private:
  /// A name that may sort anywhere among the others.
  std::string new_name() {
    std::string name(1, static_cast<char>('a' + draw_.below(26)));
    for (int i = 0; i < 6; ++i) name += static_cast<char>('a' + draw_.below(26));
    return name;
  }

  static Json label(std::string const& text) { return {{"zh", text}, {"en", text}}; }

  std::string add_place(Json& world, char const* status) {
    std::string const name = new_name();
    world["places"][name] = {{"name", label(name)},          {"lat", 30.0},         {"lon", 104.0},
                             {"time_zone", "Asia/Shanghai"}, {"kinds", {"market"}}, {"status", status}};
    return name;
  }

  void add_service(Json& world) {
    std::string const from = add_place(world, "existing");
    std::string const to = add_place(world, "existing");
    std::string const link = new_name();
    std::string const service = new_name();
    world["links"][link] = {{"name", label(link)}, {"from", from},       {"to", to},
                            {"mode", "rail"},      {"distance_km", 100}, {"speed_km_h", 50}};
    world["services"][service] = {{"name", label(service)},
                                  {"kind", "scheduled"},
                                  {"mode", "rail"},
                                  {"stops", {{{"place", from}, {"link", link}}, {{"place", to}}}},
                                  {"departures", {"mon 08:00", "thu 20:00"}},
                                  {"capacity_teu", 50},
                                  {"co2e_g_per_tkm", 25}};
  }

  Json& any_of(Json& things) {
    auto thing = things.begin();
    std::advance(thing, draw_.below(static_cast<std::uint32_t>(things.size())));
    return *thing;
  }

  void relabel(Json& world) {
    char const* const kinds[] = {"places", "links", "services", "flows", "corridors"};
    any_of(world[kinds[draw_.below(5)]])["name"] = label("another name " + new_name());
    world["title"] = label(new_name());
  }

  void add_unused_resource(Json& world) {
    Json& place = any_of(world["places"]);
    std::string const name = new_name();
    place["resources"][name] = {{"name", label(name)}, {"servers", 3}};
  }

  void add_unmet_process(Json& world) {
    Json& place = any_of(world["places"]);
    place["processes"][new_name()] = {
        {"at", "origin"}, {"when", {{"regimes", {"transit"}}}}, {"steps", {{"wait", {{"duration_h", 5}}}}}};
  }

  Json shuffled(Json const& value) {
    if (!value.is_object()) return value;
    std::vector<std::string> keys;
    for (auto const& [key, member] : value.items()) keys.push_back(key);
    for (std::size_t i = keys.size(); i > 1; --i)
      std::swap(keys[i - 1], keys[draw_.below(static_cast<std::uint32_t>(i))]);
    Json other = Json::object();
    for (std::string const& key : keys) other[key] = shuffled(value[key]);
    return other;
  }

  RandomStream draw_;
};

}  // namespace

TEST_CASE("a hundred random null edits change no ledger", "[experiment][digest]") {
  Json const world = short_world();
  Fingerprint const expected = ledger_digest(world);
  for (std::uint32_t trial = 0; trial < 100; ++trial) {
    Json edited = world;
    Editor editor{trial};
    for (std::uint32_t edits = 0; edits <= trial % 4; ++edits) editor.edit(edited);
    INFO("trial " << trial);
    REQUIRE(ledger_digest(edited) == expected);
  }
}

TEST_CASE("an edit that touches a consignment changes the ledger digest", "[experiment][digest]") {
  Json const world = short_world();
  Fingerprint const expected = ledger_digest(world);
  Json slower = world;
  slower["services"]["train-lodz"]["cut_off_h"] = 13;
  CHECK(ledger_digest(slower) != expected);
  Json fewer = world;
  fewer["places"]["kz-dostyk"]["resources"]["border-team"]["servers"] = 1;
  CHECK(ledger_digest(fewer) != expected);
}

TEST_CASE("a rule whose conditions match nothing changes no ledger and says so by name", "[experiment][digest]") {
  Json const world = short_world();
  auto const idle = with_rule(world, slow_rule("when", {{"commodities", {"horses"}}}));
  CHECK(is_noted(idle, "the rule slow-declaration concerns nobody in this world"));
  CHECK(ledger_digest(idle) == ledger_digest(world));
  CHECK(ledger_digest(with_rule(world, slow_rule(nullptr, {}))) != ledger_digest(world));
}

TEST_CASE("a rule that comes into force when the window is over changes no ledger and says so by name",
          "[experiment][digest]") {
  Json const world = short_world();
  auto const horizon = scenarios::read_document(world.dump(), "world").horizon();
  auto const day = [&](int days_later) {
    auto const noon = horizon + Duration::from_h(24.0 * days_later + 12);
    return TimeZone{"Asia/Shanghai"}.local_text(noon).substr(0, 10);
  };
  auto const late = with_rule(world, slow_rule("from", day(0)));
  CHECK(is_noted(late, "the rule slow-declaration comes into force after the window"));
  CHECK(ledger_digest(late) == ledger_digest(world));
  CHECK(ledger_digest(with_rule(world, slow_rule("from", day(-14)))) != ledger_digest(world));
}

TEST_CASE("an empty patch gives differences of exactly zero", "[experiment][digest]") {
  auto const base = scenarios::read_document(short_world().dump(), "base");
  experiment::StudyOptions options;
  options.replications = 2;
  options.threads = 1;
  auto const outcome = experiment::compare_study(base, {&base}, options).comparison.alternatives.at(0);
  REQUIRE(outcome.corridors.size() == 2);
  for (auto const& corridor : outcome.corridors) {
    CHECK(corridor.is_exactly_equal);
    CHECK(corridor.pairs > 100);
    for (auto const* measure : {&corridor.transit_time_h, &corridor.p95_h, &corridor.cost_cny_per_teu,
                                &corridor.co2e_kg_per_teu, &corridor.throughput_teu_per_year}) {
      CHECK(measure->value == 0.0);
    }
    for (auto const& component : corridor.components_h) CHECK(component.value == 0.0);
  }
}
