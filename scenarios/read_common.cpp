#include <algorithm>

#include "scenarios/readers.h"

namespace shudao::scenarios {

Text read_text(Fields& f, char const* key, Need need) {
  Text text;
  f.object(key, need, [&](Fields& t) {
    text.zh = t.text("zh", Need::required, Role::label).value_or("");
    text.en = t.text("en", Need::required, Role::label).value_or("");
  });
  return text;
}

std::optional<TimeZone> read_zone(Fields& f, char const* key, Need need) {
  auto const name = f.text(key, need);
  if (!name) return std::nullopt;
  if (TimeZone::exists(*name)) return TimeZone{*name};
  f.fault_at(key, "the name of an IANA time zone, like \"Asia/Shanghai\"");
  return std::nullopt;
}

ResourceId read_resource_name(Fields& f, char const* key, std::string const& place_id, Need need) {
  auto const local = f.text(key, need);
  if (!local) return ResourceId::none();
  auto const& resources = f.reading().names.resources;
  if (local->find('/') != std::string::npos) {
    auto const elsewhere = resources.find(*local);
    if (!elsewhere)
      f.fault_at(key, "a resource of another place, \"place/resource\"", f.likely(*local, resources.names()));
    return id_or_none<ResourceId>(elsewhere);
  }
  auto const found = resources.find(place_id + "/" + *local);
  if (!found) {
    f.fault_at(key, "a resource of " + place_id, f.likely(*local, Names::local_names(resources, place_id)));
  }
  return id_or_none<ResourceId>(found);
}

CalendarId read_calendar_name(Fields& f, char const* key) {
  auto const name = f.text(key, Need::optional);
  if (!name || *name == "always") return CalendarId::none();
  auto const& calendars = f.reading().names.calendars;
  auto const found = calendars.find(*name);
  if (!found) f.fault_at(key, "the id of a calendar, or \"always\"", f.likely(*name, calendars.names()));
  return id_or_none<CalendarId>(found);
}

TokenSet read_tokens(Fields& f, char const* key) {
  TokenSet set;
  auto const names = f.texts(key);
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string const where = std::string{key} + "/" + std::to_string(i);
    auto const& tokens = f.reading().names.tokens;
    auto const found = tokens.find(names[i]);
    if (!is_id(names[i])) f.fault_at(where, "a token of letters, digits, '.', '_' and '-'");
    if (found && *found < TokenSet::kCapacity) set.insert(TokenId{*found});
    if (found) continue;
    std::string const nearest = f.likely(names[i], tokens.names());
    if (std::string_view{key} != "needs" && nearest.empty()) {
      f.reading().notes.push_back(f.pointer() + ": no step grants the token " + names[i]);
    } else {
      f.fault_at(where, "a token that some step grants", nearest);
    }
  }
  return set;
}

std::optional<LocalDay> read_day(Fields& f, char const* key, Need need) {
  auto const text = f.text(key, need);
  LocalDay day = 0;
  if (!text) return std::nullopt;
  if (parse_day(*text, day)) return day;
  f.fault_at(key, "a date like \"2022-01-03\"");
  return std::nullopt;
}

std::optional<SimTime> read_moment(Fields& f, char const* key, TimeZone const& zone) {
  auto const text = f.text(key, Need::required);
  if (!text) return std::nullopt;
  LocalDay day = 0;
  bool const is_long_enough = text->size() == 16 && (*text)[10] == 'T';
  auto const of_day = is_long_enough ? time_of_day(text->substr(11)) : std::nullopt;
  if (of_day && parse_day(text->substr(0, 10), day)) return zone.to_utc(day, *of_day);
  f.fault_at(key, "a local time like \"2022-03-01T06:30\"");
  return std::nullopt;
}

std::optional<Money> read_money(Fields& f, char const* key) {
  auto const cny = f.number(key, between(0, 1e9), Need::optional);
  return cny ? std::optional{money_from_cny(*cny)} : std::nullopt;
}

std::optional<Running> read_running(Fields& f, Need need) {
  auto const hours = f.distribution("running_time_h", between(0, 1e5), Need::optional);
  auto const speed = f.distribution("speed_km_h", between(0, 1e5), Need::optional);
  bool const has_both = f.has("running_time_h") && f.has("speed_km_h");
  if (has_both) f.fault("", "both running_time_h and speed_km_h", "one of running_time_h, speed_km_h");
  bool const has_none = !f.has("running_time_h") && !f.has("speed_km_h");
  if (has_none && need == Need::required) f.fault("", "none of them", "one of running_time_h, speed_km_h");
  if (hours) return Running{false, *hours};
  if (speed) return Running{true, *speed};
  return std::nullopt;
}

std::optional<int> weekday_of(std::string_view name) {
  auto const at = std::find(kWeekdays.begin(), kWeekdays.end(), name);
  if (at == kWeekdays.end()) return std::nullopt;
  return static_cast<int>(at - kWeekdays.begin());
}

std::optional<Duration> time_of_day(std::string_view text) {
  auto const digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : 1000; };
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  int const hours = digit(0) * 10 + digit(1);
  int const minutes = digit(3) * 10 + digit(4);
  if (hours > 24 || minutes > 59 || (hours == 24 && minutes > 0)) return std::nullopt;
  return Duration::from_min(hours * 60 + minutes);
}

}  // namespace shudao::scenarios
