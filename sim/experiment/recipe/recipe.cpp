#include "sim/experiment/recipe/recipe.h"

#include <fmt/core.h>

#include <charconv>

#include "sim/base/time_zone.h"
#include "sim/experiment/errand.h"
#include "sim/experiment/open_store.h"
#include "sim/experiment/rows.h"

namespace shudao::experiment {

char const* const kInputSchema = R"sql(
CREATE TABLE input_file (path TEXT PRIMARY KEY, parts TEXT, bytes INTEGER, fingerprint TEXT) WITHOUT ROWID;
)sql";

namespace {

using Path = std::filesystem::path;

std::string joined(std::vector<std::string> const& words) {
  std::string all;
  for (std::string const& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

std::vector<std::string> split(std::string const& all) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < all.size();) {
    std::size_t const end = std::min(all.find(' ', at), all.size());
    words.push_back(all.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string word_of(Errand const& words, std::string const& key) {
  auto const found = words.find(key);
  return found == words.end() ? std::string{} : found->second;
}

template<class Number>
Number number_of(Errand const& words, std::string const& key) {
  std::string const word = word_of(words, key);
  Number number{};
  std::from_chars(word.data(), word.data() + word.size(), number);
  return number;
}

Errand words_in(SQLite::Database& database, std::string const& table) {
  SQLite::Statement select{database, "SELECT key, value FROM " + table};
  Errand words;
  while (select.executeStep()) words[select.getColumn(0).getString()] = select.getColumn(1).getString();
  return words;
}

std::vector<Inputs::File> files_in(SQLite::Database& database) {
  SQLite::Statement select{database, "SELECT path, parts, bytes, fingerprint FROM input_file ORDER BY path"};
  std::vector<Inputs::File> files;
  while (select.executeStep())
    files.push_back({select.getColumn(0).getString(), select.getColumn(1).getString(),
                     static_cast<std::uint64_t>(select.getColumn(2).getInt64()),
                     fingerprint_from_text(select.getColumn(3).getString())});
  return files;
}

StudyOptions options_in(Errand const& manifest) {
  StudyOptions options;
  options.seed = number_of<std::uint64_t>(manifest, "seed");
  options.fault = static_cast<Fault>(number_of<int>(manifest, "fault"));
  options.replications = number_of<int>(manifest, "replications");
  if (word_of(manifest, "precision").empty()) return options;
  options.replications = number_of<int>(manifest, "precision_from");
  options.precision.share = number_of<double>(manifest, "precision");
  options.precision.most = number_of<int>(manifest, "precision_most");
  options.precision.measures = split(word_of(manifest, "precision_measures"));
  options.precision.corridors = split(word_of(manifest, "precision_corridors"));
  return options;
}

Recipe recipe_in(SQLite::Database& database) {
  Errand const manifest = words_in(database, "manifest"), run_info = words_in(database, "run_info");
  Recipe recipe;
  recipe.verb = word_of(manifest, "verb");
  recipe.options = options_in(manifest);
  recipe.is_preview = word_of(manifest, "preview") == "true";
  recipe.inputs.root = word_of(run_info, "input_root");
  recipe.inputs.files = files_in(database);
  for (int i = 0; !word_of(manifest, "file " + std::to_string(i)).empty(); ++i)
    recipe.inputs.asked.push_back(word_of(manifest, "file " + std::to_string(i)));
  recipe.root_from_store = word_of(run_info, "input_root_from_store");
  recipe.version = word_of(manifest, "program_version");
  recipe.program = word_of(run_info, "program");
  recipe.zone_database = word_of(run_info, "zone_database");
  return recipe;
}

void write_precision(SQLite::Database& database, StudyOptions const& options) {
  Precision const& precision = options.precision;
  if (precision.share <= 0) return;
  insert(database, "manifest", "precision", fmt::format("{}", precision.share));
  insert(database, "manifest", "precision_corridors", joined(precision.corridors));
  insert(database, "manifest", "precision_from", std::to_string(options.replications));
  insert(database, "manifest", "precision_measures", joined(precision.measures));
  insert(database, "manifest", "precision_most", std::to_string(precision.most));
}

}  // namespace

void write_recipe(SQLite::Database& database, StudyOptions const& options, std::string const& path) {
  database.exec(kInputSchema);
  Inputs const& inputs = options.inputs;
  if (inputs.files.empty()) return;
  insert(database, "manifest", "verb", word_of(options.errand, "verb"));
  for (std::size_t i = 0; i < inputs.asked.size(); ++i)
    insert(database, "manifest", "file " + std::to_string(i), inputs.asked[i]);
  write_precision(database, options);
  for (Inputs::File const& file : inputs.files)
    insert(database, "input_file", file.path, file.parts, static_cast<std::int64_t>(file.bytes),
           text(file.fingerprint));
  Path const folder = std::filesystem::absolute(path).lexically_normal().parent_path();
  insert(database, "run_info", "input_root", inputs.root);
  insert(database, "run_info", "input_root_from_store", Path{inputs.root}.lexically_relative(folder).generic_string());
  insert(database, "run_info", "zone_database", zone_database_version());
}

std::optional<Recipe> read_recipe(std::string const& store) {
  return with_store(store, [](SQLite::Database& database) -> std::optional<Recipe> {
    if (!database.tableExists("input_file")) return std::nullopt;
    Recipe recipe = recipe_in(database);
    return recipe.verb.empty() ? std::nullopt : std::optional{std::move(recipe)};
  });
}

}  // namespace shudao::experiment
