#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/cost_item.h"
#include "scenarios/scenario.h"

namespace shudao::scenarios {

enum class MeasureKind : std::uint8_t {
  transit_time,
  journey_time,
  stay,
  hours,
  speed,
  vehicle_time,
  vehicle_speed,
  process_time,
  wait,
  queue,
  utilisation,
  throughput,
  cost,
  co2e,
  load_factor,
  teu_present,
  time_to,
  spoilage,
  repeats
};
enum class Statistic : std::uint8_t { mean, sd, p10, p50, p90, p95, most };

/// What in the simulation an observed figure is. Things are called by their ids, because worlds number them
/// differently; every id exists in the world of the selector. Empty: not asked for.
struct Selector {
  MeasureKind kind = MeasureKind::transit_time;
  Statistic statistic = Statistic::mean;
  std::string corridor;
  std::vector<std::string> flows, regimes, commodities, directions, firm_classes;
  std::vector<std::string> services, links;
  std::string place, from, to;
  std::string process, after_step, until_step;  ///< Names inside the place, and inside the process.
  std::string resource;                         ///< "place/resource".
  std::string at;                               ///< Place, link or service.
  std::string step;                             ///< Name inside the process.
  std::string token;
  std::string credited_to;      ///< Place that the cargo is registered at.
  std::vector<CostItem> items;  ///< Of the cost.
  std::vector<Component> components;
  bool begins_at_arrival = false, ends_at_departure = false;
  bool counts_stops = true;        ///< Of a speed.
  bool counts_vehicles = false;    ///< Of a throughput; otherwise TEU.
  bool is_per_teu_km = false;      ///< Of CO2e; otherwise per TEU.
  std::optional<Interval> during;  ///< None: the window.
};

/// What a figure is a figure of; each has one unit inside the program.
enum class Dimension : std::uint8_t {
  time,               ///< h
  speed,              ///< km/h
  teu_per_year,       ///< TEU/yr
  vehicles_per_year,  ///< vehicles/yr
  cny_per_teu,        ///< CNY/TEU
  kg_per_teu,         ///< kg/TEU
  g_per_teu_km,       ///< g/TEU-km
  teu,                ///< TEU
  number,
  share  ///< 1
};
Dimension dimension_of(Selector const&);
/// A unit by its name, and what turns it into the unit inside.
struct Unit {
  Dimension dimension = Dimension::share;
  double factor = 1;
};
std::optional<Unit> unit_called(std::string const&);
/// The names of the units of a dimension, for messages.
std::vector<std::string> units_of(Dimension);

/// A measure in a world: the key of Validation::worlds.
struct Term {
  Selector measure;
  std::string world;
};

enum class Relation : std::uint8_t { alone, minus, over };

/// One observed figure and what in the simulation it is.
struct OutcomeRow {
  std::string id;
  Text name;
  bool is_held_out = false;
  double value = 0, low = 0, high = 0;  ///< In `unit`; low ≤ value ≤ high.
  bool is_range_published = false;      ///< Otherwise it comes from `tolerance_percent`.
  std::string unit_name;
  Unit unit;
  int year = 0;
  std::string source;
  char grade = ' ';
  std::string why_range;
  double weight = 1;
  Term first;
  Relation relation = Relation::alone;
  Term second;  ///< Means nothing if alone.
  Text explanation;
  std::string pointer;  ///< Where the row stands.
  int line = 0;
};

/// An input that a calibration may change: numbers of the scenario that are multiplied by one factor.
struct FreeInput {
  std::string name;
  std::vector<std::size_t> numbers;  ///< Into Scenario::numbers of the scenario; each has low and high.
  double least = 1, most = 1;        ///< The factors that keep every number inside its range.
  std::vector<std::string> rows;     ///< Calibrated rows; all of them if empty in the file.
};

/// A file of observed figures, its worlds read and everything in it checked.
struct Validation {
  std::string file;
  Text title;
  std::string scenario_file;               ///< As it can be opened from here.
  std::map<std::string, Scenario> worlds;  ///< By the name in the file; "" is the scenario itself.
  std::vector<OutcomeRow> rows;            ///< By id.
  std::vector<FreeInput> free;             ///< By name.
  std::vector<Source> sources;             ///< Of the file itself.
  std::vector<std::string> notes;

  [[nodiscard]] Scenario const& scenario() const { return worlds.at(""); }
};

/// Throws InputErrors with all that is wrong with the file and its worlds, FileError if it cannot be read.
Validation read_validation(std::string const& path);
/// Whether the file is one, by its members "rows" and "scenario"; false for what is no JSON object.
bool is_validation(std::string const& path);
/// Whether the file is a patch with this id.
bool is_patch_called(std::string const& path, std::string const& id);
/// The published JSON Schema, generated from the reader.
std::string validation_schema();

char const* name_of(MeasureKind);

}  // namespace shudao::scenarios
