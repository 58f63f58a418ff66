#include "scenarios/document_parts.h"

#include <algorithm>

namespace shudao::scenarios {

Json* at(Json& json, std::vector<std::string> const& steps) {
  Json* found = &json;
  for (std::string const& step : steps) {
    if (found->is(Json::Kind::array)) {
      bool const is_index =
          !step.empty() && step.find_first_not_of("0123456789") == std::string::npos && step.size() < 7;
      std::size_t const index = is_index ? std::stoul(step) : found->items.size();
      found = index < found->items.size() ? &found->items[index] : nullptr;
    } else {
      found = found->find(step);
    }
    if (found == nullptr) return nullptr;
  }
  return found;
}

std::string text_at(Json const& json, char const* key) {
  Json const* member = json.find(key);
  return member != nullptr && member->is(Json::Kind::text) ? member->text : "";
}

void each(Json& holder, char const* key, Visit const& visit) {
  Json* things = holder.find(key);
  if (things == nullptr) return;
  for (auto& [id, thing] : things->members) visit(id, thing);
}

void each_step(Json& world, Visit const& visit) {
  each(world, "places", [&](auto const&, Json& place) {
    each(place, "processes", [&](auto const&, Json& process) { each(process, "steps", visit); });
  });
}

bool drop(Json* list, std::string const& text) {
  if (list == nullptr) return false;
  auto const gone = std::erase_if(list->items, [&](Json const& item) { return item.text == text; });
  return gone > 0 && list->items.empty();
}

}  // namespace shudao::scenarios
