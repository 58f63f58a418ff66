#pragma once
#include <optional>
#include <string>
#include <vector>

#include "viz/report/figure_data.h"
#include "viz/report/study_data.h"

namespace shudao::viz::report {

/// Rows that a figure has room for on a page; where there are more the caption says which are shown.
inline constexpr std::size_t kMostRows = 25;

/// An empty figure of this kind with what all have: scenarios, replications, sources, grades and the note.
FigureData figure_of(StudyData const&, std::string id, std::string kind, Text title, Text caption);

/// Corridors of the base, most TEU first.
std::vector<experiment::CorridorResult const*> busiest_corridors(StudyData const&, std::size_t most);

// Tables.
FigureData corridor_table(StudyData const&, World const&);
FigureData indicator_table(StudyData const&);
FigureData difference_table(StudyData const&, experiment::Alternative const&);
FigureData place_table(StudyData const&, World const&);
FigureData service_table(StudyData const&, World const&);
FigureData law_table(StudyData const&);
FigureData grade_table(StudyData const&);
FigureData source_table(StudyData const&);
FigureData manifest_table(StudyData const&);
FigureData checklist_table(StudyData const&);

// Figures.
FigureData delay_ledger(StudyData const&);
FigureData cost_items(StudyData const&);
FigureData emissions(StudyData const&);
FigureData place_throughput(StudyData const&);
FigureData resource_utilisation(StudyData const&);
FigureData bottlenecks(StudyData const&);
FigureData flow_sankey(StudyData const&);
FigureData comparison_forest(StudyData const&);
/// Corridors that are told one by one: those that differ most, then those with most TEU.
std::vector<std::string> told_corridors(StudyData const&);
/// Time against distance on the main chain of a corridor; no rows where none is known.
FigureData time_distance(StudyData const&, std::string const& corridor);
/// Distribution of transit times in each scenario.
FigureData transit_distribution(StudyData const&, std::string const& corridor);
/// Queues by day and by hour of the week at the resources where most is waiting; none in stores without timelines.
std::vector<FigureData> queue_figures(StudyData const&);
/// Space–time diagrams of the longest scheduled services.
std::vector<FigureData> train_figures(StudyData const&);
/// The components of time of the corridors that differ most, each in all scenarios.
FigureData ledger_by_scenario(StudyData const&);

}  // namespace shudao::viz::report
