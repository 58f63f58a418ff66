#include "scenarios/vary.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "scenarios/parse.h"
#include "scenarios/read.h"
#include "scenarios/resolve.h"

namespace shudao::scenarios {

namespace {

Json parsed(std::string const& text, std::string const& called) {
  Problems problems;
  auto json = parse_json(text, problems.add_file(called), problems);
  problems.throw_if_any();
  return std::move(*json);
}

/// The parts of a JSON Pointer, unescaped (RFC 6901).
std::vector<std::string> parts_of(std::string const& pointer) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    if (pointer[i] == '/') {
      parts.emplace_back();
    } else if (pointer[i] == '~' && i + 1 < pointer.size()) {
      parts.back() += pointer[++i] == '1' ? '/' : '~';
    } else {
      parts.back() += pointer[i];
    }
  }
  return parts;
}

/// All numbers inside scaled, except those that have no unit.
Json scaled(Json json, double factor) {
  constexpr std::array kPure = {"cv", "shape", "weights"};
  if (json.is(Json::Kind::number)) json.number *= factor;
  for (Json& item : json.items) item = scaled(std::move(item), factor);
  for (auto& [key, value] : json.members)
    if (std::find(kPure.begin(), kPure.end(), key) == kPure.end()) value = scaled(std::move(value), factor);
  return json;
}

/// The range of a pedigree, opened for a value that rounding may have put a little beyond it.
void open_range(Json const& input, Json& patch, double value) {
  double const slack = (value < 0 ? -value : value) * 1e-9;
  if (Json const* low = input.find("low")) patch.set("low", Json::of(std::min(low->number, value - slack)));
  if (Json const* high = input.find("high")) patch.set("high", Json::of(std::max(high->number, value + slack)));
}

/// What takes the place of this number or distribution, or is merged into it.
Json changed(Json const& input, double mean, double value) {
  if (input.is(Json::Kind::number)) return Json::of(value);
  ensure(input.is(Json::Kind::object), "an input is a number or an object");
  Json patch = Json::object();
  if (input.find("value") != nullptr) {
    patch.set("value", Json::of(value));
  } else {
    ensure(mean > 0, "a distribution that is scaled has a mean above 0");
    for (auto const& [key, member] : input.members)
      if (member.is(Json::Kind::object)) patch.set(key, scaled(member, value / mean));
  }
  open_range(input, patch, value);
  return patch;
}

/// The patch on `json` that gives the input at the end of these parts its value. A merge patch replaces an array whole.
Json nested(Json const& json, std::vector<std::string> const& parts, std::size_t at, Pedigree const& p, double value) {
  if (at == parts.size()) return changed(json, p.value, value);
  if (json.is(Json::Kind::array)) {
    std::size_t index = json.items.size();
    std::from_chars(parts[at].data(), parts[at].data() + parts[at].size(), index);
    ensure(index < json.items.size(), "the pointer of an input leads to it");
    Json all = json;
    Json const patch = nested(json.items[index], parts, at + 1, p, value);
    std::vector<std::string> unimportant;
    if (patch.is(Json::Kind::object))
      merge_patch(all.items[index], patch, "", unimportant);
    else
      all.items[index] = patch;
    return all;
  }
  Json const* const member = json.find(parts[at]);
  ensure(member != nullptr, "the pointer of an input leads to it");
  Json patch = Json::object();
  patch.set(parts[at], nested(*member, parts, at + 1, p, value));
  return patch;
}

}  // namespace

std::string patch_for(Scenario const& scenario, Pedigree const& input, double value) {
  return canonical_text(nested(parsed(scenario.document, scenario.id), parts_of(input.pointer), 0, input, value));
}

Scenario patched(Scenario const& scenario, std::string const& merge_patch_text) {
  Json document = parsed(scenario.document, scenario.id);
  std::vector<std::string> unimportant;
  merge_patch(document, parsed(merge_patch_text, "patch"), "", unimportant);
  return read_document(canonical_text(document), scenario.id);
}

}  // namespace shudao::scenarios
