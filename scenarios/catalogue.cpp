#include "scenarios/catalogue.h"

#include <algorithm>
#include <filesystem>

#include "scenarios/fields.h"
#include "scenarios/parse.h"
#include "scenarios/readers.h"
#include "sim/base/errors.h"

namespace shudao::scenarios {

namespace {

using Path = std::filesystem::path;

/// One of the files while it is read.
class PlanFile {
 public:
  PlanFile(Path const& path, Problems& problems) : problems_{problems} {
    auto const text = read_text(path.string());
    if (!text) return;
    is_there_ = true;
    auto json = parse_json(*text, problems.add_file(path.string()), problems);
    if (json && !json->is(Json::Kind::object)) {
      problems.report(json->origin, "", shown(*json), "an object");
    } else if (json) {
      json_ = *std::move(json);
    }
  }

  [[nodiscard]] bool is_there() const { return is_there_; }

  /// Reads the things by id that stand in the file's only member besides its format.
  void each(char const* key, Fields::Entry const& entry) {
    if (!json_.is(Json::Kind::object)) return;
    Reading reading{problems_, names_, {}, {}, {}};
    Fields file{reading, json_, ""};
    file.bare("format", whole(1, 1), Need::required);
    file.each(key, Need::required, entry);
    file.finish();
  }

 private:
  Problems& problems_;
  Names names_;
  Json json_;
  bool is_there_ = false;
};

PlanItem read_item(Fields& f, std::string const& id) {
  PlanItem item;
  item.id = id;
  item.category = f.text("category", Need::required).value_or("");
  item.name = read_text(f, "name", Need::required);
  f.object("clauses", Need::required, [&](Fields& clauses) {
    Json const* plans = f.find("clauses");
    for (auto const& plan : plans->members) item.clauses[plan.key] = clauses.texts(plan.key.c_str());
  });
  return item;
}

Carrier read_carrier(Fields& f, std::string const& id) {
  return {id, f.text("study", Need::optional).value_or(""), f.text("world", Need::optional).value_or("base"),
          f.text("by", Need::required).value_or("")};
}

void walk(Json const& json, std::string const& pointer, std::vector<Carrier>& found) {
  if (Json const* plans = json.find("plans"); plans != nullptr && plans->is(Json::Kind::array)) {
    for (Json const& key : plans->items) found.push_back({key.text, "", "", pointer});
  }
  for (auto const& [key, member] : json.members) walk(member, child_pointer(pointer, key), found);
  for (std::size_t i = 0; i < json.items.size(); ++i) walk(json.items[i], child_pointer(pointer, i), found);
}

}  // namespace

PlanItem const* Catalogue::find(std::string const& id) const {
  auto const at =
      std::lower_bound(items.begin(), items.end(), id, [](PlanItem const& i, auto const& w) { return i.id < w; });
  return at == items.end() || at->id != id ? nullptr : &*at;
}

Catalogue read_catalogue(std::string const& folder) {
  Problems problems;
  Catalogue all;
  all.folder = folder;
  PlanFile items{Path{folder} / "catalogue.json", problems};
  if (!items.is_there()) throw FileError{(Path{folder} / "catalogue.json").string() + " cannot be read"};
  items.each("items", [&](std::string const& id, Fields& f) { all.items.push_back(read_item(f, id)); });
  std::vector<std::string> ids;
  for (auto const& item : all.items) ids.push_back(item.id);
  auto const judge = [&](std::string const& id, Fields& f) {
    if (all.find(id) == nullptr)
      f.fault("", "the key " + in_quotes(id), "a key of the catalogue", likely_name(id, ids));
  };
  PlanFile{Path{folder} / "unrepresented.json", problems}.each("reasons", [&](std::string const& id, Fields& f) {
    judge(id, f);
    Text reason;
    reason.zh = f.text("zh", Need::required).value_or("");
    reason.en = f.text("en", Need::required).value_or("");
    all.unrepresented[id] = reason;
  });
  PlanFile{Path{folder} / "represented.json", problems}.each("items", [&](std::string const& id, Fields& f) {
    judge(id, f);
    all.represented[id] = read_carrier(f, id);
  });
  problems.throw_if_any();
  return all;
}

std::string represented_text(std::map<std::string, Carrier> const& carriers) {
  Json items = Json::object();
  for (auto const& [id, carrier] : carriers) {
    Json one = Json::object();
    if (!carrier.study.empty()) one.set("study", Json::of(carrier.study));
    if (carrier.world != "base") one.set("world", Json::of(carrier.world));
    one.set("by", Json::of(carrier.element));
    items.set(id, std::move(one));
  }
  Json file = Json::object();
  file.set("format", Json::of(1.0));
  file.set("items", std::move(items));
  return indented_text(file);
}

std::vector<Carrier> carriers_in(Scenario const& scenario) {
  Problems problems;
  auto const document = parse_json(scenario.document, problems.add_file(scenario.id), problems);
  problems.throw_if_any();
  std::vector<Carrier> found;
  walk(*document, "", found);
  return found;
}

std::vector<std::string> const& freight_categories() {
  static std::vector<std::string> const kCategories{
      "inland_port",  "rail_terminal", "road_port",     "river_port",       "sea_port",     "airport",
      "virtual_port", "bonded_zone",   "bonded_centre", "bonded_warehouse", "border_gate",  "corridor",
      "rail_line",    "road_link",     "waterway",      "service",          "customs_rule", "document_rule"};
  return kCategories;
}

}  // namespace shudao::scenarios
