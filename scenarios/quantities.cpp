#include "scenarios/quantities.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "scenarios/schema_parts.h"

namespace shudao::scenarios {

namespace {

constexpr std::array kUnits = {"cny_per_teu_km",
                               "cny_per_teu_h",
                               "cny_per_teu_day",
                               "cny_per_teu",
                               "cny",
                               "percent_per_year",
                               "teu_per_year",
                               "g_per_tkm",
                               "km_h",
                               "km",
                               "min_per_teu",
                               "min_per_vehicle",
                               "tonnes_per_teu",
                               "per_day",
                               "teu",
                               "mm",
                               "weeks",
                               "days",
                               "h"};

/// Counts, shares and factors, which have no unit to end in: their unit is 1.
constexpr std::array kPureNumbers = {"servers",     "tracks",     "probability", "repeat_probability",
                                     "duration_by", "batch_size", "capacity_by", "speed_by",
                                     "path_size",   "duty_rate",  "refund_rate"};

/// Compares as neither above nor below: a faulty value is said once.
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// `source`, `grade`, `low`, `high`, `why`, `calibrated`; used for reading and for the schema.
void read_pedigree(Fields& f, Pedigree& p, Need need) {
  p.low = f.bare("low", Range{}, Need::optional);
  p.high = f.bare("high", Range{}, Need::optional);
  p.source = f.text("source", f.is_describing() ? need : Need::optional, Role::label).value_or("");
  bool const lacks_source = need == Need::required && !f.has("source");
  if (lacks_source) f.fault("source", "nothing", "the id of a source, or \"assumption\"");
  p.why = f.text("why", Need::optional, Role::label).value_or("");
  p.is_calibrated = f.flag("calibrated").value_or(false);
  bool const is_assumption = p.source == "assumption";
  std::vector<std::string> const grades{"A", "B", "C", "D"};
  auto const grade = f.word("grade", grades, is_assumption ? Need::required : Need::optional);
  if (grade) p.grade = grades[*grade].front();
}

/// What an assumption owes its reader, and what a source must be.
void check_pedigree(Fields& f, Pedigree const& p) {
  auto const& sources = f.reading().names.sources;
  if (p.source == "assumption") {
    if (!f.has("low")) f.fault("low", "nothing", "the lowest value that is thinkable, for an assumption");
    if (!f.has("high")) f.fault("high", "nothing", "the highest value that is thinkable, for an assumption");
    if (p.why.empty()) f.fault("why", "nothing", "the reason of the assumption");
  } else if (!p.source.empty() && !sources.find(p.source)) {
    f.fault_at("source", "the id of a source, or \"assumption\"", f.likely(p.source, sources.names()));
  }
  std::string const value = number_text(p.value);
  if (p.low && *p.low > p.value) f.fault_at("low", "at most the value or mean, " + value);
  if (p.high && *p.high < p.value) f.fault_at("high", "at least the value or mean, " + value);
}

/// The unit that the key ends in, or that of a key without.
std::string unit_in_full(std::string const& pointer, std::string const& key) {
  if (key == "lat" || key == "lon") return "degrees";
  bool const is_share = pointer.find("/firm_classes/") != std::string::npos;
  bool const is_pure = std::find(kPureNumbers.begin(), kPureNumbers.end(), key) != kPureNumbers.end();
  return is_share || is_pure ? "1" : unit_of(key);
}

Pedigree pedigree_of(Reading& reading, Json const& json, std::string const& pointer, std::string const& key) {
  Pedigree p;
  p.pointer = pointer;
  p.file = reading.problems.file_name(json.origin.file);
  p.line = static_cast<int>(json.origin.line);
  p.unit = unit_in_full(pointer, key);
  return p;
}

using Kind = Distribution::Kind;
std::optional<Kind> read_kinds(Fields&);

/// A distribution without pedigree, inside `truncated`.
std::optional<Kind> read_plain(Reading& reading, Json const& json, std::string const& pointer) {
  if (json.is(Json::Kind::number)) return Constant{json.number};
  Fields f{reading, json, pointer};
  if (!json.is(Json::Kind::object)) f.fault_at("", "a number or a distribution");
  auto const kind = read_kinds(f);
  f.finish();
  return kind;
}

template<class Make>
void read_kind(Fields& f, char const* name, std::vector<char const*> const& parameters, std::optional<Kind>& kind,
               Make make) {
  f.object(name, Need::optional, [&](Fields& inner) {
    std::array<double, 3> values{};
    bool is_good = true;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      auto const value = inner.bare(parameters[i], Range{}, Need::required);
      is_good = is_good && value.has_value();
      values[i] = value.value_or(0);
    }
    if (is_good) kind = make(values);
  });
}

void read_empirical(Fields& f, std::optional<Kind>& kind) {
  f.object("empirical", Need::optional, [&](Fields& inner) {
    auto values = inner.numbers("values", Range{}, Need::required);
    auto weights = inner.numbers("weights", at_least(0), Need::required);
    if (values && weights) kind = Empirical{std::move(*values), std::move(*weights)};
  });
}

void read_truncated(Fields& f, std::optional<Kind>& kind) {
  f.object("truncated", Need::optional, [&](Fields& inner) {
    auto const low = inner.bare("low", Range{}, Need::required);
    auto const high = inner.bare("high", Range{}, Need::required);
    inner.known("of", reference_to("distribution"));
    Json const* of = inner.find("of");
    if (of == nullptr) return inner.fault("of", "nothing", "a distribution");
    auto const whole = read_plain(inner.reading(), *of, child_pointer(inner.pointer(), "of"));
    if (low && high && whole) kind = Truncated{std::make_shared<Distribution const>(*whole), *low, *high};
  });
}

using Values = std::array<double, 3> const&;

/// All kinds of distributions by their names; at most one is there when the format is kept.
std::optional<Kind> read_kinds(Fields& f) {
  std::optional<Kind> kind;
  read_kind(f, "uniform", {"low", "high"}, kind, [](Values v) { return Uniform{v[0], v[1]}; });
  read_kind(f, "triangular", {"low", "mode", "high"}, kind, [](Values v) { return Triangular{v[0], v[1], v[2]}; });
  read_kind(f, "exponential", {"mean"}, kind, [](Values v) { return Exponential{v[0]}; });
  read_kind(f, "gamma", {"mean", "cv"}, kind, [](Values v) { return Gamma{v[0], v[1]}; });
  read_kind(f, "lognormal", {"mean", "cv"}, kind, [](Values v) { return Lognormal{v[0], v[1]}; });
  read_kind(f, "weibull", {"shape", "scale"}, kind, [](Values v) { return Weibull{v[0], v[1]}; });
  read_empirical(f, kind);
  read_truncated(f, kind);
  return kind;
}

constexpr std::array kKinds = {"uniform",   "triangular", "exponential", "gamma",
                               "lognormal", "weibull",    "empirical",   "truncated"};

/// The number or the one kind that a distribution's object holds.
std::optional<Kind> read_value_or_kind(Fields& f) {
  auto const value = f.bare("value", Range{}, Need::optional);
  auto kind = read_kinds(f);
  if (f.is_describing()) return kind;
  auto const count =
      std::count_if(kKinds.begin(), kKinds.end(), [&](char const* k) { return f.has(k); }) + (f.has("value") ? 1 : 0);
  if (count != 1) {
    f.fault("", std::to_string(count) + " of them", "one member that is \"value\" or a kind of distribution");
    return std::nullopt;
  }
  if (value) kind = Constant{*value};
  return kind;
}

/// Reads the pedigree, judges it and files it; nothing of it is a fact for the fingerprint.
void file_pedigree(Fields& f, Pedigree p, Need need) {
  auto& reading = f.reading();
  auto const facts = reading.facts.size();
  read_pedigree(f, p, need);
  reading.facts.resize(facts);
  if (f.has("source")) check_pedigree(f, p);
  reading.numbers.push_back(std::move(p));
}

bool has_pedigree(Fields const& f) {
  constexpr std::array kKeys = {"source", "grade", "low", "high", "why", "calibrated", "value"};
  return std::any_of(kKeys.begin(), kKeys.end(), [&](char const* key) { return f.has(key); });
}

void state_constant(Reading& reading, std::string const& pointer, double value) {
  reading.facts.push_back(pointer + '=' + number_text(value));
}

std::optional<Distribution> judged(Fields& f, Distribution const& distribution, Range range) {
  if (std::string const fault = fault_of(distribution); !fault.empty()) {
    f.fault_at("", "parameters of a distribution: " + fault);
    return std::nullopt;
  }
  bool const is_good = range.contains(distribution.mean()) && distribution.lower() >= range.low;
  if (is_good) return distribution;
  f.fault("",
          "a distribution with the mean " + number_text(distribution.mean()) + " that starts at " +
              number_text(distribution.lower()),
          range.text());
  return std::nullopt;
}

}  // namespace

std::optional<double> read_number(Reading& reading, Json const& json, std::string const& pointer,
                                  std::string const& key, Range range) {
  Pedigree p = pedigree_of(reading, json, pointer, key);
  Fields f{reading, json, pointer};
  if (json.is(Json::Kind::number)) {
    p.value = json.number;
    reading.numbers.push_back(p);
  } else if (json.is(Json::Kind::object)) {
    auto const facts = reading.facts.size();
    auto const value = f.bare("value", range, Need::required);
    reading.facts.resize(facts);
    p.value = value.value_or(kUnknown);
    file_pedigree(f, p, Need::required);
    f.finish();
    if (!value) return std::nullopt;
  }
  if (json.is(Json::Kind::object) || (json.is(Json::Kind::number) && range.contains(p.value))) {
    state_constant(reading, pointer, p.value);
    return p.value;
  }
  f.fault_at("", range.text());
  return std::nullopt;
}

std::optional<Distribution> read_distribution(Reading& reading, Json const& json, std::string const& pointer,
                                              std::string const& key, Range range) {
  Fields f{reading, json, pointer};
  if (!json.is(Json::Kind::object)) {
    auto const value = read_number(reading, json, pointer, key, range);
    return value ? std::optional{Distribution{Constant{*value}}} : std::nullopt;
  }
  auto const facts = reading.facts.size();
  auto const kind = read_value_or_kind(f);
  auto const distribution = kind ? judged(f, *kind, range) : std::nullopt;
  if (distribution && distribution->is_constant()) {
    reading.facts.resize(facts);
    state_constant(reading, pointer, distribution->mean());
  }
  Pedigree p = pedigree_of(reading, json, pointer, key);
  p.value = distribution ? distribution->mean() : kUnknown;
  file_pedigree(f, p, has_pedigree(f) ? Need::required : Need::optional);
  f.finish();
  return distribution;
}

Json sourced_number_schema() {
  Json schema;
  Fields f{schema};
  Pedigree ignored;
  f.bare("value", Range{}, Need::required);
  read_pedigree(f, ignored, Need::required);
  return schema;
}

Json distribution_schema() {
  Json object;
  Fields f{object};
  Pedigree ignored;
  read_value_or_kind(f);
  read_pedigree(f, ignored, Need::optional);
  return either_schema({number_schema(Range{}), std::move(object)});
}

std::string unit_of(std::string const& key) {
  for (std::string const unit : kUnits) {
    if (key == unit || key.ends_with("_" + unit)) return unit;
  }
  return {};
}

}  // namespace shudao::scenarios
