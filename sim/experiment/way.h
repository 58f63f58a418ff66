#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/lots.h"

namespace shudao::experiment {

/// The way of a consignment, as its ledger tells it. A position is the number of an entry, or of all entries: the end.
class Way {
 public:
  Way(ClosedLot const& lot, scenarios::Scenario const& scenario)
      : lot_{lot}, entries_{lot.on_path}, scenario_{scenario} {}

  /// The first position from `since` on at which it is at the place, be it for no time at all.
  [[nodiscard]] std::optional<std::size_t> arrival(std::optional<freight::Where> place, std::size_t since) const {
    for (std::size_t i = since; i <= entries_.size(); ++i) {
      if (place && is_at(i, *place)) return i;
    }
    return std::nullopt;
  }
  /// The entry with which it moves again after it came to a place; the number of entries if it ends there. A wait for
  /// a slot of the line belongs to the place where the train stands.
  [[nodiscard]] std::size_t departure(std::size_t arrival) const {
    std::size_t i = arrival;
    while (i < entries_.size() && entries_[i].component != scenarios::Component::moving) ++i;
    return i;
  }
  [[nodiscard]] bool has(std::size_t i) const { return i < entries_.size() || lot_.is_delivered; }
  [[nodiscard]] SimTime time(std::size_t i) const {
    return i < entries_.size() ? SimTime::from_ms(entries_[i].from_ms) : lot_.at;
  }

 private:
  [[nodiscard]] bool is_at(std::size_t i, freight::Where place) const {
    if (i < entries_.size() && entries_[i].at == place) return true;
    bool const is_on_one_link = i > 0 && i < entries_.size() && entries_[i - 1].at == entries_[i].at;
    if (is_on_one_link) return false;
    auto const link = [&](std::size_t entry) -> scenarios::Link const* {
      bool const is_link = entry < entries_.size() && entries_[entry].at.kind() == freight::Where::Kind::link;
      return is_link ? &scenario_.links[scenarios::LinkId{entries_[entry].at.index()}] : nullptr;
    };
    scenarios::Link const *before = i > 0 ? link(i - 1) : nullptr, *next = link(i);
    return (before != nullptr && freight::Where{before->to} == place) ||
           (next != nullptr && freight::Where{next->from} == place);
  }

  ClosedLot const& lot_;
  std::vector<freight::LedgerEntry> const& entries_;
  scenarios::Scenario const& scenario_;
};

/// None if there is no place of this name.
inline std::optional<freight::Where> place_called(scenarios::Scenario const& scenario, std::string const& id) {
  for (std::size_t i = 0; i < scenario.places.size(); ++i) {
    if (scenario.places[scenarios::PlaceId{i}].id == id) return freight::Where{scenarios::PlaceId{i}};
  }
  return std::nullopt;
}

}  // namespace shudao::experiment
