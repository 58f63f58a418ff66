#include "sim/freight/working_hours.h"

#include <catch2/catch.hpp>

#include "sim/base/random.h"

using namespace shudao;
using namespace shudao::freight;

namespace {

SimTime at_min(std::int64_t min) { return SimTime{} + Duration::from_min(min); }

WorkingHours random_hours(RandomStream& draw) {
  std::array<DayHours, 7> week;
  for (DayHours& day : week) {
    std::int64_t const open = draw.below(12);
    std::int64_t const length = 1 + draw.below(12);
    if (draw.below(4) > 0)
      day.open.push_back({Duration::from_min(open * 60), Duration::from_min((open + length) * 60)});
  }
  week[2].open = {{Duration::from_h(9), Duration::from_h(17)}};
  std::vector<Interval> outages;
  std::int64_t from = 0;
  for (int i = 0; i < 5; ++i) {
    from += 60 * (1 + draw.below(60));
    std::int64_t const to = from + 60 * (1 + draw.below(30));
    outages.push_back({at_min(from), at_min(to)});
    from = to;
  }
  return {Calendar{TimeZone{}, week, {}}, outages};
}

/// The state of each minute, by the pieces of one long stretch.
std::vector<WorkingHours::State> minutes(WorkingHours const& hours, std::int64_t count) {
  std::vector<WorkingHours::State> state;
  SimTime until = at_min(0);
  for (auto const& piece : hours.pieces(at_min(0), at_min(count))) {
    REQUIRE(piece.from == until);
    until = piece.to;
    state.insert(state.end(), static_cast<std::size_t>((piece.to - piece.from).ms() / 60'000), piece.state);
  }
  REQUIRE(until == at_min(count));
  return state;
}

}  // namespace

TEST_CASE("work, openings and open time agree with a minute-by-minute count", "[freight]") {
  RandomStream draw{{7, 0}, Purpose::guest, NameHash{1}};
  constexpr std::int64_t kSpan = 35 * 1440;
  for (int world = 0; world < 40; ++world) {
    WorkingHours const hours = random_hours(draw);
    auto const state = minutes(hours, kSpan);
    for (int question = 0; question < 50; ++question) {
      auto const from = static_cast<std::int64_t>(draw.below(14 * 1440));
      auto const work = static_cast<std::int64_t>(draw.below(1200));
      std::int64_t end = from;
      for (std::int64_t done = 0; done < work; ++end)
        done += state[static_cast<std::size_t>(end)] == WorkingHours::State::open;
      REQUIRE(hours.after_work(at_min(from), Duration::from_min(work)) == at_min(end));
      REQUIRE(hours.open_time(at_min(from), at_min(end)) == Duration::from_min(work));
      std::int64_t open = from;
      while (state[static_cast<std::size_t>(open)] != WorkingHours::State::open) ++open;
      REQUIRE(hours.next_open(at_min(from)) == at_min(open));
    }
  }
}

TEST_CASE("an outage hides the calendar", "[freight]") {
  WorkingHours const hours{Calendar{}, {{at_min(60), at_min(120)}}};
  auto const pieces = hours.pieces(at_min(0), at_min(180));
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[1].state == WorkingHours::State::disrupted);
  CHECK(hours.after_work(at_min(30), Duration::from_min(60)) == at_min(150));
}
