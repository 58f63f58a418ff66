#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/cost_item.h"
#include "scenarios/scenario.h"
#include "sim/base/digest.h"
#include "sim/experiment/evidence.h"
#include "sim/experiment/figures/figures.h"
#include "sim/experiment/findings.h"
#include "sim/experiment/guard_rail.h"
#include "sim/experiment/statistics/measure.h"

namespace shudao::experiment {

using CostMeasures = std::array<Measure, scenarios::kCostItemCount>;        ///< CNY per TEU, by item.
using ComponentMeasures = std::array<Measure, scenarios::kComponentCount>;  ///< h per consignment, by component.

struct TransitTime {
  Measure mean, sd, p10, p50, p90, p95;  ///< h, over the cohort.
};

/// Hours of one component at one place, link or service.
struct Cause {
  scenarios::Component component{};
  std::string where;  ///< Id of the place, link or service.
  Measure hours;      ///< Mean per consignment.
};

struct CorridorResult {
  std::string id, from, to;
  TransitTime transit_time_h;
  Measure throughput_teu_per_year;
  std::optional<Measure> min_cut_teu_per_year;  ///< None: unbounded. n = 0.
  std::string cut_zh, cut_en;                   ///< What the min-cut consists of.
  Measure cost_cny_per_teu;                     ///< The sum of its items.
  CostMeasures cost_items_cny_per_teu;
  Measure co2e_kg_per_teu;
  Measure due_share;      ///< Delivered by the due time, of consignments that have one; n = 0 if none.
  Measure spoiled_share;  ///< Of the TEU with a shelf life, under way for longer; n = 0 if none has one.
  ComponentMeasures components_h;
  std::vector<Cause> causes;      ///< The largest first; at most 12.
  std::int64_t consignments = 0;  ///< Cohort size over all replications.
  std::int64_t unfinished = 0;    ///< Of these, left under way by the cap: times and costs are lower bounds.
};

struct ResourceResult {
  std::string id;
  Measure utilisation;  ///< Busy server-time ÷ open server-time.
  Measure mean_queue;   ///< Time-average number waiting, over the window.
  Measure mean_wait_h;
};

/// The empty boxes of one kind at a place, over the window.
struct DepotResult {
  std::string kind;
  Measure stock_min_teu, stock_mean_teu, stock_max_teu;
  Measure waited_share;      ///< Of the consignments that asked for boxes: had to wait for them.
  Measure mean_wait_h;       ///< For boxes; of those that never got any, up to the end of the run.
  std::int64_t waiting = 0;  ///< Consignments that got none to the end, over all replications: the depot ran dry.
};

struct PlaceResult {
  std::string id;
  Measure throughput_teu_per_year;  ///< TEU that left the place, by departure or delivery, in the window.
  Measure dwell_h;                  ///< Mean stay of a consignment, over the cohort.
  Measure mean_teu_present;
  std::optional<Measure> max_yard_teu;
  std::vector<ResourceResult> resources;
  std::vector<DepotResult> depot;             ///< By kind.
  std::optional<Measure> empty_teu_per_year;  ///< Of the throughput; none: the world has no boxes.
  std::optional<Measure> empty_share;         ///< Of the throughput.
};

/// Where consignments change to a service with a timetable.
struct ConnectionResult {
  std::string place;
  Measure missed_share;  ///< Would have caught an earlier run, had they come as promised.
};

struct ServiceResult {
  std::string id;
  Measure departures_per_year, cancelled_per_year, load_factor, left_behind_teu_per_departure;
  std::optional<Measure> empty_share;         ///< Of the TEU-km carried; none: the world has no boxes.
  std::vector<ConnectionResult> connections;  ///< By place.
};

/// How the consignments of a flow took one of its routes.
struct RouteResult {
  std::string id;
  Measure share;           ///< Of the TEU of the cohort.
  Measure transit_time_h;  ///< Mean over the consignments of the cohort that took it.
  Measure swing;           ///< Amplitude of its weekly share beyond chance, in the second half of the window.
};

/// A flow with a choice.
struct FlowResult {
  static constexpr double kWidestSwing = 0.1;
  std::string id;
  std::vector<RouteResult> routes;
  /// Whether no share swings by more than a tenth of all.
  [[nodiscard]] bool settles() const {
    return std::none_of(routes.begin(), routes.end(), [](auto const& r) { return r.swing.value > kWidestSwing; });
  }
};

/// What the cap found cohort consignments held by: the last cause in their ledgers.
struct Held {
  scenarios::Component component{};
  std::string where;  ///< Id of the place, link or service.
  std::int64_t consignments = 0;
};

/// A law of docs/guides/laws.md and what broke it, if anything.
struct Law {
  bool holds = true;
  std::vector<std::string> breaches;  ///< At most 10, each naming consignment, place or vehicle and the amounts.
};
struct Laws {
  Law conservation, ledger, little, capacity, boxes;
  [[nodiscard]] bool hold() const {
    return conservation.holds && ledger.holds && little.holds && capacity.holds && boxes.holds;
  }
};

/// All that is known of one scenario after its replications.
struct ScenarioResult {
  std::string scenario;
  scenarios::Text title;
  std::uint64_t seed = 0;
  std::int64_t replications = 0;
  Fingerprint fingerprint;  ///< Of the scenario.
  Fingerprint run_digest, ledger_digest;
  std::uint64_t events = 0;
  std::int64_t consignment_legs = 0;  ///< Rides of delivered consignments, over all replications, warm-up included.
  double wall_s = 0;
  Laws laws;
  std::vector<CorridorResult> corridors;
  std::vector<PlaceResult> places;
  std::vector<ServiceResult> services;
  std::vector<FlowResult> flows;  ///< Those with a choice.
  Figures figures;
  std::int64_t unfinished = 0;  ///< Cohort consignments that the cap left under way, over all replications.
  std::vector<Held> held;       ///< What held them, most consignments first.
  std::vector<std::string> notes;
  Evidence evidence;                   ///< Of one replication; empty of several.
  std::vector<GuardRail> guard_rails;  ///< Of all replications; docs/guides/guard-rails.md.
};

/// Paired difference, alternative − base, per consignment name, then averaged inside each replication.
struct CorridorDifference {
  std::string corridor;
  bool is_exactly_equal = false;  ///< No consignment of the cohort differs in anything.
  Measure transit_time_h, p95_h, cost_cny_per_teu, co2e_kg_per_teu, throughput_teu_per_year;
  ComponentMeasures components_h;  ///< Sums to transit_time_h.
  Measure direct_h;  ///< The part of transit_time_h that comes about for consignments that the change touches.
  Measure relief_h;  ///< The part for all others: by queues and room that the touched ones left or took; the rest.
  double base_mean_h = 0, alternative_mean_h = 0, correlation = 0;
  std::int64_t pairs = 0, base_only = 0, alternative_only = 0;  ///< Consignments, over all replications.
  std::int64_t touched = 0;                                     ///< Of the pairs; scenarios/touched.h.
  Finding finding = Finding::unobserved;                        ///< On the mean time, among all comparisons.
  std::string sentence_zh, sentence_en;
};
/// A scenario beside the base: its own result and what differs.
struct Alternative {
  ScenarioResult result;
  std::vector<CorridorDifference> corridors;  ///< Of the corridors that both have.
  CorridorDifference overall;                 ///< Of all consignments, each once; without P95, throughput and sentence.
  std::vector<std::string> refusals;          ///< Why figures should not be put side by side: other horizon, demand.
};
struct Comparison {
  ScenarioResult base;
  std::vector<Alternative> alternatives;       ///< In the order asked for; none where one scenario was run.
  std::vector<MeasureComparison> comparisons;  ///< Of each alternative, corridor and headline measure, in this order.
  std::size_t compared = 0;                    ///< Comparisons that their p values are adjusted for.
  std::vector<Ranking> rankings;               ///< By corridor and headline measure.
  std::vector<Dominated> dominated;
};

}  // namespace shudao::experiment
