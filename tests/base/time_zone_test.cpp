#include "sim/base/time_zone.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>
#include <thread>

#include "sim/base/errors.h"

using namespace shudao;

namespace {

SimTime at(int year, int month, int day, int hour = 0, int minute = 0) {
  return TimeZone{}.to_utc(local_day(year, month, day), Duration::from_min(60 * hour + minute));
}

/// The second opinion: the C library's own reading of the tz database.
class SystemZone {
 public:
  explicit SystemZone(char const* name) {
    setenv("TZ", name, 1);
    tzset();
  }
  ~SystemZone() {
    unsetenv("TZ");
    tzset();
  }
  [[nodiscard]] static Duration offset_at(SimTime t) {
    std::time_t const seconds = t.ms() / 1000;
    std::tm local{};
    localtime_r(&seconds, &local);
    return Duration::from_s(local.tm_gmtoff);
  }
};

}  // namespace

TEST_CASE("offsets agree with the C library every hour from 2000 to 2037", "[time_zone]") {
  auto const name = GENERATE(as<std::string>{}, "Asia/Shanghai", "Europe/Warsaw", "Asia/Almaty", "America/New_York",
                             "Europe/Moscow", "Australia/Lord_Howe");
  SystemZone const system{name.c_str()};
  TimeZone const zone{name};
  int differences = 0;
  for (SimTime t = at(2000, 1, 1); t < at(2038, 1, 1); t += Duration::from_h(1)) {
    if (zone.offset_at(t) != SystemZone::offset_at(t)) ++differences;
  }
  CAPTURE(name);
  CHECK(differences == 0);
}

TEST_CASE("the first moment of a wall time is found, before, in and after every change of clocks", "[time_zone]") {
  auto const name =
      GENERATE(as<std::string>{}, "Europe/Warsaw", "Asia/Almaty", "America/New_York", "Australia/Lord_Howe");
  TimeZone const zone{name};
  // Walk through the minutes of a year; whenever the wall clock shows a time later than ever, it shows it first.
  std::int64_t latest = (at(2024, 1, 1) + zone.offset_at(at(2024, 1, 1))).ms() - 60'000;
  int differences = 0;
  for (SimTime t = at(2024, 1, 1); t < at(2025, 1, 1); t += Duration::from_min(1)) {
    std::int64_t const wall = (t + zone.offset_at(t)).ms();
    for (; latest < wall; latest += 60'000) {
      std::int64_t const minute = latest + 60'000;
      auto const day = static_cast<LocalDay>(minute / 86'400'000);
      if (zone.to_utc(day, Duration::from_ms(minute % 86'400'000)) != t) ++differences;
    }
  }
  CAPTURE(name);
  CHECK(differences == 0);
}

TEST_CASE("a wall time that summer time skips is the moment of the change", "[time_zone]") {
  CHECK(TimeZone{"Europe/Warsaw"}.to_utc(local_day(2022, 3, 27), Duration::from_min(150)) == at(2022, 3, 27, 1));
}

TEST_CASE("of a wall time that happens twice the first is taken", "[time_zone]") {
  CHECK(TimeZone{"Europe/Warsaw"}.to_utc(local_day(2022, 10, 30), Duration::from_min(150)) == at(2022, 10, 30, 0, 30));
}

TEST_CASE("the local day begins at local midnight", "[time_zone]") {
  TimeZone const zone{"Asia/Shanghai"};
  CHECK(zone.day_at(at(2022, 1, 3, 15, 59)) == local_day(2022, 1, 3));
  CHECK(zone.day_at(at(2022, 1, 3, 16, 0)) == local_day(2022, 1, 4));
}

TEST_CASE("days know their weekday and month", "[time_zone]") {
  CHECK(weekday(local_day(1970, 1, 1)) == 3);
  CHECK(weekday(local_day(2022, 1, 3)) == 0);
  CHECK(weekday(local_day(1969, 12, 28)) == 6);
  CHECK(month_of(local_day(2024, 2, 29)) == 2);
}

TEST_CASE("a date is read only if it is one", "[time_zone]") {
  LocalDay day = 0;
  CHECK(parse_day("2024-02-29", day));
  CHECK(text(day) == "2024-02-29");
  for (auto const* wrong :
       {"2023-02-29", "2024-13-01", "2024-00-10", "2024-1-01", "2024-01-01 ", "2024/01/01", "", "20x4-01-01"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_day(wrong, day));
  }
  CHECK_THROWS_AS(local_day(2023, 2, 29), BrokenPromise);
}

TEST_CASE("moments are written in UTC and in local time with the offset", "[time_zone]") {
  CHECK(utc_text(at(2022, 1, 3, 16)) == "2022-01-03T16:00:00Z");
  CHECK(utc_text(at(2022, 1, 3, 16) + Duration::from_ms(7)) == "2022-01-03T16:00:00.007Z");
  CHECK(utc_text(SimTime::from_ms(-1)) == "1969-12-31T23:59:59.999Z");
  CHECK(TimeZone{"Asia/Shanghai"}.local_text(at(2022, 1, 3)) == "2022-01-03 08:00 +08:00");
  CHECK(TimeZone{"America/St_Johns"}.local_text(at(2022, 1, 3)) == "2022-01-02 20:30 -03:30");
}

TEST_CASE("the manifest can name every offset a run used", "[time_zone]") {
  CHECK(TimeZone{"Europe/Warsaw"}.offsets_text(at(2022, 1, 1), at(2023, 1, 1)) ==
        "Europe/Warsaw +01:00; 2022-03-27T01:00:00Z +02:00; 2022-10-30T01:00:00Z +01:00");
  CHECK(TimeZone{"Asia/Almaty"}.offsets_text(at(2024, 1, 1), at(2025, 1, 1)) ==
        "Asia/Almaty +06:00; 2024-02-29T18:00:00Z +05:00");
  CHECK(TimeZone{}.offsets_text(at(2022, 1, 1), at(2023, 1, 1)) == "UTC +00:00");
}

TEST_CASE("a zone that the database does not know does not exist", "[time_zone]") {
  CHECK(TimeZone::exists("Asia/Shanghai"));
  for (auto const* wrong : {"Asia/Shangai", "", "../../../etc/passwd", "asia", "+08:00"}) {
    CAPTURE(wrong);
    CHECK_FALSE(TimeZone::exists(wrong));
    CHECK_THROWS_AS(TimeZone{wrong}, BrokenPromise);
  }
}

TEST_CASE("zones may be made by many threads at once", "[time_zone]") {
  std::vector<std::thread> threads;
  std::vector<std::int64_t> offsets(4);
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    threads.emplace_back([&, i] { offsets[i] = TimeZone{"Asia/Singapore"}.offset_at(at(2022, 1, 1)).ms(); });
  }
  for (auto& thread : threads) thread.join();
  CHECK(offsets == std::vector<std::int64_t>(4, 8 * 3'600'000));
}
