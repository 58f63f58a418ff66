#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "scenarios/scenario.h"

namespace shudao::cli {

/// What the program writes for people: Chinese, English or both side by side.
enum class Language : std::uint8_t { zh, en, both };

/// Every text the program says, by what it says. One catalogue (messages.cpp) holds each in both languages; a key
/// without its two texts does not compile.
enum class Key : std::uint8_t {
  // Measures and the heads of tables.
  measure,
  mean_days,
  p50_days,
  p95_days,
  throughput,
  min_cut,
  unlimited,
  cost,
  co2e,
  due_share,
  due_time,
  door_to_door,
  consignments,
  component,
  where,
  hours,
  share,
  sum,
  main_causes,
  places,
  place,
  dwell,
  resource,
  utilisation,
  mean_queue,
  mean_wait,
  services,
  service,
  departures,
  cancelled,
  load_factor,
  left_behind,
  depot,
  kind_of_box,
  stock_mean,
  stock_range,
  waited_share,
  wait_for_box,
  empty_share,
  missed_share,
  base,
  alternative,
  difference,
  correlation,
  local_time,
  utc_time,
  route,
  leg,
  flow,
  route_share,
  swing,
  distance,
  quickest_first,
  // Components of time, in the order of scenarios::Component.
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
  disrupted,
  // Laws.
  laws,
  holds,
  broken,
  conservation,
  ledger,
  little,
  capacity,
  boxes,
  // Sentences; {} stand for what is said in messages.cpp.
  run_summary,
  interval_note,
  few_replications_note,
  co2e_note,
  cut_note,
  unfinished,
  held,
  depot_dry,
  demand_note,
  swing_note,
  notes,
  refusal,
  no_difference_unfinished,
  pairs_note,
  // A line of progress.
  simulated_to,
  events_per_second,
  replication,
  time_left,
  interrupted,
  interrupted_unsaved,
  kept_in,
  replaced,
  reused,
  no_replication,
  scenario_is_sound,
  life_title,
  life_sum,
  no_route,
  // Faults.
  command_line,
  expected,
  found,
  nearest,
  error_head,
  file_error_head,
  internal_head,
  also_read,
  // The network and where its numbers come from.
  links,
  link,
  mode,
  rail,
  road,
  sea,
  inland_waterway,
  air,
  all_modes,
  grades,
  sources,
  kinds,
  slots_per_day,
  departures_per_week,
  teu_per_vehicle,
  corridor,
  demand,
  capacity_limit,
  demand_ratio,
  planned,
  no_timetable,
  connectivity,
  reach_summary,
  not_reached,
  unserved,
  alone_note,
  upper_bound_note,
  written_to,
  map_caption,
  number,
  value,
  range,
  unit,
  grade,
  source,
  calibrated,
  count,
  assumption,
  ungraded,
  grade_total,
  calibrated_total,
  sources_unused,
  elasticity_title,
  elasticity,
  at_low,
  at_high,
  elasticity_note,
  independent_note,
  not_tried,
  left_untried,
  interrupted_trials,
  count_
};

/// The text in one language; zh for Language::both.
std::string_view text(Key, Language);

/// A word or two for a table: "平均 mean" in both.
std::string label(Key, Language, std::string_view between = " ");

/// A name from the data; the other language, then `otherwise`, where one is missing.
std::string label(scenarios::Text const& name, Language, std::string const& otherwise, std::string_view between = " ");

Key key_of(scenarios::Component);
Key key_of(scenarios::Mode);

/// Joins what a person may read in either language: one of them, or both with `between`.
std::string in_language(std::string_view zh, std::string_view en, Language, std::string_view between);

}  // namespace shudao::cli
