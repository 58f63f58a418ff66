#include "viz/cli/shares_text.h"

#include <algorithm>
#include <utility>

#include "sim/base/time.h"
#include "viz/cli/names.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::FlowResult;
using experiment::RouteResult;
using scenarios::Scenario;

std::string flow_name(Scenario const& scenario, std::string const& id, Language language, char const* between) {
  for (auto const& flow : scenario.flows) {
    if (flow.id == id) return label(flow.name, language, id, between);
  }
  return id;
}

std::string swing_text(experiment::Measure const& swing) {
  return swing.n == 0 ? "–" : "±" + decimal_text(100 * swing.value, 0) + " %";
}

}  // namespace

std::string shares_table(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::flow, language, kBelow)},
                   {label(Key::route, language, kBelow)},
                   {label(Key::route_share, language, kBelow), Align::right},
                   {label(Key::mean_days, language, kBelow), Align::right},
                   {label(Key::swing, language, kBelow), Align::right}}};
  for (FlowResult const& flow : result.flows) {
    std::string name = flow_name(scenario, flow.id, language, kBelow);
    for (RouteResult const& route : flow.routes) {
      std::string const days = route.transit_time_h.n == 0 ? "–" : number_text(route.transit_time_h, kHoursPerDay);
      table.add({std::exchange(name, ""), route.id, percent_text(route.share), days, swing_text(route.swing)});
    }
  }
  return table.text();
}

std::string swing_notes(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  std::string all;
  for (FlowResult const& flow : result.flows) {
    if (flow.settles()) continue;
    auto const widest = std::max_element(flow.routes.begin(), flow.routes.end(),
                                         [](auto const& a, auto const& b) { return a.swing.value < b.swing.value; });
    auto const in = [&](Language one) {
      return fmt::format(fmt::runtime(text(Key::swing_note, one)), flow_name(scenario, flow.id, one, kBelow),
                         widest->id, decimal_text(100 * widest->swing.value, 0));
    };
    all += in_language(in(Language::zh), in(Language::en), language, "\n") + "\n";
  }
  return all;
}

}  // namespace shudao::viz::cli
