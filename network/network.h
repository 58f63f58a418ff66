#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "network/wording.h"
#include "sim/base/ids.h"
#include "sim/base/quantity.h"

namespace shudao::network {

using NodeId = Id<struct NodeTag>;
using EdgeId = Id<struct EdgeTag>;
using SharedId = Id<struct SharedTag>;

/// A place as the graph sees it.
struct Node {
  std::string name;                    ///< Stable and unique; breaks every tie.
  Wording label;                       ///< For people; empty: the name.
  double lat = 0, lon = 0;             ///< WGS84 degrees.
  std::optional<double> teu_per_year;  ///< What the node can pass in a year; none: unlimited.
  Wording limit;                       ///< What sets that limit, for example {"吊机", "cranes"}.
};

/// Something that several edges draw on: the slots of a line, the servers of a resource.
struct Shared {
  std::string name;           ///< Stable and unique; breaks every tie.
  Wording label;              ///< For people; empty: the name.
  double units_per_year = 0;  ///< ≥ 0: slots, server hours …
  Wording limit;              ///< What sets that limit, for example {"线路能力", "slots of the line"}.
};

/// What a TEU on an edge takes of something shared.
struct Use {
  SharedId shared;
  double units_per_teu = 0;  ///< > 0.
};

/// One way of getting from one node to another: a service between two stops, a road, a transfer.
struct Edge {
  std::string name;  ///< Stable and unique; breaks every tie.
  Wording label;     ///< For people; empty: the name.
  NodeId from, to;
  double hours = 0;                    ///< ≥ 0, typical.
  Distance distance;                   ///< ≥ 0, as stated by the source.
  bool is_overland = true;             ///< Rail, road or inland waterway; otherwise sea or air.
  std::optional<double> teu_per_year;  ///< None: unlimited.
  Wording limit;                       ///< What sets that limit, for example {"班期", "departures × capacity"}.
  std::vector<Use> uses;               ///< Each shared thing at most once.
};

/// An immutable directed graph, parallel edges allowed. Ids are those of the vectors it was made from; no answer given
/// by this folder depends on that numbering, only on names.
class Network {
 public:
  Network() = default;
  /// Throws BrokenPromise if a name is empty or used twice, an end or a shared thing does not exist, a number is
  /// negative or not finite, or a position is off the globe: those who read input have said so before.
  Network(IdVector<NodeId, Node> nodes, IdVector<EdgeId, Edge> edges, IdVector<SharedId, Shared> shared = {});

  [[nodiscard]] IdVector<NodeId, Node> const& nodes() const { return nodes_; }
  [[nodiscard]] IdVector<EdgeId, Edge> const& edges() const { return edges_; }
  [[nodiscard]] IdVector<SharedId, Shared> const& shared() const { return shared_; }
  [[nodiscard]] Node const& node(NodeId id) const { return nodes_[id]; }
  [[nodiscard]] Edge const& edge(EdgeId id) const { return edges_[id]; }
  [[nodiscard]] Shared const& shared(SharedId id) const { return shared_[id]; }
  [[nodiscard]] std::optional<NodeId> find(std::string_view name) const;
  [[nodiscard]] std::optional<EdgeId> find_edge(std::string_view name) const;

  /// All ids in byte order of their names.
  [[nodiscard]] std::vector<NodeId> const& nodes_by_name() const { return nodes_by_name_; }
  [[nodiscard]] std::vector<EdgeId> const& edges_by_name() const { return edges_by_name_; }
  [[nodiscard]] std::vector<SharedId> const& shared_by_name() const { return shared_by_name_; }
  /// The edges that leave a node, in byte order of their names.
  [[nodiscard]] std::vector<EdgeId> const& leaving(NodeId id) const { return leaving_[id]; }
  /// The position of the edge in edges_by_name().
  [[nodiscard]] std::uint32_t rank(EdgeId id) const { return ranks_[id]; }

 private:
  IdVector<NodeId, Node> nodes_;
  IdVector<EdgeId, Edge> edges_;
  IdVector<SharedId, Shared> shared_;
  std::vector<NodeId> nodes_by_name_;
  std::vector<EdgeId> edges_by_name_;
  std::vector<SharedId> shared_by_name_;
  IdVector<EdgeId, std::uint32_t> ranks_;
  IdVector<NodeId, std::vector<EdgeId>> leaving_;
};

/// The label of a node, an edge or a shared thing, its name where a language has none.
Wording label_of(Node const&);
Wording label_of(Edge const&);
Wording label_of(Shared const&);

}  // namespace shudao::network
