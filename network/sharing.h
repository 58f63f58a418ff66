#pragma once
// Private to the folder.
#include <optional>
#include <vector>

#include "network/network.h"

namespace shudao::network {

/// One shared thing as an arc: all that goes over its edges passes it, on the side of the end that they have in common.
struct SharedArc {
  SharedId shared;
  std::vector<EdgeId> edges;           ///< Of those asked about, by rank.
  bool is_arrival = true;              ///< Passed when arriving at the common end; otherwise when leaving it.
  NodeId end;                          ///< The common end.
  std::optional<double> teu_per_year;  ///< None: its edges cannot fill it.
  std::optional<std::size_t> around;   ///< The arc that encloses this one: it lies nearer the end.
};

/// How a set of edges shares what it draws on.
struct Sharing {
  std::vector<SharedArc> arcs;
  IdVector<EdgeId, std::optional<std::size_t>> leaving, arriving;  ///< The innermost arc of each edge on either side.
  /// Where a shared thing could not become an arc: what it bounds each of its edges to, by edge.
  IdVector<EdgeId, std::optional<double>> alone;
  bool is_exact = true;  ///< The arcs say all that the shared things do; otherwise they allow more.
};

/// Makes an arc of each shared thing whose edges have an end in common and that encloses, or lies apart from, the other
/// arcs at that end. Its capacity is the most that its edges carry together when they use it up, those first that take
/// the least of it per TEU. That is exact if they all take the same, or if all of them join the same two nodes and share
/// nothing else.
Sharing sharing_of(Network const&, std::vector<EdgeId> const& edges);

}  // namespace shudao::network
