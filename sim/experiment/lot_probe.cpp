#include <algorithm>
#include <optional>

#include "sim/base/time.h"
#include "sim/experiment/cohort.h"
#include "sim/experiment/measures.h"
#include "sim/experiment/probe_kinds.h"
#include "sim/experiment/spread.h"
#include "sim/experiment/way.h"

namespace shudao::experiment {
namespace {

using freight::LedgerEntry;
using freight::Where;
using scenarios::Component;
using scenarios::MeasureKind;
using scenarios::Scenario;
using scenarios::Selector;

/// From one moment of a way to another: as entries.
struct Stretch {
  std::size_t begin = 0, end = 0;
};

/// An empty list is everything.
template<class Word>
bool is_wanted(std::vector<Word> const& list, Word word) {
  return list.empty() || std::find(list.begin(), list.end(), word) != list.end();
}

class LotProbe : public Probe {
 public:
  LotProbe(Scenario const& scenario, Selector const& selector)
      : scenario_{scenario},
        selector_{selector},
        cargo_{scenario, selector},
        days_{counted_days(scenario, selector)},
        times_{selector.statistic} {
    from_ = place_called(scenario, selector.from);
    to_ = place_called(scenario, selector.to);
  }

  void lot_closed(ClosedLot const& lot) override {
    if (!cargo_.concerns(lot.end.lot.flow, lot.end.firm_class)) return;
    bool const is_part_left = !lot.is_delivered && lot.on_path.empty();
    switch (selector_.kind) {
      case MeasureKind::cost:
      case MeasureKind::co2e:
      case MeasureKind::spoilage:
        return add_sums(lot);
      case MeasureKind::hours:
        return is_part_left ? void() : add_hours(lot);
      case MeasureKind::transit_time:
        return is_part_left ? void() : add_transit(lot);
      default:
        return add_stretch(lot);
    }
  }

  [[nodiscard]] Measure result(ScenarioResult const&) const override {
    switch (selector_.kind) {
      case MeasureKind::cost:
        return quotient(static_cast<double>(sum_) / 100, static_cast<double>(units_));
      case MeasureKind::co2e:
        // kg per TEU, or g per TEU-km from g per TEU-m.
        return selector_.is_per_teu_km ? quotient(static_cast<double>(sum_) * 1000, static_cast<double>(units_))
                                       : quotient(static_cast<double>(sum_) / 1000, static_cast<double>(units_));
      case MeasureKind::hours:
        return quotient(static_cast<double>(sum_) / kMsPerHour, static_cast<double>(units_));
      case MeasureKind::spoilage:
        return quotient(static_cast<double>(sum_), static_cast<double>(units_));
      case MeasureKind::speed:
        return quotient(static_cast<double>(sum_), static_cast<double>(units_) / kMsPerHour * 1000);
      default:
        return times_.measure();
    }
  }

 private:
  [[nodiscard]] bool is_in_cohort(ClosedLot const& lot) const {
    return contains(days_, SimTime::from_ms(lot.end.ready_ms));
  }

  void add_transit(ClosedLot const& lot) {
    if (is_in_cohort(lot)) times_.add(lot.at - SimTime::from_ms(lot.end.ready_ms));
  }

  void add_sums(ClosedLot const& lot) {
    if (!is_in_cohort(lot)) return;
    if (selector_.kind == MeasureKind::co2e) {
      sum_ += lot.end.co2e_g;
      units_ += selector_.is_per_teu_km ? lot.end.teu_m : lot.end.teu;
      return;
    }
    scenarios::Flow const& flow = scenario_.flows[scenarios::FlowId{lot.end.lot.flow}];
    if (selector_.kind == MeasureKind::spoilage) return add_spoilage(lot, flow);
    CostItems const items = cost_items(lot, flow);
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (is_wanted(selector_.items, static_cast<scenarios::CostItem>(i))) sum_ += items[i];
    }
    units_ += lot.end.teu;
  }

  void add_spoilage(ClosedLot const& lot, scenarios::Flow const& flow) {
    if (!flow.shelf_life) return;
    if (lot.at - SimTime::from_ms(lot.end.ready_ms) > *flow.shelf_life) sum_ += lot.end.teu;
    units_ += lot.end.teu;
  }

  void add_hours(ClosedLot const& lot) {
    if (!is_in_cohort(lot)) return;
    ++units_;
    for (LedgerEntry const& entry : lot.on_path) {
      if (!is_wanted(selector_.components, entry.component)) continue;
      if (selector_.at.empty() || freight::name_of(entry.charged_to, scenario_) == selector_.at)
        sum_ += entry.to_ms - entry.from_ms;
    }
  }

  /// The entries between the two ends that the selector names; none if the consignment does not come that way.
  [[nodiscard]] std::optional<Stretch> stretch_of(Way const& way) const {
    auto const first = way.arrival(from_, 0);
    if (!first) return std::nullopt;
    std::size_t const left = way.departure(*first);
    std::size_t const begin = selector_.begins_at_arrival ? *first : left;
    auto const second = from_ == to_ ? first : way.arrival(to_, left);
    if (!second) return std::nullopt;
    Stretch const stretch{begin, selector_.ends_at_departure ? way.departure(*second) : *second};
    bool const is_known = way.has(stretch.begin) && way.has(stretch.end) && stretch.begin <= stretch.end;
    return is_known ? std::optional{stretch} : std::nullopt;
  }

  void add_stretch(ClosedLot const& lot) {
    Way const way{lot, scenario_};
    auto const stretch = stretch_of(way);
    if (!stretch || !contains(days_, way.time(stretch->begin))) return;
    Duration const time = way.time(stretch->end) - way.time(stretch->begin);
    if (selector_.kind != MeasureKind::speed) return times_.add(time);
    add_run(lot, *stretch, time);
  }

  /// Metres and milliseconds; a run that is cut by rests is one run over its link.
  void add_run(ClosedLot const& lot, Stretch stretch, Duration time) {
    std::int64_t moving_ms = 0;
    std::optional<Where> on;
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      LedgerEntry const& entry = lot.on_path[i];
      if (entry.component == Component::moving) {
        moving_ms += entry.to_ms - entry.from_ms;
        bool const is_new = !on || !(*on == entry.at);
        if (is_new && entry.at.kind() == Where::Kind::link)
          sum_ += scenario_.links[scenarios::LinkId{entry.at.index()}].distance.count();
        on = entry.at;
      } else if (entry.at.kind() == Where::Kind::place) {
        on.reset();
      }
    }
    units_ += selector_.counts_stops ? time.ms() : moving_ms;
  }

  Scenario const& scenario_;
  Selector const selector_;
  CargoFilter cargo_;
  Interval days_;
  std::optional<Where> from_, to_;
  Spread times_;
  std::int64_t sum_ = 0, units_ = 0;
};

}  // namespace

std::unique_ptr<Probe> lot_probe(Scenario const& scenario, Selector const& selector) {
  return std::make_unique<LotProbe>(scenario, selector);
}

}  // namespace shudao::experiment
