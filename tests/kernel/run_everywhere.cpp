#include "tests/kernel/run_everywhere.h"

#include <oneapi/tbb/global_control.h>

#include <catch2/catch.hpp>
#include <ostream>

#include "sim/kernel/observation_digest.h"

namespace shudao::kernel::test {

std::ostream& operator<<(std::ostream& out, Outcome const& outcome) {
  return out << text(outcome.digest) << " of " << outcome.observations << " observations, " << outcome.events
             << " events " << outcome.error;
}

Outcome run(Guest const& guest, HowToRun const& how) {
  auto world = guest.make();
  ObservationDigest digest{world->model};
  auto const make = how.is_parallel ? make_parallel : make_sequential;
  auto executor = make(world->model, digest, how.options);
  Outcome outcome;
  try {
    for (SimTime const cut : how.cuts) executor->run_until(cut);
    outcome.events = executor->run_until(guest.end).events;
  } catch (std::exception const& error) {
    outcome.error = error.what();
  }
  outcome.digest = digest.value();
  outcome.observations = digest.count();
  return outcome;
}

Outcome run_sequentially(Guest const& guest) { return run(guest, {}); }

namespace {

/// Cuts at four places that depend on `seed` only, one of them twice.
std::vector<SimTime> some_cuts(Guest const& guest, std::uint64_t seed) {
  std::vector<SimTime> cuts;
  for (std::uint64_t k = 1; k <= 4; ++k)
    cuts.push_back(SimTime::from_ms(static_cast<std::int64_t>((k * 1'000 + seed * 7919 % 1'000) *
                                                              static_cast<std::uint64_t>(guest.end.ms()) / 5'500)));
  cuts.push_back(cuts.back());
  return cuts;
}

void compare(Guest const& guest, HowToRun const& how, Outcome const& expected) {
  INFO(guest.name << ", parallel " << how.is_parallel << ", threads " << how.options.threads << ", cuts "
                  << how.cuts.size() << ", shuffle seed " << how.options.shuffle_seed);
  CHECK(run(guest, how) == expected);
}

}  // namespace

void run_everywhere(Guest const& guest, int random_partitions, RunOptions const& options) {
  // More threads than cores on purpose: they are cut off anywhere.
  oneapi::tbb::global_control const allow{oneapi::tbb::global_control::max_allowed_parallelism, 8};
  HowToRun how{false, options, {}};
  Outcome const expected = run(guest, how);
  REQUIRE(expected.observations > 0);
  how.cuts = some_cuts(guest, 1);
  compare(guest, how, expected);
  how.is_parallel = true;
  for (int const threads : {1, 2, 3, 4, 8}) {
    how.options.threads = threads;
    how.cuts.clear();
    compare(guest, how, expected);
    how.cuts = some_cuts(guest, static_cast<std::uint64_t>(threads));
    compare(guest, how, expected);
  }
  for (int k = 1; k <= random_partitions; ++k) {
    how.options.threads = 1 + k % 4;
    how.options.shuffle_seed = static_cast<std::uint64_t>(k);
    how.cuts = k % 3 == 0 ? some_cuts(guest, static_cast<std::uint64_t>(k)) : std::vector<SimTime>{};
    compare(guest, how, expected);
  }
}

}  // namespace shudao::kernel::test
