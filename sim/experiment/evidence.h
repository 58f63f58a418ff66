#pragma once
#include <string>
#include <vector>

#include "sim/experiment/window_parts.h"

namespace shudao::experiment {

/// What the guard-rails need to know of a replication beyond its results: whole numbers only, in tables whose rows
/// stand in the order of the scenario, so that those of several replications can be added up.
struct Evidence {
  /// Of a resource, in ms of one server; or of a link, in thousandths of a slot.
  struct Load {
    std::int64_t asked = 0;     ///< In the window, as far as it was served up to the end of the run …
    std::int64_t served = 0;    ///< … by so many pieces of work,
    std::int64_t unserved = 0;  ///< and so many that were never begun.
    std::int64_t offered = 0;   ///< Open time of the servers that there were; slots to freight.
    OverWindow waiting{};       ///< ∫ queue dt, ms.
  };
  /// A stop where a service is boarded.
  struct Boarding {
    std::int64_t room = 0;             ///< TEU that the departures had room for.
    std::int64_t wanted = 0;           ///< Of it, what was taken or could not be used by the next in the queue.
    OverWindow runs{}, left_behind{};  ///< Departures, and TEU left behind by them.
  };
  /// A place whose yard or tracks are limited, when the run ended; times since the start of the run.
  struct Room {
    std::int64_t yard = 0, yard_capacity = -1, yard_changed_ms = 0;
    std::int64_t tracks = 0, tracks_capacity = -1, tracks_changed_ms = 0;
    std::int64_t blocked = 0;  ///< Consignments or parts of them that wait for room, of the smallest of them TEU:
    std::int64_t smallest_teu = 0;
    std::int64_t incomplete = 0;  ///< Parts that wait for the other parts of their consignment.
    OverWindow blocked_teu{};     ///< ∫ TEU held because the place is full dt, TEU·ms.
  };
  struct Corridor {
    std::int64_t p99_min = 0;                                                            ///< Minutes.
    std::int64_t with_due = 0, in_time = 0, perishable = 0, spoiled = 0, inspected = 0;  ///< Consignments.
    OverWindow lots{}, transit_ms{};                                                     ///< By when they were ready.
  };
  struct Count {
    std::int64_t all = 0, some = 0;
  };

  std::vector<Load> resources, links;
  std::vector<Boarding> boardings;  ///< Service by service, stop by stop, the last stops too.
  std::vector<Room> rooms;          ///< By place.
  std::vector<Corridor> corridors;
  std::vector<Count> flows;        ///< Consignments of the cohort; of them unfinished.
  std::vector<Count> routes;       ///< Flow by flow: consignments of the cohort, on the route.
  std::vector<Count> connections;  ///< By service: made to it; of them missed.
  std::int64_t ended_ms = 0;       ///< When the run ended, since its start.

  [[nodiscard]] bool is_empty() const { return resources.empty() && corridors.empty() && flows.empty(); }
};

// The one list of the numbers of each row: storing, reading and adding up all go through it.

template<class Visit>
void each_of(OverWindow& sums, Visit const& visit) {
  for (std::int64_t& sum : sums) visit(sum);
}
template<class Visit>
void each_number(Evidence::Load& row, Visit const& visit) {
  visit(row.asked), visit(row.served), visit(row.unserved), visit(row.offered);
  each_of(row.waiting, visit);
}
template<class Visit>
void each_number(Evidence::Boarding& row, Visit const& visit) {
  visit(row.room), visit(row.wanted);
  each_of(row.runs, visit);
  each_of(row.left_behind, visit);
}
template<class Visit>
void each_number(Evidence::Room& row, Visit const& visit) {
  visit(row.yard), visit(row.yard_capacity), visit(row.yard_changed_ms);
  visit(row.tracks), visit(row.tracks_capacity), visit(row.tracks_changed_ms);
  visit(row.blocked), visit(row.smallest_teu), visit(row.incomplete);
  each_of(row.blocked_teu, visit);
}
template<class Visit>
void each_number(Evidence::Corridor& row, Visit const& visit) {
  visit(row.p99_min), visit(row.with_due), visit(row.in_time), visit(row.perishable), visit(row.spoiled);
  visit(row.inspected);
  each_of(row.lots, visit);
  each_of(row.transit_ms, visit);
}
template<class Visit>
void each_number(Evidence::Count& row, Visit const& visit) {
  visit(row.all), visit(row.some);
}

/// Calls `visit(name, table)` for each table.
template<class Evidence, class Visit>
void each_table(Evidence& evidence, Visit const& visit) {
  visit("resources", evidence.resources);
  visit("links", evidence.links);
  visit("boardings", evidence.boardings);
  visit("rooms", evidence.rooms);
  visit("corridors", evidence.corridors);
  visit("flows", evidence.flows);
  visit("routes", evidence.routes);
  visit("connections", evidence.connections);
}

/// All numbers of the evidence one after the other, by table; and back. Throws BrokenPromise where they do not fit.
std::vector<std::pair<std::string, std::vector<std::int64_t>>> numbers_of(Evidence);
void set_numbers(Evidence&, std::string const& table, std::vector<std::int64_t> const&);

/// Adds every number of the other, which is of the same scenario, but for `ended_ms`: the latest counts.
void add(Evidence& sum, Evidence other);

}  // namespace shudao::experiment
