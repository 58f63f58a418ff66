#pragma once
#include <memory>
#include <vector>

#include "scenarios/validation.h"
#include "sim/experiment/lots.h"
#include "sim/experiment/results.h"

namespace shudao::experiment {

/// Follows one replication and says what one selector measured there.
class Probe : public FactListener, public LotListener {
 public:
  void lot_closed(ClosedLot const&) override {}
  /// The kinds of facts that it listens to.
  [[nodiscard]] virtual std::vector<freight::FactKind> hears() const { return {}; }
  /// Whether it wants to hear of closed ledgers.
  [[nodiscard]] virtual bool hears_lots() const { return hears().empty(); }
  /// After the last fact. `told` is what the account made of the same replication.
  [[nodiscard]] virtual Measure result(ScenarioResult const& told) const = 0;
};

/// The probe of a selector, whose ids all exist in the scenario, which must outlive it.
std::unique_ptr<Probe> make_probe(scenarios::Scenario const&, scenarios::Selector const&);

/// Hands the facts of one replication to probes, each only what it listens to.
class ProbeSet : public kernel::Sink {
 public:
  ProbeSet(scenarios::Scenario const&, std::vector<scenarios::Selector> const&);
  void take(kernel::Observation const&) override;
  [[nodiscard]] std::vector<Measure> results(ScenarioResult const& told) const;

 private:
  std::vector<std::unique_ptr<Probe>> probes_;
  std::unique_ptr<LotAssembler> lots_;
  std::map<freight::FactKind, FactSink> sinks_;
};

/// Which consignments a selector is about.
class CargoFilter {
 public:
  CargoFilter(scenarios::Scenario const&, scenarios::Selector const&);
  [[nodiscard]] bool concerns(std::uint32_t flow, std::uint32_t firm_class) const {
    return classes_.at(flow).at(firm_class);
  }

 private:
  std::vector<std::vector<bool>> classes_;  ///< [flow][firm class].
};

/// The days that a selector counts.
inline Interval counted_days(scenarios::Scenario const& scenario, scenarios::Selector const& selector) {
  return selector.during.value_or(Interval{scenario.window_start(), scenario.horizon()});
}
inline bool contains(Interval const& days, SimTime t) { return t >= days.from && t < days.to; }

}  // namespace shudao::experiment
