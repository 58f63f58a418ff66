#include "sim/experiment/elasticity.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "scenarios/adjust.h"
#include "sim/base/errors.h"
#include "sim/experiment/measures.h"

namespace shudao::experiment {
namespace {

using scenarios::Pedigree;
using scenarios::Scenario;

Measure mean_of(TransitTime const& time) { return time.mean; }
Measure mean_of(Measure const& difference) { return difference; }
Measure p95_of(CorridorResult const& corridor) { return corridor.transit_time_h.p95; }
Measure p95_of(CorridorDifference const& corridor) { return corridor.p95_h; }

/// Of a corridor, or of the difference of two.
template<class Corridor>
Measure figure_of(Corridor const& corridor, Figure figure) {
  switch (figure) {
    case Figure::transit_time_h:
      return mean_of(corridor.transit_time_h);
    case Figure::p95_h:
      return p95_of(corridor);
    case Figure::cost_cny_per_teu:
      return corridor.cost_cny_per_teu;
    case Figure::co2e_kg_per_teu:
      return corridor.co2e_kg_per_teu;
    case Figure::throughput_teu_per_year:
      break;
  }
  return corridor.throughput_teu_per_year;
}

bool pairs_consignments(Figure figure) { return figure != Figure::p95_h && figure != Figure::throughput_teu_per_year; }

/// The difference of two runs that do not have the same consignments: intervals add up like those of independent means.
Measure independent(Measure const& low, Measure const& high) {
  if (low.n == 0 || high.n == 0) return unobserved();
  Measure difference = single(high.value - low.value);
  difference.n = std::min(low.n, high.n);
  if (!low.ci95 || !high.ci95) return difference;
  double const below = low.value - (*low.ci95)[0], above = high.value - (*high.ci95)[0];
  double const half = std::sqrt(below * below + above * above);
  difference.ci95 = {difference.value - half, difference.value + half};
  return difference;
}

Measure elasticity_of(Response const& response, Pedigree const& input) {
  double const middle = (response.at_low.value + response.at_high.value) / 2;
  double const relative_input = (*input.high - *input.low) / ((*input.low + *input.high) / 2);
  bool const is_defined = response.difference.n > 0 && middle != 0 && std::isfinite(relative_input);
  if (!is_defined) return unobserved();
  double const per_unit = 1.0 / (middle * relative_input);
  Measure elasticity = response.difference;
  elasticity.value *= per_unit;
  if (!elasticity.ci95) return elasticity;
  for (double& end : *elasticity.ci95) end *= per_unit;
  if (per_unit < 0) std::swap((*elasticity.ci95)[0], (*elasticity.ci95)[1]);
  return elasticity;
}

Response response_of(Comparison const& comparison, std::size_t at, Pedigree const& input, Figure figure) {
  CorridorDifference const& difference = comparison.alternatives.front().corridors[at];
  Response response;
  response.corridor = difference.corridor;
  auto const of_side = [&](ScenarioResult const& side) {
    auto const found = std::find_if(side.corridors.begin(), side.corridors.end(),
                                    [&](CorridorResult const& c) { return c.id == difference.corridor; });
    return found == side.corridors.end() ? unobserved() : figure_of(*found, figure);
  };
  response.at_low = of_side(comparison.base);
  response.at_high = of_side(comparison.alternatives.front().result);
  response.is_paired = !pairs_consignments(figure) || (difference.base_only == 0 && difference.alternative_only == 0);
  response.difference =
      response.is_paired ? figure_of(difference, figure) : independent(response.at_low, response.at_high);
  response.elasticity = elasticity_of(response, input);
  return response;
}

/// The world with the input at this value, or why there is none.
std::optional<Scenario> world_at(Scenario const& scenario, Pedigree const& input, double value, std::string& refusal) {
  try {
    return scenarios::varied(scenario, input, value);
  } catch (InputErrors const& wrong) {
    refusal = text(wrong.errors().front());
  }
  return std::nullopt;
}

double strength_of(Trial const& trial) {
  double most = -1;
  for (Response const& response : trial.responses)
    most = std::max(most, response.elasticity.n > 0 ? std::fabs(response.elasticity.value) : 0.0);
  return most;
}

/// Tells the progress of one trial as that of all.
class Overall {
 public:
  Overall(StudyOptions const& study, std::size_t trials) : study_{study}, trials_{static_cast<int>(trials)} {}

  StudyOptions options_of(int trial) {
    StudyOptions options = study_;
    if (study_.on_progress) options.on_progress = [this, trial](StudyProgress p) { tell(p, trial); };
    return options;
  }

 private:
  void tell(StudyProgress& progress, int trial) const {
    progress.replications_done += trial * progress.replications;
    progress.replications *= trials_;
    progress.share = (trial + progress.share) / trials_;
    double const elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    if (progress.share > 0) progress.seconds_left = elapsed * (1 - progress.share) / progress.share;
    study_.on_progress(progress);
  }

  StudyOptions const& study_;
  int trials_;
  std::chrono::steady_clock::time_point const began_ = std::chrono::steady_clock::now();
};

/// Nothing if it was cancelled.
std::optional<Trial> trial_of(Scenario const& scenario, Pedigree const& input, ElasticityOptions const& how,
                              StudyOptions const& study) {
  Trial trial{input, {}, {}};
  auto const low = world_at(scenario, input, *input.low, trial.refusal);
  auto const high = low ? world_at(scenario, input, *input.high, trial.refusal) : std::nullopt;
  if (!high) return trial;
  StudyOutcome const outcome = compare_study(*low, {&*high}, study);
  if (outcome.cancelled) return std::nullopt;
  auto const& corridors = outcome.comparison.alternatives.front().corridors;
  for (std::size_t i = 0; i < corridors.size(); ++i) {
    if (!how.corridor.empty() && corridors[i].corridor != how.corridor) continue;
    trial.responses.push_back(response_of(outcome.comparison, i, input, how.figure));
  }
  return trial;
}

double relative_range(Pedigree const& p) {
  double const middle = (*p.low + *p.high) / 2;
  return middle == 0 ? 0.0 : std::fabs((*p.high - *p.low) / middle);
}

}  // namespace

char const* name_of(Figure figure) {
  switch (figure) {
    case Figure::transit_time_h:
      return "transit_time_h";
    case Figure::p95_h:
      return "p95_h";
    case Figure::cost_cny_per_teu:
      return "cost_cny_per_teu";
    case Figure::co2e_kg_per_teu:
      return "co2e_kg_per_teu";
    case Figure::throughput_teu_per_year:
      break;
  }
  return "throughput_teu_per_year";
}

std::vector<Pedigree> inputs_by_range(Scenario const& scenario) {
  std::vector<Pedigree> inputs;
  for (Pedigree const& number : scenario.numbers)
    if (number.low && number.high && *number.low < *number.high) inputs.push_back(number);
  std::stable_sort(inputs.begin(), inputs.end(),
                   [](Pedigree const& a, Pedigree const& b) { return relative_range(a) > relative_range(b); });
  return inputs;
}

Elasticities elasticities(Scenario const& scenario, ElasticityOptions const& how) {
  Elasticities all;
  std::vector<Pedigree> inputs = inputs_by_range(scenario);
  all.inputs = inputs.size();
  inputs.resize(std::min(inputs.size(), how.top));
  Overall overall{how.study, inputs.size()};
  for (std::size_t i = 0; i < inputs.size() && !all.cancelled; ++i) {
    auto trial = trial_of(scenario, inputs[i], how, overall.options_of(static_cast<int>(i)));
    all.cancelled = !trial;
    if (trial) all.trials.push_back(std::move(*trial));
  }
  std::stable_sort(all.trials.begin(), all.trials.end(),
                   [](Trial const& a, Trial const& b) { return strength_of(a) > strength_of(b); });
  return all;
}

}  // namespace shudao::experiment
