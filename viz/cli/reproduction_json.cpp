#include "viz/cli/json_parts.h"
#include "viz/cli/reproduction.h"
#include "viz/cli/result_json.h"

namespace shudao::viz::cli {
namespace {

Json fingerprint_json(std::optional<Fingerprint> const& fingerprint) {
  return fingerprint ? Json(text(*fingerprint)) : Json(nullptr);
}

Json changes_json(std::vector<InputChange> const& changes) {
  Json all = Json::array();
  for (InputChange const& change : changes)
    all.push_back({{"file", change.path},
                   {"parts", change.parts},
                   {"was", fingerprint_json(change.was)},
                   {"is", fingerprint_json(change.is)}});
  return all;
}

Json worlds_json(experiment::StoreDigests const& digests) {
  Json all = Json::array();
  for (experiment::WorldDigests const& world : digests.worlds)
    all.push_back({{"role", world.role},
                   {"scenario", world.scenario},
                   {"run_digest", world.run_digest},
                   {"ledger_digest", world.ledger_digest}});
  return all;
}

Json differences_json(std::vector<experiment::DigestDifference> const& differences) {
  Json all = Json::array();
  for (experiment::DigestDifference const& one : differences)
    all.push_back({{"role", one.role.empty() ? Json(nullptr) : Json(one.role)},
                   {"replication", one.replication < 0 ? Json(nullptr) : Json(one.replication)},
                   {"what", one.what},
                   {"was", one.was},
                   {"is", one.is}});
  return all;
}

}  // namespace

std::string json_text(Reproduction const& done) {
  auto const both = [](std::string const& was, std::string const& is) { return Json{{"was", was}, {"is", is}}; };
  std::string const& study = done.digests.study_digest;
  return dumped({{"schema_version", kJsonVersion},
                 {"results", done.store},
                 {"verb", done.recipe.verb},
                 {"inputs_in", done.folder},
                 {"input_files", done.recipe.inputs.files.size()},
                 {"reproduced", done.is_same()},
                 {"cancelled", done.is_cancelled},
                 {"changed_inputs", changes_json(done.changes)},
                 {"replications", done.kept},
                 {"replications_made_again", done.made},
                 {"worlds", worlds_json(done.digests)},
                 {"study_digest", study.empty() ? Json(nullptr) : Json(study)},
                 {"differences", differences_json(done.differences)},
                 {"differing_tables", done.tables},
                 {"program", both(done.recipe.program, done.program)},
                 {"zone_database", both(done.recipe.zone_database, done.zone_database)}});
}

}  // namespace shudao::viz::cli
