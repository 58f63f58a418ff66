#pragma once
#include <compare>
#include <cstdint>
#include <limits>

namespace shudao {

inline constexpr double kMsPerHour = 3'600'000.0, kHoursPerDay = 24.0, kHoursPerWeek = 168.0;

/// A span of time in whole milliseconds; may be negative.
class Duration {
 public:
  constexpr Duration() = default;
  static constexpr Duration from_ms(std::int64_t ms) { return Duration{ms}; }
  static constexpr Duration from_s(std::int64_t s) { return Duration{s * 1000}; }
  static constexpr Duration from_min(std::int64_t min) { return Duration{min * 60'000}; }
  /// Hours, rounded to the nearest millisecond (halves away from zero).
  static constexpr Duration from_h(double h) {
    double const ms = h * 3'600'000.0;
    return Duration{static_cast<std::int64_t>(ms < 0 ? ms - 0.5 : ms + 0.5)};
  }
  static constexpr Duration from_days(std::int64_t days) { return Duration{days * 86'400'000}; }
  static constexpr Duration max() { return Duration{std::numeric_limits<std::int64_t>::max() / 4}; }

  [[nodiscard]] constexpr std::int64_t ms() const { return ms_; }
  [[nodiscard]] constexpr double h() const { return static_cast<double>(ms_) / 3'600'000.0; }

  friend constexpr auto operator<=>(Duration, Duration) = default;
  friend constexpr Duration operator+(Duration a, Duration b) { return Duration{a.ms_ + b.ms_}; }
  friend constexpr Duration operator-(Duration a, Duration b) { return Duration{a.ms_ - b.ms_}; }
  friend constexpr Duration operator*(Duration a, std::int64_t n) { return Duration{a.ms_ * n}; }
  constexpr Duration& operator+=(Duration d) {
    ms_ += d.ms_;
    return *this;
  }
  constexpr Duration& operator-=(Duration d) {
    ms_ -= d.ms_;
    return *this;
  }

 private:
  constexpr explicit Duration(std::int64_t ms) : ms_{ms} {}
  std::int64_t ms_ = 0;
};

/// A moment: milliseconds since 1970-01-01T00:00:00 UTC, leap seconds ignored.
class SimTime {
 public:
  constexpr SimTime() = default;
  static constexpr SimTime from_ms(std::int64_t ms) { return SimTime{ms}; }
  static constexpr SimTime max() { return SimTime{std::numeric_limits<std::int64_t>::max() / 2}; }

  [[nodiscard]] constexpr std::int64_t ms() const { return ms_; }

  friend constexpr auto operator<=>(SimTime, SimTime) = default;
  friend constexpr SimTime operator+(SimTime t, Duration d) { return SimTime{t.ms_ + d.ms()}; }
  friend constexpr SimTime operator-(SimTime t, Duration d) { return SimTime{t.ms_ - d.ms()}; }
  friend constexpr Duration operator-(SimTime a, SimTime b) { return Duration::from_ms(a.ms_ - b.ms_); }
  constexpr SimTime& operator+=(Duration d) {
    ms_ += d.ms();
    return *this;
  }

 private:
  constexpr explicit SimTime(std::int64_t ms) : ms_{ms} {}
  std::int64_t ms_ = 0;
};

}  // namespace shudao
