#include <algorithm>

#include "scenarios/fields.h"
#include "scenarios/schema_parts.h"

namespace shudao::scenarios {

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
    if (reading_->problems.is_full()) return;  // the world is refused anyway, and nobody reads more
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
    if (reading_->problems.is_full()) {
      reading_->problems.count_another();
      continue;
    }
    std::string const meant = likely(key, asked_);
    if (std::find(missing_.begin(), missing_.end(), meant) != missing_.end())
      reading_->problems.withdraw_missing(json_->origin, pointer_ + '/' + meant);
    reading_->problems.report(value.origin, child_pointer(pointer_, key),
                              "the unknown key " + in_quotes(key.substr(0, 60)),
                              asked_.empty() ? "no members" : one_of(asked_), meant);
  }
}

}  // namespace shudao::scenarios
