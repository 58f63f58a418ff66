#include "network/sharing.h"

#include <algorithm>
#include <utility>

namespace shudao::network {
namespace {

/// An edge of a shared thing, and what a TEU on it takes.
struct Member {
  EdgeId edge;
  double units_per_teu;
};

struct Group {
  SharedId shared;
  std::vector<Member> members;  ///< By rank.
};

std::vector<Group> groups_of(Network const& network, std::vector<EdgeId> const& edges) {
  IdVector<SharedId, std::vector<Member>> members(network.shared().size());
  for (EdgeId const edge : edges)
    for (Use const& use : network.edge(edge).uses) members[use.shared].push_back({edge, use.units_per_teu});
  std::vector<Group> groups;
  for (SharedId const shared : network.shared_by_name())
    if (!members[shared].empty()) groups.push_back({shared, std::move(members[shared])});
  std::ranges::stable_sort(groups, {}, [](Group const& group) { return group.members.size(); });
  return groups;
}

/// What the edge could carry if nobody else drew on what it uses, apart from `shared`; none: no limit.
std::optional<double> bound_alone(Network const& network, EdgeId id, SharedId but) {
  Edge const& edge = network.edge(id);
  std::optional<double> least = edge.teu_per_year;
  for (Use const& use : edge.uses) {
    if (use.shared == but) continue;
    double const bound = network.shared(use.shared).units_per_year / use.units_per_teu;
    least = std::min(least.value_or(bound), bound);
  }
  return least;
}

/// The most that the members carry together; none if they cannot use it up.
std::optional<double> carried_by(Network const& network, Group group) {
  auto& members = group.members;
  std::ranges::stable_sort(members, {}, [](Member const& m) { return m.units_per_teu; });
  double units_left = network.shared(group.shared).units_per_year, carried = 0;
  for (Member const& member : members) {
    double const at_most = units_left / member.units_per_teu;
    double const teu = bound_alone(network, member.edge, group.shared).value_or(at_most);
    if (teu >= at_most) return carried + at_most;
    carried += teu;
    units_left -= teu * member.units_per_teu;
  }
  return std::nullopt;
}

bool are_parallel(Network const& network, Group const& group, bool is_arrival) {
  auto const end_of = [&](Member const& m) { return is_arrival ? network.edge(m.edge).to : network.edge(m.edge).from; };
  return std::ranges::all_of(group.members, [&](Member const& m) { return end_of(m) == end_of(group.members[0]); });
}

/// Whether the arc's capacity says all that the shared thing does. Of members that take different parts, only what they
/// carry together may matter, and nothing else may decide how they divide it.
bool is_exact(Network const& network, Group const& group) {
  auto const draws_on_this_alone = [&](Member const& m) { return network.edge(m.edge).uses.size() == 1; };
  bool const joins_two = are_parallel(network, group, true) && are_parallel(network, group, false) &&
                         std::ranges::all_of(group.members, draws_on_this_alone);
  auto const takes_as_first = [&](Member const& m) { return m.units_per_teu == group.members[0].units_per_teu; };
  return joins_two || std::ranges::all_of(group.members, takes_as_first);
}

/// Puts the groups on either side of their edges, the smallest first, so that an arc only ever encloses earlier ones.
class Placing {
 public:
  explicit Placing(Network const& network) : network_{network} {
    sharing_.leaving.resize(network.edges().size());
    sharing_.arriving.resize(network.edges().size());
    sharing_.alone.resize(network.edges().size());
  }

  void place(Group const& group) {
    if (place_at(group, true) || place_at(group, false)) return;
    sharing_.is_exact = false;
    for (Member const& member : group.members) {
      double const bound = network_.shared(group.shared).units_per_year / member.units_per_teu;
      auto& least = sharing_.alone[member.edge];
      least = std::min(least.value_or(bound), bound);
    }
  }

  Sharing take() { return std::move(sharing_); }

 private:
  /// The outermost arc that the edge has on this side so far.
  [[nodiscard]] std::optional<std::size_t> outermost(EdgeId edge, bool is_arrival) const {
    auto at = is_arrival ? sharing_.arriving[edge] : sharing_.leaving[edge];
    while (at && sharing_.arcs[*at].around) at = sharing_.arcs[*at].around;
    return at;
  }

  /// Whether each arc that some member has already is an arc of members only.
  [[nodiscard]] bool encloses(Group const& group, bool is_arrival) const {
    for (Member const& member : group.members) {
      auto const inner = outermost(member.edge, is_arrival);
      if (!inner) continue;
      auto const is_member = [&](EdgeId edge) {
        return std::ranges::any_of(group.members, [&](Member const& m) { return m.edge == edge; });
      };
      if (!std::ranges::all_of(sharing_.arcs[*inner].edges, is_member)) return false;
    }
    return true;
  }

  bool place_at(Group const& group, bool is_arrival) {
    if (!are_parallel(network_, group, is_arrival) || !encloses(group, is_arrival)) return false;
    Edge const& first = network_.edge(group.members[0].edge);
    SharedArc arc{group.shared, {}, is_arrival, is_arrival ? first.to : first.from, carried_by(network_, group), {}};
    std::size_t const index = sharing_.arcs.size();
    bool const can_bind = arc.teu_per_year.has_value();
    for (Member const& member : group.members) {
      arc.edges.push_back(member.edge);
      if (auto const inner = outermost(member.edge, is_arrival)) {
        if (*inner != index) inner_.push_back(*inner);
      } else {
        (is_arrival ? sharing_.arriving : sharing_.leaving)[member.edge] = index;
      }
    }
    for (std::size_t const inner : std::exchange(inner_, {})) sharing_.arcs[inner].around = index;
    sharing_.arcs.push_back(std::move(arc));
    sharing_.is_exact = sharing_.is_exact && (!can_bind || is_exact(network_, group));
    return true;
  }

  Network const& network_;
  Sharing sharing_;
  std::vector<std::size_t> inner_;
};

}  // namespace

Sharing sharing_of(Network const& network, std::vector<EdgeId> const& edges) {
  Placing placing{network};
  for (Group const& group : groups_of(network, edges)) placing.place(group);
  return placing.take();
}

}  // namespace shudao::network
