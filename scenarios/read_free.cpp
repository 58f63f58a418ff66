#include <algorithm>
#include <array>

#include "scenarios/validation_readers.h"

namespace shudao::scenarios {

namespace {

/// The number of the scenario that a pointer names: by itself, by its "value", or by the "mean" of its distribution.
std::optional<std::size_t> number_at(Scenario const& scenario, std::string const& pointer) {
  auto const exact = [&](std::string const& p) -> std::optional<std::size_t> {
    auto const at = std::lower_bound(scenario.numbers.begin(), scenario.numbers.end(), p,
                                     [](Pedigree const& n, std::string const& wanted) { return n.pointer < wanted; });
    if (at == scenario.numbers.end() || at->pointer != p) return std::nullopt;
    return static_cast<std::size_t>(at - scenario.numbers.begin());
  };
  if (auto const found = exact(pointer)) return found;
  constexpr std::array kInner = {"/value", "/exponential/mean", "/gamma/mean", "/lognormal/mean"};
  for (std::string const inner : kInner) {
    if (!pointer.ends_with(inner)) continue;
    if (auto const found = exact(pointer.substr(0, pointer.size() - inner.size()))) return found;
  }
  return std::nullopt;
}

/// Numbers of the same thing: "/places/kz-dostyk/…".
std::vector<std::string> neighbours(Scenario const& scenario, std::string const& pointer) {
  std::size_t end = pointer.find('/', 1);
  if (end != std::string::npos) end = pointer.find('/', end + 1);
  std::string const thing = pointer.substr(0, end);
  std::vector<std::string> names;
  for (Pedigree const& number : scenario.numbers) {
    if (number.pointer.starts_with(thing)) names.push_back(number.pointer);
  }
  return names;
}

void add_number(Fields const& f, std::string const& key, std::string const& pointer, Scenario const& scenario,
                FreeInput& input) {
  auto const at = number_at(scenario, pointer);
  if (!at) {
    f.fault_at(key, "the pointer of a number of " + scenario.id, f.likely(pointer, neighbours(scenario, pointer)));
    return;
  }
  Pedigree const& number = scenario.numbers[*at];
  if (!number.low || !number.high || !(*number.low < *number.high)) {
    f.fault_at(key, "a number that has a low below its high: it says how far a fit may go");
    return;
  }
  if (number.value == 0) {
    f.fault_at(key, "a number that is not 0: it is fitted by a factor");
    return;
  }
  double const one = *number.low / number.value, other = *number.high / number.value;
  bool const is_first = input.numbers.empty();
  input.least = is_first ? std::min(one, other) : std::max(input.least, std::min(one, other));
  input.most = is_first ? std::max(one, other) : std::min(input.most, std::max(one, other));
  input.numbers.push_back(*at);
}

bool contains(std::vector<std::string> const& names, std::string const& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

FreeInput read_free_input(Fields& f, std::string const& name, KnownWorld const& base,
                          std::vector<std::string> const& held_out, std::vector<std::string> const& calibrated) {
  FreeInput input;
  input.name = name;
  auto const one = f.text("pointer", Need::optional);
  auto const several = f.texts("pointers");
  input.rows = f.texts("rows");
  if (f.is_describing()) return input;
  if (f.has("pointer") == f.has("pointers"))
    f.fault("", f.has("pointer") ? "both pointer and pointers" : "none of them", "one of pointer, pointers");
  for (std::size_t i = 0; i < input.rows.size(); ++i) {
    std::string const key = "rows/" + std::to_string(i);
    if (contains(held_out, input.rows[i])) {
      f.fault(key, "the held-out row " + input.rows[i], "a calibrated row: nothing is fitted to held-out rows");
    } else if (!contains(calibrated, input.rows[i])) {
      f.fault_at(key, "the id of a calibrated row", f.likely(input.rows[i], calibrated));
    }
  }
  if (!f.has("rows")) input.rows = calibrated;
  if (base.scenario == nullptr) return input;
  if (one) add_number(f, "pointer", *one, *base.scenario, input);
  for (std::size_t i = 0; i < several.size(); ++i)
    add_number(f, "pointers/" + std::to_string(i), several[i], *base.scenario, input);
  return input;
}

}  // namespace shudao::scenarios
