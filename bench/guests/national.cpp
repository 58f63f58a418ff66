#include <algorithm>
#include <array>

#include "bench/guests/common/draws.h"
#include "bench/guests/guests.h"

namespace shudao::kernel::guests {
namespace {

constexpr std::uint32_t kWidthKm = 5000;
constexpr std::uint32_t kHeightKm = 3000;
constexpr std::size_t kNear = 4;  // Ways to near places; one more goes to a hub.
constexpr std::uint32_t kNodesPerHub = 50;
constexpr std::int64_t kRoadMsPerKm = 60'000;  // 60 km/h.
constexpr std::int64_t kRailMsPerKm = 90'000;  // 40 km/h.
constexpr std::uint32_t kLegs = 6;             // Of a consignment, before the next takes its place.

struct Place {
  std::int64_t x, y;
};

std::int64_t square(std::int64_t value) { return value * value; }
std::int64_t squared_km(Place a, Place b) { return square(a.x - b.x) + square(a.y - b.y); }

/// The greatest whole number whose square is not above; by bisection, because it must be the same everywhere.
std::int64_t root(std::int64_t value) {
  std::int64_t low = 0;
  for (std::int64_t step = 1 << 16; step > 0; step /= 2)
    if (square(low + step) <= value) low += step;
  return low;
}

struct Way {
  std::size_t to;
  Duration least;
};

/// Places and ways by dice.
std::vector<std::vector<Way>> country(std::uint32_t nodes) {
  PhiloxDraws dice{"country", 0};
  std::vector<Place> places(nodes);
  for (Place& place : places) {
    place.x = dice.below(kWidthKm);
    place.y = dice.below(kHeightKm);
  }
  std::vector<std::vector<Way>> ways(nodes);
  auto add = [&](std::size_t from, std::size_t to, std::int64_t ms_per_km) {
    std::int64_t const km = std::max<std::int64_t>(root(squared_km(places[from], places[to])), 60);
    ways[from].push_back({to, Duration::from_ms(km * ms_per_km)});
  };
  std::vector<std::pair<std::int64_t, std::size_t>> others;
  for (std::size_t from = 0; from < nodes; ++from) {
    others.clear();
    for (std::size_t to = 0; to < nodes; ++to)
      if (to != from) others.emplace_back(squared_km(places[from], places[to]), to);
    std::size_t const near = std::min(kNear, others.size());
    std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(near), others.end());
    for (std::size_t k = 0; k < near; ++k) add(from, others[k].second, kRoadMsPerKm);
    std::size_t const hub = dice.below(std::max(nodes / kNodesPerHub, 1u)) * std::size_t{kNodesPerHub};
    if (hub != from) add(from, hub, kRailMsPerKm);
  }
  return ways;
}

template<class Draws, bool kObserves>
struct Node {
  Draws draws;
  Memory memory;
  std::uint32_t way_count = 0;
  std::array<ChannelId, kNear + 1> channels{};
  std::array<Duration, kNear + 1> least{};
};

/// Handled within six hours on average, on board at the next full hour, up to an eighth late on the way.
template<class Draws, bool kObserves>
void handle(Node<Draws, kObserves>& node, Event const& event, Outbox& out) {
  node.memory.add(event);
  if constexpr (kObserves) out.observe(Message::of(1, node.memory.seen));
  std::uint32_t const way = node.draws.below(node.way_count);
  constexpr std::int64_t kHour = 3'600'000;
  std::int64_t const ready = (out.now() + exponential(node.draws, Duration::from_ms(6 * kHour))).ms();
  std::int64_t const departure = (ready / kHour + 1) * kHour;
  std::uint32_t const late = node.draws.below(static_cast<std::uint32_t>(node.least[way].ms() / 8));
  Duration const delay = Duration::from_ms(departure + late - out.now().ms()) + node.least[way];
  out.send(node.channels[way], delay, Message{(event.message.kind + 1) % kLegs, event.message.body});
}

template<class Draws, bool kObserves>
struct National : World {
  explicit National(NationalShape const& shape) {
    nodes.reserve(shape.nodes);
    for (std::uint32_t number = 0; number < shape.nodes; ++number) {
      std::string const name = padded_name("node", number);
      model.add(nodes.emplace_back(Node<Draws, kObserves>{Draws{name, number}, {}}), name);
    }
    auto const ways = country(shape.nodes);
    for (std::size_t from = 0; from < ways.size(); ++from) {
      auto& node = nodes[from];
      for (Way const& way : ways[from]) {
        node.least[node.way_count] = way.least;
        node.channels[node.way_count++] = model.connect(ProcessId{from}, ProcessId{way.to}, way.least);
      }
      for (std::uint32_t k = 0; k < shape.consignments_per_node; ++k)
        model.first_event(ProcessId{from}, SimTime::from_ms(k * std::int64_t{900'000}), Message{k % kLegs, {}});
    }
  }
  [[nodiscard]] std::uint64_t checksum() const override {
    std::uint64_t sum = 0;
    for (auto const& node : nodes) sum = sum * 31 + node.memory.seen;
    return sum;
  }
  std::vector<Node<Draws, kObserves>> nodes;
};

template<bool kObserves>
std::unique_ptr<World> make(NationalShape const& shape) {
  if (shape.draws == DrawsFrom::bare) return std::make_unique<National<BareDraws, kObserves>>(shape);
  return std::make_unique<National<PhiloxDraws, kObserves>>(shape);
}

}  // namespace

Guest national(NationalShape shape, SimTime end) {
  return {"national", end, [shape] { return shape.observes ? make<true>(shape) : make<false>(shape); }};
}

Guest sample_of_national();
Guest sample_of_national() {
  return national({.consignments_per_node = 1}, SimTime::from_ms(std::int64_t{72} * 3'600'000));
}

}  // namespace shudao::kernel::guests
