#pragma once
#include <vector>

#include "sim/experiment/account.h"
#include "sim/experiment/replication.h"

namespace shudao::experiment {

/// Two places, a link with 2 slots a day, a train of 4 TEU, one officer at A, a yard of 10 TEU at B, one flow with a
/// due time of 14 h and one corridor. Starts at 0 UTC of 2022-01-03, one week of warm-up, two weeks of window, one of
/// cap.
scenarios::Scenario tiny_world();

/// The same under another id.
scenarios::Scenario tiny_world_called(std::string const& id);

inline SimTime hours_after(SimTime from, std::int64_t hours) { return from + Duration::from_min(60 * hours); }

/// A stream of facts made by hand. Facts may be told in any order; they are handed on by time, then as told.
class Stream {
 public:
  template<class Fact>
  Stream& tell(SimTime at, freight::FactKind kind, Fact const& fact) {
    told_.push_back({{at, 0, static_cast<std::uint32_t>(told_.size())}, freight::message_of(kind, fact)});
    return *this;
  }
  /// A whole good life: ready at A, waits `wait_h` for the train, moves 10 h, is handled 1 h at B and delivered.
  Stream& life(std::uint32_t ordinal, std::int32_t teu, SimTime ready, std::int64_t wait_h = 2);
  /// The same, but the run ends while it still waits.
  Stream& open_life(std::uint32_t ordinal, std::int32_t teu, SimTime ready, SimTime end);
  /// A ledger entry of consignment `ordinal` told at its end.
  Stream& entry(std::uint32_t ordinal, scenarios::Component, freight::Where, std::int32_t teu, SimTime from, SimTime to,
                bool is_on_path = true);
  Stream& presence(SimTime at, std::uint32_t place, std::int32_t delta_teu);

  void play(kernel::Sink&) const;

 private:
  std::vector<kernel::Observation> told_;
};

/// What an account makes of a stream.
ScenarioResult result_of(scenarios::Scenario const&, Stream const&, SimTime end, Fault = Fault::none);

/// A replication without a model: fifty lives with waits drawn by seed and replication; `extra_h` more of them at B in
/// scenarios whose id is "slower".
ReplicationRun drawn_replication(scenarios::Scenario const&, ReplicationOptions const&);

}  // namespace shudao::experiment
