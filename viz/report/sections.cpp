#include "viz/report/sections.h"

#include <algorithm>

#include "sim/base/time.h"
#include "viz/report/figures/figures.h"
#include "viz/report/fill.h"
#include "viz/words/number_text.h"

namespace shudao::viz::report {
namespace {

using experiment::CorridorResult;

std::int64_t weeks(Duration duration) { return duration.ms() / (std::int64_t{7} * 24 * 3600 * 1000); }

Text range_sentence(StudyData const& study) {
  auto const corridors = busiest_corridors(study, SIZE_MAX);
  auto const [quickest, slowest] = std::minmax_element(
      corridors.begin(), corridors.end(),
      [](auto const* a, auto const* b) { return a->transit_time_h.mean.value < b->transit_time_h.mean.value; });
  auto const days = [&](CorridorResult const& corridor) {
    FigureData rests = figure_of(study, "", "", {}, {});
    rest_on_corridors(rests, study, {corridor.id});
    return quoted_text(corridor.transit_time_h.mean, kHoursPerDay, rests.digits);
  };
  return filled(Key::summary_range, study.names().corridor((*quickest)->id), days(**quickest),
                study.names().corridor((*slowest)->id), days(**slowest));
}

Text cause_sentence(StudyData const& study) {
  CorridorResult const& busiest = *busiest_corridors(study, 1).front();
  std::vector<std::pair<double, std::size_t>> hours;
  double all = 0;
  for (std::size_t i = 0; i < scenarios::kComponentCount; ++i) {
    hours.emplace_back(-busiest.components_h[i].value, i);
    all += busiest.components_h[i].value;
  }
  std::sort(hours.begin(), hours.end());
  auto const word = [&](std::size_t rank) {
    return words(key_of(static_cast<scenarios::Component>(hours[rank].second)));
  };
  auto const per_cent = [&](std::size_t rank) {
    return decimal_text(all > 0 ? -100.0 * hours[rank].first / all : 0, 0);
  };
  return filled(Key::summary_cause, study.names().corridor(busiest.id), word(0), per_cent(0), word(1), per_cent(1));
}

void add_bottleneck(StudyData const& study, Points& points) {
  experiment::ResourceResult const* worst = nullptr;
  for (auto const& place : study.base().result->places)
    for (auto const& resource : place.resources)
      if (resource.mean_queue.value > (worst == nullptr ? 0 : worst->mean_queue.value)) worst = &resource;
  if (worst == nullptr) return;
  int const digits = figure_of(study, "", "", {}, {}).digits;
  points.items.push_back(filled(Key::summary_bottleneck, study.names().resource(worst->id),
                                quoted_text(worst->mean_queue, 1, digits),
                                quoted_text(worst->utilisation, 0.01, digits) + " %"));
}

void add_verdicts(StudyData const& study, Points& points) {
  for (auto const& alternative : study.comparison().alternatives) {
    std::int64_t faster = 0, slower = 0, unproven = 0, equal = 0;
    std::vector<experiment::CorridorDifference const*> proven;
    for (auto const& d : alternative.corridors) {
      bool const is_proven = d.finding == experiment::Finding::lower || d.finding == experiment::Finding::higher;
      if (d.is_exactly_equal)
        ++equal;
      else if (!is_proven)
        ++unproven;
      else
        ++(d.transit_time_h.value < 0 ? faster : slower);
      if (is_proven && !d.is_exactly_equal) proven.push_back(&d);
    }
    points.items.push_back(filled(Key::summary_verdicts, alternative.result.title, faster, slower, unproven, equal));
    std::stable_sort(proven.begin(), proven.end(), [](auto const* a, auto const* b) {
      return std::abs(a->transit_time_h.value) > std::abs(b->transit_time_h.value);
    });
    constexpr std::size_t kMost = 5;
    for (std::size_t i = 0; i < std::min(kMost, proven.size()); ++i)
      points.items.push_back({proven[i]->sentence_zh, proven[i]->sentence_en});
  }
}

/// What a study file asked, and the sentences of what was proven.
void add_found(experiment::KeptStudy const& study, Points& points) {
  points.items.push_back(study.question);
  for (auto const& found : study.found)
    if (found.verdict == "lower" || found.verdict == "higher") points.items.push_back(found.sentence);
}

void add_overloads(StudyData const& study, Points& points) {
  auto const& scenario = study.base().scenario;
  for (auto const& corridor : scenario.corridors) {
    CorridorResult const* result = find_corridor(*study.base().result, corridor.id);
    double demand = 0;
    for (auto const flow : corridor.flows) demand += scenario.flows[flow].teu_per_year;
    if (result == nullptr || !result->min_cut_teu_per_year || demand <= result->min_cut_teu_per_year->value) continue;
    points.items.push_back(filled(Key::guards_overload, study.names().corridor(corridor.id), decimal_text(demand, 0),
                                  decimal_text(result->min_cut_teu_per_year->value, 0)));
  }
}

Text rule_point(scenarios::Rule const& rule) {
  Text point{rule.title_zh, rule.title_en};
  if (!rule.expect_zh.empty()) point.zh += "。" + say(Key::rule_expect, Language::zh, rule.expect_zh);
  if (!rule.expect_en.empty()) point.en += ". " + say(Key::rule_expect, Language::en, rule.expect_en);
  return point;
}

}  // namespace

Section summary_section(StudyData const& study) {
  Points points;
  auto const& scenario = study.base().scenario;
  points.items.push_back(filled(Key::summary_size, busiest_corridors(study, SIZE_MAX).size(), scenario.places.size(),
                                scenario.services.size(), weeks(scenario.window), weeks(scenario.warm_up)));
  if (!busiest_corridors(study, 1).empty()) {
    points.items.push_back(range_sentence(study));
    points.items.push_back(cause_sentence(study));
  }
  add_bottleneck(study, points);
  if (study.kept_study())
    add_found(*study.kept_study(), points);
  else
    add_verdicts(study, points);
  return {"summary", words(Key::section_summary), {points}};
}

Section rules_section(StudyData const& study) {
  Section section{"rules", words(Key::section_rules), {}};
  for (World const& world : study.worlds()) {
    if (world.scenario.rules.empty()) continue;
    section.blocks.emplace_back(Paragraph{filled(Key::rules_of, world.title(), world.scenario.rules.size())});
    Points points;
    for (auto const& rule : world.scenario.rules) points.items.push_back(rule_point(rule));
    section.blocks.emplace_back(std::move(points));
  }
  if (section.blocks.empty()) section.blocks.emplace_back(Paragraph{words(Key::rules_none)});
  for (FigureData& figure : process_figures(study)) section.blocks.emplace_back(std::move(figure));
  return section;
}

Section method_section() {
  Points points;
  for (Key const key : {Key::method_engine, Key::method_cohort, Key::method_interval, Key::method_pairing,
                        Key::method_digits, Key::method_map})
    points.items.push_back(words(key));
  return {"method", words(Key::section_method), {points}};
}

Section guards_section(StudyData const& study) {
  Section section{"guards", words(Key::section_guards), {law_table(study)}};
  Points points;
  if (study.replications() < kFewestForInterval) points.items.push_back(words(Key::guards_few));
  std::int64_t unfinished = 0;
  for (World const& world : study.worlds()) unfinished += world.result->unfinished;
  if (unfinished > 0) points.items.push_back(filled(Key::guards_unfinished, count_text(unfinished)));
  add_overloads(study, points);
  for (auto const& alternative : study.comparison().alternatives)
    for (std::string const& refusal : alternative.refusals) {
      Text const head = words(Key::guards_refusals);
      points.items.push_back({head.zh + refusal, head.en + " " + refusal});
    }
  for (World const& world : study.worlds())
    for (std::string const& note : world.result->notes) points.items.push_back({note, note});
  if (points.items.empty()) points.items.push_back(words(Key::guards_none));
  section.blocks.emplace_back(std::move(points));
  return section;
}

}  // namespace shudao::viz::report
