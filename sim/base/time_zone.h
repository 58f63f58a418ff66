#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/time.h"

namespace shudao {

/// Days since 1970-01-01 in the proleptic Gregorian calendar of some place.
using LocalDay = std::int32_t;

LocalDay local_day(int year, int month, int day);
int weekday(LocalDay);   ///< 0 = Monday … 6 = Sunday.
int month_of(LocalDay);  ///< 1 … 12.

/// Parses "2022-01-03"; returns false if it is no date.
bool parse_day(std::string_view, LocalDay&);
std::string text(LocalDay);
/// "2022-01-03T16:00:00Z", with ".123" appended before Z when the milliseconds are not 0.
std::string utc_text(SimTime);

/// The version of the system's tz database, "2024a"; "unknown" if it does not tell.
std::string zone_database_version();

/// An IANA time zone, from the system's tz database (library `date`). Cheap to copy; immutable.
/// The database spells out changes of clocks up to 2037; after that the last offset of 2037 stays.
class TimeZone {
 public:
  TimeZone();  ///< UTC.
  /// Throws BrokenPromise for a name that `exists` denies.
  explicit TimeZone(std::string const& name);
  static bool exists(std::string const& name);

  [[nodiscard]] std::string const& name() const;
  [[nodiscard]] Duration offset_at(SimTime) const;  ///< Local − UTC.
  [[nodiscard]] LocalDay day_at(SimTime) const;
  /// The first moment at or after local wall time `day` + `of_day`. A time skipped by a DST change maps to the moment
  /// of the change; of a time that happens twice, the first is taken.
  [[nodiscard]] SimTime to_utc(LocalDay day, Duration of_day) const;
  /// "2022-01-03 08:00 +08:00"
  [[nodiscard]] std::string local_text(SimTime) const;
  /// Offset changes in [from, to) as text, for the manifest: "Europe/Warsaw +01:00; 2022-03-27T01:00:00Z +02:00; …".
  [[nodiscard]] std::string offsets_text(SimTime from, SimTime to) const;

 private:
  struct Rules;
  std::shared_ptr<Rules const> rules_;
};

}  // namespace shudao
