#include <algorithm>
#include <array>
#include <tuple>

#include "scenarios/adjust.h"
#include "scenarios/parse.h"
#include "scenarios/schema_parts.h"
#include "scenarios/study_worlds.h"

namespace shudao::scenarios {

namespace {

constexpr std::array kExpectations = {"any", "lower", "higher", "equal"};

/// A study file while it is read: first its worlds, then the measures in them.
class StudyFile {
 public:
  StudyFile(Study& study, Json const& json, Problems& problems)
      : study_{study}, json_{json}, problems_{problems}, worlds_{study, json, problems} {}

  void read(Fields& f) {
    f.bare("format", whole(1, 1), Need::required);
    study_.id = f.text("id", Need::required, Role::label).value_or("");
    if (f.has("id") && !is_id(study_.id)) f.fault_at("id", "an id of letters, digits, '.', '_' and '-'");
    study_.title = read_text(f, "title", Need::required);
    study_.question = read_text(f, "question", Need::required);
    study_.plans = f.texts("plans", Role::label);
    auto const count = f.bare("replications", whole(1, 1'000'000), Need::optional);
    study_.replications = static_cast<int>(count.value_or(Study::kReplications));
    Scenario holder;
    read_sources(f, holder);
    study_.sources = holder.sources;
    auto const base = f.text("base", Need::required);
    study_.kept_flows = f.texts("keep_flows");
    f.known("world", type_schema("object"));
    study_.worlds.push_back({kStudyBase, read_text(f, "base_title", Need::required), {}, {}});
    f.each("alternatives", Need::required,
           [&](std::string const& id, Fields& inner) { study_.worlds.push_back(read_alternative(inner, id)); });
    if (!f.is_describing() && study_.worlds.size() == 1 && f.has("alternatives"))
      f.fault_at("alternatives", "one alternative or more");
    if (base && !f.is_describing()) worlds_.build(f, *base);
    worlds_.known.resize(study_.worlds.size());
    f.each("measures", Need::required,
           [&](std::string const& id, Fields& inner) { study_.measures.push_back(read_one(inner, id)); });
    if (!f.is_describing() && study_.measures.empty() && f.has("measures"))
      f.fault_at("measures", "one measure or more");
  }

  [[nodiscard]] std::vector<InputError> const& errors() const { return worlds_.errors; }

 private:
  static StudyWorld read_alternative(Fields& f, std::string const& id) {
    StudyWorld world;
    world.id = id;
    world.title = read_text(f, "title", Need::required);
    world.plans = f.texts("plans", Role::label);
    f.texts("rules");
    f.known("patch", type_schema("object"));
    if (f.is_describing()) return world;
    if (id == kStudyBase) f.fault("", "an alternative called \"base\"", "another name: this one is the base's");
    if (!f.has("rules") && !f.has("patch")) f.fault("", "none of them", "one of rules, patch");
    return world;
  }

  StudyMeasure read_one(Fields& f, std::string const& id) {
    StudyMeasure measure;
    measure.id = id;
    measure.title = read_text(f, "title", Need::required);
    measure.why = read_text(f, "why", Need::optional);
    read_expectations(f, measure);
    if (f.is_describing()) {
      read_measure(f, KnownWorld{});
      return measure;
    }
    bool const is_asked_of_base = std::any_of(measure.expected.begin(), measure.expected.end(),
                                              [](Expectation e) { return e != Expectation::any; });
    measure.selectors.resize(study_.worlds.size());
    std::vector<bool> is_sound;
    for (std::size_t i = 0; i < study_.worlds.size(); ++i)
      is_sound.push_back(read_in(f.pointer(), id, worlds_.known[i], measure.selectors[i]));
    // A thing that only some worlds have is measured there; what is expected of a world must be in it and in the base.
    std::size_t judge = 0;
    for (std::size_t i = 1; i < is_sound.size() && is_sound[judge]; ++i)
      if (!is_sound[i] && measure.expected[i] != Expectation::any) judge = i;
    bool const is_nowhere = std::find(is_sound.begin(), is_sound.end(), true) == is_sound.end();
    if (is_nowhere || is_asked_of_base || is_sound[judge]) {
      read_measure(f, worlds_.known[judge]);
    } else {
      f.known("measure", Json{});
    }
    check_kept(f, measure);
    note_absences(measure, is_sound);
    return measure;
  }

  /// Of flows that are left out nothing can be measured.
  void check_kept(Fields const& f, StudyMeasure const& measure) const {
    if (!measure.selectors.front() || worlds_.left_out.empty() || worlds_.has_bad_flows) return;
    Selector const& selector = *measure.selectors.front();
    std::vector<std::string> flows = selector.flows;
    Scenario const& base = study_.worlds.front().scenario;
    for (Corridor const& corridor : base.corridors) {
      if (corridor.id != selector.corridor) continue;
      for (FlowId const flow : corridor.flows) flows.push_back(base.flows[flow].id);
    }
    bool const is_any_kept = std::any_of(flows.begin(), flows.end(), [&](std::string const& flow) {
      return std::find(worlds_.left_out.begin(), worlds_.left_out.end(), flow) == worlds_.left_out.end();
    });
    if (!flows.empty() && !is_any_kept)
      f.fault("measure", "only flows that keep_flows leaves out", "a flow that is kept");
  }

  static void read_expectations(Fields& f, StudyMeasure& measure, std::vector<StudyWorld> const& worlds) {
    std::vector<std::string> const words{kExpectations.begin(), kExpectations.end()};
    measure.expected.assign(worlds.size(), Expectation::any);
    f.object("expect", Need::optional, [&](Fields& e) {
      for (std::size_t i = 1; i < worlds.size(); ++i) {
        auto const word = e.word(worlds[i].id.c_str(), words, Need::optional);
        measure.expected[i] = static_cast<Expectation>(word.value_or(0));
      }
    });
  }
  void read_expectations(Fields& f, StudyMeasure& measure) const {
    if (f.is_describing())
      return f.known("expect", map_schema(words_schema({kExpectations.begin(), kExpectations.end()})));
    read_expectations(f, measure, study_.worlds);
  }

  /// Whether the measure can be taken in a world; nothing is reported.
  bool read_in(std::string const& pointer, std::string const& id, KnownWorld const& world,
               std::optional<Selector>& into) const {
    Problems trial = problems_.without_errors();
    Names const none;
    Reading reading{trial, none, {}, {}, {}};
    Fields f{reading, *json_.find("measures")->find(id), pointer};
    Selector selector = read_measure(f, world);
    if (trial.count() > 0) return false;
    into = std::move(selector);
    return true;
  }

  void note_absences(StudyMeasure const& measure, std::vector<bool> const& is_sound) {
    if (std::find(is_sound.begin(), is_sound.end(), true) == is_sound.end()) return;
    for (std::size_t i = 0; i < is_sound.size(); ++i)
      if (!is_sound[i])
        study_.notes.push_back(study_.worlds[i].id + ": it has nothing that " + measure.id + " measures");
  }

  Study& study_;
  Json const& json_;
  Problems& problems_;
  StudyWorlds worlds_;
};

std::optional<Json> object_of_file(std::string const& path) {
  Problems problems;
  auto const text = read_text(path);
  auto json = text ? parse_json(*text, problems.add_file(path), problems) : std::nullopt;
  return json && json->is(Json::Kind::object) ? std::move(json) : std::nullopt;
}

/// Everything that is wrong, each once, in the order of files and lines.
[[noreturn]] void throw_each_once(Problems const& problems, std::vector<InputError> all) {
  try {
    problems.throw_if_any();
  } catch (InputErrors const& mine) {
    all.insert(all.begin(), mine.errors().begin(), mine.errors().end());
  }
  std::vector<InputError> once;
  for (InputError& error : all) {
    bool const is_known =
        std::any_of(once.begin(), once.end(), [&](InputError const& e) { return text(e) == text(error); });
    if (!is_known) once.push_back(std::move(error));
  }
  std::stable_sort(once.begin(), once.end(), [](InputError const& a, InputError const& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  throw InputErrors{std::move(once)};
}

}  // namespace

char const* name_of(Expectation expectation) { return kExpectations.at(static_cast<std::size_t>(expectation)); }

Study read_study(std::string const& path) {
  Problems problems;
  auto const text = read_text(path, problems);
  if (!text) throw FileError{"cannot read " + path};
  auto const json = parse_json(*text, problems.add_file(path), problems);
  if (json && !json->is(Json::Kind::object)) problems.report(json->origin, "", shown(*json), "a study, an object");
  problems.throw_if_any();
  Names const none;
  Reading reading{problems, none, {}, {}, {}};
  Fields f{reading, *json, ""};
  Study study;
  study.file = path;
  StudyFile file{study, *json, problems};
  file.read(f);
  f.finish();
  if (problems.count() > 0 || !file.errors().empty()) throw_each_once(problems, file.errors());
  study.inputs = problems.inputs();
  return study;
}

bool is_study(std::string const& path) {
  auto const json = object_of_file(path);
  return json && json->find("alternatives") != nullptr && json->find("measures") != nullptr;
}

std::string study_schema() {
  Json schema;
  Fields f{schema};
  Study ignored;
  Problems problems;
  Json const none = Json::object();
  StudyFile{ignored, none, problems}.read(f);
  schema.set("$schema", Json::of("https://json-schema.org/draft/2020-12/schema"));
  schema.set("title", Json::of("Shudao study"));
  return indented_text(schema);
}

Study shortened(Study const& study, int warm_up_weeks, int window_weeks) {
  Study result = study;
  std::string const run = "{\"run\":{\"warm_up_weeks\":" + std::to_string(warm_up_weeks) +
                          ",\"window_weeks\":" + std::to_string(window_weeks) + "}}";
  for (StudyWorld& world : result.worlds) world.scenario = patched(world.scenario, run);
  return result;
}

}  // namespace shudao::scenarios
