#include "scenarios/fields.h"

#include <algorithm>

#include "scenarios/quantities.h"
#include "scenarios/schema_parts.h"

namespace shudao::scenarios {

namespace {

/// What a describing Fields refers to: no names, and nothing is ever reported or noted.
Reading& nothing() {
  static Problems problems;
  static Names const names;
  static Reading reading{problems, names, {}, {}, {}};
  return reading;
}

}  // namespace

std::string one_of(std::vector<std::string> const& words) {
  std::string text = "one of ";
  for (std::size_t i = 0; i < words.size(); ++i) text += (i == 0 ? "" : ", ") + words[i];
  return text;
}

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
    declare(key, either_schema({number_schema(range), reference_to("number")}), need);
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
    declare(key, map_schema(either_schema({number_schema(share), reference_to("number")})), Need::optional);
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

}  // namespace shudao::scenarios
