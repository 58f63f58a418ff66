#include <fmt/format.h>

#include <algorithm>

#include "sim/base/time_zone.h"
#include "sim/experiment/guard_checks.h"

namespace shudao::experiment {
namespace {

constexpr std::int64_t kStillMs = 7 * 86'400'000LL;  // Nothing came or went for a week.

/// A yard or the tracks of a place, and for which of them what is in it waits, if for any.
struct Node {
  std::size_t place = 0;
  bool is_tracks = false;
  std::vector<std::size_t> awaits;
};

std::size_t yard_of(std::size_t place) { return 2 * place; }
std::size_t tracks_of(std::size_t place) { return 2 * place + 1; }

/// The place that keeps the books of the yard of a place.
std::size_t owner_of(scenarios::Scenario const& scenario, std::size_t place) {
  auto const& other = scenario.places[scenarios::PlaceId{place}].yard.shared_with;
  return other.is_none() ? place : other.index();
}

/// Who waits for whom when a run ended. On tracks that have been full for a week, trains wait for room to unload; in a
/// yard that has been full as long, cargo waits for a train that finds no track, or for its own other parts.
std::vector<Node> nodes_of(scenarios::Scenario const& scenario, Evidence const& evidence) {
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < evidence.rooms.size(); ++i) {
    Evidence::Room const& room = evidence.rooms[i];
    std::size_t const owner = owner_of(scenario, i);
    Evidence::Room const& yard = evidence.rooms[owner];
    bool const is_yard_full = room.blocked > 0 && yard.yard_capacity >= 0 &&
                              yard.yard + room.smallest_teu > yard.yard_capacity &&
                              evidence.ended_ms - yard.yard_changed_ms >= kStillMs;
    bool const are_tracks_full = room.tracks_capacity >= 0 && room.tracks >= room.tracks_capacity &&
                                 evidence.ended_ms - room.tracks_changed_ms >= kStillMs;
    nodes.resize(2 * evidence.rooms.size());
    nodes[yard_of(i)].place = nodes[tracks_of(i)].place = i;
    nodes[tracks_of(i)].is_tracks = true;
    if (is_yard_full && room.incomplete > 0) nodes[yard_of(owner)].awaits.push_back(yard_of(owner));
    if (!is_yard_full || !are_tracks_full) continue;
    nodes[yard_of(owner)].awaits.push_back(tracks_of(i));
    nodes[tracks_of(i)].awaits.push_back(yard_of(owner));
  }
  return nodes;
}

/// The way from `at` back to `goal`, `at` and what comes after it; empty if there is none.
std::vector<std::size_t> way_to(std::vector<Node> const& nodes, std::size_t at, std::size_t goal,
                                std::vector<bool>& seen) {
  for (std::size_t const next : nodes[at].awaits) {
    if (next == goal) return {at};
    if (seen[next]) continue;
    seen[next] = true;
    std::vector<std::size_t> rest = way_to(nodes, next, goal, seen);
    if (rest.empty()) continue;
    rest.insert(rest.begin(), at);
    return rest;
  }
  return {};
}

std::vector<std::size_t> first_circle(std::vector<Node> const& nodes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    std::vector<bool> seen(nodes.size());
    if (auto circle = way_to(nodes, i, i, seen); !circle.empty()) return circle;
  }
  return {};
}

scenarios::Text words_of(Node const& node, scenarios::Scenario const& scenario, Evidence const& evidence) {
  scenarios::Text const& place = scenario.places[scenarios::PlaceId{node.place}].name;
  Evidence::Room const& room = evidence.rooms[node.place];
  if (node.is_tracks)
    return {fmt::format("{}的股道（{}/{} 列）", place.zh, room.tracks, room.tracks_capacity),
            fmt::format("the tracks of {} ({} of {} taken)", place.en, room.tracks, room.tracks_capacity)};
  return {fmt::format("{}的堆场（{}/{} TEU）", place.zh, room.yard, room.yard_capacity),
          fmt::format("the yard of {} ({} of {} TEU)", place.en, room.yard, room.yard_capacity)};
}

GuardRail deadlock(std::vector<Node> const& nodes, std::vector<std::size_t> const& circle, Replication const& run,
                   scenarios::Scenario const& scenario) {
  Evidence const& evidence = run.result.evidence;
  scenarios::Text chain;
  std::int64_t still_since = 0, blocked = 0;
  for (std::size_t const i : circle) {
    scenarios::Text const words = words_of(nodes[i], scenario, evidence);
    chain.zh += (chain.zh.empty() ? "" : "等") + words.zh;
    chain.en += (chain.en.empty() ? "" : " waits for ") + words.en;
    Evidence::Room const& room = evidence.rooms[nodes[i].place];
    still_since = std::max(still_since, nodes[i].is_tracks ? room.tracks_changed_ms : room.yard_changed_ms);
    blocked = std::max(blocked, room.blocked);
  }
  scenarios::Text const first = words_of(nodes[circle.front()], scenario, evidence);
  std::string const since = utc_text(scenario.start + Duration::from_ms(still_since));
  return warning(GuardRailKind::deadlock, scenario.places[scenarios::PlaceId{nodes[circle.front()].place}].id,
                 static_cast<double>(blocked), 0, "consignments",
                 {fmt::format("死锁（第 {} 次重复，{} 起）：{}等{}；{} 批货等待腾出地方。", run.number, since, chain.zh,
                              first.zh, blocked),
                  fmt::format("Deadlock (replication {}, since {}): {} waits for {}; {} consignments wait for room.",
                              run.number, since, chain.en, first.en, blocked)});
}

}  // namespace

void check_deadlock(Examined const& all, GuardRails& found) {
  for (Replication const& run : all.replications) {
    if (run.result.unfinished == 0) continue;
    std::vector<Node> const nodes = nodes_of(all.scenario, run.result.evidence);
    auto const circle = first_circle(nodes);
    if (circle.empty()) continue;
    found.push_back(deadlock(nodes, circle, run, all.scenario));
    return;
  }
}

}  // namespace shudao::experiment
