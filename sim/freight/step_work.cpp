#include "sim/freight/step_work.h"

#include <algorithm>

namespace shudao::freight {

namespace {

/// The draws of one piece of work by one party: one name for both.
NameHash draws_of(Party const& party, scenarios::Work const& work) {
  return name_hash(party.name, static_cast<std::uint64_t>(work.home_hash));
}

bool happens(RandomSeed seed, scenarios::Work const& work, NameHash draws, std::uint32_t visit) {
  if (work.probability >= 1.0) return true;
  return RandomStream{seed, Purpose::step_happens, draws, visit}.uniform() < work.probability;
}

bool repeats(RandomSeed seed, scenarios::Work const& work, NameHash draws, std::uint32_t visit) {
  if (work.repeat_probability <= 0.0) return false;
  return RandomStream{seed, Purpose::step_repeats, draws, visit}.uniform() < work.repeat_probability;
}

Duration once(RandomSeed seed, scenarios::Work const& work, NameHash draws, std::uint32_t visit, Teu teu) {
  RandomStream stream{seed, Purpose::step_duration, draws, visit};
  double const hours = work.duration_h.sample(stream) * work.scale;
  return Duration::from_h(work.is_per_teu ? hours * static_cast<double>(teu.count()) : hours);
}

}  // namespace

std::optional<Duration> draw_work(RandomSeed seed, scenarios::Step const& step, Party& party) {
  std::optional<Duration> longest;
  for (scenarios::Work const& work : step.works) {
    NameHash const draws = draws_of(party, work);
    std::uint32_t visit = party.visits.next(work.home_hash);
    if (!happens(seed, work, draws, visit)) continue;
    Duration sum = once(seed, work, draws, visit, party.teu);
    while (repeats(seed, work, draws, visit)) {
      visit = party.visits.next(work.home_hash);
      sum += once(seed, work, draws, visit, party.teu);
    }
    longest = std::max(longest.value_or(sum), sum);
  }
  return longest;
}

}  // namespace shudao::freight
