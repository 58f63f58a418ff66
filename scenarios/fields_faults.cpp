#include <algorithm>

#include "scenarios/fields.h"
#include "scenarios/quantities.h"

namespace shudao::scenarios {

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
  if (json == nullptr && need == Need::required) {
    missing_.emplace_back(key);
    fault(key, kMissing, expected);
  }
  return json;
}

Json const* Fields::member_of_kind(char const* key, Json::Kind kind, Need need, std::string const& expected) {
  Json const* json = member(key, need, expected);
  if (json == nullptr || json->is(kind)) return json;
  fault_at(key, expected);
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
    bool const is_index = !part.empty() && part.size() < 10 &&
                          std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (at->is(Json::Kind::array) && is_index && std::stoul(part) < at->items.size())
      next = &at->items[std::stoul(part)];
    if (next == nullptr) break;
    at = next;
    begin = end + 1;
  }
  return at;
}

}  // namespace shudao::scenarios
