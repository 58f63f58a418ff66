#include "sim/freight/working_hours.h"

#include <algorithm>
#include <utility>

namespace shudao::freight {

WorkingHours::WorkingHours(Calendar calendar, std::vector<Interval> outages,
                           std::vector<scenarios::ShortStaff> short_staff)
    : calendar_{std::move(calendar)}, outages_{std::move(outages)}, short_staff_{std::move(short_staff)} {}

WorkingHours hours_of(scenarios::Scenario const& scenario, scenarios::Resource const& resource) {
  Calendar const calendar = resource.calendar.is_none() ? Calendar{} : scenario.calendars[resource.calendar].hours;
  return {calendar, resource.outages, resource.short_staff};
}

scenarios::ShortStaff const* WorkingHours::short_staff_at(SimTime t) const {
  auto const later =
      std::partition_point(short_staff_.begin(), short_staff_.end(), [t](auto const& s) { return s.when.to <= t; });
  return later != short_staff_.end() && later->when.from <= t ? &*later : nullptr;
}

Interval const* WorkingHours::outage_at(SimTime t) const {
  auto const later = std::partition_point(outages_.begin(), outages_.end(), [t](auto const& o) { return o.to <= t; });
  return later != outages_.end() && later->from <= t ? &*later : nullptr;
}

SimTime WorkingHours::next_outage(SimTime t) const {
  auto const later = std::partition_point(outages_.begin(), outages_.end(), [t](auto const& o) { return o.from <= t; });
  return later == outages_.end() ? SimTime::max() : later->from;
}

SimTime WorkingHours::next_open(SimTime t) const {
  for (;;) {
    t = calendar_.next_open(t);
    Interval const* outage = outage_at(t);
    if (outage == nullptr) return t;
    t = outage->to;
  }
}

SimTime WorkingHours::after_work(SimTime t, Duration work) const {
  if (is_always()) return t + work;
  if (outages_.empty()) return calendar_.after_work(t, work);
  while (work > Duration{}) {
    t = next_open(t);
    SimTime const stop = next_outage(t);
    Duration const available = stop == SimTime::max() ? work : calendar_.open_time(t, stop);
    if (available >= work) return calendar_.after_work(t, work);
    work -= available;
    t = stop;
  }
  return t;
}

Duration WorkingHours::open_time(SimTime from, SimTime to) const {
  if (is_always()) return to - from;
  if (outages_.empty()) return calendar_.open_time(from, to);
  Duration open;
  for (Piece const& piece : pieces(from, to)) {
    if (piece.state == State::open || piece.state == State::short_staffed) open += piece.to - piece.from;
  }
  return open;
}

/// Open hours, cut where the number of servers changes.
void WorkingHours::cut_open(SimTime from, SimTime to, std::vector<Piece>& cut) const {
  while (from < to) {
    auto const next = std::partition_point(short_staff_.begin(), short_staff_.end(),
                                           [from](auto const& s) { return s.when.to <= from; });
    bool const is_short = next != short_staff_.end() && next->when.from <= from;
    SimTime const change = next == short_staff_.end() ? to : is_short ? next->when.to : next->when.from;
    SimTime const end = std::min(change, to);
    cut.push_back({from, end, is_short ? State::short_staffed : State::open});
    from = end;
  }
}

std::vector<WorkingHours::Piece> WorkingHours::pieces(SimTime from, SimTime to) const {
  std::vector<Piece> cut;
  auto const by_calendar = [&](SimTime begin, SimTime end) {
    for (auto const& piece : calendar_.pieces(begin, end)) {
      if (piece.is_open) {
        cut_open(piece.from, piece.to, cut);
      } else {
        cut.push_back({piece.from, piece.to, State::closed});
      }
    }
  };
  while (from < to) {
    if (Interval const* outage = outage_at(from)) {
      SimTime const end = std::min(outage->to, to);
      cut.push_back({from, end, State::disrupted});
      from = end;
    } else {
      SimTime const end = std::min(next_outage(from), to);
      by_calendar(from, end);
      from = end;
    }
  }
  return cut;
}

}  // namespace shudao::freight
