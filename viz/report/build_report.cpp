#include "viz/report/build_report.h"

#include <algorithm>

#include "viz/report/figures/figures.h"
#include "viz/report/figures/observed_marks.h"
#include "viz/report/fill.h"
#include "viz/report/map/map_svg.h"
#include "viz/report/sections.h"
#include "viz/words/number_text.h"

namespace shudao::viz::report {
namespace {

Section corridor_section(StudyData const& study) {
  Section section{"corridors", words(Key::section_corridors), {}};
  for (World const& world : study.worlds()) section.blocks.emplace_back(corridor_table(study, world));
  for (auto const& figure : {delay_ledger(study), cost_items(study), emissions(study)})
    section.blocks.emplace_back(figure);
  section.blocks.emplace_back(indicator_table(study));
  for (std::string const& corridor : told_corridors(study)) {
    section.blocks.emplace_back(time_distance(study, corridor));
    section.blocks.emplace_back(transit_distribution(study, corridor));
  }
  return section;
}

Section comparison_section(StudyData const& study) {
  Section section{"comparison", words(Key::section_comparison), {}};
  if (study.kept_study()) section.blocks.emplace_back(Paragraph{study.kept_study()->question});
  section.blocks.emplace_back(study_table(study));
  for (FigureData& figure : readable(study_forest(study))) section.blocks.emplace_back(std::move(figure));
  for (FigureData& figure : readable(comparison_forest(study))) section.blocks.emplace_back(std::move(figure));
  section.blocks.emplace_back(ledger_by_scenario(study));
  for (FigureData& figure : shift_figures(study)) section.blocks.emplace_back(std::move(figure));
  for (auto const& alternative : study.comparison().alternatives)
    section.blocks.emplace_back(difference_table(study, alternative));
  return section;
}

Section place_section(StudyData const& study) {
  Section section{
      "places",
      words(Key::section_places),
      {place_throughput(study), resource_utilisation(study), bottlenecks(study), place_table(study, study.base())}};
  for (FigureData const& figure : queue_figures(study)) section.blocks.emplace_back(figure);
  return section;
}

Section service_section(StudyData const& study) {
  Section section{"services", words(Key::section_services), {service_table(study, study.base())}};
  for (FigureData const& figure : train_figures(study)) section.blocks.emplace_back(figure);
  return section;
}

bool is_empty(Block const& block) {
  auto const* figure = std::get_if<FigureData>(&block);
  auto const* picture = std::get_if<Picture>(&block);
  return (figure != nullptr && figure->rows.empty()) || (picture != nullptr && picture->data.rows.empty());
}

void finish_all(Report& report, StudyData const& study) {
  for (Section& section : report.sections) {
    auto& blocks = section.blocks;
    blocks.erase(std::remove_if(blocks.begin(), blocks.end(), is_empty), blocks.end());
    for (Block& block : blocks)
      if (auto* figure = std::get_if<FigureData>(&block)) finish(*figure, study);
  }
  auto const is_bare = [](Section const& section) { return section.blocks.empty(); };
  report.sections.erase(std::remove_if(report.sections.begin(), report.sections.end(), is_bare), report.sections.end());
}

}  // namespace

Report report_of(StudyData const& study) {
  Report report;
  report.title = words(Key::report_title);
  auto const subtitle = [&](Language language) {
    std::string titles;
    for (World const& world : study.worlds()) titles += (titles.empty() ? "" : " | ") + in_one(world.title(), language);
    return say(Key::report_subtitle, language, titles, replications_text(study.replications(), language),
               study.base().result->seed);
  };
  report.subtitle = {subtitle(Language::zh), subtitle(Language::en)};
  report.sections = {
      summary_section(study),
      {"network", words(Key::section_network), {network_map(study, Language::both, false), flow_sankey(study)}},
      corridor_section(study)};
  if (study.has_alternatives()) report.sections.push_back(comparison_section(study));
  report.sections.push_back(place_section(study));
  report.sections.push_back(service_section(study));
  report.sections.push_back(rules_section(study));
  report.sections.push_back(method_section());
  report.sections.push_back(guards_section(study));
  report.sections.push_back(
      {"evidence", words(Key::section_evidence), {grade_table(study), observed_table(study), source_table(study)}});
  report.sections.push_back({"manifest", words(Key::section_manifest), {manifest_table(study)}});
  report.sections.push_back({"checklist", words(Key::section_checklist), {checklist_table(study)}});
  finish_all(report, study);
  return report;
}

Report drawn_alone(StudyData const& study, Report report, Language language) {
  for (Section& section : report.sections)
    for (Block& block : section.blocks)
      if (std::holds_alternative<Picture>(block)) block = network_map(study, language, true);
  draw_figures(report, language, Setting::alone);
  return report;
}

std::vector<FigureData> figures_of(StudyData const& study) {
  std::vector<FigureData> figures;
  for (Section const& section : report_of(study).sections)
    for (Block const& block : section.blocks) {
      if (auto const* figure = std::get_if<FigureData>(&block)) figures.push_back(*figure);
      if (auto const* picture = std::get_if<Picture>(&block)) figures.push_back(picture->data);
    }
  return figures;
}

}  // namespace shudao::viz::report
