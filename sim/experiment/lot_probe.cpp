#include <algorithm>
#include <optional>

#include "sim/experiment/cohort.h"
#include "sim/experiment/measures.h"
#include "sim/experiment/probe_kinds.h"
#include "sim/experiment/spread.h"

namespace shudao::experiment {
namespace {

using freight::LedgerEntry;
using freight::Where;
using scenarios::Component;
using scenarios::MeasureKind;
using scenarios::Scenario;
using scenarios::Selector;

constexpr double kMsPerHour = 3'600'000.0;

/// The way of a consignment, as its ledger tells it. A position is the number of an entry, or of all entries: the end.
class Way {
 public:
  Way(ClosedLot const& lot, Scenario const& scenario) : lot_{lot}, entries_{lot.on_path}, scenario_{scenario} {}

  /// The first position from `since` on at which it is at the place, be it for no time at all.
  [[nodiscard]] std::optional<std::size_t> arrival(std::optional<Where> place, std::size_t since) const {
    for (std::size_t i = since; i <= entries_.size(); ++i) {
      if (place && is_at(i, *place)) return i;
    }
    return std::nullopt;
  }
  /// The entry with which it moves again after it came to a place; the number of entries if it ends there. A wait for
  /// a slot of the line belongs to the place where the train stands.
  [[nodiscard]] std::size_t departure(std::size_t arrival) const {
    std::size_t i = arrival;
    while (i < entries_.size() && entries_[i].component != Component::moving) ++i;
    return i;
  }
  [[nodiscard]] bool has(std::size_t i) const { return i < entries_.size() || lot_.is_delivered; }
  [[nodiscard]] SimTime time(std::size_t i) const {
    return i < entries_.size() ? SimTime::from_ms(entries_[i].from_ms) : lot_.at;
  }

 private:
  [[nodiscard]] bool is_at(std::size_t i, Where place) const {
    if (i < entries_.size() && entries_[i].at == place) return true;
    bool const is_on_one_link = i > 0 && i < entries_.size() && entries_[i - 1].at == entries_[i].at;
    if (is_on_one_link) return false;
    auto const link = [&](std::size_t entry) -> scenarios::Link const* {
      bool const is_link = entry < entries_.size() && entries_[entry].at.kind() == Where::Kind::link;
      return is_link ? &scenario_.links[scenarios::LinkId{entries_[entry].at.index()}] : nullptr;
    };
    scenarios::Link const *before = i > 0 ? link(i - 1) : nullptr, *next = link(i);
    return (before != nullptr && Where{before->to} == place) || (next != nullptr && Where{next->from} == place);
  }

  ClosedLot const& lot_;
  std::vector<LedgerEntry> const& entries_;
  Scenario const& scenario_;
};

/// From one moment of a way to another: as entries.
struct Stretch {
  std::size_t begin = 0, end = 0;
};

class LotProbe : public Probe {
 public:
  LotProbe(Scenario const& scenario, Selector const& selector)
      : scenario_{scenario},
        selector_{selector},
        cargo_{scenario, selector},
        days_{counted_days(scenario, selector)},
        times_{selector.statistic} {
    from_ = place_called(selector.from);
    to_ = place_called(selector.to);
  }

  void lot_closed(ClosedLot const& lot) override {
    if (!cargo_.concerns(lot.end.lot.flow, lot.end.firm_class)) return;
    bool const is_part_left = !lot.is_delivered && lot.on_path.empty();
    switch (selector_.kind) {
      case MeasureKind::cost:
      case MeasureKind::co2e:
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
      case MeasureKind::speed:
        return quotient(static_cast<double>(sum_), static_cast<double>(units_) / kMsPerHour * 1000);
      default:
        return times_.measure();
    }
  }

 private:
  [[nodiscard]] std::optional<Where> place_called(std::string const& id) const {
    for (std::size_t i = 0; i < scenario_.places.size(); ++i) {
      if (scenario_.places[scenarios::PlaceId{i}].id == id) return Where{scenarios::PlaceId{i}};
    }
    return std::nullopt;
  }

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
    sum_ += lot.costs.tariff_fen + lot.costs.handling_fen + lot.costs.storage_fen + lot.costs.formalities_fen;
    sum_ += inventory_fen(scenario_.flows[scenarios::FlowId{lot.end.lot.flow}], lot.end.teu,
                          lot.at.ms() - lot.end.ready_ms);
    units_ += lot.end.teu;
  }

  void add_hours(ClosedLot const& lot) {
    if (!is_in_cohort(lot)) return;
    ++units_;
    auto const& wanted = selector_.components;
    for (LedgerEntry const& entry : lot.on_path) {
      bool const is_component =
          wanted.empty() || std::find(wanted.begin(), wanted.end(), entry.component) != wanted.end();
      if (!is_component) continue;
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
