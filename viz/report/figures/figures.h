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
/// Sources, grades and digits are those of the whole base.
FigureData figure_of(StudyData const&, std::string id, std::string kind, Text title, Text caption);

/// Sources, grades and digits of what these corridors of the base rest on: flows, services, links and places on the
/// way.
void rest_on_corridors(FigureData&, StudyData const&, std::vector<std::string> const& corridors);
/// Units and note, when all rows are there.
void finish(FigureData&, StudyData const&);

/// A column that says which rows the base was calibrated to; none where no row is.
void add_calibrated(FigureData&, std::vector<bool> const& rows);
/// The name, marked where fewer than kFewObservations consignments stand behind its figures.
Text flagged(Text const& name, std::int64_t observations);

/// Corridors of the base with cargo, most TEU first.
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
/// A forest of more alternatives than colours can tell apart as one for each of its groups, the first few of them, with
/// a row an alternative; others as they are.
std::vector<FigureData> readable(FigureData forest);
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
/// What a study file asked and found, a row a comparison; no rows in other stores.
FigureData study_table(StudyData const&);
/// The same differences as shares of the base, with their intervals.
FigureData study_forest(StudyData const&);
/// TEU that take another route than in the base, one figure an alternative; none where nothing shifts.
std::vector<FigureData> shift_figures(StudyData const&);
/// A process before and after each rule in force, for the process that it changes most; docs/guides/report.md.
std::vector<FigureData> process_figures(StudyData const&);

}  // namespace shudao::viz::report
