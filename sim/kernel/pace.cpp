#include "sim/kernel/pace.h"

namespace shudao::kernel {

bool Pace::look(std::uint64_t events, SimTime now) {
  if (options_.on_progress) {
    auto const moment = Clock::now();
    if (moment - last_progress_ >= kBetweenProgress) {
      last_progress_ = moment;
      options_.on_progress(Progress{events, now});
    }
  }
  return options_.cancel != nullptr && options_.cancel->load(std::memory_order_relaxed);
}

void Pace::too_many_events(ModelParts const& parts, Event const& next) const {
  throw BrokenPromise{"process \"" + std::string{parts.name(next.target)} + "\" at " + moment_text(next.key.time) +
                      ", handling " + parts.kind_text(next.message.kind) + ": more than the limit of " +
                      std::to_string(options_.event_limit) + " events"};
}

}  // namespace shudao::kernel
