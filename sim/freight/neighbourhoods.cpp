#include "sim/freight/neighbourhoods.h"

#include <algorithm>
#include <numeric>

namespace shudao::freight {

using scenarios::PlaceId;
using scenarios::ResourceId;

namespace {

class Neighbours {
 public:
  explicit Neighbours(World const& world) : world_{world}, of_(world.scenario().places.size()) {
    std::iota(of_.begin(), of_.end(), 0U);
  }

  std::vector<std::uint32_t> take() {
    for (auto const& [place, resource] : world_.borrowed()) join(place, resource);
    for (std::size_t i = 0; i < of_.size(); ++i) join_shared(PlaceId{i});
    join_depots();
    return std::move(of_);
  }

 private:
  void join(PlaceId a, PlaceId b) {
    std::uint32_t const from = std::max(of_[a.index()], of_[b.index()]);
    std::uint32_t const to = std::min(of_[a.index()], of_[b.index()]);
    std::replace(of_.begin(), of_.end(), from, to);
  }
  void join(PlaceId place, ResourceId resource) {
    if (!resource.is_none()) join(place, world_.scenario().resources[resource].place);
  }

  void join_shared(PlaceId id) {
    scenarios::Place const& place = world_.scenario().places[id];
    if (!place.yard.shared_with.is_none()) join(id, place.yard.shared_with);
    for (auto const& handling : place.handling) join(id, handling.resource);
    if (place.gate) join(id, place.gate->resource);
  }

  void join_depots() {
    for (scenarios::Flow const& flow : world_.scenario().flows) {
      if (!flow.boxes) continue;
      join(flow.from, flow.boxes->taken_from);
      join(flow.to, flow.boxes->given_back_to);
    }
  }

  World const& world_;
  std::vector<std::uint32_t> of_;
};

}  // namespace

std::vector<std::uint32_t> neighbourhoods(World const& world) { return Neighbours{world}.take(); }

}  // namespace shudao::freight
