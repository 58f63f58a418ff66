#include "sim/experiment/rows.h"

#include "sim/experiment/each_measure.h"
#include "sim/experiment/figures/figures_store.h"

namespace shudao::experiment {
namespace {

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

}  // namespace

void write_result(SQLite::Database& database, std::string const& role, ScenarioResult const& result) {
  write_law(database, role, "conservation", result.laws.conservation);
  write_law(database, role, "ledger", result.laws.ledger);
  write_law(database, role, "little", result.laws.little);
  write_law(database, role, "capacity", result.laws.capacity);
  write_law(database, role, "boxes", result.laws.boxes);
  for (std::size_t i = 0; i < result.notes.size(); ++i) {
    insert(database, "note", role, static_cast<int>(i), result.notes[i]);
  }
  for (std::size_t i = 0; i < result.guard_rails.size(); ++i) {
    GuardRail const& one = result.guard_rails[i];
    insert(database, "guard_rail", role, static_cast<int>(i), name_of(one.kind), name_of(one.weight()), one.where,
           one.value, one.limit, one.unit, one.sentence.zh, one.sentence.en, one.remedy.zh, one.remedy.en);
  }
  for (CorridorResult const& corridor : result.corridors) write_corridor(database, role, corridor);
  for (PlaceResult const& place : result.places) write_place(database, role, place);
  for (FlowResult const& flow : result.flows) write_flow(database, role, flow);
  for (ServiceResult const& service : result.services) write_service(database, role, service);
  write_figures(database, role, result.figures);
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

}  // namespace shudao::experiment
