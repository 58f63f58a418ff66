#pragma once
// Shows nlohmann/json: for .cpp files of this folder only.
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "scenarios/scenario.h"
#include "sim/experiment/results.h"

namespace shudao::viz::cli {

using Json = nlohmann::ordered_json;

/// Bytes that are no UTF-8 (a broken input quoted in an error) are replaced, never a reason to fail.
inline std::string dumped(Json const& json) {
  constexpr int kIndent = 1;
  return json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + '\n';
}

inline Json words_json(scenarios::Text const& words) { return {{"zh", words.zh}, {"en", words.en}}; }

/// The one shape of every figure: docs/reference/json.md.
inline Json measure_json(experiment::Measure const& measure) {
  Json ci95 = nullptr;
  if (measure.ci95) ci95 = {(*measure.ci95)[0], (*measure.ci95)[1]};
  return {{"value", measure.value}, {"ci95", ci95}, {"n", measure.n}};
}

template<class Value>
Json or_null(std::optional<Value> const& value) {
  return value ? Json(*value) : Json(nullptr);
}

}  // namespace shudao::viz::cli
