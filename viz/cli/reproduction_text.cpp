#include "viz/cli/reproduction.h"
#include "viz/cli/text_table.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

std::string line(std::string const& text) { return text + "\n"; }

std::string fingerprint_text(std::optional<Fingerprint> const& fingerprint) {
  return fingerprint ? text(*fingerprint) : "–";
}

Key kind_of(InputChange const& change) {
  if (!change.was) return Key::file_added;
  return change.is ? Key::file_changed : Key::file_missing;
}

std::string changes_text(Reproduction const& done, Language language) {
  auto const word = [language](Key key) { return label(key, language); };
  TextTable table{{{word(Key::input_file)}, {word(Key::what_happened)}, {word(Key::was)}, {word(Key::is_now)}}};
  for (InputChange const& change : done.changes)
    table.add({change.path, word(kind_of(change)), fingerprint_text(change.was), fingerprint_text(change.is)});
  return line(say(Key::inputs_changed, language, done.store, done.changes.size(), done.folder)) + table.text();
}

std::string digests_text(Reproduction const& done, Language language) {
  auto const word = [language](Key key) { return label(key, language); };
  TextTable table{{{word(Key::scenario_word)}, {word(Key::manifest_run_digest)}, {word(Key::manifest_ledger_digest)}}};
  for (experiment::WorldDigests const& world : done.digests.worlds)
    table.add({world.role == world.scenario ? world.role : world.role + " (" + world.scenario + ")", world.run_digest,
               world.ledger_digest});
  std::string all = table.text();
  if (!done.digests.study_digest.empty()) all += line(say(Key::study_digest, language, done.digests.study_digest));
  return all;
}

std::string difference_text(experiment::DigestDifference const& first, Language language) {
  std::string const number = first.replication < 0 ? "–" : std::to_string(first.replication);
  return line(say(Key::first_difference, language, first.role.empty() ? "–" : first.role, number, first.what, first.was,
                  first.is));
}

/// What else is not as it was: it may explain a difference, or matters to who reads on.
std::string circumstances_text(Reproduction const& done, Language language) {
  std::string all;
  if (done.program != done.recipe.program)
    all += line(say(Key::program_differs, language, done.recipe.program, done.program));
  if (done.zone_database != done.recipe.zone_database)
    all += line(say(Key::zone_database_differs, language, done.recipe.zone_database, done.zone_database));
  std::string tables;
  for (std::string const& table : done.tables) tables += (tables.empty() ? "" : ", ") + table;
  if (!tables.empty()) all += line(say(Key::tables_differ, language, tables));
  return all;
}

}  // namespace

std::string reproduction_text(Reproduction const& done, Language language) {
  if (!done.changes.empty()) return changes_text(done, language) + circumstances_text(done, language);
  if (done.is_cancelled) return line(say(Key::reproduce_interrupted, language, done.store));
  if (!done.differences.empty())
    return line(say(Key::not_reproduced, language, done.store, done.differences.size())) +
           difference_text(done.differences.front(), language) + circumstances_text(done, language);
  if (!done.is_same())
    return line(say(Key::only_digests_reproduced, language, done.store)) + circumstances_text(done, language);
  bool const is_part = done.made < done.kept;
  Key const head = is_part ? Key::reproduced_in_part : Key::reproduced;
  return line(say(head, language, done.store, done.made, done.kept, done.recipe.options.seed.value_or(0))) +
         (is_part ? std::string{} : digests_text(done, language)) + circumstances_text(done, language);
}

}  // namespace shudao::viz::cli
