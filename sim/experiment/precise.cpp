#include "sim/experiment/precise.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "sim/base/errors.h"
#include "sim/experiment/headline.h"
#include "sim/experiment/measures.h"
#include "sim/experiment/statistics/precision.h"

namespace shudao::experiment {
namespace {

struct Figure {
  std::string scenario, corridor, measure;
  Measure measured;
};

bool is_among(std::string const& name, std::vector<std::string> const& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// One measure of one corridor over the replications of a scenario.
Measure over(std::vector<ScenarioResult const*> const& results, std::size_t corridor, Headline const& measure) {
  std::vector<Measure> values;
  for (ScenarioResult const* result : results) values.push_back(measure.of(result->corridors.at(corridor)));
  return over_replications(values);
}

/// What nobody observed cannot become known.
void each_figure(Precision const& precision, BatchRuns const& runs, std::function<void(Figure const&)> const& visit) {
  for (auto const& side : runs.sides) {
    std::vector<ScenarioResult const*> results;
    for (auto const& [number, run] : side) results.push_back(&run.replication.result);
    if (results.empty()) continue;
    for (std::size_t i = 0; i < results.front()->corridors.size(); ++i) {
      std::string const& id = results.front()->corridors[i].id;
      if (!precision.corridors.empty() && !is_among(id, precision.corridors)) continue;
      for (std::string const& name : precision.measures) {
        Figure const figure{results.front()->scenario, id, name, over(results, i, headline(name))};
        if (figure.measured.n > 0) visit(figure);
      }
    }
  }
}

}  // namespace

int replications_wanted(Precision const& precision, BatchRuns const& runs) {
  int wanted = 0;
  each_figure(precision, runs, [&](Figure const& figure) {
    wanted = std::max(wanted, PrecisionRule{precision.share}.replications_needed(figure.measured, precision.most));
  });
  return std::min(wanted, precision.most);
}

std::vector<Imprecise> imprecise(Precision const& precision, BatchRuns const& runs) {
  std::vector<Imprecise> all;
  each_figure(precision, runs, [&](Figure const& figure) {
    if (PrecisionRule{precision.share}.is_met(figure.measured)) return;
    double const size = std::abs(figure.measured.value);
    double const share = size > 0 ? figure.measured.half_width().value_or(size) / size : 1;
    all.push_back({figure.scenario, figure.corridor, figure.measure, share});
  });
  std::stable_sort(all.begin(), all.end(), [](Imprecise const& a, Imprecise const& b) { return a.share > b.share; });
  return all;
}

std::vector<std::string> precision_measures(std::vector<std::string> const& names) {
  std::vector<std::string> all;
  for (std::string const& name : names) {
    auto const known = headlines();
    auto const found = std::find_if(known.begin(), known.end(), [&](Headline const& one) {
      return std::string{one.name}.starts_with(name) && !name.empty();
    });
    if (found == known.end()) {
      std::string expected = "one of";
      for (Headline const& one : known) expected += std::string{" "} + one.name;
      throw InputErrors{std::vector{InputError{"--precision-measures", "", 0, name, expected, ""}}};
    }
    all.emplace_back(found->name);
  }
  return all;
}

}  // namespace shudao::experiment
