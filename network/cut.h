#pragma once
#include <optional>
#include <vector>

#include "network/network.h"

namespace shudao::network {

/// A node, an edge or a shared thing that is used to the full when a corridor carries all it can; the other ids are
/// none.
struct Limit {
  NodeId node = NodeId::none();
  EdgeId edge = EdgeId::none();
  SharedId shared = SharedId::none();
  Teu teu_per_year;
};

/// What goes over an edge in one of the largest flows.
struct Carried {
  EdgeId edge;
  Teu teu_per_year;
};

/// Capacities of this much or more count as unlimited: no place on Earth passes 10^12 TEU a year.
constexpr double kUnlimitedTeuPerYear = 1e12;

/// What a corridor can carry in a year, and what keeps it from carrying more.
struct Cut {
  std::optional<Teu> teu_per_year;  ///< None: some way has no limit at all.
  std::vector<Limit> limits;        ///< Together worth teu_per_year; the widest first, then by name.
  std::vector<Carried> carried;     ///< By rank, edges that carry something; with the limits the proof. Empty for none.
  bool is_exact = true;             ///< False: an upper bound; something is shared in a way that arcs cannot say, and
                                    ///< the flow above takes more of it than there is.
};

/// The largest yearly flow from `sources` to `sinks` and the cut that proves it: the limits add up to the flow, and
/// nothing passes once they are closed. Of several such cuts, the one nearest the sources. Capacities are rounded to
/// whole TEU; those of the sources and sinks themselves count. What edges share (Edge::uses) is one limit to them all:
/// an arc of its own at the end that they have in common. Edges that join the same two nodes and take different parts
/// of it per TEU carry the most if those that take least go first; then only the sum of what they carry is proven.
/// Nothing at all between them: 0 and no limits; where only something of zero capacity is missing, 0 and that. Throws
/// BrokenPromise if either set is empty or they share a node. L. R. Ford and D. R. Fulkerson, "Maximal flow through a
/// network", Canadian J. of Mathematics 8 (1956) 399–404.
Cut min_cut(Network const&, std::vector<NodeId> const& sources, std::vector<NodeId> const& sinks);

/// The same over these edges only, for example the services of one corridor. An edge named twice counts once.
Cut min_cut(Network const&, std::vector<NodeId> const& sources, std::vector<NodeId> const& sinks,
            std::vector<EdgeId> edges);

/// One sentence for the planner, without a full stop:
/// "29,930 TEU a year: limited by Chengdu–Alashankou ordinary train (departures × capacity)". At most four limits are
/// named, the rest counted.
Wording words(Network const&, Cut const&);

}  // namespace shudao::network
