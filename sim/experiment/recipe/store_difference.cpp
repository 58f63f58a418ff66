#include "sim/experiment/recipe/store_difference.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "sim/experiment/open_store.h"

namespace shudao::experiment {
namespace {

using Key = std::tuple<std::int64_t, std::int64_t, int>;  ///< Place of the world, replication, which digest.

struct Kept {
  std::string role, what, value;
};

/// The digests of single replications, in their order.
std::map<Key, Kept> digests_of_runs(std::string const& store, std::int64_t below) {
  return with_store(store, [below](SQLite::Database& database) {
    SQLite::Statement select{database,
                             "SELECT s.place, r.number, s.role, r.run_digest, r.ledger_digest FROM replication r JOIN "
                             "scenario s USING (role) WHERE r.number < ?"};
    select.bind(1, below);
    std::map<Key, Kept> all;
    while (select.executeStep()) {
      std::int64_t const place = select.getColumn(0).getInt64(), number = select.getColumn(1).getInt64();
      std::string const role = select.getColumn(2).getString();
      all[{place, number, 0}] = {role, "run_digest", select.getColumn(3).getString()};
      all[{place, number, 1}] = {role, "ledger_digest", select.getColumn(4).getString()};
    }
    return all;
  });
}

/// What all replications of a world, and all worlds, come to.
std::map<Key, Kept> digests_of_all(StoreDigests const& digests) {
  std::map<Key, Kept> all;
  std::int64_t place = 0;
  for (WorldDigests const& world : digests.worlds) {
    all[{place, -1, 0}] = {world.role, "replications", std::to_string(world.replications)};
    all[{place, -1, 1}] = {world.role, "run_digest", world.run_digest};
    all[{place++, -1, 2}] = {world.role, "ledger_digest", world.ledger_digest};
  }
  if (!digests.study_digest.empty()) all[{place, -1, 3}] = {"", "study_digest", digests.study_digest};
  return all;
}

void add_differences(std::vector<DigestDifference>& found, std::map<Key, Kept> const& was,
                     std::map<Key, Kept> const& is) {
  std::map<Key, Kept> both = was;
  both.insert(is.begin(), is.end());
  auto const in = [](std::map<Key, Kept> const& one, Key const& key) {
    auto const there = one.find(key);
    return there == one.end() ? std::string{"–"} : there->second.value;
  };
  for (auto const& [key, kept] : both)
    if (in(was, key) != in(is, key))
      found.push_back({kept.role, std::get<1>(key), kept.what, in(was, key), in(is, key)});
}

std::vector<std::string> tables_in(SQLite::Database& database) {
  SQLite::Statement select{database,
                           "SELECT name FROM main.sqlite_master WHERE type = 'table' UNION SELECT name FROM "
                           "again.sqlite_master WHERE type = 'table' ORDER BY 1"};
  std::vector<std::string> tables;
  while (select.executeStep()) tables.push_back(select.getColumn(0).getString());
  return tables;
}

/// Whether some row of the table is in one of them only; tables of other columns differ.
bool differs(SQLite::Database& database, std::string const& table) {
  std::string const where = table == "manifest" ? " WHERE key <> 'program_version'" : "";
  std::string const mine = "SELECT * FROM main." + table + where, its = "SELECT * FROM again." + table + where;
  try {
    for (std::string const& rows : {mine + " EXCEPT " + its, its + " EXCEPT " + mine}) {
      SQLite::Statement select{database, "SELECT 1 FROM (" + rows + ") LIMIT 1"};
      if (select.executeStep()) return true;
    }
  } catch (SQLite::Exception const&) {  // Only one of them has the table, or has such columns.
    return true;
  }
  return false;
}

bool is_emptied(SQLite::Database& database, std::string const& table) {
  return table == "lot_book" && database.execAndGet("SELECT count(*) FROM main.lot_book").getInt() == 0;
}

}  // namespace

StoreDigests read_digests(std::string const& store) {
  return with_store(store, [](SQLite::Database& database) {
    StoreDigests digests;
    SQLite::Statement select{database,
                             "SELECT role, id, run_digest, ledger_digest, replications FROM scenario ORDER BY place"};
    while (select.executeStep())
      digests.worlds.push_back({select.getColumn(0).getString(), select.getColumn(1).getString(),
                                select.getColumn(2).getString(), select.getColumn(3).getString(),
                                select.getColumn(4).getInt64()});
    SQLite::Statement study{database, "SELECT value FROM study WHERE key = 'study_digest'"};
    if (study.executeStep()) digests.study_digest = study.getColumn(0).getString();
    return digests;
  });
}

std::vector<DigestDifference> digest_differences(std::string const& store, std::string const& again,
                                                 std::int64_t replications) {
  std::vector<DigestDifference> found;
  add_differences(found, digests_of_runs(store, replications), digests_of_runs(again, replications));
  StoreDigests const was = read_digests(store);
  bool const is_whole = !was.worlds.empty() && was.worlds.front().replications <= replications;
  if (is_whole) add_differences(found, digests_of_all(was), digests_of_all(read_digests(again)));
  return found;
}

std::vector<std::string> differing_tables(std::string const& store, std::string const& again) {
  return with_store(store, [&](SQLite::Database& database) {
    SQLite::Statement attach{database, "ATTACH ? AS again"};
    attach.bind(1, again);
    attach.exec();
    std::vector<std::string> differing;
    for (std::string const& table : tables_in(database))
      if (table != "run_info" && !is_emptied(database, table) && differs(database, table)) differing.push_back(table);
    return differing;
  });
}

}  // namespace shudao::experiment
