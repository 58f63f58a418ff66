#include <algorithm>

#include "bench/guests/common/draws.h"
#include "bench/guests/guests.h"

namespace shudao::kernel::guests {
namespace {

enum TandemKind : std::uint32_t { kFromOutside, kFromBefore };
constexpr Duration kWay = Duration::from_ms(1);

template<class Draws>
struct Station {
  TandemShape const* shape;
  Draws draws;
  SimTime free_at;
  ChannelId to_next;
  std::uint64_t still_to_come = 0;  ///< From outside.
};

struct Exit {
  bool observes;
  std::uint64_t left = 0;
  Duration total;
};

template<class Draws>
void await_next(Station<Draws>& station, Outbox& out) {
  if (--station.still_to_come == 0) return;
  auto const mean = static_cast<double>(station.shape->mean_service.ms()) / station.shape->utilisation;
  Duration const gap = exponential(station.draws, Duration::from_ms(static_cast<std::int64_t>(mean)));
  out.schedule(gap, Message::of(kFromOutside, out.now() + gap));
}

template<class Draws>
void handle(Station<Draws>& station, Event const& event, Outbox& out) {
  if (event.message.kind == kFromOutside) await_next(station, out);
  station.free_at = std::max(station.free_at, out.now()) + exponential(station.draws, station.shape->mean_service);
  out.send(station.to_next, station.free_at - out.now() + kWay, Message::of(kFromBefore, event.message.as<SimTime>()));
}

void handle(Exit& exit, Event const& event, Outbox& out) {
  Duration const sojourn = out.now() - event.message.as<SimTime>();
  ++exit.left;
  exit.total += sojourn;
  if (exit.observes) out.observe(Message::of(kSojourn, sojourn));
}

template<class Draws>
struct Tandem : World {
  explicit Tandem(TandemShape const& of) : shape{of}, exit{shape.observes, 0, {}} {
    stations.reserve(shape.stations);
    for (std::uint32_t number = 0; number < shape.stations; ++number) {
      std::string const name = padded_name("station", number);
      model.add(stations.emplace_back(Station<Draws>{&shape, Draws{name, number}, {}, {}, shape.customers}), name);
    }
    model.add(exit, "zzz exit");
    for (std::uint32_t number = 0; number < shape.stations; ++number)
      stations[number].to_next = model.connect(ProcessId{number}, ProcessId{number + 1}, kWay);
    model.first_event(ProcessId{0}, SimTime::from_ms(0), Message::of(kFromOutside, SimTime::from_ms(0)));
  }
  [[nodiscard]] std::uint64_t checksum() const override {
    return exit.left * 31 + static_cast<std::uint64_t>(exit.total.ms());
  }

  TandemShape const shape;
  std::vector<Station<Draws>> stations;
  Exit exit;
};

std::unique_ptr<World> make(TandemShape const& shape) {
  if (shape.draws == DrawsFrom::bare) return std::make_unique<Tandem<BareDraws>>(shape);
  return std::make_unique<Tandem<PhiloxDraws>>(shape);
}

}  // namespace

Guest tandem(TandemShape shape, SimTime end) {
  return {"tandem", end, [shape] { return make(shape); }};
}

Guest sample_of_tandem();
Guest sample_of_tandem() { return tandem({}, SimTime::from_ms(1'000'000)); }

}  // namespace shudao::kernel::guests
