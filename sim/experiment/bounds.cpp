#include "sim/experiment/bounds.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/experiment/probe.h"
#include "sim/experiment/question.h"

namespace shudao::experiment {
namespace {

using scenarios::MeasureKind;
using scenarios::Scenario;
using scenarios::Selector;
using scenarios::Text;

/// Whether the figure is about what happens at one place, wherever the cargo is bound for.
bool is_local(Selector const& selector) {
  return selector.kind == MeasureKind::wait || selector.kind == MeasureKind::stay ||
         selector.kind == MeasureKind::process_time;
}

std::string place_of(Selector const& selector) {
  return selector.place.empty() ? selector.resource.substr(0, selector.resource.find('/')) : selector.place;
}

std::int64_t held_at(std::string const& place, ScenarioResult const& result) {
  std::int64_t count = 0;
  for (Held const& held : result.held)
    if (held.where == place) count += held.consignments;
  return count;
}

/// By flow: whether some of its cargo is meant.
std::vector<bool> meant(Selector const& selector, Scenario const& scenario) {
  CargoFilter const filter{scenario, selector};
  std::vector<bool> flows;
  for (std::size_t i = 0; i < scenario.flows.size(); ++i) {
    auto const classes = static_cast<std::uint32_t>(scenario.flows[scenarios::FlowId{i}].firm_classes.size());
    bool is_meant = false;
    for (std::uint32_t c = 0; c < classes; ++c) is_meant |= filter.concerns(static_cast<std::uint32_t>(i), c);
    flows.push_back(is_meant);
  }
  return flows;
}

/// Of the corridors that carry such cargo; of all if some of it is on none.
std::int64_t on_corridors(std::vector<bool> const& flows, Scenario const& scenario, ScenarioResult const& result) {
  std::vector<bool> left = flows;
  std::int64_t count = 0;
  for (CorridorResult const& corridor : result.corridors) {
    auto const& all = scenario.corridors;
    auto const at = std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.id == corridor.id; });
    bool carries = false;
    for (scenarios::FlowId const flow : at->flows) {
      carries |= flows[flow.index()];
      left[flow.index()] = false;
    }
    count += carries ? corridor.unfinished : 0;
  }
  bool const is_all_told = std::none_of(left.begin(), left.end(), [](bool is_left) { return is_left; });
  return is_all_told ? std::min(count, result.unfinished) : result.unfinished;
}

}  // namespace

bool is_bounded(Selector const& selector) {
  switch (selector.kind) {
    case MeasureKind::transit_time:
    case MeasureKind::journey_time:
    case MeasureKind::stay:
    case MeasureKind::hours:
    case MeasureKind::process_time:
    case MeasureKind::wait:
    case MeasureKind::time_to:
    case MeasureKind::cost:
    case MeasureKind::co2e:
    case MeasureKind::spoilage:
      return true;
    default:
      return false;
  }
}

std::int64_t unfinished_in(Selector const& selector, Scenario const& scenario, ScenarioResult const& result) {
  if (!is_bounded(selector) || result.unfinished == 0) return 0;
  if (is_local(selector)) return held_at(place_of(selector), result);
  return on_corridors(meant(selector, scenario), scenario, result);
}

Text unfinished_words(std::int64_t consignments) {
  return {
      fmt::format("运行结束时还有 {} 批货物在途，时间、费用和排放只是下限", consignments),
      fmt::format("{} consignments are still under way at the end, so that times, costs and emissions are lower bounds",
                  consignments)};
}

Text why_not_comparable(Question const& question, std::vector<std::int64_t> const& unfinished) {
  Text all;
  for (std::size_t i = 0; i < unfinished.size(); ++i) {
    if (unfinished[i] == 0) continue;
    Text const &title = question.worlds[i].title, why = unfinished_words(unfinished[i]);
    all.zh += fmt::format("{}“{}”{}", all.zh.empty() ? "" : "；", title.zh, why.zh);
    all.en += fmt::format("{}with “{}”, {}", all.en.empty() ? "" : "; ", title.en, why.en);
  }
  if (all.en.empty()) return {};
  return {
      fmt::format("不宜比较{}：{}。请先解决能力不足，或去掉这样的方案。", question.title.zh, all.zh),
      fmt::format("The options should not be compared in {}: {}. Mend the overload first, or leave such options out.",
                  question.title.en, all.en)};
}

}  // namespace shudao::experiment
