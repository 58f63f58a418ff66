/// Tiny worlds against theory. Each comparison raises a false alarm with probability 1e-6 (Student's t over
/// replications of a fixed seed); deterministic claims are exact.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/freight/world_run.h"

using namespace shudao;
using namespace shudao::freight;
using namespace shudao::freight::test;
using scenarios::Component;

namespace {

constexpr int kReplications = 12;

double erlang_c(int servers, double offered) {
  double term = 1;
  double sum = 1;
  for (int k = 1; k < servers; ++k) sum += term *= offered / k;
  term *= offered / servers;
  double const busy = term / (1 - offered / servers);
  return busy / (sum + busy);
}

double queueing(Life const& life) { return life.hours(Component::queueing); }

// The arrival rate of every one-queue world: 8,760 consignments a year of 365.2425 days.
constexpr double kPerHour = 8760.0 / (365.2425 * 24.0);

}  // namespace

TEST_CASE("one exponential officer and Poisson arrivals queue as M/M/1", "[freight][theory]") {
  double const rho = kPerHour * 0.7;
  CHECK(estimate(example("mm1"), kReplications, queueing).contains(0.7 * rho / (1 - rho)));
}

TEST_CASE("a second officer turns M/M/1 into M/M/2, by a patch or by a rule", "[freight][theory]") {
  double const offered = kPerHour * 0.7;
  double const wait = erlang_c(2, offered) * 0.7 / (2 - offered);
  CHECK(estimate(example("mm2"), kReplications, queueing).contains(wait));
  CHECK(estimate(example("mm2_by_rule"), kReplications, queueing).contains(wait));
}

TEST_CASE("four officers queue by Erlang's C formula", "[freight][theory]") {
  double const offered = kPerHour * 3.0;
  CHECK(estimate(example("mmc"), kReplications, queueing).contains(erlang_c(4, offered) * 3.0 / (4 - offered)));
}

TEST_CASE("constant service times halve the queue: M/D/1", "[freight][theory]") {
  double const rho = kPerHour * 0.7;
  CHECK(estimate(example("md1"), kReplications, queueing).contains(0.7 * rho / (2 * (1 - rho))));
}

TEST_CASE("a skewed service time queues by Pollaczek and Khinchine: M/G/1", "[freight][theory]") {
  double const rho = kPerHour * 0.6;
  double const wait = rho * 0.6 * (1 + 1.5 * 1.5) / (2 * (1 - rho));
  CHECK(estimate(example("mg1"), kReplications, queueing).contains(wait));
}

TEST_CASE("the wait for a timetable is the mean residual headway and the cut-off", "[freight][theory]") {
  double const residual = (24.0 * 24 + 84.0 * 84 + 60.0 * 60) / (2 * 168.0);
  auto const wait = [](Life const& life) { return life.hours(Component::waiting_departure); };
  CHECK(estimate(example("headway"), kReplications, wait).contains(6.0 + residual));
}

TEST_CASE("branches that join take as long as the longest", "[freight][theory]") {
  double const longest = 10.0 + 6.0 - 1 / (1 / 10.0 + 1 / 6.0);
  auto const place_time = [](Life const& life) {
    return life.hours(Component::documents) + life.hours(Component::storage) + life.hours(Component::handling);
  };
  CHECK(estimate(example("branches"), kReplications, place_time).contains(0.75 + longest));
}

TEST_CASE("only the branch that finished last is charged", "[freight]") {
  for (auto const& [name, life] : run(example("branches"), {0, 1, false, 4}).lives) {
    if (!life.is_delivered) continue;
    bool const by_papers = life.hours(Component::documents) > 0.5;
    CHECK(by_papers != (life.hours(Component::storage) > 0));
  }
}

TEST_CASE("work pauses while the office is closed", "[freight][theory]") {
  double expected = 0;
  for (double gap : {15.5, 15.5, 15.5, 15.5, 63.5}) expected += (gap * gap / 2 + 0.5 * gap) / 168.0;
  auto const closed = [](Life const& life) { return life.hours(Component::closed); };
  CHECK(estimate(example("office"), kReplications, closed).contains(expected));
}

TEST_CASE("a split lot is complete when its last part is there", "[freight][theory]") {
  auto const moving = [](Life const& life) { return life.hours(Component::moving); };
  CHECK(estimate(example("split_merge"), kReplications, moving).contains(5.0));
}

TEST_CASE("a train waits at the border for the slowest consignment aboard", "[freight][theory]") {
  // The tagged lot travels with N others, N Poisson(4 * 1460/1461…) by thinning a Poisson stream over one day; the stay
  // is max(2, Exp(3) of each): E = 2 + ∫_2^∞ (1 − F(x) e^{−m(1−F(x))}) dx with F(x) = 1 − e^{−x/3}.
  double const others = 1460.0 / 365.2425;
  double expected = 2;
  double const step = 1e-4;
  for (double x = 2 + step / 2; x < 80; x += step) {
    double const tail = std::exp(-x / 3);
    expected += (1 - (1 - tail) * std::exp(-others * tail)) * step;
  }
  auto const stay = [](Life const& life) { return life.hours(Component::border) + life.hours(Component::documents); };
  CHECK(estimate(example("border"), kReplications, stay).contains(expected));
}

TEST_CASE("what finds the yard full waits on its train, blocked by the full place", "[freight]") {
  auto const scenario = example("blocking");
  std::map<std::int64_t, int> blocked_by_train;
  for (auto const& [name, life] : run(scenario).lives) {
    for (LedgerEntry const& entry : life.path) {
      if (entry.component != Component::blocked) continue;
      CHECK(name_of(entry.charged_to, scenario) == "b");
      CHECK(entry.to_ms - entry.from_ms == Duration::from_h(48).ms());
      ++blocked_by_train[entry.from_ms];
    }
  }
  REQUIRE(blocked_by_train.size() > 40);
  for (auto const& [arrival, teu] : blocked_by_train) CHECK((teu >= 38 && teu <= 41));
}
