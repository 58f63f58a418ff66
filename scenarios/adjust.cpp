#include "scenarios/adjust.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "scenarios/parse.h"
#include "scenarios/read.h"
#include "scenarios/resolve.h"
#include "sim/base/errors.h"

namespace shudao::scenarios {

namespace {

/// Of what stands inside a kind of distribution, the members that have its unit.
constexpr std::array kScales = {"value", "mean", "low", "mode", "high", "scale", "values"};
constexpr std::array kKinds = {"uniform",   "triangular", "exponential", "gamma",
                               "lognormal", "weibull",    "empirical",   "truncated"};
constexpr char kFitted[] = " [fitted ";

std::vector<std::string> steps_of(std::string const& pointer) {
  std::vector<std::string> steps;
  for (std::size_t at = 0; at < pointer.size();) {
    std::size_t const end = std::min(pointer.find('/', at + 1), pointer.size());
    std::string step = pointer.substr(at + 1, end - at - 1);
    for (auto const& [written, meant] : {std::pair{"~1", "/"}, std::pair{"~0", "~"}}) {
      for (std::size_t i = 0; (i = step.find(written, i)) != std::string::npos; ++i) step.replace(i, 2, meant);
    }
    steps.push_back(std::move(step));
    at = end;
  }
  return steps;
}

Json* child(Json& json, std::string const& step) {
  if (json.is(Json::Kind::object)) return json.find(step);
  if (!json.is(Json::Kind::array)) return nullptr;
  auto const index = static_cast<std::size_t>(std::strtoul(step.c_str(), nullptr, 10));
  return index < json.items.size() ? &json.items[index] : nullptr;
}

Json* find(Json& json, std::string const& pointer) {
  Json* at = &json;
  for (std::string const& step : steps_of(pointer)) {
    at = child(*at, step);
    if (at == nullptr) return nullptr;
  }
  return at;
}

double six_digits(double x) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.6g", x);
  return std::strtod(text.data(), nullptr);
}

/// What happens to each number with a unit.
using Change = std::function<double(double)>;

Change times(double factor) {
  return [factor](double x) { return factor * x; };
}
Change times_in_six_digits(double factor) {
  return [factor](double x) { return six_digits(factor * x); };
}

void change_all(Json& json, Change const& change) {
  if (json.is(Json::Kind::number)) json.number = change(json.number);
  for (Json& item : json.items) change_all(item, change);
}

/// Inside a distribution; a truncated one has another inside.
void change_parameters(Json& parameters, Change const& change) {
  for (char const* key : kScales) {
    if (Json* member = parameters.find(key)) change_all(*member, change);
  }
  if (Json* of = parameters.find("of")) {
    if (of->is(Json::Kind::number)) change_all(*of, change);
    for (char const* kind : kKinds) {
      if (Json* inner = of->find(kind)) change_parameters(*inner, change);
    }
  }
}

/// The parameters of a distribution that stands with its pedigree; null if there is none.
Json* parameters_of(Json& node) {
  for (char const* kind : kKinds)
    if (Json* parameters = node.find(kind)) return parameters;
  return nullptr;
}

/// Six digits must not lead out of the range.
void keep_inside(Json& number, Json const& node) {
  Json const *low = node.find("low"), *high = node.find("high");
  if (low != nullptr) number.number = std::max(number.number, low->number);
  if (high != nullptr) number.number = std::min(number.number, high->number);
}

/// `node` is a number or distribution with its pedigree.
void adjust(Json& node, double factor) {
  Change const change = times_in_six_digits(factor);
  if (node.is(Json::Kind::number)) return change_all(node, change);
  if (Json* value = node.find("value")) {
    change_all(*value, change);
    return keep_inside(*value, node);
  }
  if (Json* parameters = parameters_of(node)) {
    change_parameters(*parameters, change);
    if (Json* mean = parameters->find("mean")) keep_inside(*mean, node);
  }
}

/// The range of a pedigree, opened for a mean that rounding may have put a little beyond it.
void open_range(Json& node, double value) {
  double const slack = std::fabs(value) * 1e-9;
  if (Json* low = node.find("low")) low->number = std::min(low->number, value - slack);
  if (Json* high = node.find("high")) high->number = std::max(high->number, value + slack);
}

void set_mean(Json& node, double mean, double value) {
  if (node.is(Json::Kind::number)) {
    node.number = value;
  } else if (Json* number = node.find("value")) {
    number->number = value;
  } else {
    Json* const parameters = parameters_of(node);
    ensure(parameters != nullptr && mean > 0, "a distribution that is scaled has a mean above 0");
    change_parameters(*parameters, times(value / mean));
  }
  open_range(node, value);
}

Json parsed(std::string const& text, std::string const& called) {
  Problems problems;
  auto json = parse_json(text, problems.add_file(called), problems);
  problems.throw_if_any();
  return *std::move(json);
}

Json document_of(Scenario const& scenario) { return parsed(scenario.document, scenario.id); }

/// Puts `node`, which stands at `pointer` in `document`, into the patch. What stands in a list goes in with its list.
void put(Json& patch, Json& document, std::string const& pointer) {
  Json *into = &patch, *from = &document;
  for (std::string const& step : steps_of(pointer)) {
    from = child(*from, step);
    ensure(from != nullptr, "a calibrated number stands in the document");
    if (from->is(Json::Kind::array)) {
      into->set(step, *from);
      return;
    }
    Json* next = into->find(step);
    into = next != nullptr ? next : &into->set(step, Json::object());
  }
  *into = *from;
}

void mark(Json& node, std::string const& fitted_to) {
  node.set("calibrated", Json::of(true));
  Json const* const before = node.find("why");
  std::string why = before == nullptr ? "" : before->text;
  why = why.substr(0, why.rfind("[fitted "));
  while (!why.empty() && why.back() == ' ') why.pop_back();
  node.set("why", Json::of(why + (kFitted + (why.empty() ? 1 : 0)) + fitted_to + "]"));
}

}  // namespace

Scenario adjusted(Scenario const& world, Scenario const& base, std::vector<Adjustment> const& adjustments) {
  Json document = document_of(world);
  Json original = document_of(base);
  for (Adjustment const& adjustment : adjustments) {
    Json* const node = find(document, adjustment.pointer);
    Json const* const in_base = find(original, adjustment.pointer);
    if (node != nullptr && in_base != nullptr && *node == *in_base) adjust(*node, adjustment.factor);
  }
  return read_document(canonical_text(document), world.id);
}

Scenario varied(Scenario const& scenario, Pedigree const& input, double value) {
  Json document = document_of(scenario);
  Json* const node = find(document, input.pointer);
  ensure(node != nullptr, "the pointer of an input leads to it");
  set_mean(*node, input.value, value);
  return read_document(canonical_text(document), scenario.id);
}

Variable::Variable(Scenario const& scenario)
    : id_{scenario.id}, document_{std::make_unique<Json>(document_of(scenario))} {}
Variable::~Variable() = default;
Variable::Variable(Variable&&) noexcept = default;

Scenario Variable::with(std::vector<Setting> const& settings) const {
  Json document = *document_;
  for (Setting const& setting : settings) {
    Json* const node = find(document, setting.input->pointer);
    if (node != nullptr) set_mean(*node, setting.input->value, setting.value);
  }
  Problems problems;
  problems.add_file(id_);
  return scenario_of(document, problems, {});
}

Scenario patched(Scenario const& scenario, std::string const& merge_patch_text) {
  Json document = document_of(scenario);
  std::vector<std::string> unimportant;
  merge_patch(document, parsed(merge_patch_text, "patch"), "", unimportant);
  return read_document(canonical_text(document), scenario.id);
}

std::string calibrated_patch(Scenario const& base, std::string const& base_file,
                             std::vector<CalibratedNumber> const& numbers) {
  Json document = document_of(base);
  Json patch = Json::object();
  for (CalibratedNumber const& number : numbers) {
    Json* const node = find(document, number.adjustment.pointer);
    ensure(node != nullptr, "a calibrated number stands in the document");
    adjust(*node, number.adjustment.factor);
    mark(*node, number.fitted_to);
  }
  for (CalibratedNumber const& number : numbers) put(patch, document, number.adjustment.pointer);
  Json file = Json::object();
  Json title = Json::object();
  title.set("zh", Json::of(base.title.zh + "（已校准）"));
  title.set("en", Json::of(base.title.en + ", calibrated"));
  file.set("format", Json::of(1.0));
  file.set("id", Json::of(base.id + "-calibrated"));
  file.set("base", Json::of(base_file));
  file.set("title", std::move(title));
  file.set("patch", std::move(patch));
  return indented_text(file);
}

}  // namespace shudao::scenarios
