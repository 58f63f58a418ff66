#include "sim/experiment/codec.h"
#include "sim/experiment/lives.h"
#include "sim/experiment/open_store.h"
#include "sim/experiment/row_checksum.h"
#include "sim/experiment/study.h"

namespace shudao::experiment {
namespace {

double wall_s_of(SQLite::Database& database) {
  SQLite::Statement select{database, "SELECT value FROM run_info WHERE key = 'wall_s'"};
  return select.executeStep() ? select.getColumn(0).getDouble() : 0;
}

}  // namespace

Comparison read_results(std::string const& store) {
  return with_store(store, [&](SQLite::Database& database) {
    SQLite::Statement select{database, "SELECT document, checksum FROM results"};
    if (!select.executeStep()) throw FileError{store + ": the store holds no results"};
    std::string const document = select.getColumn(0).getString();
    check_row(checksum_of_results(document), select.getColumn(1).getString(), "what it holds of the results");
    Comparison comparison = comparison_from(document);
    comparison.base.wall_s = wall_s_of(database);
    for (Alternative& alternative : comparison.alternatives) alternative.result.wall_s = comparison.base.wall_s;
    return comparison;
  });
}

std::vector<Life> read_lives(std::string const& store, std::string const& consignment) {
  return with_store(store, [&](SQLite::Database& database) { return lives_called(database, consignment); });
}

std::vector<std::string> sampled_consignments(std::string const& store) {
  return with_store(store, [&](SQLite::Database& database) {
    SQLite::Statement select{database, "SELECT DISTINCT consignment FROM ledger_sample ORDER BY consignment"};
    std::vector<std::string> names;
    while (select.executeStep()) names.push_back(select.getColumn(0).getString());
    return names;
  });
}

std::vector<std::pair<std::string, std::string>> read_documents(std::string const& store) {
  return with_store(store, [&](SQLite::Database& database) {
    SQLite::Statement select{database, "SELECT id, document FROM scenario ORDER BY place"};
    std::vector<std::pair<std::string, std::string>> documents;
    while (select.executeStep())
      documents.emplace_back(select.getColumn(0).getString(), select.getColumn(1).getString());
    return documents;
  });
}

}  // namespace shudao::experiment
