#include "sim/experiment/figures/timelines_store.h"

#include "sim/experiment/figures/each_figure_measure.h"
#include "sim/experiment/figures/table_rows.h"

namespace shudao::experiment {

char const* const kTimelineSchema = R"sql(
CREATE TABLE day_series (role TEXT, thing TEXT, series TEXT, day INTEGER, mean REAL, p10 REAL, p90 REAL,
  PRIMARY KEY (role, thing, series, day)) WITHOUT ROWID;
CREATE TABLE week_series (role TEXT, thing TEXT, series TEXT, weekday INTEGER, hour INTEGER, mean REAL,
  PRIMARY KEY (role, thing, series, weekday, hour)) WITHOUT ROWID;
CREATE TABLE series_hours (role TEXT, thing TEXT, series TEXT, rank INTEGER, hours REAL,
  PRIMARY KEY (role, thing, series)) WITHOUT ROWID;
CREATE TABLE link_flow (role TEXT, service TEXT, link TEXT, number INTEGER, from_place TEXT, to_place TEXT, mode TEXT,
  measure TEXT, value REAL, ci_low REAL, ci_high REAL, n INTEGER, PRIMARY KEY (role, service, link, number, measure))
  WITHOUT ROWID;
CREATE TABLE vehicle_stop (role TEXT, service TEXT, vehicle INTEGER, stop INTEGER, place TEXT, km REAL,
  arrival_ms INTEGER, departure_ms INTEGER, PRIMARY KEY (role, service, vehicle, stop)) WITHOUT ROWID;
)sql";

namespace {

void write_days(TableRows& days, std::string const& role, std::string const& thing, char const* series,
                DayCurve const& curve) {
  for (std::size_t day = 0; day < curve.mean.size(); ++day) {
    days.add(role, thing, series, static_cast<int>(day), curve.mean[day], curve.p10[day], curve.p90[day]);
  }
}

void write_series(SQLite::Database& database, std::string const& role, Timelines const& timelines) {
  TableRows days{database, "day_series", 7}, week{database, "week_series", 6}, hours{database, "series_hours", 5};
  int rank = 0;
  for (ResourceTimeline const& line : timelines.resources) {
    hours.add(role, line.resource, "queue", ++rank, line.waiting_h);
    write_days(days, role, line.resource, "queue", line.queue);
    write_days(days, role, line.resource, "utilisation", line.utilisation);
    for (std::size_t hour = 0; hour < line.week.size(); ++hour) {
      week.add(role, line.resource, "queue", static_cast<int>(hour / 24), static_cast<int>(hour % 24), line.week[hour]);
    }
  }
  rank = 0;
  for (YardTimeline const& line : timelines.yards) {
    hours.add(role, line.place, "yard_teu", ++rank, line.teu_h);
    write_days(days, role, line.place, "yard_teu", line.teu);
  }
}

void write_link_flows(SQLite::Database& database, std::string const& role, std::vector<LinkFlow> const& flows) {
  TableRows rows{database, "link_flow", 12};
  int number = 0;  // A service may pass a link more than once.
  for (LinkFlow const& flow : flows) {
    each_measure(flow, [&](auto const& name, Measure const& measure) {
      rows.add_measure(measure, role, flow.service, flow.link, number, flow.from, flow.to, flow.mode, name);
    });
    ++number;
  }
}

void write_runs(SQLite::Database& database, std::string const& role, std::vector<VehicleRun> const& runs) {
  SQLite::Statement insert{database, "INSERT INTO vehicle_stop VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
  for (VehicleRun const& run : runs) {
    for (std::size_t i = 0; i < run.stops.size(); ++i) {
      VehicleRun::Stop const& stop = run.stops[i];
      SQLite::bind(insert, role, run.service, run.number, static_cast<int>(i), stop.place, stop.km);
      if (stop.arrival) insert.bind(7, stop.arrival->ms());
      if (stop.departure) insert.bind(8, stop.departure->ms());
      insert.exec();
      insert.reset();
      insert.clearBindings();
    }
  }
}

}  // namespace

void write_timelines(SQLite::Database& database, std::string const& role, Figures const& figures) {
  write_series(database, role, figures.timelines);
  write_link_flows(database, role, figures.link_flows);
  write_runs(database, role, figures.runs);
}

}  // namespace shudao::experiment
