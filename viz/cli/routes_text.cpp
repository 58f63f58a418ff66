#include "viz/cli/routes_text.h"

#include <utility>

#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

std::string words(network::Wording const& wording, Language language) {
  return in_language(wording.zh, wording.en, language, " ");
}

std::string hours_text(double hours) { return decimal_text(hours, 1); }

/// The number stands on the first line, the sum on the last.
void add_route(TextTable& table, scenarios::Rides const& rides, network::Route const& route, std::string number,
               Language language) {
  scenarios::Ride sum;
  for (network::EdgeId const id : route.edges) {
    network::Edge const& edge = rides.network.edge(id);
    scenarios::Ride const& ride = rides.rides[id];
    sum.wait_h += ride.wait_h;
    sum.handling_h += ride.handling_h;
    sum.running_h += ride.running_h;
    table.add({std::exchange(number, ""), words(label_of(edge), language), hours_text(ride.wait_h),
               hours_text(ride.handling_h), hours_text(ride.running_h), hours_text(edge.hours),
               decimal_text(to_km(edge.distance), 0)});
  }
  table.add({"", label(Key::sum, language), hours_text(sum.wait_h), hours_text(sum.handling_h),
             hours_text(sum.running_h), hours_text(route.hours), decimal_text(to_km(route.distance), 0)});
}

}  // namespace

std::string routes_text(scenarios::Rides const& rides, network::NodeId from, network::NodeId to,
                        std::vector<network::Route> const& routes, Language language) {
  if (routes.empty()) {
    auto const in = [&](Language one) {
      return fmt::format(fmt::runtime(text(Key::no_route, one)), words(label_of(rides.network.node(from)), one),
                         words(label_of(rides.network.node(to)), one));
    };
    return in_language(in(Language::zh), in(Language::en), language, "\n") + "\n";
  }
  TextTable table{{{label(Key::route, language)},
                   {label(Key::leg, language)},
                   {label(Key::route_wait, language, kBelow), Align::right},
                   {label(Key::route_handling, language, kBelow), Align::right},
                   {label(Key::route_running, language, kBelow), Align::right},
                   {label(Key::route_total, language, kBelow), Align::right},
                   {label(Key::distance, language, kBelow), Align::right}}};
  for (std::size_t i = 0; i < routes.size(); ++i) {
    if (i > 0) table.add_rule();
    add_route(table, rides, routes[i], std::to_string(i + 1), language);
  }
  return table.text() + say(Key::quickest_first, language) + "\n";
}

}  // namespace shudao::viz::cli
