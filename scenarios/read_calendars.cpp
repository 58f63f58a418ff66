#include <algorithm>

#include "scenarios/readers.h"

namespace shudao::scenarios {

namespace {

using Span = std::pair<Duration, Duration>;

/// "09:00-12:00"
std::optional<Span> span_of(std::string const& text) {
  if (text.size() != 11 || text[5] != '-') return std::nullopt;
  auto const open = time_of_day(text.substr(0, 5));
  auto const close = time_of_day(text.substr(6));
  if (!open || !close || !(*open < *close)) return std::nullopt;
  return Span{*open, *close};
}

/// "mon" or "mon-fri", as the first and the last day.
std::optional<std::pair<int, int>> days_of(std::string const& key) {
  auto const first = weekday_of(key.substr(0, 3));
  if (first && key.size() == 3) return std::pair{*first, *first};
  if (!first || key.size() != 7 || key[3] != '-') return std::nullopt;
  auto const last = weekday_of(key.substr(4));
  if (!last || *last < *first) return std::nullopt;
  return std::pair{*first, *last};
}

std::vector<Span> read_spans(Fields& week, char const* key) {
  std::vector<Span> spans;
  auto const texts = week.texts(key);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::string const where = std::string{key} + "/" + std::to_string(i);
    auto const span = span_of(texts[i]);
    if (!span) {
      week.fault_at(where, "hours like \"09:00-17:30\"");
    } else if (!spans.empty() && span->first < spans.back().second) {
      week.fault_at(where, "hours after those before it");
    } else {
      spans.push_back(*span);
    }
  }
  return spans;
}

/// The names that days may have in a week: "mon", "mon-tue", …
std::vector<std::string> day_keys() {
  std::vector<std::string> keys;
  for (std::size_t first = 0; first < kWeekdays.size(); ++first) {
    keys.emplace_back(kWeekdays[first]);
    for (std::size_t last = first + 1; last < kWeekdays.size(); ++last) {
      keys.push_back(std::string{kWeekdays[first]} + "-" + kWeekdays[last]);
    }
  }
  return keys;
}

std::array<DayHours, 7> read_week(Fields& f) {
  std::array<DayHours, 7> hours;
  std::array<bool, 7> is_said{};
  f.object("weekly", Need::required, [&](Fields& week) {
    for (std::string const& key : day_keys()) {
      auto const spans = read_spans(week, key.c_str());
      if (!week.has(key.c_str())) continue;
      auto const [first, last] = *days_of(key);
      for (auto day = static_cast<std::size_t>(first); day <= static_cast<std::size_t>(last); ++day) {
        if (is_said[day]) week.fault(key, std::string{kWeekdays[day]} + " twice", "each day of the week once");
        is_said[day] = true;
        hours[day].open = spans;
      }
    }
  });
  return hours;
}

std::vector<LocalDay> read_holidays(Fields& f) {
  std::vector<LocalDay> days;
  auto const texts = f.texts("holidays");
  for (std::size_t i = 0; i < texts.size(); ++i) {
    LocalDay day = 0;
    if (parse_day(texts[i], day)) {
      days.push_back(day);
    } else {
      f.fault_at("holidays/" + std::to_string(i), "a date like \"2022-01-03\"");
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

}  // namespace

void read_calendars(Fields& world, Scenario& scenario) {
  world.each("calendars", Need::optional, [&](std::string const& id, Fields& f) {
    f.texts("plans", Role::label);
    auto const week = read_week(f);
    auto const zone = read_zone(f, "time_zone", Need::optional).value_or(scenario.zone);
    auto const holidays = read_holidays(f);
    if (id == "always") f.fault("", "a calendar called \"always\"", "another name: always means without closed hours");
    bool const is_open = std::any_of(week.begin(), week.end(), [](DayHours const& d) { return !d.open.empty(); });
    if (!is_open && f.has("weekly"))
      f.fault("weekly", "a week without opening hours", "opening hours at least once a week");
    scenario.calendars.push_back({id, is_open ? Calendar{zone, week, holidays} : Calendar{}});
  });
}

}  // namespace shudao::scenarios
