#include "sim/freight/step_work.h"

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

/// One work, with all its repetitions.
DrawnWork draw_one(RandomSeed seed, scenarios::Work const& work, NameHash draws, std::uint32_t visit, Party& party) {
  Money const cost = work.cost + work.cost_per_teu * party.teu.count();
  DrawnWork drawn{once(seed, work, draws, visit, party.teu), work.component, work.grants, cost, 0};
  while (repeats(seed, work, draws, visit)) {
    visit = party.visits.next(work.home_hash);
    drawn.work += once(seed, work, draws, visit, party.teu);
    drawn.cost += cost;
    ++drawn.repeats;
  }
  return drawn;
}

}  // namespace

std::optional<DrawnWork> draw_work(RandomSeed seed, scenarios::Step const& step, Party& party) {
  std::optional<DrawnWork> all;
  for (scenarios::Work const& work : step.works) {
    if (work.skip_if.contains_any(party.tokens)) continue;
    NameHash const draws = draws_of(party, work);
    std::uint32_t const visit = party.visits.next(work.home_hash);
    if (!happens(seed, work, draws, visit)) continue;
    DrawnWork drawn = draw_one(seed, work, draws, visit, party);
    if (all) {
      drawn.grants.insert(all->grants);
      drawn.cost += all->cost;
      drawn.repeats += all->repeats;
      if (drawn.work <= all->work) {
        drawn.work = all->work;
        drawn.component = all->component;
      }
    }
    all = drawn;
  }
  return all;
}

}  // namespace shudao::freight
