#include "network/network.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/base/errors.h"

namespace shudao::network {
namespace {

template<class IdType, class Thing>
std::vector<IdType> by_name(IdVector<IdType, Thing> const& things) {
  std::vector<IdType> ids;
  ids.reserve(things.size());
  for (std::size_t i = 0; i < things.size(); ++i) ids.emplace_back(i);
  std::ranges::sort(ids, {}, [&](IdType id) -> std::string const& { return things[id].name; });
  return ids;
}

template<class IdType, class Thing>
std::optional<IdType> find_among(std::vector<IdType> const& ids, IdVector<IdType, Thing> const& things,
                                 std::string_view name) {
  auto const name_of = [&](IdType id) { return std::string_view{things[id].name}; };
  auto const found = std::ranges::lower_bound(ids, name, {}, name_of);
  if (found == ids.end() || name_of(*found) != name) return std::nullopt;
  return *found;
}

template<class IdType, class Thing>
void ensure_names(std::vector<IdType> const& ids, IdVector<IdType, Thing> const& things) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    ensure(!things[ids[i]].name.empty(), "a node, an edge or a shared thing of the network has no name");
    ensure(i == 0 || things[ids[i - 1]].name != things[ids[i]].name, "a name is used twice in the network");
  }
}

bool is_count(double x) { return std::isfinite(x) && x >= 0; }

void ensure_sound(Node const& node) {
  ensure(std::abs(node.lat) <= 90 && std::abs(node.lon) <= 180, "a node lies off the globe");
  ensure(is_count(node.teu_per_year.value_or(0)), "the capacity of a node is not a number ≥ 0");
}

void ensure_sound(Use const& use, std::size_t shared) {
  ensure(use.shared.index() < shared, "an edge draws on what does not exist");
  ensure(std::isfinite(use.units_per_teu) && use.units_per_teu > 0, "what a TEU draws on is not a number > 0");
}

void ensure_sound(Edge const& edge, std::size_t nodes, std::size_t shared) {
  ensure(edge.from.index() < nodes && edge.to.index() < nodes, "an edge ends at a node that does not exist");
  ensure(is_count(edge.hours), "the hours of an edge are not a number ≥ 0");
  ensure(edge.distance.count() >= 0, "the distance of an edge is negative");
  ensure(is_count(edge.teu_per_year.value_or(0)), "the capacity of an edge is not a number ≥ 0");
  for (Use const& use : edge.uses) ensure_sound(use, shared);
  auto const draws_once = [&](Use const& use) { return std::ranges::count(edge.uses, use.shared, &Use::shared) == 1; };
  ensure(std::ranges::all_of(edge.uses, draws_once), "an edge draws twice on one thing");
}

Wording or_name(Wording label, std::string const& name) {
  if (label.zh.empty()) label.zh = label.en.empty() ? name : label.en;
  if (label.en.empty()) label.en = name;
  return label;
}

}  // namespace

Network::Network(IdVector<NodeId, Node> nodes, IdVector<EdgeId, Edge> edges, IdVector<SharedId, Shared> shared)
    : nodes_{std::move(nodes)},
      edges_{std::move(edges)},
      shared_{std::move(shared)},
      nodes_by_name_{by_name(nodes_)},
      edges_by_name_{by_name(edges_)},
      shared_by_name_{by_name(shared_)},
      ranks_(edges_.size()),
      leaving_(nodes_.size()) {
  ensure_names(nodes_by_name_, nodes_);
  ensure_names(edges_by_name_, edges_);
  ensure_names(shared_by_name_, shared_);
  for (auto const& node : nodes_) ensure_sound(node);
  for (auto const& edge : edges_) ensure_sound(edge, nodes_.size(), shared_.size());
  for (auto const& thing : shared_) ensure(is_count(thing.units_per_year), "what edges share is not a number ≥ 0");
  for (std::uint32_t rank = 0; rank < edges_by_name_.size(); ++rank) {
    EdgeId const id = edges_by_name_[rank];
    ranks_[id] = rank;
    leaving_[edges_[id].from].push_back(id);
  }
}

std::optional<NodeId> Network::find(std::string_view name) const { return find_among(nodes_by_name_, nodes_, name); }

std::optional<EdgeId> Network::find_edge(std::string_view name) const {
  return find_among(edges_by_name_, edges_, name);
}

Wording label_of(Node const& node) { return or_name(node.label, node.name); }
Wording label_of(Edge const& edge) { return or_name(edge.label, edge.name); }
Wording label_of(Shared const& shared) { return or_name(shared.label, shared.name); }

}  // namespace shudao::network
