#include "scenarios/study_worlds.h"

#include <algorithm>
#include <filesystem>

#include "scenarios/resolve.h"

namespace shudao::scenarios {

using Path = std::filesystem::path;

std::optional<Json> StudyWorlds::document_of_base(Fields const& f, std::string const& base) {
  std::string const path = (Path{study_.file}.parent_path() / base).lexically_normal().string();
  std::vector<std::string> notes_of_base;
  try {
    return resolve(path, problems_, notes_of_base);
  } catch (FileError const&) {
    f.fault_at("base", "a world or a patch that can be read (" + path + ")");
  }
  return std::nullopt;
}

void StudyWorlds::build(Fields const& f, std::string const& base) {
  auto document = document_of_base(f, base);
  if (!document) return;
  std::vector<std::string> notes;
  add_sources(*document);
  change_world(*document, {study_.file, "", json_, "world"}, problems_, notes);
  keep_flows(f, *document);
  name_world(*document, study_.worlds.front());
  std::vector<Json> documents{*document};
  std::vector<std::vector<std::string>> all_notes{std::move(notes)};
  for (std::size_t i = 1; i < study_.worlds.size(); ++i) {
    documents.push_back(*document);
    add_alternative(documents.back(), study_.worlds[i], all_notes.emplace_back());
  }
  if (problems_.misses_a_part()) return;
  for (std::size_t i = 0; i < documents.size(); ++i) read_world_of(i, documents[i], all_notes[i]);
  for (std::size_t i = 1; i < documents.size(); ++i) check_window(f, i);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    known.push_back(is_read_[i] ? KnownWorld{study_.worlds[i].scenario} : KnownWorld{});
    known.back().called = i == 0 ? "the study's base" : "the alternative " + study_.worlds[i].id;
  }
}

void StudyWorlds::check_window(Fields const& f, std::size_t at) const {
  if (!is_read_.front() || !is_read_[at]) return;
  Scenario const& base = study_.worlds.front().scenario;
  Scenario const& other = study_.worlds[at].scenario;
  auto const span = [](Scenario const& world) {
    return utc_text(world.window_start()) + " to " + utc_text(world.horizon());
  };
  if (base.start == other.start && base.warm_up == other.warm_up && base.window == other.window) return;
  f.fault("alternatives/" + study_.worlds[at].id + "/patch/run", "another time than the base's, " + span(other),
          "the time of the base, " + span(base) + "; \"world\" changes it for all worlds of the study");
}

void StudyWorlds::add_alternative(Json& document, StudyWorld const& world, std::vector<std::string>& notes) {
  Json const* const alternatives = json_.find("alternatives");
  Json const* const holder = alternatives->find(world.id);
  if (!holder->is(Json::Kind::object)) return;
  note_left_out(*holder, world.id);
  change_world(document, {study_.file, child_pointer("/alternatives", world.id), *holder, "patch"}, problems_, notes);
  document.set("base_id", Json::of(study_.id));
  name_world(document, world);
}

void StudyWorlds::name_world(Json& document, StudyWorld const& world) const {
  Json title = Json::object();
  title.set("zh", Json::of(world.title.zh));
  title.set("en", Json::of(world.title.en));
  document.set("title", std::move(title));
  bool const is_whole = is_id(study_.id) && is_id(world.id);  // what is not was reported where it stands
  document.set("id", Json::of(!is_whole                ? kStudyBase
                              : world.id == kStudyBase ? study_.id
                                                       : study_.id + "." + world.id));
}

void StudyWorlds::add_sources(Json& document) {
  Json const* const mine = json_.find("sources");
  if (mine == nullptr || !mine->is(Json::Kind::object)) return;
  if (document.find("sources") == nullptr) document.set("sources", Json::object()).origin = mine->origin;
  Json& all = *document.find("sources");
  for (auto const& [id, source] : mine->members) {
    Json const* const its = all.find(id);
    if (its == nullptr) {
      all.set(id, source);
    } else if (!(*its == source)) {
      problems_.report(source.origin, child_pointer("/sources", id),
                       "the id of a source of the base, with other contents", "an id of its own, or the same contents");
    }
  }
}

void StudyWorlds::keep_flows(Fields const& f, Json& document) {
  Json* const flows = document.find("flows");
  if (study_.kept_flows.empty() || flows == nullptr || !flows->is(Json::Kind::object)) return;
  std::vector<std::string> names;
  for (auto& [id, flow] : flows->members) {
    names.push_back(id);
    bool const is_kept = std::find(study_.kept_flows.begin(), study_.kept_flows.end(), id) != study_.kept_flows.end();
    if (is_kept || !flow.is(Json::Kind::object)) continue;
    flow.set("teu_per_year", Json::of(0.0)).origin = flow.origin;
    left_out.push_back(id);
  }
  study_.flows_left_out = left_out.size();
  for (std::size_t i = 0; i < study_.kept_flows.size(); ++i) {
    std::string const& id = study_.kept_flows[i];
    if (std::find(names.begin(), names.end(), id) != names.end()) continue;
    has_bad_flows = true;
    f.fault_at("keep_flows/" + std::to_string(i), "the id of a flow of the base", f.likely(id, names));
  }
}

void StudyWorlds::note_left_out(Json const& holder, std::string const& alternative) {
  Json const* const patch = holder.find("patch");
  Json const* const flows = patch == nullptr ? nullptr : patch->find("flows");
  if (flows == nullptr) return;
  for (auto const& [id, flow] : flows->members) {
    bool const is_left_out = std::find(left_out.begin(), left_out.end(), id) != left_out.end();
    if (is_left_out)
      study_.notes.push_back(alternative + ": the patch changes the flow " + id + ", which keep_flows leaves out");
  }
}

void StudyWorlds::read_world_of(std::size_t at, Json const& document, std::vector<std::string> const& notes) {
  StudyWorld& world = study_.worlds[at];
  Problems problems = problems_.without_errors();
  try {
    world.scenario = scenario_of(document, problems, notes);
    is_read_.push_back(true);
    // What is noted of the base's own file holds without the study, too.
    auto const& of_base = study_.worlds.front().scenario.notes;
    for (std::string const& note : at == 0 ? notes : world.scenario.notes) {
      bool const is_of_base = at > 0 && std::find(of_base.begin(), of_base.end(), note) != of_base.end();
      if (!is_of_base) study_.notes.push_back(world.id + ": " + note);
    }
  } catch (InputErrors const& wrong) {
    is_read_.push_back(false);
    errors.insert(errors.end(), wrong.errors().begin(), wrong.errors().end());
  }
}

}  // namespace shudao::scenarios
