#include "viz/cli/progress_line.h"

#include <unistd.h>

#include <iostream>

#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kBetweenLines = std::chrono::seconds{10};
constexpr auto kBetweenRewrites = std::chrono::milliseconds{200};
constexpr char const* kWipe = "\r\x1b[K";

}  // namespace

std::string progress_text(experiment::StudyProgress const& progress, TimeZone const& zone, Language language) {
  auto const word = [language](Key key) { return label(key, language); };
  return fmt::format("{:3d} %  {} {}  {} {}  {} {}/{}  {} {}", static_cast<int>(100.0 * progress.share),
                     word(Key::simulated_to), shudao::text(zone.day_at(progress.simulated)),
                     decimal_text(progress.events_per_s, 0), word(Key::events_per_second), word(Key::replication),
                     progress.replications_done, progress.replications, word(Key::time_left),
                     span_text(progress.seconds_left));
}

ProgressLine::ProgressLine(TimeZone zone, Language language)
    : zone_{std::move(zone)},
      language_{language},
      is_terminal_{isatty(STDERR_FILENO) == 1},
      next_{is_terminal_ ? Clock::now() : Clock::now() + kBetweenLines} {}

ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::clear() {
  std::scoped_lock const alone{one_at_a_time_};
  if (is_terminal_) std::cerr << kWipe << std::flush;
}

template<class Line>
void ProgressLine::tell_if_due(Line const& line) {
  std::scoped_lock const alone{one_at_a_time_};
  auto const now = Clock::now();
  if (now < next_) return;
  if (is_terminal_)
    std::cerr << kWipe << line() << std::flush;
  else
    std::cerr << line() << std::endl;
  next_ = now + (is_terminal_ ? Clock::duration{kBetweenRewrites} : Clock::duration{kBetweenLines});
}

void ProgressLine::tell(experiment::StudyProgress const& progress) {
  tell_if_due([&] { return progress_text(progress, zone_, language_); });
}

void ProgressLine::tell(std::string const& line) {
  tell_if_due([&] { return line; });
}

}  // namespace shudao::viz::cli
