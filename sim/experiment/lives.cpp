#include "sim/experiment/lives.h"

#include "sim/experiment/row_checksum.h"

namespace shudao::experiment {
namespace {

scenarios::Component component_named(std::string const& name) {
  for (std::size_t c = 0; c < scenarios::kComponentCount; ++c) {
    auto const component = static_cast<scenarios::Component>(c);
    if (name == scenarios::name_of(component)) return component;
  }
  throw Unreadable{"a stored ledger has an unknown component: " + name};
}

std::vector<LifeEntry> entries_of(SQLite::Database& database, std::string const& role, Life const& life) {
  SQLite::Statement select{database,
                           "SELECT component, charged_to, at, from_ms, to_ms FROM ledger_entry WHERE role = ? AND "
                           "consignment = ? AND replication = ? ORDER BY number"};
  SQLite::bind(select, role, life.consignment, life.replication);
  std::vector<LifeEntry> entries;
  while (select.executeStep()) {
    entries.push_back({component_named(select.getColumn(0).getString()), select.getColumn(1).getString(),
                       select.getColumn(2).getString(), SimTime::from_ms(select.getColumn(3).getInt64()),
                       SimTime::from_ms(select.getColumn(4).getInt64())});
  }
  return entries;
}

/// From rows of role, scenario, consignment, replication, teu, ready_ms, checksum.
std::vector<Life> lives_from(SQLite::Database& database, SQLite::Statement& select) {
  std::vector<Life> lives;
  while (select.executeStep()) {
    Life life;
    life.scenario = select.getColumn(1).getString();
    life.consignment = select.getColumn(2).getString();
    life.replication = select.getColumn(3).getInt64();
    life.teu = select.getColumn(4).getInt64();
    life.ready = SimTime::from_ms(select.getColumn(5).getInt64());
    life.entries = entries_of(database, select.getColumn(0).getString(), life);
    check_row(checksum_of(life), select.getColumn(6).getString(), "the ledger of " + life.consignment);
    lives.push_back(std::move(life));
  }
  return lives;
}

constexpr char kLives[] =
    "SELECT role, id, consignment, s.replication, teu, ready_ms, checksum FROM ledger_sample s JOIN scenario USING "
    "(role) ";

}  // namespace

std::vector<Life> lives_of(SQLite::Database& database, std::string const& role, std::int64_t replication) {
  SQLite::Statement select{database, std::string{kLives} + "WHERE role = ? AND s.replication = ? ORDER BY consignment"};
  SQLite::bind(select, role, replication);
  return lives_from(database, select);
}

std::vector<Life> lives_called(SQLite::Database& database, std::string const& consignment) {
  SQLite::Statement select{database,
                           std::string{kLives} + "WHERE consignment = ? ORDER BY scenario.place, s.replication"};
  SQLite::bind(select, consignment);
  return lives_from(database, select);
}

}  // namespace shudao::experiment
