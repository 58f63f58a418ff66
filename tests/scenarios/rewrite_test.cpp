#include "scenarios/rewrite.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "scenarios/read.h"
#include "sim/base/errors.h"
#include "tests/scenarios/flow_called.h"

using namespace shudao;
using namespace shudao::scenarios;

namespace {

Step step(std::string const& process, std::string const& id, std::vector<std::string> after, double hours) {
  Step s;
  s.id = id;
  s.after = std::move(after);
  Work w;
  w.home = process + "/" + id;
  w.home_hash = name_hash(w.home);
  w.duration_h = Distribution{Constant{hours}};
  s.works = {w};
  return s;
}

TokenSet tokens(std::initializer_list<std::size_t> ids) {
  TokenSet set;
  for (auto const id : ids) set.insert(TokenId{id});
  return set;
}

/// A border (a → b → c, served by resource 0) and a port (x → y).
ProcessSet two_processes() {
  Process border{"border/p", PlaceId{0}, Stage::aboard, {}, {}};
  border.steps = {step("border/p", "a", {}, 1), step("border/p", "b", {"a"}, 2), step("border/p", "c", {"b"}, 3)};
  for (auto& s : border.steps) s.resource = ResourceId{0};
  Process port{"port/p", PlaceId{1}, Stage::transfer, {}, {}};
  port.steps = {step("port/p", "x", {}, 4), step("port/p", "y", {"x"}, 5)};
  ProcessSet set;
  set.push_back(border);
  set.push_back(port);
  return set;
}

std::string after(Rewrite const& rewrite) { return text(rewritten(two_processes(), rewrite)); }

std::string const kPort = "port/p\n  x [port/p/x 4 documents]\n  y >x [port/p/y 5 documents]\n";

Move move_ab() {
  Move move;
  move.steps = {{"border/p", "a"}, {"border/p", "b"}};
  move.to_process = "port/p";
  move.after = {"x"};
  move.before = {"y"};
  move.same_name_there = {{ResourceId{0}, ResourceId{7}}};
  return move;
}

}  // namespace

TEST_CASE("an added step stands between the steps it names", "[scenarios]") {
  CHECK(after(Add{"border/p", step("border/p", "n", {"a"}, 9), {"c"}}) ==
        "border/p\n  a @0 [border/p/a 1 documents]\n  b >a @0 [border/p/b 2 documents]\n"
        "  c >b >n @0 [border/p/c 3 documents]\n  n >a [border/p/n 9 documents]\n" +
            kPort);
}

TEST_CASE("when a step is removed, what came after it comes after what came before it", "[scenarios]") {
  CHECK(after(Remove{{"border/p", "b"}}) ==
        "border/p\n  a @0 [border/p/a 1 documents]\n  c >a @0 [border/p/c 3 documents]\n" + kPort);
}

TEST_CASE("moved steps keep their order and their homes and are served by the namesake of their resource",
          "[scenarios]") {
  CHECK(after(move_ab()) ==
        "border/p\n  c @0 [border/p/c 3 documents]\n"
        "port/p\n  a >x @7 [border/p/a 1 documents]\n  b >a @7 [border/p/b 2 documents]\n"
        "  x [port/p/x 4 documents]\n  y >b >x [port/p/y 5 documents]\n");
}

TEST_CASE("what a move grants is granted when all its steps are finished or skipped", "[scenarios]") {
  auto move = move_ab();
  move.grants = tokens({3});
  move.milestone = "released";
  CHECK(after(move) ==
        "border/p\n  c @0 [border/p/c 3 documents]\n"
        "port/p\n  a >x @7 [border/p/a 1 documents]\n  b >a @7 [border/p/b 2 documents]\n"
        "  released >b [port/p/released 0 grants 3 documents]\n"
        "  x [port/p/x 4 documents]\n  y >released >x [port/p/y 5 documents]\n");
}

TEST_CASE("a step may move to another point of its own process", "[scenarios]") {
  Move move;
  move.steps = {{"border/p", "c"}};
  move.to_process = "border/p";
  move.before = {"a"};
  move.same_name_there = {{ResourceId{0}, ResourceId{0}}};
  CHECK(after(move) ==
        "border/p\n  a >c @0 [border/p/a 1 documents]\n  b >a @0 [border/p/b 2 documents]\n  c @0 [border/p/c 3 "
        "documents]\n" +
            kPort);
}

TEST_CASE("a parallel step holds up only those that are to wait for it", "[scenarios]") {
  CHECK(after(Parallel{{"border/p", "a"}, {"c"}}) ==
        "border/p\n  a @0 [border/p/a 1 documents]\n  b @0 [border/p/b 2 documents]\n"
        "  c >a >b @0 [border/p/c 3 documents]\n" +
            kPort);
}

TEST_CASE("scaling multiplies the duration of a step", "[scenarios]") {
  CHECK(after(Scale{{"port/p", "x"}, 0.5}).find("x [port/p/x 4 x0.5 documents]") != std::string::npos);
}

TEST_CASE("setting replaces durations and probabilities and adds tokens", "[scenarios]") {
  SetStep set;
  set.step = {"port/p", "x"};
  set.duration_h = Distribution{Exponential{2}};
  set.probability = 0.25;
  set.calendar = CalendarId{1};
  set.cost = money_from_cny(3);
  set.needs = tokens({1});
  set.grants = tokens({2});
  CHECK(after(set).find("x calendar 1 [port/p/x exponential(2) p=0.25 grants 2 documents cost 300+0] needs 1") !=
        std::string::npos);
}

TEST_CASE("a duration that is set forgets how it was scaled before", "[scenarios]") {
  SetStep set;
  set.step = {"port/p", "x"};
  set.duration_h = Distribution{Constant{2}};
  auto const scaled = rewritten(two_processes(), Scale{{"port/p", "x"}, 0.5});
  CHECK(text(rewritten(scaled, set)) == text(rewritten(two_processes(), set)));
}

TEST_CASE("a step can be made to be skipped by a token", "[scenarios]") {
  CHECK(after(SkipIf{{"port/p", "y"}, tokens({4, 9})}).find("y >x [port/p/y 5 skip_if 4,9 documents]") !=
        std::string::npos);
}

TEST_CASE("a joint step does the works of its parts in one visit", "[scenarios]") {
  CHECK(after(Merge{{{"border/p", "b"}, {"border/p", "a"}}, "joint", {}}) ==
        "border/p\n  c >joint @0 [border/p/c 3 documents]\n"
        "  joint @0 [border/p/a 1 documents] [border/p/b 2 documents]\n" +
            kPort);
}

TEST_CASE("each work of a joint step is skipped by its own tokens", "[scenarios]") {
  auto set = two_processes();
  set = rewritten(set, SkipIf{{"border/p", "a"}, tokens({1, 2})});
  set = rewritten(set, SkipIf{{"border/p", "b"}, tokens({2, 3})});
  set = rewritten(set, Merge{{{"border/p", "a"}, {"border/p", "b"}}, "joint", {}});
  CHECK(text(set).find("joint @0 [border/p/a 1 skip_if 1,2 documents] [border/p/b 2 skip_if 2,3 documents]") !=
        std::string::npos);
}

TEST_CASE("a change of a resource leaves the processes as they are", "[scenarios]") {
  CHECK(after(SetResource{ResourceId{0}, 3, {}}) == text(two_processes()));
}

TEST_CASE("a rewrite that names what is not there breaks a promise of the reader", "[scenarios]") {
  CHECK_THROWS_AS(rewritten(two_processes(), Remove{{"border/p", "z"}}), BrokenPromise);
}

TEST_CASE("the result never depends on the order in which rules are listed", "[scenarios]") {
  std::vector<Rule> rules(10);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    rules[i].id = "rule-" + std::to_string(i);
    rules[i].priority = static_cast<int>(i % 3);
  }
  SetStep set;
  set.step = {"port/p", "x"};
  set.probability = 0.5;
  rules[0].rewrites = {{Scale{{"border/p", "a"}, 0.1}}};
  rules[3].rewrites = {{Scale{{"border/p", "a"}, 0.3}}};
  rules[6].rewrites = {{Scale{{"border/p", "a"}, 0.7}}};
  rules[9].rewrites = {{SkipIf{{"port/p", "y"}, tokens({1})}}};
  rules[1].rewrites = {{move_ab()}};
  rules[4].rewrites = {{set}};
  rules[7].rewrites = {{Add{"port/p", step("port/p", "n", {"x"}, 9), {"y"}}}};
  rules[2].rewrites = {{Remove{{"port/p", "a"}}}};
  rules[5].rewrites = {{Scale{{"port/p", "b"}, 2}}};
  rules[8].rewrites = {{SkipIf{{"border/p", "c"}, tokens({2})}}};
  std::vector<Rule const*> order;
  for (auto const& rule : rules) order.push_back(&rule);
  auto const expected = text(under_rules(two_processes(), order));
  RandomStream random{{20220103, 0}, Purpose::guest, name_hash("orders of rules")};
  for (int trial = 0; trial < 50; ++trial) {
    for (std::uint32_t i = 9; i > 0; --i) std::swap(order[i], order[random.below(i + 1)]);
    REQUIRE(text(under_rules(two_processes(), order)) == expected);
  }
}

TEST_CASE("a rule concerns those who meet its condition, from its date on", "[scenarios]") {
  auto const s = read_scenario("tests/scenarios/world/home.json");
  auto const steps_at_border = [&](Flow const* flow, std::string const& firm_class, SimTime t) {
    return processes_for(s, flow, firm_class, t)[ProcessId{1}].steps.size();
  };
  CHECK(s.processes[ProcessId{1}].id == "c-border/export");
  CHECK(steps_at_border(flow_called("machines", s), "aeo", s.start) == 2);
  CHECK(steps_at_border(flow_called("wine", s), "ordinary", s.start) == 3);
  CHECK(steps_at_border(nullptr, "", s.start) == 3);
  CHECK(rule_dates(s).empty());
}

TEST_CASE("declaring at home moves the declaration with its draws, and leaves a check of the seal", "[scenarios]") {
  auto const s = read_scenario("tests/scenarios/world/home.json");
  auto const processes = processes_for(s, flow_called("machines", s), "aeo", s.start);
  CHECK(text(processes[ProcessId{1}]) ==
        "c-border/export\n  seal-check @5 [c-border/export/seal-check 0.1 border] needs 2\n"
        "  stamp >seal-check @5 [c-border/export/stamp 0.5 border]\n");
  CHECK(text(processes[ProcessId{0}]).find("declare >arrive @0 [c-border/export/declare lognormal(6 1.2) grants 0") !=
        std::string::npos);
}
