#include <array>

#include "scenarios/validation.h"

namespace shudao::scenarios {

namespace {

struct NamedUnit {
  char const* name;
  Unit unit;
};

using D = Dimension;

constexpr std::array kPlainUnits = {
    NamedUnit{"h", {D::time, 1}},
    NamedUnit{"d", {D::time, 24}},
    NamedUnit{"min", {D::time, 1.0 / 60}},
    NamedUnit{"km/h", {D::speed, 1}},
    NamedUnit{"CNY/TEU", {D::cny_per_teu, 1}},
    NamedUnit{"kg/TEU", {D::kg_per_teu, 1}},
    NamedUnit{"g/TEU", {D::kg_per_teu, 0.001}},
    NamedUnit{"t/TEU", {D::kg_per_teu, 1000}},
    NamedUnit{"g/TEU-km", {D::g_per_teu_km, 1}},
    NamedUnit{"kg/TEU-km", {D::g_per_teu_km, 1000}},
    NamedUnit{"TEU", {D::teu, 1}},
    NamedUnit{"number", {D::number, 1}},
    NamedUnit{"1", {D::share, 1}},
    NamedUnit{"%", {D::share, 0.01}},
};
constexpr std::array kCounted = {
    NamedUnit{"TEU", {D::teu_per_year, 1}},         NamedUnit{"vehicles", {D::vehicles_per_year, 1}},
    NamedUnit{"trains", {D::vehicles_per_year, 1}}, NamedUnit{"ships", {D::vehicles_per_year, 1}},
    NamedUnit{"trucks", {D::vehicles_per_year, 1}}, NamedUnit{"flights", {D::vehicles_per_year, 1}}};
constexpr double kDaysPerYear = 365.2425;  // Gregorian mean
struct Span {
  char const* name;
  double per_year;
};
constexpr std::array kSpans = {Span{"/yr", 1}, Span{"/month", 12}, Span{"/week", kDaysPerYear / 7},
                               Span{"/d", kDaysPerYear}};

template<class Visit>
void each_unit(Visit const& visit) {
  for (NamedUnit const& named : kPlainUnits) visit(std::string{named.name}, named.unit);
  for (NamedUnit const& counted : kCounted) {
    for (Span const& span : kSpans)
      visit(std::string{counted.name} + span.name, Unit{counted.unit.dimension, span.per_year});
  }
}

}  // namespace

std::optional<Unit> unit_called(std::string const& wanted) {
  std::optional<Unit> found;
  each_unit([&](std::string const& name, Unit const& unit) {
    if (name == wanted) found = unit;
  });
  return found;
}

std::vector<std::string> units_of(Dimension dimension) {
  std::vector<std::string> names;
  each_unit([&](std::string const& name, Unit const& unit) {
    if (unit.dimension == dimension) names.push_back(name);
  });
  return names;
}

Dimension dimension_of(Selector const& selector) {
  switch (selector.kind) {
    case MeasureKind::transit_time:
    case MeasureKind::journey_time:
    case MeasureKind::stay:
    case MeasureKind::hours:
    case MeasureKind::vehicle_time:
    case MeasureKind::process_time:
    case MeasureKind::wait:
    case MeasureKind::time_to:
      return Dimension::time;
    case MeasureKind::speed:
    case MeasureKind::vehicle_speed:
      return Dimension::speed;
    case MeasureKind::queue:
    case MeasureKind::repeats:
      return Dimension::number;
    case MeasureKind::utilisation:
    case MeasureKind::load_factor:
    case MeasureKind::spoilage:
      return Dimension::share;
    case MeasureKind::throughput:
      return selector.counts_vehicles ? Dimension::vehicles_per_year : Dimension::teu_per_year;
    case MeasureKind::cost:
      return Dimension::cny_per_teu;
    case MeasureKind::co2e:
      return selector.is_per_teu_km ? Dimension::g_per_teu_km : Dimension::kg_per_teu;
    case MeasureKind::teu_present:
      return Dimension::teu;
  }
  return Dimension::share;
}

char const* name_of(MeasureKind kind) {
  constexpr std::array kNames = {"transit_time", "journey_time",  "stay",         "hours",  "speed",
                                 "vehicle_time", "vehicle_speed", "process_time", "wait",   "queue",
                                 "utilisation",  "throughput",    "cost",         "co2e",   "load_factor",
                                 "teu_present",  "time_to",       "spoilage",     "repeats"};
  return kNames.at(static_cast<std::size_t>(kind));
}

}  // namespace shudao::scenarios
