#pragma once
#include <cstddef>
#include <cstdint>

namespace shudao::bench {

/// The hold model (Jones 1986) on the pending-event set of the engine: take the first event and put it back an
/// exponential time later, drawn beforehand. Nanoseconds per hold with `size` events pending, in the steady state.
double hold_ns(std::size_t size, std::uint64_t holds);

/// For 100, 1,000, … up to `most` pending events: the median of three, one line or one JSON object each.
void print_holds(std::size_t most, bool as_json);

}  // namespace shudao::bench
