#include "scenarios/fields.h"

#include <algorithm>

#include "scenarios/quantities.h"

namespace shudao::scenarios {

namespace {

Json type_schema(char const* type) {
  Json schema = Json::object();
  schema.set("type", Json::of(type));
  return schema;
}

Json words_schema(std::vector<std::string> const& words) {
  Json schema = Json::object();
  Json list = Json::array();
  for (auto const& word : words) list.items.push_back(Json::of(word));
  schema.set("enum", std::move(list));
  return schema;
}

Json list_schema(Json item) {
  Json schema = type_schema("array");
  schema.set("items", std::move(item));
  return schema;
}

/// The schema of the object that `body` reads.
Json object_schema(Fields::Body const& body) {
  Json schema;
  Fields fields{schema};
  body(fields);
  return schema;
}

/// The schema of an object whose members have ids for keys.
Json map_schema(Json member) {
  Json schema = type_schema("object");
  schema.set("additionalProperties", std::move(member));
  Json names = Json::object();
  names.set("pattern", Json::of("^[A-Za-z0-9._-]{1,100}$"));
  schema.set("propertyNames", std::move(names));
  return schema;
}

std::string one_of(std::vector<std::string> const& words) {
  std::string text = "one of ";
  for (std::size_t i = 0; i < words.size(); ++i) text += (i == 0 ? "" : ", ") + words[i];
  return text;
}

char const* name_of(Json::Kind kind) {
  switch (kind) {
    case Json::Kind::text:
      return "a string";
    case Json::Kind::array:
      return "an array";
    case Json::Kind::object:
      return "an object";
    default:
      return "true or false";
  }
}

/// What a describing Fields refers to: no names, and nothing is ever reported or noted.
Reading& nothing() {
  static Problems problems;
  static Names const names;
  static Reading reading{problems, names, {}, {}, {}};
  return reading;
}

}  // namespace

bool is_id(std::string const& text) {
  auto const is_good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
  };
  return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), is_good);
}

bool Range::contains(double x) const {
  if (is_above ? !(x > low) : !(x >= low)) return false;
  return x <= high && (!is_whole || x == static_cast<double>(static_cast<std::int64_t>(x)));
}

std::string Range::text() const {
  std::string const what = is_whole ? "an integer" : "a number";
  if (low == high) return "the number " + number_text(low);
  bool const has_high = high < 1e9;
  if (low <= -1e12) return has_high ? what + " ≤ " + number_text(high) : what;
  if (is_above) return what + " > " + number_text(low) + (has_high ? " and ≤ " + number_text(high) : "");
  return has_high ? what + " from " + number_text(low) + " to " + number_text(high) : what + " ≥ " + number_text(low);
}

Fields::Fields(Reading& reading, Json const& json, std::string pointer)
    : reading_{&reading}, json_{&json}, pointer_{std::move(pointer)} {}

Fields::Fields(Json& schema) : reading_{&nothing()}, schema_{&schema} {
  schema = type_schema("object");
  schema.set("additionalProperties", Json::of(false));
  schema.set("properties", Json::object());
}

Json const* Fields::find(char const* key) const { return json_ == nullptr ? nullptr : json_->find(key); }

Origin Fields::origin() const { return json_ == nullptr ? Origin{} : json_->origin; }

std::optional<double> Fields::number(char const* key, Range range, Need need) {
  if (is_describing()) {
    Json either = Json::object();
    either.set("anyOf", Json::array({number_schema(range), reference_to("number")}));
    declare(key, std::move(either), need);
    return std::nullopt;
  }
  Json const* json = member(key, need, range.text());
  if (json == nullptr) return std::nullopt;
  return read_number(*reading_, *json, child_pointer(pointer_, key), key, range);
}

std::optional<double> Fields::bare(char const* key, Range range, Need need) {
  if (is_describing()) declare(key, number_schema(range), need);
  Json const* json = member(key, need, range.text());
  if (json == nullptr) return std::nullopt;
  if (!json->is(Json::Kind::number) || !range.contains(json->number)) {
    fault_at(key, range.text());
    return std::nullopt;
  }
  state(child_pointer(pointer_, key), *json);
  return json->number;
}

std::optional<Distribution> Fields::distribution(char const* key, Range range, Need need) {
  if (is_describing()) {
    declare(key, reference_to("distribution"), need);
  }
  Json const* json = member(key, need, "a distribution");
  if (json == nullptr) return std::nullopt;
  return read_distribution(*reading_, *json, child_pointer(pointer_, key), key, range);
}

std::optional<std::vector<double>> Fields::numbers(char const* key, Range range, Need need) {
  if (is_describing()) declare(key, list_schema(number_schema(range)), need);
  Json const* json = member_of_kind(key, Json::Kind::array, need, "an array of numbers");
  if (json == nullptr) return std::nullopt;
  std::vector<double> values;
  for (std::size_t i = 0; i < json->items.size(); ++i) {
    Json const& item = json->items[i];
    if (item.is(Json::Kind::number) && range.contains(item.number)) {
      values.push_back(item.number);
    } else {
      fault_at(std::string{key} + "/" + std::to_string(i), range.text());
    }
  }
  if (values.size() != json->items.size()) return std::nullopt;
  state(child_pointer(pointer_, key), *json);
  return values;
}

std::optional<bool> Fields::flag(char const* key) {
  if (is_describing()) declare(key, type_schema("boolean"), Need::optional);
  Json const* json = member_of_kind(key, Json::Kind::boolean, Need::optional, "true or false");
  if (json == nullptr) return std::nullopt;
  state(child_pointer(pointer_, key), *json);
  return json->flag;
}

std::optional<std::string> Fields::text(char const* key, Need need, Role role) {
  if (is_describing()) declare(key, type_schema("string"), need);
  Json const* json = member_of_kind(key, Json::Kind::text, need, "a string");
  if (json == nullptr) return std::nullopt;
  if (role == Role::fact) state(child_pointer(pointer_, key), *json);
  return json->text;
}

std::vector<std::string> Fields::texts(char const* key, Role role) {
  if (is_describing()) declare(key, list_schema(type_schema("string")), Need::optional);
  std::vector<std::string> texts;
  Json const* json = member_of_kind(key, Json::Kind::array, Need::optional, "an array of strings");
  if (json == nullptr) return texts;
  for (std::size_t i = 0; i < json->items.size(); ++i) {
    if (json->items[i].is(Json::Kind::text)) {
      texts.push_back(json->items[i].text);
    } else {
      fault_at(std::string{key} + "/" + std::to_string(i), "a string");
    }
  }
  if (role == Role::fact) state(child_pointer(pointer_, key), *json);
  return texts;
}

std::optional<std::size_t> Fields::word(char const* key, std::vector<std::string> const& words, Need need) {
  if (is_describing()) declare(key, words_schema(words), need);
  Json const* json = member_of_kind(key, Json::Kind::text, need, one_of(words));
  if (json == nullptr) return std::nullopt;
  auto const at = std::find(words.begin(), words.end(), json->text);
  if (at == words.end()) {
    fault_at(key, one_of(words), likely(json->text, words));
    return std::nullopt;
  }
  state(child_pointer(pointer_, key), *json);
  return static_cast<std::size_t>(at - words.begin());
}

std::vector<std::string> Fields::words(char const* key, std::vector<std::string> const& allowed) {
  if (is_describing()) {
    declare(key, list_schema(words_schema(allowed)), Need::optional);
    return {};
  }
  auto const found = texts(key);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (std::find(allowed.begin(), allowed.end(), found[i]) != allowed.end()) continue;
    fault_at(std::string{key} + "/" + std::to_string(i), one_of(allowed), likely(found[i], allowed));
  }
  return found;
}

std::optional<std::size_t> Fields::reference(char const* key, NameTable const& table, Need need) {
  std::string const expected = "the id of a " + table.kind();
  if (is_describing()) declare(key, type_schema("string"), need);
  Json const* json = member_of_kind(key, Json::Kind::text, need, expected);
  if (json == nullptr) return std::nullopt;
  auto const found = table.find(json->text);
  if (!found) fault_at(key, expected, likely(json->text, table.names()));
  state(child_pointer(pointer_, key), *json);
  return found;
}

std::vector<std::size_t> Fields::references(char const* key, NameTable const& table, Role role) {
  std::vector<std::size_t> ids;
  auto const found = texts(key, role);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (auto const id = table.find(found[i])) {
      ids.push_back(*id);
    } else {
      fault_at(std::string{key} + "/" + std::to_string(i), "the id of a " + table.kind(),
               likely(found[i], table.names()));
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::vector<std::pair<std::string, double>> Fields::shares(char const* key) {
  auto const share = between(0, 1);
  if (is_describing()) {
    Json either = Json::object();
    either.set("anyOf", Json::array({number_schema(share), reference_to("number")}));
    declare(key, map_schema(std::move(either)), Need::optional);
  }
  std::vector<std::pair<std::string, double>> shares;
  Json const* json = member_of_kind(key, Json::Kind::object, Need::optional, "an object of shares by name");
  if (json == nullptr) return shares;
  for (auto const& [name, value] : json->members) {
    std::string const where = child_pointer(child_pointer(pointer_, key), name);
    if (!is_id(name)) {
      fault_at(std::string{key} + "/" + name, "a name of letters, digits, '.', '_' and '-'");
    }
    shares.emplace_back(name, read_number(*reading_, value, where, key, share).value_or(0));
  }
  return shares;
}

bool Fields::object(char const* key, Need need, Body const& body) {
  if (is_describing()) {
    declare(key, object_schema(body), need);
    return false;
  }
  Json const* json = member_of_kind(key, Json::Kind::object, need, "an object");
  if (json == nullptr) return false;
  Fields inner{*reading_, *json, child_pointer(pointer_, key)};
  body(inner);
  inner.finish();
  return true;
}

void Fields::each(char const* key, Need need, Entry const& entry) {
  if (is_describing()) {
    declare(key, map_schema(object_schema([&](Fields& f) { entry("", f); })), need);
    return;
  }
  Json const* json = member_of_kind(key, Json::Kind::object, need, "an object of things by id");
  if (json == nullptr) return;
  for (auto const& [id, value] : json->members) {
    std::string const step = std::string{key} + "/" + child_pointer("", id).substr(1);
    if (!is_id(id)) fault(step, "the id " + in_quotes(id.substr(0, 60)), "an id of letters, digits, '.', '_' and '-'");
    if (!value.is(Json::Kind::object)) fault_at(step, "an object");
    Fields inner{*reading_, value, child_pointer(child_pointer(pointer_, key), id)};
    state(inner.pointer(), Json{});
    entry(id, inner);
    inner.finish();
  }
}

void Fields::items(char const* key, Need need, Entry const& entry) {
  if (is_describing()) {
    declare(key, list_schema(object_schema([&](Fields& f) { entry("0", f); })), need);
    return;
  }
  Json const* json = member_of_kind(key, Json::Kind::array, need, "an array of objects");
  if (json == nullptr) return;
  for (std::size_t i = 0; i < json->items.size(); ++i) {
    std::string const position = std::to_string(i);
    if (!json->items[i].is(Json::Kind::object)) fault_at(std::string{key} + "/" + position, "an object");
    Fields inner{*reading_, json->items[i], child_pointer(child_pointer(pointer_, key), i)};
    entry(position, inner);
    inner.finish();
  }
}

void Fields::items_of_kinds(char const* key, Kinds const& kinds) {
  std::vector<std::string> names;
  for (auto const& kind : kinds) names.emplace_back(kind.first);
  if (is_describing()) {
    Json one = Json::object();
    one.set("oneOf", Json::array());
    for (auto const& kind : kinds) one.find("oneOf")->items.push_back(object_schema(kind.second));
    declare(key, list_schema(std::move(one)), Need::required);
    return;
  }
  items(key, Need::required, [&](std::string const& position, Fields& item) {
    for (auto const& [name, body] : kinds) {
      if (item.has(name)) return body(item);
    }
    if (item.json_->is(Json::Kind::object)) {
      auto const& members = item.json_->members;
      std::string nearest;
      for (auto const& m : members) nearest = nearest.empty() ? likely(m.key, names) : nearest;
      fault(std::string{key} + "/" + position, "none of them", "a member: " + one_of(names), nearest);
      for (auto const& m : members) item.asked_.push_back(m.key);
    }
  });
}

void Fields::known(char const* key, Json schema) {
  if (is_describing()) return declare(key, std::move(schema), Need::optional);
  asked_.emplace_back(key);
}

void Fields::finish() {
  if (json_ == nullptr || !json_->is(Json::Kind::object)) return;
  for (auto const& [key, value] : json_->members) {
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    reading_->problems.report(value.origin, child_pointer(pointer_, key),
                              "the unknown key " + in_quotes(key.substr(0, 60)),
                              asked_.empty() ? "no members" : one_of(asked_), likely(key, asked_));
  }
}

void Fields::fault(std::string const& key, std::string found, std::string expected, std::string nearest) const {
  if (is_describing()) return;
  Json const* at = deepest(key);
  reading_->problems.report(at->origin, key.empty() ? pointer_ : pointer_ + '/' + key, std::move(found),
                            std::move(expected), std::move(nearest));
}

void Fields::fault_at(std::string const& key, std::string expected, std::string nearest) const {
  if (is_describing()) return;
  fault(key, shown(*deepest(key)), std::move(expected), std::move(nearest));
}

std::string Fields::likely(std::string_view wanted, std::vector<std::string> const& names) const {
  return reading_->problems.is_full() ? std::string{} : likely_name(wanted, names);
}

Json const* Fields::member(char const* key, Need need, std::string const& expected) {
  if (is_describing()) return nullptr;
  asked_.emplace_back(key);
  if (!json_->is(Json::Kind::object)) return nullptr;
  Json const* json = json_->find(key);
  if (json == nullptr && need == Need::required) fault(key, "nothing", expected);
  return json;
}

Json const* Fields::member_of_kind(char const* key, Json::Kind kind, Need need, std::string const& expected) {
  Json const* json = member(key, need, expected);
  if (json == nullptr || json->is(kind)) return json;
  fault_at(key, expected.empty() ? name_of(kind) : expected);
  return nullptr;
}

void Fields::declare(char const* key, Json schema, Need need) {
  if (std::string const unit = unit_of(key); !unit.empty()) schema.set("description", Json::of("Unit: " + unit));
  schema_->find("properties")->set(key, std::move(schema));
  if (need == Need::optional) return;
  if (schema_->find("required") == nullptr) schema_->set("required", Json::array());
  schema_->find("required")->items.push_back(Json::of(key));
}

void Fields::state(std::string const& pointer, Json const& value) const {
  reading_->facts.push_back(pointer + '=' + canonical_text(value));
}

Json const* Fields::deepest(std::string const& key) const {
  Json const* at = json_;
  std::size_t begin = 0;
  while (begin < key.size()) {
    std::size_t const end = std::min(key.find('/', begin), key.size());
    std::string const part = key.substr(begin, end - begin);
    Json const* next = nullptr;
    if (at->is(Json::Kind::object)) next = at->find(part);
    bool const is_index =
        !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (at->is(Json::Kind::array) && is_index && std::stoul(part) < at->items.size())
      next = &at->items[std::stoul(part)];
    if (next == nullptr) break;
    at = next;
    begin = end + 1;
  }
  return at;
}

}  // namespace shudao::scenarios
