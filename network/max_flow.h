#pragma once
// Private to the folder and free of anything newer than C++17: the door to LEMON, which does not compile as C++20.
#include <cstdint>
#include <vector>

namespace shudao::network {

struct FlowArc {
  std::uint32_t from = 0, to = 0;
  std::int64_t capacity = 0;  ///< ≥ 0.
};

struct MaxFlow {
  std::int64_t value = 0;
  std::vector<std::int64_t> flow;       ///< By arc; with `value` the certificate that no cut is smaller.
  std::vector<char> is_on_source_side;  ///< By node: can still be reached from the source with spare capacity.
};

/// The largest flow from `source` to `sink` and the smallest cut that lies nearest the source. That cut is the same for
/// every largest flow, so it does not depend on the order of arcs or nodes. The capacities that leave `source` must
/// together stay below 2^63.
/// A. V. Goldberg and R. E. Tarjan, "A new approach to the maximum-flow problem", J. ACM 35 (1988) 921–940.
MaxFlow max_flow(std::uint32_t nodes, std::vector<FlowArc> const& arcs, std::uint32_t source, std::uint32_t sink);

}  // namespace shudao::network
