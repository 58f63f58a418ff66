#include "sim/freight/knowledge.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/freight/world.h"
#include "tests/freight/world_run.h"

using namespace shudao;
using namespace shudao::freight;

namespace {

SimTime const kStart = SimTime::from_ms(1'700'000'000'000);

SimTime after_h(double hours) { return kStart + Duration::from_h(hours); }

/// A route of 100 h ± 10 h; news come after a day and fade in ten.
Knowledge knowledge() {
  Outlook outlook;
  outlook.time_h = 100;
  outlook.sd_h = 10;
  scenarios::Choice choice;
  choice.knowledge_delay = Duration::from_h(24);
  choice.memory = Duration::from_days(10);
  choice.start_lots = 4;
  return {outlook, choice, kStart};
}

}  // namespace

TEST_CASE("before any news a route is expected to be as at the start", "[freight]") {
  auto const times = knowledge().times(after_h(5000));
  CHECK(times.mean_h == Approx(100));
  CHECK(times.sd_h == Approx(10));
}

TEST_CASE("the first news count against the expectation of the start, which fades too", "[freight]") {
  Knowledge known = knowledge();
  known.set_out(0, kStart);
  known.set_out(1, kStart);
  known.hear(0, Duration::from_h(216), after_h(240));
  double const faded = 4 * std::exp(-1.0);
  CHECK(known.times(after_h(240)).mean_h == Approx((faded * 100 + 216 + 216) / (faded + 2)));
}

TEST_CASE("steady news are believed in the end", "[freight]") {
  Knowledge known = knowledge();
  for (std::uint32_t i = 0; i < 2000; ++i) known.set_out(i, after_h(i));
  for (std::uint32_t i = 0; i < 1900; ++i) known.hear(i, Duration::from_h(60), after_h(i + 84));
  CHECK(known.times(after_h(1984)).mean_h == Approx(60).epsilon(0.01));
  CHECK(known.times(after_h(1984)).sd_h < 2);
}

TEST_CASE("consignments long under way count with the hours they have surely spent", "[freight]") {
  Knowledge known = knowledge();
  for (std::uint32_t i = 0; i < 50; ++i) known.set_out(i, kStart);
  CHECK(known.times(after_h(123)).mean_h == Approx(100));
  double const faded = 4 * std::exp(-1.0);
  CHECK(known.times(after_h(240)).mean_h == Approx((faded * 100 + 50 * 216) / (faded + 50)));
}

TEST_CASE("what was learnt of a route that is no longer used is forgotten", "[freight]") {
  Knowledge known = knowledge();
  known.set_out(0, kStart);
  known.hear(0, Duration::from_h(400), after_h(424));
  double const learnt = known.times(after_h(424)).mean_h;
  CHECK(learnt > 200);
  CHECK(known.times(after_h(424 + 240)).mean_h == Approx(100 + (learnt - 100) * std::exp(-1.0)));
  CHECK(known.times(after_h(424 + 24'000)).mean_h == Approx(100));
}

TEST_CASE("expected times add running, headways, cut-off, handling and steps", "[freight]") {
  // Headways of 24, 84 and 60 h: mean wait Σh²/(2Σh) = 33.43 h, cut-off 6 h, running 10 h.
  auto const scenario = test::patched("headway", R"({"flows": {"lots": {"route": null,
    "routes": {"rail": {"legs": [{"service": "train", "to": "b"}]}},
    "choice": {"value_of_time_cny_per_teu_h": 1, "scale_cny_per_teu": 1}}}})");
  World const world{scenario};
  auto const& outlook = world.outlooks(scenarios::FlowId{0}).front();
  double const wait = (24.0 * 24 + 84 * 84 + 60 * 60) / (2 * 168);
  CHECK(outlook.time_h == Approx(wait + 6 + 10));
  double const second = (24.0 * 24 * 24 + 84 * 84 * 84 + 60 * 60 * 60) / (3 * 168);
  CHECK(outlook.sd_h == Approx(std::sqrt(second - wait * wait)));
}
