#include <algorithm>
#include <map>

#include "sim/experiment/probe_kinds.h"
#include "sim/experiment/spread.h"
#include "sim/experiment/way.h"

namespace shudao::experiment {
namespace {

using scenarios::Scenario;
using scenarios::Selector;
using scenarios::TokenId;

TokenId token_called(Scenario const& scenario, std::string const& name) {
  auto const at = std::find(scenario.tokens.begin(), scenario.tokens.end(), name);
  if (at == scenario.tokens.end()) return TokenId::none();
  return TokenId{static_cast<std::size_t>(at - scenario.tokens.begin())};
}

/// From ready, or from the arrival at a place, until a consignment first carries a token. Who carries it already on
/// arrival has waited no time; who never gets it is not counted.
class TokenProbe : public Probe {
 public:
  TokenProbe(Scenario const& scenario, Selector const& selector)
      : scenario_{scenario},
        cargo_{scenario, selector},
        days_{counted_days(scenario, selector)},
        token_{token_called(scenario, selector.token)},
        place_{place_called(scenario, selector.place)},
        times_{selector.statistic} {}

  [[nodiscard]] std::vector<freight::FactKind> hears() const override { return {freight::FactKind::granted}; }
  [[nodiscard]] bool hears_lots() const override { return true; }

  void granted(SimTime at, freight::Granted const& fact) override {
    if (!token_.is_none() && fact.tokens.contains(token_)) since_.emplace(fact.lot, at);
  }

  void lot_closed(ClosedLot const& lot) override {
    bool const is_part_left = !lot.is_delivered && lot.on_path.empty();
    auto const granted = since_.find(lot.end.lot);
    if (is_part_left || granted == since_.end()) return;
    SimTime const carried = granted->second;
    since_.erase(granted);
    if (!cargo_.concerns(lot.end.lot.flow, lot.end.firm_class)) return;
    auto const began = beginning(lot);
    if (began && contains(days_, *began)) times_.add(std::max(Duration{}, carried - *began));
  }

  [[nodiscard]] Measure result(ScenarioResult const&) const override { return times_.measure(); }

 private:
  [[nodiscard]] std::optional<SimTime> beginning(ClosedLot const& lot) const {
    if (!place_) return SimTime::from_ms(lot.end.ready_ms);
    Way const way{lot, scenario_};
    auto const arrival = way.arrival(place_, 0);
    if (!arrival || !way.has(*arrival)) return std::nullopt;
    return way.time(*arrival);
  }

  Scenario const& scenario_;
  CargoFilter cargo_;
  Interval days_;
  TokenId token_;
  std::optional<freight::Where> place_;
  std::map<freight::LotName, SimTime> since_;  ///< Of those under way.
  Spread times_;
};

}  // namespace

std::unique_ptr<Probe> token_probe(Scenario const& scenario, Selector const& selector) {
  return std::make_unique<TokenProbe>(scenario, selector);
}

}  // namespace shudao::experiment
