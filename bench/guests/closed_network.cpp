#include <algorithm>
#include <deque>

#include "bench/guests/common/draws.h"
#include "bench/guests/guests.h"

namespace shudao::kernel::guests {
namespace {

struct Closed : World {
  struct Station {
    PhiloxDraws draws;
    Duration mean;
    SimTime free_at;
    std::vector<ChannelId> ways_out;
    std::vector<double> probability;  ///< Of each way out.
    bool is_centre = false;
  };
  std::deque<Station> stations;
};

ChannelId next_way(Closed::Station& station) {
  double left = station.draws.uniform();
  std::size_t way = 0;
  for (; way + 1 < station.ways_out.size() && left >= station.probability[way]; ++way) left -= station.probability[way];
  return station.ways_out[way];
}

/// First come, first served: on arrival it is known when the service will end.
void handle(Closed::Station& station, Event const& event, Outbox& out) {
  if (station.is_centre) out.observe(Message{kCycle, {}});
  station.free_at = std::max(station.free_at, out.now()) + exponential(station.draws, station.mean);
  ChannelId const way = next_way(station);
  out.send(way, station.free_at - out.now() + kClosedWay, event.message);
}

std::unique_ptr<World> make(ClosedShape const& shape) {
  auto world = std::make_unique<Closed>();
  for (std::size_t k = 0; k < shape.mean_s.size(); ++k) {
    std::string const name = padded_name("station", k);
    Duration const mean = Duration::from_ms(static_cast<std::int64_t>(shape.mean_s[k] * 1000));
    auto& station = world->stations.emplace_back(Closed::Station{PhiloxDraws{name, k}, mean, {}, {}, {1.0}, k == 0});
    world->model.add(station, name);
  }
  Closed::Station& centre = world->stations.front();
  centre.probability = shape.probability;
  for (std::size_t k = 1; k < world->stations.size(); ++k) {
    centre.ways_out.push_back(world->model.connect(ProcessId{0}, ProcessId{k}, kClosedWay));
    world->stations[k].ways_out.push_back(world->model.connect(ProcessId{k}, ProcessId{0}, kClosedWay));
  }
  for (std::uint32_t k = 0; k < shape.customers; ++k)
    world->model.first_event(ProcessId{0}, SimTime::from_ms(0), Message{});
  return world;
}

}  // namespace

Guest closed_network(ClosedShape const& shape, SimTime end) {
  return {"closed network", end, [shape] { return make(shape); }};
}

Guest sample_of_closed_network();
Guest sample_of_closed_network() { return closed_network({}, SimTime::from_ms(std::int64_t{20'000} * 1000)); }

}  // namespace shudao::kernel::guests
