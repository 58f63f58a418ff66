#include "bench/guests/common/draws.h"
#include "bench/guests/guests.h"

namespace shudao::kernel::guests {
namespace {

template<class Draws, bool kObserves>
struct Lp {
  PholdShape const* shape;
  Draws draws;
  Memory memory;

  Duration delay() { return shape->lookahead + exponential(draws, shape->mean); }
};

template<class Draws, bool kObserves>
void handle(Lp<Draws, kObserves>& lp, Event const& event, Outbox& out) {
  if constexpr (kObserves) {
    lp.memory.add(event);
    out.observe(Message::of(1, lp.memory.seen));
  } else {
    lp.memory.seen = lp.memory.seen * 0x100000001B3u + static_cast<std::uint64_t>(event.key.time.ms());
  }
  bool const is_remote = lp.draws.uniform() <= lp.shape->remote;
  ProcessId const target = is_remote ? ProcessId{lp.draws.below(lp.shape->lps)} : out.self();
  out.send_any(target, lp.delay(), event.message);
}

template<class Draws, bool kObserves>
struct Phold : World {
  explicit Phold(PholdShape const& of) : shape{of} {
    lps.reserve(shape.lps);
    model.open_to_all(shape.lookahead);
    for (std::uint32_t number = 0; number < shape.lps; ++number) {
      std::string const name = padded_name("lp", number);
      auto& lp = lps.emplace_back(Lp<Draws, kObserves>{&shape, Draws{name, number}, {}});
      ProcessId const id = model.add(lp, name);
      for (int k = 0; k < shape.start; ++k) model.first_event(id, SimTime::from_ms(0) + lp.delay(), Message{});
    }
  }
  [[nodiscard]] std::uint64_t checksum() const override {
    std::uint64_t sum = 0;
    for (auto const& lp : lps) sum = sum * 31 + lp.memory.seen;
    return sum;
  }
  PholdShape const shape;
  std::vector<Lp<Draws, kObserves>> lps;
};

template<bool kObserves>
std::unique_ptr<World> make(PholdShape const& shape) {
  if (shape.draws == DrawsFrom::bare) return std::make_unique<Phold<BareDraws, kObserves>>(shape);
  return std::make_unique<Phold<PhiloxDraws, kObserves>>(shape);
}

}  // namespace

Guest phold(PholdShape shape, SimTime end) {
  return {"PHOLD", end, [shape] { return shape.observes ? make<true>(shape) : make<false>(shape); }};
}

Guest sample_of_phold();
Guest sample_of_phold() { return phold({}, SimTime::from_ms(40'000)); }

}  // namespace shudao::kernel::guests
