#include "scenarios/without.h"

#include "scenarios/parse.h"
#include "scenarios/problems.h"
#include "scenarios/read.h"
#include "scenarios/remover.h"
#include "sim/base/errors.h"

namespace shudao::scenarios {
namespace {

/// What to take away where the reader refuses something: the thing that stands there.
Steps culprit(std::string const& pointer) {
  Steps steps = steps_of(pointer);
  if (steps.size() > 3 && steps[0] == "rules" && steps[2] == "rewrites") return {steps[0], steps[1]};
  if (steps.size() > 6 && steps[0] == "places" && steps[2] == "processes") return {steps.begin(), steps.begin() + 7};
  if (steps.size() > 3 && steps[0] == "places") return {steps.begin(), steps.begin() + 4};
  if (steps.size() > 2) steps.resize(2);
  return steps;
}

constexpr int kMostRepairs = 20;

}  // namespace

bool take_away(Json& document, std::string const& pointer) { return Remover{document}.remove(steps_of(pointer)); }

std::optional<Scenario> without(Scenario const& scenario, std::string const& pointer) {
  Problems problems;
  auto document = parse_json(scenario.document, problems.add_file(scenario.id), problems);
  problems.throw_if_any();
  if (!take_away(*document, pointer)) return std::nullopt;
  for (int repair = 0; repair < kMostRepairs; ++repair) {
    try {
      return read_document(canonical_text(*document), scenario.id);
    } catch (InputErrors const& wrong) {
      bool has_changed = false;
      for (auto const& error : wrong.errors()) has_changed |= Remover{*document}.remove(culprit(error.pointer));
      if (!has_changed) return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace shudao::scenarios
