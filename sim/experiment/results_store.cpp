#include "sim/experiment/results_store.h"

#include <unistd.h>

#include <array>
#include <filesystem>

#include "sim/experiment/codec.h"
#include "sim/experiment/database.h"
#include "sim/experiment/each_measure.h"
#include "sim/experiment/figures/figures_store.h"
#include "sim/experiment/program.h"
#include "sim/experiment/schema.h"

namespace shudao::experiment {
namespace {

template<class... Values>
void insert(SQLite::Database& database, std::string const& table, Values const&... values) {
  std::string marks;
  for (std::size_t i = 0; i < sizeof...(values); ++i) marks += i == 0 ? "?" : ", ?";
  SQLite::Statement statement{database, "INSERT INTO " + table + " VALUES (" + marks + ")"};
  int place = 0;
  (statement.bind(++place, values), ...);
  statement.exec();
}

/// Four columns of one measure: value, ci_low, ci_high, n, after the columns that say whose it is.
template<class... Keys>
void insert_measure(SQLite::Database& database, std::string const& table, Measure const& measure, Keys const&... keys) {
  std::string marks;
  for (std::size_t i = 0; i < sizeof...(keys); ++i) marks += "?, ";
  SQLite::Statement statement{database, "INSERT INTO " + table + " VALUES (" + marks + "?, ?, ?, ?)"};
  int place = 0;
  (statement.bind(++place, keys), ...);
  statement.bind(place + 1, measure.value);
  if (measure.ci95) {
    statement.bind(place + 2, (*measure.ci95)[0]);
    statement.bind(place + 3, (*measure.ci95)[1]);
  }
  statement.bind(place + 4, measure.n);
  statement.exec();
}

void write_law(SQLite::Database& database, std::string const& role, char const* name, Law const& law) {
  insert(database, "law", role, name, static_cast<int>(law.holds));
  for (std::size_t i = 0; i < law.breaches.size(); ++i) {
    insert(database, "law_breach", role, name, static_cast<int>(i), law.breaches[i]);
  }
}

void write_corridor(SQLite::Database& database, std::string const& role, CorridorResult const& corridor) {
  insert(database, "corridor", role, corridor.id, corridor.from, corridor.to, corridor.consignments, nullptr,
         corridor.cut_zh, corridor.cut_en);
  if (corridor.min_cut_teu_per_year) {
    SQLite::Statement update{database, "UPDATE corridor SET min_cut_teu_per_year = ? WHERE role = ? AND corridor = ?"};
    SQLite::bind(update, corridor.min_cut_teu_per_year->value, role, corridor.id);
    update.exec();
  }
  each_measure(corridor, [&](std::string const& name, Measure const& measure) {
    insert_measure(database, "corridor_measure", measure, role, corridor.id, name);
  });
  for (Cause const& cause : corridor.causes) {
    insert_measure(database, "component_measure", cause.hours, role, corridor.id, scenarios::name_of(cause.component),
                   cause.where);
  }
}

void write_place(SQLite::Database& database, std::string const& role, PlaceResult const& place) {
  each_measure(place, [&](std::string const& name, Measure const& measure) {
    insert_measure(database, "place_measure", measure, role, place.id, name);
  });
  if (place.max_yard_teu)
    insert_measure(database, "place_measure", *place.max_yard_teu, role, place.id, "max_yard_teu");
  auto const insert_if = [&](char const* name, std::optional<Measure> const& measure) {
    if (measure) insert_measure(database, "place_measure", *measure, role, place.id, name);
  };
  insert_if("empty_teu_per_year", place.empty_teu_per_year);
  insert_if("empty_share", place.empty_share);
  for (DepotResult const& depot : place.depot) {
    each_measure(depot, [&](std::string const& name, Measure const& measure) {
      insert_measure(database, "place_measure", measure, role, place.id, "boxes." + depot.kind + "." + name);
    });
  }
  for (ResourceResult const& resource : place.resources) {
    each_measure(resource, [&](std::string const& name, Measure const& measure) {
      insert_measure(database, "resource_measure", measure, role, resource.id, name);
    });
  }
}

void write_service(SQLite::Database& database, std::string const& role, ServiceResult const& service) {
  each_measure(service, [&](std::string const& name, Measure const& measure) {
    insert_measure(database, "service_measure", measure, role, service.id, name);
  });
  if (service.empty_share)
    insert_measure(database, "service_measure", *service.empty_share, role, service.id, "empty_share");
  for (ConnectionResult const& connection : service.connections) {
    each_measure(connection, [&](std::string const& name, Measure const& measure) {
      insert_measure(database, "service_measure", measure, role, service.id,
                     "connections." + connection.place + "." + name);
    });
  }
}

void write_flow(SQLite::Database& database, std::string const& role, FlowResult const& flow) {
  for (RouteResult const& route : flow.routes) {
    each_measure(route, [&](std::string const& name, Measure const& measure) {
      insert_measure(database, "route_measure", measure, role, flow.id, route.id, name);
    });
  }
}

void write_result(SQLite::Database& database, std::string const& role, scenarios::Scenario const& scenario,
                  ScenarioResult const& result) {
  insert(database, "scenario", role, result.scenario, result.title.zh, result.title.en, text(result.fingerprint),
         std::to_string(result.seed), result.replications, static_cast<std::int64_t>(result.events),
         text(result.run_digest), text(result.ledger_digest), result.unfinished, scenario.document);
  write_law(database, role, "conservation", result.laws.conservation);
  write_law(database, role, "ledger", result.laws.ledger);
  write_law(database, role, "little", result.laws.little);
  write_law(database, role, "capacity", result.laws.capacity);
  write_law(database, role, "boxes", result.laws.boxes);
  for (std::size_t i = 0; i < result.notes.size(); ++i) {
    insert(database, "note", role, static_cast<int>(i), result.notes[i]);
  }
  for (CorridorResult const& corridor : result.corridors) write_corridor(database, role, corridor);
  for (PlaceResult const& place : result.places) write_place(database, role, place);
  for (FlowResult const& flow : result.flows) write_flow(database, role, flow);
  for (ServiceResult const& service : result.services) write_service(database, role, service);
  write_figures(database, role, result.figures);
}

void write_life(SQLite::Database& database, std::string const& role, Life const& life) {
  insert(database, "ledger_sample", role, life.consignment, life.replication, life.teu, life.ready.ms());
  for (std::size_t i = 0; i < life.entries.size(); ++i) {
    LifeEntry const& entry = life.entries[i];
    insert(database, "ledger_entry", role, life.consignment, life.replication, static_cast<std::int64_t>(i),
           scenarios::name_of(entry.component), entry.charged_to, entry.at, entry.from.ms(), entry.to.ms());
  }
}

void write_replication(SQLite::Database& database, std::string const& role, Replication const& replication) {
  ScenarioResult const& result = replication.result;
  insert(database, "replication", role, replication.number, static_cast<std::int64_t>(result.events),
         text(result.run_digest), text(result.ledger_digest), text_of(result));
  for (Life const& life : replication.lives) write_life(database, role, life);
}

void write_differences(SQLite::Database& database, std::string const& role, Alternative const& alternative) {
  for (CorridorDifference const& d : alternative.corridors) {
    insert(database, "comparison", role, d.corridor, static_cast<int>(d.is_exactly_equal), d.pairs, d.base_only,
           d.alternative_only, d.base_mean_h, d.alternative_mean_h, d.correlation, d.sentence_zh, d.sentence_en);
    each_measure(d, [&](std::string const& name, Measure const& measure) {
      insert_measure(database, "comparison_measure", measure, role, d.corridor, name);
    });
  }
  for (std::size_t i = 0; i < alternative.refusals.size(); ++i) {
    insert(database, "refusal", role, static_cast<int>(i), alternative.refusals[i]);
  }
}

void write_manifest(SQLite::Database& database, FinishedStudy const& study) {
  scenarios::Scenario const& base = *study.scenarios.front();
  insert(database, "manifest", "fault", std::to_string(static_cast<int>(study.key.fault)));
  insert(database, "manifest", "program_version", program_version());
  insert(database, "manifest", "replications", std::to_string(study.units->size()));
  insert(database, "manifest", "seed", std::to_string(study.key.seed));
  insert(database, "manifest", "zone_offsets", base.zone.offsets_text(base.start, base.horizon() + base.cap));
}

void write_run_info(SQLite::Database& database, FinishedStudy const& study) {
  std::array<char, 256> host{};
  gethostname(host.data(), host.size() - 1);
  insert(database, "run_info", "executor", study.info.executor);
  insert(database, "run_info", "host", host.data());
  insert(database, "run_info", "program", study.key.program);
  insert(database, "run_info", "replications_reused", std::to_string(study.info.replications_reused));
  insert(database, "run_info", "threads", std::to_string(study.info.threads));
  insert(database, "run_info", "wall_s", std::to_string(study.info.wall_s));
}

void write_all(SQLite::Database& database, FinishedStudy const& study) {
  SQLite::Transaction transaction{database};
  mark_kind(database, kFinishedApplication);
  database.exec(kSchema);
  database.exec(kFigureSchema);
  write_manifest(database, study);
  write_run_info(database, study);
  write_result(database, role_of(0), *study.scenarios[0], study.comparison->base);
  for (std::size_t side = 1; side < study.scenarios.size(); ++side) {
    Alternative const& alternative = study.comparison->alternatives.at(side - 1);
    write_result(database, role_of(side), *study.scenarios[side], alternative.result);
    write_differences(database, role_of(side), alternative);
  }
  for (std::size_t side = 0; side < study.scenarios.size(); ++side)
    for (Unit const& unit : *study.units) write_replication(database, role_of(side), unit.sides.at(side));
  insert(database, "results", 1, text_of(*study.comparison));
  transaction.commit();
}

void remove_with_sides(std::string const& path) {
  std::error_code ignored;
  for (char const* side : {"", "-journal", "-wal", "-shm"}) std::filesystem::remove(path + side, ignored);
}

}  // namespace

std::string role_of(std::size_t side) {
  if (side == 0) return "base";
  return side == 1 ? "alternative" : "alternative-" + std::to_string(side);
}

void write_store(std::string const& path, FinishedStudy const& study) {
  std::string const beside = path + ".finishing";
  remove_with_sides(beside);
  with_file(beside, [&] {
    SQLite::Database database{beside, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    write_all(database, study);
  });
  std::error_code failure;
  std::filesystem::rename(beside, path, failure);
  if (failure) throw FileError{path + ": " + failure.message()};
  for (char const* side : {"-journal", "-wal", "-shm"}) std::filesystem::remove(path + side, failure);
}

}  // namespace shudao::experiment
