#pragma once
#include <cstdint>

#include "scenarios/scenario.h"
#include "sim/kernel/kernel.h"

namespace shudao::freight {

/// What the corridor model makes known, each fact a message body of at most 40 bytes. Ids are those of the Scenario.
/// A consignment is named by its flow and its ordinal in that flow.
enum class FactKind : std::uint32_t {
  generated = 1,  ///< A consignment became ready.
  ledger_entry,   ///< Time of a consignment (or of a part of one), charged to one cause at one place.
  costs,          ///< What a delivered or unfinished consignment has cost so far.
  delivered,      ///< Closes the block of a consignment: its ledger entries on the path, in time order, then costs.
  unfinished,     ///< The same for what was still under way when the run ended.
  presence,       ///< TEU entered (+) or left (−) a place: the place's own count.
  departed,       ///< A vehicle left a stop.
  entered_link,   ///< A vehicle got its slot on a link.
  served,         ///< A resource finished one piece of work.
  yard_level,     ///< The level of a yard or of the tracks of a place changed.
  cancelled,      ///< A scheduled run did not leave.
  boxed,          ///< A consignment got the empty boxes that it travels in.
  box_stock,      ///< The stock of a depot changed: the depot's own count.
  empties_left,   ///< A vehicle left a stop with empty boxes aboard.
  connection,     ///< A consignment is ready for its next timetable. Follows from the others, so it is in no digest.
  financed,       ///< For how long duty and refund of a consignment were bound, and its subsidy; before its end.
  paid,           ///< A consignment paid for formalities or storage. Follows from the others: in no digest.
  // Details: told only by a World that was asked for them, and no part of the digest.
  vehicle_moved = 1001,  ///< A vehicle came to a stop, or set off from one.
  went_through,          ///< A party came to the end of a step of a process, or of the process.
  granted                ///< A consignment, or a part of one, carries tokens that it did not carry before.
};
inline bool is_detail(FactKind kind) { return kind >= FactKind::vehicle_moved; }

/// Where time is charged, or where a consignment is: a place, a link or a service.
class Where {
 public:
  enum class Kind : std::uint32_t { place, link, service };
  Where() = default;
  explicit Where(scenarios::PlaceId id) : code_{id.index()} {}
  explicit Where(scenarios::LinkId id) : code_{id.index() | 1U << 30U} {}
  explicit Where(scenarios::ServiceId id) : code_{id.index() | 2U << 30U} {}
  static Where of(Kind kind, std::uint32_t index) {
    Where where;
    where.code_ = index | static_cast<std::uint32_t>(kind) << 30U;
    return where;
  }
  [[nodiscard]] Kind kind() const { return static_cast<Kind>(code_ >> 30U); }
  [[nodiscard]] std::uint32_t index() const { return code_ & 0x3FFFFFFFU; }
  friend bool operator==(Where, Where) = default;

 private:
  std::uint32_t code_ = 0;
};

/// The id of the place, link or service.
std::string const& name_of(Where, scenarios::Scenario const&);

struct LotName {
  std::uint32_t flow = 0;  ///< FlowId index.
  std::uint32_t ordinal = 0;
  friend auto operator<=>(LotName const&, LotName const&) = default;
};

struct Generated {
  LotName lot;
  std::int32_t teu = 0;
  std::uint32_t firm_class = 0;  ///< Index into the flow's classes.
  std::uint32_t route = 0;       ///< Index into the flow's routes.
};

struct LedgerEntry {
  LotName lot;
  Where charged_to;
  Where at;  ///< Where the freight stood; differs from charged_to for time blocked by a full place.
  scenarios::Component component{};
  bool is_on_path = true;  ///< Of the branch that decided; entries off the path count for presence only.
  std::int32_t teu = 0;    ///< Of the part that this entry is about; 0 for paper.
  std::int64_t from_ms = 0, to_ms = 0;
};

struct Costs {
  LotName lot;
  std::int64_t tariff_fen = 0, handling_fen = 0, storage_fen = 0, formalities_fen = 0;
};

/// Body of both `delivered` and `unfinished`.
struct LotEnd {
  LotName lot;
  std::int32_t teu = 0;  ///< What arrived (delivered) or is still under way in this part (unfinished).
  std::uint16_t firm_class = 0;
  std::uint16_t route = 0;
  std::int64_t ready_ms = 0;
  std::int64_t co2e_g = 0;
  std::int64_t teu_m = 0;  ///< TEU × metres moved.
};

struct Presence {
  std::uint32_t place = 0;
  std::int32_t delta_teu = 0;
};

struct Departed {
  std::uint32_t service = 0, place = 0;
  std::int32_t teu = 0, capacity_teu = 0;
  std::int32_t left_behind_teu = 0;  ///< Ready before the cut-off, but no room.
  std::uint32_t stop = 0;            ///< Which stop of the service it left.
  std::int64_t scheduled_ms = 0;
};

struct EnteredLink {
  std::uint32_t link = 0, service = 0;
  std::int32_t teu = 0;
  std::int64_t requested_ms = 0;
};

struct Served {
  std::uint32_t resource = 0;
  std::int64_t requested_ms = 0, began_ms = 0, ended_ms = 0;
  std::int64_t work_ms = 0;  ///< Busy open time of one server within [began, ended].
};

struct YardLevel {
  std::uint32_t place = 0;
  bool is_tracks = false;  ///< Level and capacity in vehicles, otherwise in TEU.
  std::int32_t level = 0;
  std::int32_t capacity = -1;  ///< −1: unlimited.
};

struct Cancelled {
  std::uint32_t service = 0;
  std::int32_t waiting_teu = 0;
  std::int64_t scheduled_ms = 0;
};

struct Boxed {
  LotName lot;
  std::uint32_t kind = 0, place = 0;  ///< BoxId index; the place of the depot.
  std::int32_t teu = 0;
  std::int64_t asked_ms = 0;
};

struct BoxStock {
  std::uint32_t place = 0, kind = 0;
  std::int32_t teu = 0;
};

struct EmptiesLeft {
  std::uint32_t service = 0, place = 0, stop = 0;
  std::int32_t teu = 0;
};

struct Connection {
  LotName lot;
  std::uint32_t service = 0, place = 0;  ///< The next service, and where it is boarded.
  bool is_missed = false;
  std::int64_t late_ms = 0;  ///< How much later than promised the consignment came.
};

struct Financed {
  LotName lot;
  std::int64_t duty_ms = 0, refund_ms = 0;  ///< Duty paid and not yet delivered; refund due and not yet paid.
  std::int64_t subsidy_fen = 0;             ///< ≥ 0.
};

struct Paid {
  LotName lot;
  std::uint32_t route = 0;  ///< Index into the flow's routes.
  std::uint32_t place = 0;
  std::int64_t ready_ms = 0;
  std::int64_t fen = 0;
};

struct VehicleMoved {
  std::uint64_t vehicle = 0;  ///< Its name.
  std::uint32_t service = 0;
  std::uint32_t stop = 0;
  bool is_arrival = true;  ///< Otherwise it begins to run on the link to the next stop.
};

struct WentThrough {
  static constexpr std::uint32_t kNoFlow = ~0U;
  std::uint64_t what = 0;   ///< Hash of "place/process/step", or of "place/process" at its end.
  std::uint64_t party = 0;  ///< The same from entry to end.
  std::uint32_t flow = 0;   ///< Index of the flow, or kNoFlow for a vehicle.
  std::uint32_t firm_class = 0;
  std::int64_t entered_ms = 0;  ///< When it entered the process.
  std::uint32_t repeats = 0;    ///< How often the work of the step had to be done once more.
};

struct Granted {
  LotName lot;
  scenarios::TokenSet tokens;  ///< The new ones.
};

template<class Fact>
kernel::Message message_of(FactKind kind, Fact const& fact) {
  return kernel::Message::of(static_cast<std::uint32_t>(kind), fact);
}

/// Calls `visitor(kind, fact)` with the body as the type that its kind says.
template<class Visitor>
void visit_fact(kernel::Message const& m, Visitor&& visitor) {
  auto const kind = static_cast<FactKind>(m.kind);
  switch (kind) {
    case FactKind::generated:
      return visitor(kind, m.as<Generated>());
    case FactKind::ledger_entry:
      return visitor(kind, m.as<LedgerEntry>());
    case FactKind::costs:
      return visitor(kind, m.as<Costs>());
    case FactKind::delivered:
    case FactKind::unfinished:
      return visitor(kind, m.as<LotEnd>());
    case FactKind::presence:
      return visitor(kind, m.as<Presence>());
    case FactKind::departed:
      return visitor(kind, m.as<Departed>());
    case FactKind::entered_link:
      return visitor(kind, m.as<EnteredLink>());
    case FactKind::served:
      return visitor(kind, m.as<Served>());
    case FactKind::yard_level:
      return visitor(kind, m.as<YardLevel>());
    case FactKind::cancelled:
      return visitor(kind, m.as<Cancelled>());
    case FactKind::boxed:
      return visitor(kind, m.as<Boxed>());
    case FactKind::box_stock:
      return visitor(kind, m.as<BoxStock>());
    case FactKind::empties_left:
      return visitor(kind, m.as<EmptiesLeft>());
    case FactKind::connection:
      return visitor(kind, m.as<Connection>());
    case FactKind::financed:
      return visitor(kind, m.as<Financed>());
    case FactKind::paid:
      return visitor(kind, m.as<Paid>());
    case FactKind::vehicle_moved:
      return visitor(kind, m.as<VehicleMoved>());
    case FactKind::went_through:
      return visitor(kind, m.as<WentThrough>());
    case FactKind::granted:
      return visitor(kind, m.as<Granted>());
  }
  ensure(false, "an observation is of a kind that the model does not know");
}

}  // namespace shudao::freight
