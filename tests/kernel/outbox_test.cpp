#include <catch2/catch.hpp>

#include "sim/kernel/model_parts.h"

namespace shudao::kernel::test {
namespace {

struct NoSink : Sink {
  void take(Observation const&) override {}
};

/// Does what it is told, once, when its first event comes.
struct Puppet {
  std::function<void(Outbox&)> act;
};
void handle(Puppet& puppet, Event const&, Outbox& out) { puppet.act(out); }

constexpr Message kOffer{4, {}};

/// "a" and "b" are neighbours, "c" is not; a channel of 10 ms from "a" to "c".
struct ThreePuppets {
  Puppet a, b, c;
  Model model;
  ProcessId id_a = model.add(a, "a"), id_b = model.add(b, "b"), id_c = model.add(c, "c");
  ChannelId a_to_c = model.connect(id_a, id_c, Duration::from_ms(10));

  ThreePuppets() {
    model.settle(id_a, 3);
    model.settle(id_b, 3);
    model.name_kinds([](std::uint32_t kind) { return kind == 4 ? "offer" : "wake"; });
    b.act = c.act = [](Outbox&) {};
  }
};

/// What is thrown when "a" acts so on 2020-01-01.
std::string complaint(std::function<void(Outbox&)> act, std::function<void(ThreePuppets&)> prepare = {}) {
  ThreePuppets puppets;
  puppets.a.act = std::move(act);
  if (prepare) prepare(puppets);
  puppets.model.first_event(puppets.id_a, SimTime::from_ms(1'577'836'800'000), Message{9, {}});
  NoSink sink;
  auto executor = make_sequential(puppets.model, sink, {});
  try {
    executor->run_until(SimTime::from_ms(1'577'836'800'020));
  } catch (BrokenPromise const& broken) {
    return broken.what();
  }
  return "";
}

constexpr char const* kWho = "process \"a\" at 1577836800000 ms (2020-01-01T00:00:00Z), handling wake (kind 9): ";
constexpr ProcessId kA{0}, kB{1}, kC{2};

}  // namespace

TEST_CASE("a send sooner than the channel's lookahead is a broken promise", "[kernel]") {
  auto const act = [](Outbox& out) { out.send(ChannelId{0}, Duration::from_ms(9), kOffer); };
  CHECK(complaint(act) == std::string{kWho} + "sends offer (kind 4) over the channel from \"a\" to \"c\" after 9 ms, " +
                              "outside its lookahead of 10 ms");
}

TEST_CASE("a send exactly at the channel's lookahead is kept", "[kernel]") {
  CHECK(complaint([](Outbox& out) { out.send(ChannelId{0}, Duration::from_ms(10), kOffer); }).empty());
}

TEST_CASE("an endless delay is a broken promise", "[kernel]") {
  auto const act = [](Outbox& out) { out.send(ChannelId{0}, Duration::max() + Duration::from_ms(1), kOffer); };
  CHECK_THAT(complaint(act), Catch::Contains("outside its lookahead"));
}

TEST_CASE("a send over another process's channel is a broken promise", "[kernel]") {
  auto const prepare = [](ThreePuppets& puppets) { puppets.model.connect(kB, kC, Duration::from_ms(1)); };
  auto const act = [](Outbox& out) { out.send(ChannelId{1}, Duration::from_ms(10), kOffer); };
  CHECK(complaint(act, prepare) == std::string{kWho} + "sends offer (kind 4) over the channel from \"b\" to \"c\", " +
                                       "which starts at another process");
}

TEST_CASE("a send over a channel that does not exist is a broken promise", "[kernel]") {
  auto const act = [](Outbox& out) { out.send(ChannelId::none(), Duration::from_ms(10), kOffer); };
  CHECK(complaint(act) == std::string{kWho} + "sends offer (kind 4) over a channel that does not exist");
}

TEST_CASE("a near send out of the neighbourhood is a broken promise", "[kernel]") {
  auto const act = [](Outbox& out) { out.send_near(kC, Duration::from_ms(10), kOffer); };
  CHECK(complaint(act) == std::string{kWho} + "sends offer (kind 4) to \"c\", which is not of its neighbourhood");
}

TEST_CASE("two processes that were never settled are not neighbours", "[kernel]") {
  ThreePuppets puppets;
  ProcessId const id_d = puppets.model.add(puppets.b, "d");
  CHECK_FALSE(puppets.model.parts().share_neighbourhood(kC, id_d));
}

TEST_CASE("a near send to a neighbour or to itself may take no time", "[kernel]") {
  int calls = 0;
  CHECK(complaint([&](Outbox& out) {
          if (++calls > 1) return;
          out.send_near(kB, Duration{}, kOffer);
          out.schedule(Duration{}, kOffer);
        }).empty());
  CHECK(calls == 2);
}

TEST_CASE("a near send into the past is a broken promise", "[kernel]") {
  auto const act = [](Outbox& out) { out.send_near(kB, Duration::from_ms(-1), kOffer); };
  CHECK(complaint(act) ==
        std::string{kWho} + "sends offer (kind 4) to \"b\" after -1 ms: a delay must not be negative or endless");
}

TEST_CASE("a near send to a process that does not exist is a broken promise", "[kernel]") {
  auto const act = [](Outbox& out) { out.send_near(ProcessId{77}, Duration{}, kOffer); };
  CHECK_THAT(complaint(act), Catch::EndsWith("to a process that does not exist, which is not of its neighbourhood"));
}

TEST_CASE("a send to any process needs a model open to all", "[kernel]") {
  auto const act = [](Outbox& out) { out.send_any(kC, Duration::from_ms(10), kOffer); };
  CHECK(complaint(act) == std::string{kWho} + "sends offer (kind 4) to \"c\", but the model is not open to all");
}

TEST_CASE("a send to any process sooner than the open lookahead is a broken promise", "[kernel]") {
  auto const prepare = [](ThreePuppets& puppets) { puppets.model.open_to_all(Duration::from_ms(5)); };
  auto const act = [](Outbox& out) { out.send_any(kC, Duration::from_ms(4), kOffer); };
  CHECK(complaint(act, prepare) ==
        std::string{kWho} + "sends offer (kind 4) to \"c\" after 4 ms, outside the open lookahead of 5 ms");
}

TEST_CASE("serial numbers that are used up are a broken promise", "[kernel]") {
  auto const last = [](ThreePuppets& puppets) {
    auto& process = puppets.model.parts().processes[kA];
    process.next_sequence = UINT32_MAX - 2;  // The first event takes one.
    process.next_observation = UINT32_MAX - 1;
  };
  CHECK(complaint([](Outbox& out) { out.send(ChannelId{0}, Duration::from_ms(10), kOffer); }, last).empty());
  auto const sends_two = [](Outbox& out) {
    for (int k = 0; k < 2; ++k) out.send(ChannelId{0}, Duration::from_ms(10), kOffer);
  };
  CHECK(complaint(sends_two, last) == std::string{kWho} + "its serial numbers of sends are used up");
  auto const observes_two = [](Outbox& out) {
    for (int k = 0; k < 2; ++k) out.observe(kOffer);
  };
  CHECK(complaint(observes_two, last) == std::string{kWho} + "its serial numbers of observations are used up");
}

TEST_CASE("process names must be strictly ascending", "[kernel]") {
  ThreePuppets puppets;
  CHECK_THROWS_WITH(puppets.model.add(puppets.a, "c"),
                    "process names must come in strictly ascending byte order: \"c\" after \"c\"");
  CHECK_THROWS_WITH(puppets.model.add(puppets.a, "bb"),
                    "process names must come in strictly ascending byte order: \"bb\" after \"c\"");
}

TEST_CASE("a channel without lookahead is a broken promise", "[kernel]") {
  ThreePuppets puppets;
  CHECK_THROWS_WITH(puppets.model.connect(kA, kB, Duration{}),
                    "a channel needs a lookahead above 0: from \"a\" to \"b\" it is 0 ms");
  CHECK_THROWS_AS(puppets.model.open_to_all(Duration{}), BrokenPromise);
}

TEST_CASE("a model is run by one executor only", "[kernel]") {
  ThreePuppets puppets;
  NoSink sink;
  auto const first = make_sequential(puppets.model, sink, {});
  CHECK_THROWS_AS(make_parallel(puppets.model, sink, {}), BrokenPromise);
}

TEST_CASE("a message carries a value there and back", "[kernel]") {
  struct Load {
    std::uint64_t consignment;
    Duration dwell;
  };
  Load const load = Message::of(1, Load{17, Duration::from_min(3)}).as<Load>();
  CHECK(load.consignment == 17);
  CHECK(load.dwell == Duration::from_min(3));
}

}  // namespace shudao::kernel::test
