#include "sim/base/time_zone.h"

#include <date/date.h>
#include <date/tz.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <limits>
#include <map>
#include <mutex>
#include <stdexcept>

#include "sim/base/errors.h"

namespace shudao {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

date::year_month_day civil(LocalDay day) { return date::year_month_day{date::sys_days{date::days{day}}}; }

template<class... Numbers>
std::string print(char const* format, Numbers... numbers) {
  std::array<char, 96> buffer{};
  int const size = std::snprintf(buffer.data(), buffer.size(), format, numbers...);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

/// "+08:00"; old offsets may have seconds: "-00:44:30".
std::string offset_text(std::int64_t offset_ms) {
  int const seconds = static_cast<int>(std::abs(offset_ms) / 1000);
  std::string result = print("%c%02d:%02d", offset_ms < 0 ? '-' : '+', seconds / 3600, seconds / 60 % 60);
  return seconds % 60 == 0 ? result : result + print(":%02d", seconds % 60);
}

date::time_zone const* find_zone(std::string const& name) {
  try {
    return date::locate_zone(name);
  } catch (std::runtime_error const&) {
    return nullptr;
  }
}

}  // namespace

std::string zone_database_version() {
  std::string const told = date::get_tzdb().version;
  if (!told.empty() && told != "unknown") return told;
  std::ifstream file{"/usr/share/zoneinfo/tzdata.zi"};  // "# version 2024a"
  std::string mark, word, version;
  return file >> mark >> word >> version && word == "version" ? version : "unknown";
}

LocalDay local_day(int year, int month, int day) {
  date::year_month_day const date{date::year{year}, date::month{static_cast<unsigned>(month)},
                                  date::day{static_cast<unsigned>(day)}};
  ensure(date.ok(), "a local day must be a date of the calendar");
  return date::sys_days{date}.time_since_epoch().count();
}

int weekday(LocalDay day) { return static_cast<int>(((std::int64_t{day} + 3) % 7 + 7) % 7); }

int month_of(LocalDay day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }

bool parse_day(std::string_view text, LocalDay& day) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  std::array<int, 3> fields{};
  std::size_t field = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    if (i == 4 || i == 7) {
      ++field;
    } else if (text[i] < '0' || text[i] > '9') {
      return false;
    } else {
      fields[field] = fields[field] * 10 + (text[i] - '0');
    }
  }
  date::year_month_day const date{date::year{fields[0]}, date::month{static_cast<unsigned>(fields[1])},
                                  date::day{static_cast<unsigned>(fields[2])}};
  if (!date.ok()) return false;
  day = date::sys_days{date}.time_since_epoch().count();
  return true;
}

std::string text(LocalDay day) {
  auto const date = civil(day);
  return print("%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
               static_cast<unsigned>(date.day()));
}

std::string utc_text(SimTime t) {
  std::int64_t const day = floor_divide(t.ms(), kDayMs);
  int const ms = static_cast<int>(t.ms() - day * kDayMs);
  std::string const of_day = print("T%02d:%02d:%02d", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60);
  std::string const fraction = ms % 1000 == 0 ? "" : print(".%03d", ms % 1000);
  return text(static_cast<LocalDay>(day)) + of_day + fraction + "Z";
}

/// The offsets from UTC of one zone: offset i holds from change i−1 to change i. All in milliseconds.
struct TimeZone::Rules {
  std::string name;
  std::vector<std::int64_t> offsets{0};
  std::vector<std::int64_t> changes;
  std::vector<std::int64_t> local_ends;  ///< Wall time that clocks reach at change i, before they are set anew.

  [[nodiscard]] std::size_t period_at(SimTime t) const {
    return static_cast<std::size_t>(std::upper_bound(changes.begin(), changes.end(), t.ms()) - changes.begin());
  }

  static std::shared_ptr<Rules const> utc() {
    static auto const rules = std::make_shared<Rules const>(Rules{"UTC", {0}, {}, {}});
    return rules;
  }

  /// Reads the changes of 1970 … 2100 once per zone, for the library is too slow to be asked at every event.
  static std::shared_ptr<Rules const> read(std::string const& name) {
    date::time_zone const* const zone = find_zone(name);
    ensure(zone != nullptr, "a time zone must be in the IANA database");
    constexpr date::sys_seconds kEnd = date::sys_days{date::year{2100} / 1 / 1};
    auto info = zone->get_info(date::sys_seconds{});
    Rules rules{name, {std::chrono::milliseconds{info.offset}.count()}, {}, {}};
    while (info.end < kEnd) {
      std::int64_t const change = std::chrono::milliseconds{info.end.time_since_epoch()}.count();
      info = zone->get_info(info.end);
      std::int64_t const offset = std::chrono::milliseconds{info.offset}.count();
      if (offset == rules.offsets.back()) continue;
      rules.changes.push_back(change);
      rules.local_ends.push_back(change + rules.offsets.back());
      rules.offsets.push_back(offset);
    }
    return std::make_shared<Rules const>(std::move(rules));
  }

  static std::shared_ptr<Rules const> find(std::string const& name) {
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<Rules const>> known;
    std::lock_guard const lock{mutex};
    auto& rules = known[name];
    if (rules == nullptr) rules = read(name);
    return rules;
  }
};

TimeZone::TimeZone() : rules_{Rules::utc()} {}

TimeZone::TimeZone(std::string const& name) : rules_{Rules::find(name)} {}

bool TimeZone::exists(std::string const& name) { return find_zone(name) != nullptr; }

std::string const& TimeZone::name() const { return rules_->name; }

Duration TimeZone::offset_at(SimTime t) const { return Duration::from_ms(rules_->offsets[rules_->period_at(t)]); }

LocalDay TimeZone::day_at(SimTime t) const {
  return static_cast<LocalDay>(floor_divide((t + offset_at(t)).ms(), kDayMs));
}

SimTime TimeZone::to_utc(LocalDay day, Duration of_day) const {
  Rules const& rules = *rules_;
  std::int64_t const wall = day * kDayMs + of_day.ms();
  auto const end = std::upper_bound(rules.local_ends.begin(), rules.local_ends.end(), wall);
  auto const period = static_cast<std::size_t>(end - rules.local_ends.begin());
  std::int64_t const moment = wall - rules.offsets[period];
  return SimTime::from_ms(period == 0 ? moment : std::max(moment, rules.changes[period - 1]));
}

std::string TimeZone::local_text(SimTime t) const {
  std::int64_t const offset = offset_at(t).ms();
  std::int64_t const day = floor_divide(t.ms() + offset, kDayMs);
  int const minute = static_cast<int>((t.ms() + offset - day * kDayMs) / 60'000);
  return text(static_cast<LocalDay>(day)) + print(" %02d:%02d ", minute / 60, minute % 60) + offset_text(offset);
}

std::string TimeZone::offsets_text(SimTime from, SimTime to) const {
  std::string result = rules_->name + " " + offset_text(offset_at(from).ms());
  for (std::size_t i = rules_->period_at(from); i < rules_->changes.size() && rules_->changes[i] < to.ms(); ++i) {
    result += "; " + utc_text(SimTime::from_ms(rules_->changes[i])) + " " + offset_text(rules_->offsets[i + 1]);
  }
  return result;
}

}  // namespace shudao
