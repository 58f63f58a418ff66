#pragma once
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "network/cut.h"
#include "network/network.h"

namespace shudao::network::zoo {

/// A network being written down; edges name their ends.
class Sketch {
 public:
  Sketch& node(std::string const& name, std::optional<double> teu_per_year = std::nullopt);
  Sketch& edge(std::string const& name, std::string const& from, std::string const& to, double hours,
               std::optional<double> teu_per_year = std::nullopt);
  /// Something that these edges share; `units_per_teu` is what a TEU on each of them takes.
  Sketch& share(std::string const& name, double units_per_year, std::vector<std::string> const& edges,
                std::vector<double> const& units_per_teu = {});
  /// The same network with nodes and edges entered in another order.
  [[nodiscard]] Network shuffled(std::uint64_t seed) const;
  [[nodiscard]] Network build() const;

 private:
  struct DraftEdge {
    Edge edge;
    std::string from, to;
  };
  IdVector<SharedId, Shared> shared_;
  std::vector<Node> nodes_;
  std::vector<DraftEdge> edges_;
};

/// A ──10 h, 100── B
Sketch one_link();
/// A ──60──► C ──80──► D and B ──50──► C: two origins share one trunk.
Sketch y_junction();
/// A to D by B (1 + 2 h, 30) or by C (2 + 1 h, 40): equally quick.
Sketch diamond();
/// A to B by a fast train (10 h, 20), a slow train (20 h, 30) and a road (5 h, 5).
Sketch parallel_services();
/// A ──► crane yard (70) ──► B, edges unlimited: only the node limits.
Sketch crane_yard();
/// A ⇄ B ⇄ C, every edge of zero hours: walks could circle.
Sketch shuttle_line();
/// A ──► B and C ──► D, nothing between.
Sketch two_islands();
/// A ──50──► B ──50──► C: two cuts of the same size.
Sketch equal_links();

/// At most six nodes n0 … and twelve edges e00 …, hours 0–3 and capacities 0–5 or unlimited: full of ties.
Sketch random_small(std::uint64_t seed);

/// The same with one to three things that edges with an end in common share, 0–7 units, one a TEU.
Sketch random_sharing(std::uint64_t seed);

std::vector<NodeId> ids_of(Network const&, std::vector<std::string> const& names);
/// Between sources and sinks by name.
Cut cut_between(Network const&, std::vector<std::string> const& sources, std::vector<std::string> const& sinks);
std::vector<std::string> names_of(Network const&, std::vector<EdgeId> const&);
std::vector<std::string> names_of(Network const&, std::vector<NodeId> const&);

}  // namespace shudao::network::zoo
