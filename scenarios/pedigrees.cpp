#include "scenarios/pedigrees.h"

#include <algorithm>

namespace shudao::scenarios {

namespace {

constexpr char kAssumption[] = "assumption";

std::vector<std::string> wants_of(Scenario const& scenario, Pedigree const& p) {
  std::vector<std::string> wants;
  bool const is_assumption = p.source == kAssumption;
  if (p.unit.empty()) wants.emplace_back("unit");
  if (p.source.empty()) wants.emplace_back("source");
  if (!p.source.empty() && !is_assumption && find_source(scenario, p.source) == nullptr)
    wants.push_back("source called " + p.source);
  if (grade_of(scenario, p) == ' ') wants.emplace_back("grade");
  if (is_assumption && !p.low) wants.emplace_back("low");
  if (is_assumption && !p.high) wants.emplace_back("high");
  if (is_assumption && p.why.empty()) wants.emplace_back("why");
  return wants;
}

}  // namespace

Source const* find_source(Scenario const& scenario, std::string const& id) {
  auto const at = std::lower_bound(scenario.sources.begin(), scenario.sources.end(), id,
                                   [](Source const& source, std::string const& wanted) { return source.id < wanted; });
  return at != scenario.sources.end() && at->id == id ? &*at : nullptr;
}

char grade_of(Scenario const& scenario, Pedigree const& number) {
  if (number.grade != ' ') return number.grade;
  Source const* const source = find_source(scenario, number.source);
  return source == nullptr ? ' ' : source->grade;
}

std::span<Pedigree const> numbers_below(Scenario const& scenario, std::string const& pointer) {
  auto const& numbers = scenario.numbers;
  auto const is_before = [](Pedigree const& p, std::string const& wanted) { return p.pointer < wanted; };
  std::string const first = pointer + "/", beyond = pointer + "0";  // '0' comes after '/'
  auto const at = std::lower_bound(numbers.begin(), numbers.end(), pointer, is_before);
  if (at != numbers.end() && at->pointer == pointer) return {&*at, 1};
  auto const begin = std::lower_bound(numbers.begin(), numbers.end(), first, is_before);
  auto const end = std::lower_bound(begin, numbers.end(), beyond, is_before);
  return {numbers.data() + (begin - numbers.begin()), static_cast<std::size_t>(end - begin)};
}

std::vector<std::string> pedigree_faults(Scenario const& scenario) {
  std::vector<std::string> faults;
  for (Pedigree const& number : scenario.numbers) {
    if (number.pointer.rfind("/run/", 0) == 0) continue;
    for (std::string const& want : wants_of(scenario, number))
      faults.push_back(number.file + ":" + std::to_string(number.line) + ": " + number.pointer + " has no " + want);
  }
  for (Source const& source : scenario.sources) {
    if (source.grade == ' ') faults.push_back("/sources/" + source.id + " has no grade");
    if (source.title.empty()) faults.push_back("/sources/" + source.id + " has no title");
  }
  return faults;
}

}  // namespace shudao::scenarios
