#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/distribution.h"
#include "sim/base/ids.h"
#include "sim/base/name_hash.h"
#include "sim/base/quantity.h"

namespace shudao::scenarios {

using PlaceId = Id<struct PlaceTag>;
using ResourceId =
    Id<struct ResourceTag>;  ///< Over all places; a resource belongs to one place, others may use it too.
using CalendarId = Id<struct CalendarTag>;
using ProcessId = Id<struct FormalityTag>;  ///< A process of a place (steps), not a process of the kernel.
using TokenId = Id<struct TokenTag>;

/// A fact that a consignment carries, as a set of at most 64 tokens.
class TokenSet {
 public:
  static constexpr std::size_t kCapacity = 64;
  void insert(TokenId t) { bits_ |= std::uint64_t{1} << t.index(); }
  void insert(TokenSet s) { bits_ |= s.bits_; }
  void remove(TokenSet s) { bits_ &= ~s.bits_; }
  [[nodiscard]] bool contains(TokenId t) const { return (bits_ >> t.index()) & 1U; }
  [[nodiscard]] bool contains_all(TokenSet s) const { return (s.bits_ & ~bits_) == 0; }
  [[nodiscard]] bool contains_any(TokenSet s) const { return (s.bits_ & bits_) != 0; }
  [[nodiscard]] bool is_empty() const { return bits_ == 0; }
  friend bool operator==(TokenSet, TokenSet) = default;

 private:
  std::uint64_t bits_ = 0;
};

/// The causes that time is charged to; order as in the reports.
enum class Component : std::uint8_t {
  moving,
  handling,
  waiting_departure,
  queueing,
  closed,
  documents,
  inspection,
  border,
  storage,
  blocked,
  disrupted
};
inline constexpr std::size_t kComponentCount = 11;
char const* name_of(Component);  ///< "moving", "handling", …

/// One piece of work inside a step. A merged step has several at once and lasts as long as the longest.
struct Work {
  std::string home;         ///< "place/process/step" where it was first defined: it keeps its draws when moved.
  NameHash home_hash{};     ///< Of `home`.
  Distribution duration_h;  ///< Net of closed hours and queues; scaled by `scale`.
  double scale = 1.0;
  bool is_per_teu = false;                     ///< The duration is per TEU of the party.
  double probability = 1.0;                    ///< That this piece is needed at all.
  double repeat_probability = 0.0;             ///< That it must be done once more, each time it is done (rework), < 1.
  TokenSet skip_if;                            ///< Not needed by a party that carries any of these.
  TokenSet grants;                             ///< What a party carries once it is done.
  Component component = Component::documents;  ///< What its time is charged to.
  Money cost;                                  ///< Each time it is done, per consignment (or per vehicle).
  Money cost_per_teu;
};

/// One step of a process: what it waits for, who serves it, how long, and what it needs.
struct Step {
  std::string id;                  ///< Unique inside its process.
  std::vector<std::string> after;  ///< Steps of the same process that must be finished or skipped first, sorted.
  ResourceId resource = ResourceId::none();  ///< None: unlimited servers.
  CalendarId calendar = CalendarId::none();  ///< Working hours of a step without resource; none: always.
  std::vector<Work> works;  ///< At least one, sorted by home. If none of them happens the step is skipped.
  TokenSet needs;           ///< What a party must carry before it starts.

  [[nodiscard]] TokenSet grants() const;  ///< What its works can grant.
};

/// Whom a process or a rule concerns; an empty list means everybody.
struct Condition {
  std::vector<std::string> flows, regimes, commodities, directions, firm_classes;
  [[nodiscard]] bool is_always() const {
    return flows.empty() && regimes.empty() && commodities.empty() && directions.empty() && firm_classes.empty();
  }
};

/// Who goes through a process, and when.
enum class Stage : std::uint8_t {
  origin,       ///< Consignments that start at the place, before their first departure.
  transfer,     ///< Consignments that change service at the place.
  destination,  ///< Consignments that end at the place, before delivery.
  aboard,       ///< Consignments that stay on a vehicle that stops at the place; the vehicle waits for them.
  vehicle       ///< The vehicle itself, at a stop that names this process.
};

/// The ordered steps that a consignment (or a whole vehicle) goes through at a place: a directed acyclic graph.
struct Process {
  std::string id;  ///< "place/process".
  PlaceId place;
  Stage stage = Stage::origin;
  Condition applies_to;
  std::vector<Step> steps;  ///< Sorted by id.
};

using ProcessSet = IdVector<ProcessId, Process>;  ///< Sorted by id.

}  // namespace shudao::scenarios
