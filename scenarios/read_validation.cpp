#include <algorithm>
#include <filesystem>

#include "scenarios/parse.h"
#include "scenarios/read.h"
#include "scenarios/schema_parts.h"
#include "scenarios/validation_readers.h"

namespace shudao::scenarios {

namespace {

using Path = std::filesystem::path;

/// The worlds of a validation file, each read once. What is wrong inside them is kept until the end.
class Shelf {
 public:
  Shelf(Path folder, Validation& validation) : folder_{std::move(folder)}, validation_{validation} {}

  /// `name` is that in the file, "" for the scenario itself, which stands at `path`.
  KnownWorld const& world(std::string const& name, std::string const& path, Fields const& f, char const* key) {
    if (auto const known = known_.find(name); known != known_.end()) return known->second;
    KnownWorld& world = known_[name];
    try {
      Scenario const& read =
          validation_.worlds.emplace(name, read_scenario((folder_ / path).lexically_normal().string())).first->second;
      world = KnownWorld{read};
    } catch (InputErrors const& wrong) {
      errors_.insert(errors_.end(), wrong.errors().begin(), wrong.errors().end());
    } catch (FileError const&) {
      f.fault_at(key, "a world or a patch that can be read (" + (folder_ / path).lexically_normal().string() + ")");
    }
    return world;
  }
  [[nodiscard]] KnownWorld const& base() const { return known_.at(""); }
  [[nodiscard]] std::vector<InputError> const& errors() const { return errors_; }

 private:
  Path folder_;
  Validation& validation_;
  std::map<std::string, KnownWorld> known_;
  std::vector<InputError> errors_;
};

/// What all rows of a file share.
struct Rows {
  Shelf& shelf;
  NameTable sources;
  std::map<std::string, char> grades;  ///< Of the sources.
};

void read_observed(Fields& f, OutcomeRow& row, Rows const& rows) {
  auto const value = f.bare("value", Range{}, Need::optional);
  auto const low = f.bare("low", Range{}, Need::optional), high = f.bare("high", Range{}, Need::optional);
  row.unit_name = f.text("unit", Need::required).value_or("");
  row.year = static_cast<int>(f.bare("year", whole(1900, 3000), Need::optional).value_or(0));
  row.source = f.text("source", Need::required).value_or("");
  std::vector<std::string> const grades{"A", "B", "C", "D"};
  auto const grade = f.word("grade", grades, Need::optional);
  if (f.is_describing()) return;
  if (!row.source.empty() && !rows.sources.find(row.source))
    f.fault_at("source", "the id of a source, here or in the scenario", f.likely(row.source, rows.sources.names()));
  auto const known = rows.grades.find(row.source);
  row.grade = grade ? grades[*grade].front() : known == rows.grades.end() ? ' ' : known->second;
  if (row.grade == ' ' && rows.sources.find(row.source)) f.fault("grade", "nothing", one_of(grades));
  row.is_range_published = f.has("low") || f.has("high");
  if (f.has("low") != f.has("high")) f.fault("", "only one of low, high", "low and high, or neither");
  if (!row.is_range_published && !f.has("value")) f.fault("value", "nothing", "a number, or low and high");
  row.low = low.value_or(value.value_or(0));
  row.high = high.value_or(value.value_or(0));
  row.value = value.value_or((row.low + row.high) / 2);
  if (low && high && !(*low <= row.value && row.value <= *high))
    f.fault("", number_text(*low) + ", " + number_text(row.value) + ", " + number_text(*high), "low ≤ value ≤ high");
}

/// A range of one's own, where the source has none.
void read_tolerance(Fields& f, OutcomeRow& row) {
  auto const percent = f.bare("tolerance_percent", above(0), Need::optional);
  row.why_range = f.text("why_range", Need::optional, Role::label).value_or("");
  if (f.is_describing() || !f.has("observed")) return;
  if (row.is_range_published && f.has("tolerance_percent"))
    f.fault("tolerance_percent", "a tolerance beside a range", "one of them");
  if (row.is_range_published) return;
  if (!f.has("tolerance_percent"))
    f.fault("tolerance_percent", "nothing", "a number > 0, where observed has no low and high");
  if (row.why_range.empty()) f.fault("why_range", "nothing", "the reason of the tolerance");
  double const half = percent.value_or(0) / 100 * (row.value < 0 ? -row.value : row.value);
  row.low = row.value - half;
  row.high = row.value + half;
}

Term read_term(Fields& f, Shelf& shelf) {
  Term term;
  term.world = f.text("world", Need::optional).value_or("");
  if (f.is_describing()) {
    read_measure(f, KnownWorld{});
    return term;
  }
  term.measure = read_measure(f, term.world.empty() ? shelf.base() : shelf.world(term.world, term.world, f, "world"));
  return term;
}

/// What the row's figure is a figure of; none if its two measures do not go together. TEU over vehicles is TEU.
std::optional<Dimension> dimension_of_row(OutcomeRow const& row) {
  Dimension const first = dimension_of(row.first.measure);
  if (row.relation == Relation::alone) return first;
  Dimension const second = dimension_of(row.second.measure);
  bool const is_load = first == Dimension::teu_per_year && second == Dimension::vehicles_per_year;
  if (row.relation == Relation::over && is_load) return Dimension::teu;
  if (first != second) return std::nullopt;
  return row.relation == Relation::over ? Dimension::share : first;
}

/// The unit that was observed must be one of what is measured.
void check_unit(Fields const& f, OutcomeRow& row) {
  if (f.is_describing() || row.unit_name.empty() || !f.has("measure") || !f.has("observed")) return;
  auto const wanted = dimension_of_row(row);
  if (!wanted)
    return f.fault(row.relation == Relation::minus ? "minus/measure" : "over/measure", "a figure of another unit",
                   "one of the same unit");
  auto const unit = unit_called(row.unit_name);
  auto const names = units_of(*wanted);
  bool const is_plain_ratio = row.relation == Relation::over && row.unit_name == "1";
  if (!unit || (unit->dimension != *wanted && !is_plain_ratio))
    return f.fault_at("observed/unit", one_of(names), f.likely(row.unit_name, names));
  row.unit = *unit;
}

OutcomeRow read_row(Fields& f, std::string const& id, Rows& rows) {
  OutcomeRow row;
  row.id = id;
  row.pointer = f.pointer();
  row.line = static_cast<int>(f.origin().line);
  row.is_held_out = f.word("role", {"calibrated", "held_out"}, Need::required).value_or(0) == 1;
  row.name = read_text(f, "name", Need::required);
  f.object("observed", Need::required, [&](Fields& observed) { read_observed(observed, row, rows); });
  read_tolerance(f, row);
  row.weight = f.bare("weight", above(0), Need::optional).value_or(1);
  row.first = read_term(f, rows.shelf);
  auto const second = [&](Fields& term) { row.second = read_term(term, rows.shelf); };
  bool const is_minus = f.object("minus", Need::optional, second);
  bool const is_over = f.object("over", Need::optional, second);
  row.relation = is_minus ? Relation::minus : is_over ? Relation::over : Relation::alone;
  if (is_minus && is_over) f.fault("", "both minus and over", "one of minus, over");
  row.explanation = read_text(f, "explanation", Need::optional);
  check_unit(f, row);
  return row;
}

/// That a held-out row is one that the fit has not seen.
void note_twins(Json const& rows, Validation& validation) {
  auto const what = [&](std::string const& id) {
    Json const* row = rows.find(id);
    std::string text;
    for (char const* key : {"measure", "world", "minus", "over"}) {
      if (Json const* member = row->find(key)) text += canonical_text(*member) + "\n";
    }
    return text;
  };
  std::map<std::string, std::string> seen;
  for (OutcomeRow const& row : validation.rows) {
    if (!row.is_held_out) seen.emplace(what(row.id), row.id);
  }
  for (OutcomeRow const& row : validation.rows) {
    auto const twin = seen.find(what(row.id));
    if (row.is_held_out && twin != seen.end())
      validation.notes.push_back("the held-out row " + row.id + " is the same measure as the calibrated row " +
                                 twin->second);
  }
}

void note_split(Validation& validation) {
  auto const held_out =
      std::count_if(validation.rows.begin(), validation.rows.end(), [](OutcomeRow const& r) { return r.is_held_out; });
  if (static_cast<std::size_t>(held_out) * 3 < validation.rows.size())
    validation.notes.push_back("less than a third of the rows is held out: " + std::to_string(held_out) + " of " +
                               std::to_string(validation.rows.size()));
}

Rows rows_on(Shelf& shelf, Validation const& validation) {
  std::vector<std::string> names;
  std::map<std::string, char> grades;
  auto const add = [&](std::vector<Source> const& sources) {
    for (Source const& source : sources) {
      names.push_back(source.id);
      grades[source.id] = source.grade;
    }
  };
  if (validation.worlds.contains("")) add(validation.scenario().sources);
  add(validation.sources);
  return {shelf, NameTable{"source", names}, grades};
}

void read_free(Fields& f, Validation& validation, KnownWorld const& base) {
  std::vector<std::string> held_out, calibrated;
  for (OutcomeRow const& row : validation.rows) (row.is_held_out ? held_out : calibrated).push_back(row.id);
  std::map<std::size_t, std::string> taken;
  f.each("free", Need::optional, [&](std::string const& name, Fields& inner) {
    FreeInput const& input = validation.free.emplace_back(read_free_input(inner, name, base, held_out, calibrated));
    for (std::size_t const number : input.numbers) {
      auto const [known, is_new] = taken.emplace(number, name);
      if (!is_new)
        inner.fault("", base.scenario->numbers[number].pointer, "a number that " + known->second + " does not fit");
    }
  });
}

void read_all(Fields& f, Validation& validation, Shelf& shelf) {
  f.bare("format", whole(1, 1), Need::required);
  validation.title = read_text(f, "title", Need::required);
  f.texts("include");
  auto const scenario = f.text("scenario", Need::required);
  if (scenario) shelf.world("", *scenario, f, "scenario");
  Scenario holder;
  read_sources(f, holder);
  validation.sources = holder.sources;
  Rows rows = rows_on(shelf, validation);
  if (!f.is_describing() && !scenario) {
    for (char const* key : {"rows", "free"}) f.known(key, Json{});
    return;
  }
  f.each("rows", Need::required,
         [&](std::string const& id, Fields& row) { validation.rows.push_back(read_row(row, id, rows)); });
  read_free(f, validation, scenario ? shelf.base() : KnownWorld{});
}

std::optional<Json> parsed(std::string const& path, Problems& problems) {
  auto const text = read_text(path, problems);
  if (!text) throw FileError{"cannot read " + path};
  return parse_json(*text, problems.add_file(path), problems);
}

/// Puts the rows, sources and free inputs of the included files in. Worlds are named relative to the file that names
/// them, so their names are changed to be relative to the first file.
class Parts {
 public:
  Parts(Path folder, Problems& problems) : folder_{std::move(folder)}, problems_{problems} {}

  void include(Json& whole) {
    Json const* names = whole.find("include");
    if (names == nullptr || !names->is(Json::Kind::array)) return;
    std::vector<Json> const list = names->items;
    for (std::size_t i = 0; i < list.size(); ++i) {
      std::string const pointer = child_pointer("/include", i);
      auto part = list[i].is(Json::Kind::text) ? part_in(list[i], pointer) : std::nullopt;
      if (!part) continue;
      Path const folder = Path{list[i].text}.parent_path();
      check_scenario(whole, *part, folder);
      for (char const* key : {"sources", "rows", "free"}) merge(whole, *part, key, folder);
    }
  }

 private:
  std::optional<Json> part_in(Json const& name, std::string const& pointer) {
    std::string const path = (folder_ / name.text).lexically_normal().string();
    auto const text = read_text(path, problems_);
    if (!text) {
      problems_.report(name.origin, pointer, shown(name), "a file that can be read (" + path + ")");
      return std::nullopt;
    }
    auto part = parse_json(*text, problems_.add_file(path), problems_);
    bool const is_good = part && part->is(Json::Kind::object) && part->find("include") == nullptr;
    if (part && !is_good) problems_.report(part->origin, "", shown(*part), "a validation file that includes no other");
    return is_good ? std::move(part) : std::nullopt;
  }

  void check_scenario(Json const& whole, Json const& part, Path const& folder) {
    Json const *mine = whole.find("scenario"), *its = part.find("scenario");
    bool const has_both = mine != nullptr && its != nullptr && its->is(Json::Kind::text);
    if (!has_both || (folder / its->text).lexically_normal() == Path{mine->text}.lexically_normal()) return;
    problems_.report(its->origin, "/scenario", shown(*its), "the scenario of the file that includes this one");
  }

  void merge(Json& whole, Json& part, char const* key, Path const& folder) {
    Json* const from = part.find(key);
    if (from == nullptr || !from->is(Json::Kind::object)) return;
    if (whole.find(key) == nullptr) whole.set(key, Json::object()).origin = from->origin;
    Json& into = *whole.find(key);
    for (auto& [id, value] : from->members) {
      if (std::string_view{key} == "rows") move_worlds(value, folder);
      Json const* known = into.find(id);
      if (known == nullptr) {
        into.set(id, std::move(value));
      } else if (!(*known == value)) {
        problems_.report(
            value.origin, child_pointer(child_pointer("", key), id), "the same id with other contents",
            "what " + problems_.file_name(known->origin.file) + ":" + std::to_string(known->origin.line) + " says");
      }
    }
  }

  static void move_worlds(Json& row, Path const& folder) {
    if (Json* world = row.find("world"); world != nullptr && world->is(Json::Kind::text))
      world->text = (folder / world->text).lexically_normal().string();
    for (char const* key : {"minus", "over"}) {
      if (Json* term = row.find(key)) move_worlds(*term, folder);
    }
  }

  Path folder_;
  Problems& problems_;
};

[[noreturn]] void throw_all(Problems const& problems, std::vector<InputError> others) {
  try {
    problems.throw_if_any();
  } catch (InputErrors const& mine) {
    others.insert(others.begin(), mine.errors().begin(), mine.errors().end());
  }
  throw InputErrors{std::move(others)};
}

}  // namespace

Validation read_validation(std::string const& path) {
  Problems problems;
  auto json = parsed(path, problems);
  if (json && !json->is(Json::Kind::object))
    problems.report(json->origin, "", shown(*json), "a validation file, an object");
  problems.throw_if_any();
  Path const folder = Path{path}.parent_path();
  Parts{folder, problems}.include(*json);
  Names const none;
  Reading reading{problems, none, {}, {}, {}};
  Fields f{reading, *json, ""};
  Validation validation;
  validation.file = path;
  Shelf shelf{folder, validation};
  read_all(f, validation, shelf);
  f.finish();
  if (problems.count() > 0 || !shelf.errors().empty()) throw_all(problems, shelf.errors());
  validation.scenario_file = (folder / json->find("scenario")->text).lexically_normal().string();
  validation.notes = reading.notes;
  note_twins(*json->find("rows"), validation);
  note_split(validation);
  return validation;
}

namespace {

/// The object in a file, whatever is wrong with it otherwise.
std::optional<Json> object_in(std::string const& path, Problems& problems) {
  auto const text = read_text(path, problems);
  auto json = text ? parse_json(*text, problems.add_file(path), problems) : std::nullopt;
  return json && json->is(Json::Kind::object) ? std::move(json) : std::nullopt;
}
std::optional<Json> object_in(std::string const& path) {
  Problems unheard;
  return object_in(path, unheard);
}

}  // namespace

std::optional<Json> whole_validation(std::string const& path, std::vector<InputFile>* inputs) {
  Problems problems;
  auto json = object_in(path, problems);
  if (!json) return std::nullopt;
  Parts{Path{path}.parent_path(), problems}.include(*json);
  if (inputs != nullptr) *inputs = problems.inputs();
  return problems.count() == 0 ? std::move(json) : std::nullopt;
}

bool is_validation(std::string const& path) {
  auto const json = object_in(path);
  return json && json->find("rows") != nullptr && json->find("scenario") != nullptr;
}

bool is_patch_called(std::string const& path, std::string const& id) {
  auto const json = object_in(path);
  Json const* const found = json ? json->find("id") : nullptr;
  return found != nullptr && json->find("patch") != nullptr && found->is(Json::Kind::text) && found->text == id;
}

std::string validation_schema() {
  Json schema;
  Fields f{schema};
  Validation ignored;
  Shelf shelf{{}, ignored};
  read_all(f, ignored, shelf);
  schema.set("$schema", Json::of("https://json-schema.org/draft/2020-12/schema"));
  schema.set("title", Json::of("Shudao validation"));
  return indented_text(schema);
}

}  // namespace shudao::scenarios
