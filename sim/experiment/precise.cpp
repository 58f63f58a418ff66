#include "sim/experiment/precise.h"

#include <algorithm>
#include <cmath>

#include "sim/base/errors.h"
#include "sim/base/is_among.h"
#include "sim/experiment/headline.h"
#include "sim/experiment/measures.h"
#include "sim/experiment/statistics/precision.h"

namespace shudao::experiment {
namespace {

/// One measure of one corridor over the replications of a scenario.
Measure over(std::vector<ScenarioResult const*> const& results, std::size_t corridor, Headline const& measure) {
  std::vector<Measure> values;
  for (ScenarioResult const* result : results) values.push_back(measure.of(result->corridors.at(corridor)));
  return over_replications(values);
}

/// What nobody observed cannot become known.
void keep(std::vector<KnownFigure>& figures, KnownFigure figure) {
  if (figure.measured.n > 0) figures.push_back(std::move(figure));
}

constexpr char kMeasures[] = "--precision-measures";

InputErrors no_measure(std::string const& name, std::vector<std::string> const& known) {
  std::string expected = "one of";
  for (std::string const& one : known) expected += " " + one;
  return InputErrors{std::vector{InputError{kMeasures, "", 0, name, expected, nearest_name(name, known)}}};
}

}  // namespace

std::vector<KnownFigure> headline_figures(Precision const& precision, BatchRuns const& runs) {
  std::vector<std::string> const measures = precision_measures(precision.measures);
  std::vector<KnownFigure> figures;
  for (auto const& side : runs.sides) {
    std::vector<ScenarioResult const*> results;
    for (auto const& [number, run] : side) results.push_back(&run.replication.result);
    if (results.empty()) continue;
    for (std::size_t i = 0; i < results.front()->corridors.size(); ++i) {
      std::string const& id = results.front()->corridors[i].id;
      if (!precision.corridors.empty() && !is_among(id, precision.corridors)) continue;
      for (std::string const& name : measures)
        keep(figures, {results.front()->scenario, id, name, over(results, i, headline(name))});
    }
  }
  return figures;
}

std::vector<KnownFigure> study_figures(Precision const& precision, scenarios::Study const& study,
                                       BatchRuns const& runs) {
  std::vector<std::string> const measures = precision_measures(precision.measures, study);
  std::vector<KnownFigure> figures;
  for (std::size_t side = 0; side < runs.sides.size(); ++side) {
    std::size_t asked = 0;  // A world is measured only by what it has.
    for (scenarios::StudyMeasure const& measure : study.measures) {
      if (!measure.selectors[side]) continue;
      std::size_t const at = asked++;
      if (!is_among(measure.id, measures)) continue;
      std::vector<Measure> values;
      for (auto const& [number, run] : runs.sides[side]) values.push_back(run.measures.at(at));
      keep(figures, {study.worlds[side].id, "", measure.id, over_replications(values)});
    }
  }
  return figures;
}

int first_replications(StudyOptions const& options) {
  bool const is_alone = options.crew == nullptr && options.shard.count == 1;
  if (!is_alone) throw InputErrors{std::vector{InputError{"--precision", "", 0, "several processes", "one", ""}}};
  return std::max(options.replications, std::min(PrecisionRule::kLeast, options.precision.most));
}

int replications_wanted(Precision const& precision, std::vector<KnownFigure> const& figures) {
  int wanted = 0;
  for (KnownFigure const& figure : figures)
    wanted = std::max(wanted, PrecisionRule{precision.share}.replications_needed(figure.measured, precision.most));
  return std::min(wanted, precision.most);
}

std::vector<Imprecise> imprecise(Precision const& precision, std::vector<KnownFigure> const& figures) {
  std::vector<Imprecise> all;
  for (KnownFigure const& figure : figures) {
    if (PrecisionRule{precision.share}.is_met(figure.measured)) continue;
    double const size = std::abs(figure.measured.value);
    double const share = size > 0 ? figure.measured.half_width().value_or(size) / size : 1;
    all.push_back({figure.scenario, figure.corridor, figure.measure, share});
  }
  std::stable_sort(all.begin(), all.end(), [](Imprecise const& a, Imprecise const& b) { return a.share > b.share; });
  return all;
}

std::vector<std::string> precision_measures(std::vector<std::string> const& names) {
  if (names.empty()) return {"transit_time_h.mean"};
  std::vector<std::string> all, known;
  for (Headline const& one : headlines()) known.emplace_back(one.name);
  for (std::string const& name : names) {
    auto const found = std::find_if(known.begin(), known.end(),
                                    [&](std::string const& one) { return one.starts_with(name) && !name.empty(); });
    if (found == known.end()) throw no_measure(name, known);
    all.push_back(*found);
  }
  return all;
}

std::vector<std::string> precision_measures(std::vector<std::string> const& ids, scenarios::Study const& study) {
  std::vector<std::string> known;
  for (scenarios::StudyMeasure const& measure : study.measures) known.push_back(measure.id);
  if (ids.empty()) return {known.front()};
  for (std::string const& id : ids)
    if (!is_among(id, known)) throw no_measure(id, known);
  return ids;
}

}  // namespace shudao::experiment
