#include "sim/base/calendar.h"

#include <algorithm>
#include <cstdint>

#include "sim/base/errors.h"

namespace shudao {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr LocalDay kDays = 47'482;  // 1970-01-01 … 2099-12-31

void check(std::array<DayHours, 7> const& week) {
  bool ever_open = false;
  for (DayHours const& hours : week) {
    Duration last;
    for (auto const& [open, close] : hours.open) {
      ensure(last <= open && open < close && close <= Duration::from_days(1), "hours of a day are disjoint and sorted");
      last = close;
      ever_open = true;
    }
  }
  ensure(ever_open, "a calendar is open at least once a week");
}

}  // namespace

/// All opening times of 1970 … 2100, so that every question is a look at a table: about 1 MB a calendar, of which a run
/// touches the kilobytes of its year.
struct Calendar::Table {
  /// Open from `from` to `to`, as long as possible; `before` is the open time of all earlier spans. Milliseconds.
  struct Span {
    std::int64_t from, to, before;
  };
  std::vector<Span> spans;
  std::vector<std::uint32_t> first_of_day;  ///< The first span that ends after the start of a UTC day.

  void add(std::int64_t from, std::int64_t to) {
    if (from >= to) return;  // hours that a change to summer time skips
    if (!spans.empty() && spans.back().to >= from) {
      spans.back().to = to;
      return;
    }
    std::int64_t const before = spans.empty() ? 0 : spans.back().before + (spans.back().to - spans.back().from);
    spans.push_back({from, to, before});
  }

  void index() {
    std::uint32_t span = 0;
    first_of_day.reserve(kDays);
    for (LocalDay day = 0; day < kDays; ++day) {
      while (span < spans.size() && spans[span].to <= day * kDayMs) ++span;
      first_of_day.push_back(span);
    }
  }

  /// The first span that ends after t.
  [[nodiscard]] std::size_t find(SimTime t) const {
    ensure(t.ms() >= 0 && t.ms() < kDays * kDayMs, "calendars know the years 1970 to 2099");
    std::size_t span = first_of_day[static_cast<std::size_t>(t.ms() / kDayMs)];
    while (span < spans.size() && spans[span].to <= t.ms()) ++span;
    ensure(span < spans.size(), "calendars know the years 1970 to 2099");
    return span;
  }

  /// Open time since 1970, given the first span that ends after t.
  [[nodiscard]] std::int64_t open_before(SimTime t, std::size_t span) const {
    return spans[span].before + std::max<std::int64_t>(0, t.ms() - spans[span].from);
  }
};

Calendar::Calendar() = default;

Calendar::Calendar(TimeZone zone, std::array<DayHours, 7> week, std::vector<LocalDay> holidays) {
  check(week);
  std::sort(holidays.begin(), holidays.end());
  Table table;
  auto holiday = holidays.begin();
  for (LocalDay day = -2; day <= kDays + 7; ++day) {
    holiday = std::lower_bound(holiday, holidays.end(), day);
    if (holiday != holidays.end() && *holiday == day) continue;
    for (auto const& [open, close] : week[static_cast<std::size_t>(weekday(day))].open) {
      table.add(zone.to_utc(day, open).ms(), zone.to_utc(day, close).ms());
    }
  }
  if (table.spans.size() == 1) return;  // day and night, every day
  table.index();
  table_ = std::make_shared<Table const>(std::move(table));
}

bool Calendar::is_open(SimTime t) const { return is_always() || table_->spans[table_->find(t)].from <= t.ms(); }

SimTime Calendar::next_open(SimTime t) const {
  if (is_always()) return t;
  return SimTime::from_ms(std::max(t.ms(), table_->spans[table_->find(t)].from));
}

SimTime Calendar::next_close(SimTime t) const {
  if (is_always()) return SimTime::max();
  std::size_t const span = table_->find(t);
  ensure(table_->spans[span].from <= t.ms(), "next_close is asked of an open moment");
  return span + 1 < table_->spans.size() ? SimTime::from_ms(table_->spans[span].to) : SimTime::max();
}

SimTime Calendar::after_work(SimTime t, Duration work) const {
  ensure(work >= Duration{}, "work takes no negative time");
  if (is_always() || work == Duration{}) return t + work;
  auto const& spans = table_->spans;
  std::size_t span = table_->find(t);
  std::int64_t const goal = table_->open_before(t, span) + work.ms();
  constexpr std::size_t kNear = 4;  // most work ends within days: look there before searching
  for (std::size_t const near = span + kNear; span < near && span + 1 < spans.size(); ++span) {
    if (spans[span + 1].before >= goal) return SimTime::from_ms(spans[span].from + (goal - spans[span].before));
  }
  auto const after = std::partition_point(spans.begin() + static_cast<std::ptrdiff_t>(span), spans.end(),
                                          [&](Table::Span const& s) { return s.before < goal; });
  auto const& last = *std::prev(after);
  std::int64_t const end = last.from + (goal - last.before);
  ensure(end <= last.to, "calendars know the years 1970 to 2099");
  return SimTime::from_ms(end);
}

Duration Calendar::open_time(SimTime from, SimTime to) const {
  if (from >= to) return {};
  if (is_always()) return to - from;
  std::int64_t const until_to = table_->open_before(to, table_->find(to));
  return Duration::from_ms(until_to - table_->open_before(from, table_->find(from)));
}

std::vector<Calendar::Piece> Calendar::pieces(SimTime from, SimTime to) const {
  std::vector<Piece> result;
  if (from < to && is_always()) result.push_back({from, to, true});
  if (from >= to || is_always()) return result;
  std::size_t span = table_->find(from);
  for (SimTime t = from; t < to;) {
    auto const [opens, closes, before] = table_->spans[span];
    bool const open = opens <= t.ms();
    SimTime const end = std::min(to, SimTime::from_ms(open ? closes : opens));
    result.push_back({t, end, open});
    if (open) ++span;
    t = end;
    ensure(t == to || span < table_->spans.size(), "calendars know the years 1970 to 2099");
  }
  return result;
}

}  // namespace shudao
