#pragma once
/// The engine: logical processes that exchange timed events, run by executors that all give the same observations.
/// Conservative (Chandy & Misra 1979; YAWNS windows, Nicol 1993). It knows no freight.
#include <array>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "sim/base/errors.h"
#include "sim/base/ids.h"
#include "sim/base/time.h"

namespace shudao::kernel {

using ProcessId = Id<struct ProcessTag>;  ///< Also the rank of the process's name among all names.
using ChannelId = Id<struct ChannelTag>;

/// A small trivially copyable value with a kind chosen by the model. Large things travel by a handle inside it.
struct Message {
  static constexpr std::size_t kMaxBody = 40;
  std::uint32_t kind = 0;
  std::array<std::byte, kMaxBody> body{};

  template<class T>
  static Message of(std::uint32_t kind, T const& value) {
    static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= kMaxBody);
    Message m;
    m.kind = kind;
    std::memcpy(m.body.data(), &value, sizeof(T));
    return m;
  }
  template<class T>
  [[nodiscard]] T as() const {
    static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= kMaxBody);
    T value;
    std::memcpy(&value, body.data(), sizeof(T));
    return value;
  }
};

/// The total order of events: it never depends on threads, addresses or arrival order.
struct EventKey {
  SimTime time;
  std::uint32_t sender = 0;    ///< Rank of the sending process; first events are sent by their target.
  std::uint32_t sequence = 0;  ///< The sender's serial number, shared by sends and first events.
  friend auto operator<=>(EventKey const&, EventKey const&) = default;
};

struct Event {
  EventKey key;
  ProcessId target;
  Message message;
};
static_assert(sizeof(Event) == 64);

/// A fact that a process made known. Ordered by (time, process, the process's serial number of observations).
struct Observation {
  EventKey key;
  Message fact;
};

struct Handling;  // What an executor has in hand while a handler runs; private to the engine.

/// What a handler may do. Every send is checked against what was declared; a broken promise throws BrokenPromise with
/// process, time and event kind.
class Outbox {
 public:
  [[nodiscard]] SimTime now() const;
  [[nodiscard]] ProcessId self() const;
  /// Over a declared channel from this process; delay ≥ its lookahead.
  void send(ChannelId, Duration delay, Message const&);
  /// To a process of the same neighbourhood, or to itself; delay ≥ 0.
  void send_near(ProcessId target, Duration delay, Message const&);
  /// To any process; delay ≥ the model's open lookahead (Model::open_to_all).
  void send_any(ProcessId target, Duration delay, Message const&);
  void schedule(Duration delay, Message const& m) { send_near(self(), delay, m); }
  void observe(Message const& fact);

  explicit Outbox(Handling& in_hand) : in_hand_{in_hand} {}

 private:
  Handling& in_hand_;
};

struct ModelParts;  // What a model holds; private to the engine.

/// What is run: processes, who may send to whom how soon, and the first events.
class Model {
 public:
  using Handler = void (*)(void* state, Event const&, Outbox&);

  Model();
  ~Model();
  Model(Model&&) noexcept;
  Model& operator=(Model&&) noexcept;

  /// Adds a process; names come in strictly ascending byte order (so that id = rank). `state` outlives the run and has
  /// a free function `handle(State&, Event const&, Outbox&)` beside it.
  template<class State>
  ProcessId add(State& state, std::string_view name) {
    return add(
        &state, [](void* s, Event const& e, Outbox& out) { handle(*static_cast<State*>(s), e, out); }, name);
  }
  ProcessId add(void* state, Handler, std::string_view name);
  /// Processes of one neighbourhood may send to each other without delay; they always share a partition. A
  /// process that was never settled is a neighbourhood of its own.
  void settle(ProcessId, std::uint32_t neighbourhood);
  /// Declares that `from` may send to `to` with delay ≥ lookahead > 0.
  ChannelId connect(ProcessId from, ProcessId to, Duration lookahead);
  /// Any process may send to any other with delay ≥ lookahead > 0.
  void open_to_all(Duration lookahead);
  /// Names the kinds of messages in errors.
  void name_kinds(std::function<std::string(std::uint32_t kind)>);
  void first_event(ProcessId target, SimTime, Message const&);

  [[nodiscard]] std::size_t process_count() const;
  [[nodiscard]] std::string_view name(ProcessId) const;
  [[nodiscard]] ModelParts& parts() { return *parts_; }

 private:
  std::unique_ptr<ModelParts> parts_;
};

/// Receives observations in their order, on one thread at a time (not always the same one).
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void take(Observation const&) = 0;
};

struct Progress {
  std::uint64_t events = 0;
  SimTime now;
};

struct RunOptions {
  int threads = 1;
  std::uint64_t event_limit = UINT64_MAX;            ///< More events than this throw BrokenPromise.
  std::atomic<bool> const* cancel = nullptr;         ///< Polled between windows; a cancelled run stops early.
  std::function<void(Progress const&)> on_progress;  ///< Called at most a few times a second, on the calling thread.
  /// More sends without delay than this in one neighbourhood at one time throw BrokenPromise: the clock would stand
  /// still.
  std::uint32_t zero_delay_limit = 1'000'000;
  std::uint64_t shuffle_seed = 0;  ///< For tests: other than 0, the parallel executor partitions at random.
};

struct RunReport {
  std::uint64_t events = 0;
  std::uint64_t windows = 0;
  bool cancelled = false;
  double largest_partition_share = 1.0;  ///< Share of the events handled by the busiest partition.
};

/// Runs a model piece by piece. After run_until(t) every event before t was handled and every observation before t was
/// taken by the sink. Reports add up over the pieces. What a handler throws comes out of run_until on the calling
/// thread; the executor cannot be used after that.
class Executor {
 public:
  virtual ~Executor() = default;
  virtual RunReport run_until(SimTime end) = 0;
};

// A model is run once, by one executor: processes have state. It must outlive its executor and not change any more.

/// The specification: one queue, smallest key first. Observations are sorted before the clock moves on.
std::unique_ptr<Executor> make_sequential(Model&, Sink&, RunOptions const&);
/// Partitions of neighbourhoods on oneTBB, each ahead as far as the lookahead distances from the others allow.
std::unique_ptr<Executor> make_parallel(Model&, Sink&, RunOptions const&);

}  // namespace shudao::kernel
