#include "sim/base/calendar.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/base/errors.h"
#include "sim/base/random.h"

using namespace shudao;

namespace {

constexpr int kMinutes = 21 * 1440;  // the length of a window in which a calendar is checked

using Week = std::array<DayHours, 7>;

DayHours hours(std::vector<std::pair<int, int>> const& minutes) {
  DayHours result;
  for (auto const& [from, to] : minutes) result.open.emplace_back(Duration::from_min(from), Duration::from_min(to));
  return result;
}

Week office_week(int from_h, int to_h) {
  Week week;
  for (std::size_t day = 0; day < 5; ++day) week[day] = hours({{60 * from_h, 60 * to_h}});
  return week;
}

/// A week of random hours: up to three openings a day, many of them at or over midnight and around 2 o'clock.
Week random_week(RandomStream& random) {
  Week week;
  week[random.below(7)] = hours({{0, 1440}});
  for (DayHours& day : week) {
    if (!day.open.empty()) continue;
    std::vector<int> cuts;
    for (std::uint32_t n = 2 * random.below(4); n > 0; --n) {
      std::uint32_t const kind = random.below(4);
      std::uint32_t const minute = random.below(kind == 3 ? 240 : 1441);
      cuts.push_back(kind == 0 ? 0 : kind == 1 ? 1440 : static_cast<int>(minute));
    }
    std::sort(cuts.begin(), cuts.end());
    std::vector<std::pair<int, int>> open;
    for (std::size_t i = 0; i + 1 < cuts.size(); i += 2) {
      if (cuts[i] < cuts[i + 1]) open.emplace_back(cuts[i], cuts[i + 1]);
    }
    day = hours(open);
  }
  return week;
}

/// Whether each minute from a start is open, found by watching the wall clock: doors go by the latest time it has
/// shown.
class Watcher {
 public:
  Watcher(TimeZone const& zone, Week const& week, std::vector<LocalDay> const& holidays, SimTime start)
      : start_{start} {
    std::int64_t latest = 0;
    for (int minute = -1440; minute < kMinutes; ++minute) {
      SimTime const t = start + Duration::from_min(minute);
      latest = std::max(latest, (t + zone.offset_at(t)).ms());
      if (minute >= 0) open_.push_back(is_open_at_wall(latest, week, holidays));
    }
  }

  [[nodiscard]] bool is_open(int minute) const { return open_[static_cast<std::size_t>(minute)]; }

  /// The first minute from `minute` on that is as asked; kMinutes if none.
  [[nodiscard]] int first(bool open, int minute) const {
    while (minute < kMinutes && is_open(minute) != open) ++minute;
    return minute;
  }

  [[nodiscard]] int open_between(int from, int to) const {
    return static_cast<int>(std::count(open_.begin() + from, open_.begin() + to, true));
  }

  /// The end of the minute in which the work is done; kMinutes + 1 if not within the window.
  [[nodiscard]] int after_work(int minute, int work) const {
    for (; work > 0 && minute < kMinutes; ++minute) work -= is_open(minute) ? 1 : 0;
    return work > 0 ? kMinutes + 1 : minute;
  }

  [[nodiscard]] SimTime moment(int minute) const { return start_ + Duration::from_min(minute); }

 private:
  static bool is_open_at_wall(std::int64_t wall, Week const& week, std::vector<LocalDay> const& holidays) {
    auto const day = static_cast<LocalDay>(wall / 86'400'000);
    if (std::find(holidays.begin(), holidays.end(), day) != holidays.end()) return false;
    Duration const of_day = Duration::from_ms(wall % 86'400'000);
    auto const& open = week[static_cast<std::size_t>(weekday(day))].open;
    return std::any_of(open.begin(), open.end(),
                       [&](auto const& span) { return span.first <= of_day && of_day < span.second; });
  }

  SimTime start_;
  std::vector<bool> open_;
};

struct Case {
  Calendar calendar;
  Watcher watcher;
};

/// Random calendars in windows around changes of clocks, with holidays inside.
std::vector<Case> random_cases(int per_window) {
  struct Window {
    char const* zone;
    int year, month, day;
  };
  std::vector<Window> const windows{{"Asia/Shanghai", 2022, 1, 20},      {"Europe/Warsaw", 2022, 3, 15},
                                    {"Europe/Warsaw", 2022, 10, 20},     {"Asia/Almaty", 2024, 2, 20},
                                    {"America/New_York", 2022, 3, 4},    {"America/New_York", 2022, 10, 28},
                                    {"Australia/Lord_Howe", 2022, 3, 25}};
  RandomStream random{{20220103, 0}, Purpose::guest, NameHash{77}};
  std::vector<Case> cases;
  for (Window const& window : windows) {
    TimeZone const zone{window.zone};
    LocalDay const first = local_day(window.year, window.month, window.day);
    for (int i = 0; i < per_window; ++i) {
      Week const week = random_week(random);
      std::vector<LocalDay> holidays;
      for (std::uint32_t n = random.below(6); n > 0; --n) {
        holidays.push_back(first + static_cast<LocalDay>(random.below(21)));
      }
      SimTime const start = zone.to_utc(first, {});
      cases.push_back({Calendar{zone, week, holidays}, Watcher{zone, week, holidays, start}});
    }
  }
  return cases;
}

}  // namespace

TEST_CASE("a calendar is open when someone who watches the wall clock says so", "[calendar]") {
  int differences = 0;
  for (auto const& [calendar, watcher] : random_cases(12)) {
    for (int minute = 0; minute < kMinutes; ++minute) {
      if (calendar.is_open(watcher.moment(minute)) != watcher.is_open(minute)) ++differences;
    }
  }
  CHECK(differences == 0);
}

TEST_CASE("the next opening and closing are the next minutes that are open and closed", "[calendar]") {
  int differences = 0;
  for (auto const& [calendar, watcher] : random_cases(12)) {
    for (int minute = 0; minute < kMinutes; minute += 13) {
      SimTime const t = watcher.moment(minute);
      int const opens = watcher.first(true, minute);
      int const closes = watcher.first(false, minute);
      if (opens < kMinutes && calendar.next_open(t) != watcher.moment(opens)) ++differences;
      if (opens == minute && closes < kMinutes && calendar.next_close(t) != watcher.moment(closes)) ++differences;
    }
  }
  CHECK(differences == 0);
}

TEST_CASE("work goes on while the doors are open and rests while they are closed", "[calendar]") {
  RandomStream random{{20220103, 0}, Purpose::guest, NameHash{78}};
  int differences = 0, checked = 0;
  for (auto const& [calendar, watcher] : random_cases(12)) {
    for (int n = 0; n < 200; ++n) {
      auto const minute = static_cast<int>(random.below(kMinutes));
      auto const work = static_cast<int>(random.below(n % 2 == 0 ? 600 : 6000));
      int const end = watcher.after_work(minute, work);
      if (end > kMinutes) continue;
      ++checked;
      if (calendar.after_work(watcher.moment(minute), Duration::from_min(work)) != watcher.moment(end)) ++differences;
    }
  }
  CHECK(checked > 5000);
  CHECK(differences == 0);
}

TEST_CASE("open time within a span is the number of its open minutes", "[calendar]") {
  RandomStream random{{20220103, 0}, Purpose::guest, NameHash{79}};
  int differences = 0;
  for (auto const& [calendar, watcher] : random_cases(12)) {
    for (int n = 0; n < 100; ++n) {
      auto const a = static_cast<int>(random.below(kMinutes));
      auto const b = static_cast<int>(random.below(kMinutes));
      Duration const open = calendar.open_time(watcher.moment(std::min(a, b)), watcher.moment(std::max(a, b)));
      if (open != Duration::from_min(watcher.open_between(std::min(a, b), std::max(a, b)))) ++differences;
    }
  }
  CHECK(differences == 0);
}

TEST_CASE("pieces cut a span at every opening and closing and nowhere else", "[calendar]") {
  int differences = 0;
  for (auto const& [calendar, watcher] : random_cases(12)) {
    int minute = 7;
    for (auto const& piece : calendar.pieces(watcher.moment(7), watcher.moment(kMinutes))) {
      int const end = watcher.first(!watcher.is_open(minute), minute);
      bool const same = piece.from == watcher.moment(minute) && piece.to == watcher.moment(end) &&
                        piece.is_open == watcher.is_open(minute);
      if (!same) ++differences;
      minute = end;
    }
    if (minute != kMinutes) ++differences;
  }
  CHECK(differences == 0);
}

TEST_CASE("work of years is found as exactly as work of hours", "[calendar]") {
  TimeZone const zone{"Europe/Warsaw"};
  Calendar const calendar{zone, office_week(8, 16), {local_day(2025, 5, 1), local_day(2025, 12, 25)}};
  SimTime const start = zone.to_utc(local_day(2022, 1, 3), Duration::from_min(480));
  for (std::int64_t hours_of_work = 1; hours_of_work < 20'000; hours_of_work += 97) {
    Duration const work = Duration::from_min(60 * hours_of_work);
    SimTime const end = calendar.after_work(start, work);
    CHECK(calendar.open_time(start, end) == work);
    CHECK(calendar.open_time(start, end - Duration::from_ms(1)) == work - Duration::from_ms(1));
  }
}

TEST_CASE("after the last holiday it knows of, an office that never closes works on", "[calendar]") {
  Week week;
  for (DayHours& day : week) day = hours({{0, 1440}});
  Calendar const calendar{TimeZone{"UTC"}, week, {local_day(2022, 1, 1)}};
  SimTime const t = SimTime::from_ms(1'700'000'000'000);  // November 2023
  CHECK(calendar.after_work(t, Duration::from_h(2)) == t + Duration::from_h(2));
}

TEST_CASE("no work takes no time, even behind closed doors", "[calendar]") {
  Calendar const calendar{TimeZone{"Asia/Shanghai"}, office_week(8, 16), {}};
  SimTime const sunday = TimeZone{"Asia/Shanghai"}.to_utc(local_day(2022, 1, 2), {});
  CHECK(calendar.after_work(sunday, Duration{}) == sunday);
}

TEST_CASE("the mean wait for an office to open is the theory of its closed spans", "[calendar]") {
  // Open 5 × 8 h. A moment picked at random falls into a closed span of g hours with probability g/168 and then waits
  // g/2: with four spans of 16 h and one of 64 h the mean is (4 × 16² + 64²) / 2 / 168 = 15.238 h.
  TimeZone const zone{"Asia/Shanghai"};
  Calendar const calendar{zone, office_week(8, 16), {}};
  SimTime const start = zone.to_utc(local_day(2022, 6, 6), Duration::from_s(30));
  double sum = 0.0;
  for (int minute = 0; minute < 7 * 1440; ++minute) {
    SimTime const t = start + Duration::from_min(minute);
    sum += (calendar.next_open(t) - t).h();
  }
  CHECK(sum / (7 * 1440) == Approx(5120.0 / 336.0).epsilon(1e-12));
}

TEST_CASE("a calendar without hours is open day and night for ever", "[calendar]") {
  SimTime const t = SimTime::from_ms(5);
  CHECK(Calendar{}.is_always());
  CHECK(Calendar{}.next_open(t) == t);
  CHECK(Calendar{}.next_close(t) == SimTime::max());
  CHECK(Calendar{}.after_work(t, Duration::from_ms(3)) == SimTime::from_ms(8));
  CHECK(Calendar{}.pieces(t, t + Duration::from_ms(3)).size() == 1);
}

TEST_CASE("seven days from midnight to midnight are day and night for ever", "[calendar]") {
  Week week;
  for (DayHours& day : week) day = hours({{0, 720}, {720, 1440}});
  CHECK(Calendar{TimeZone{"Europe/Warsaw"}, week, {}}.is_always());
  CHECK_FALSE(Calendar{TimeZone{"Europe/Warsaw"}, week, {local_day(2022, 1, 1)}}.is_always());
}

TEST_CASE("hours that overlap, leave the day or never come are a broken promise", "[calendar]") {
  Week overlapping = office_week(8, 16), late = office_week(8, 16);
  overlapping[0] = hours({{0, 100}, {99, 200}});
  late[0] = hours({{1000, 1441}});
  CHECK_THROWS_AS((Calendar{TimeZone{}, overlapping, {}}), BrokenPromise);
  CHECK_THROWS_AS((Calendar{TimeZone{}, late, {}}), BrokenPromise);
  CHECK_THROWS_AS((Calendar{TimeZone{}, Week{}, {}}), BrokenPromise);
}

TEST_CASE("a calendar refuses moments outside its table", "[calendar]") {
  Calendar const calendar{TimeZone{}, office_week(8, 16), {}};
  CHECK_THROWS_AS(calendar.next_open(SimTime::from_ms(-1)), BrokenPromise);
  CHECK_THROWS_AS(calendar.next_open(SimTime::max()), BrokenPromise);
  CHECK_THROWS_AS(calendar.after_work(SimTime{}, Duration::from_days(50'000)), BrokenPromise);
}
