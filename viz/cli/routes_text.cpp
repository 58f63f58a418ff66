#include "viz/cli/routes_text.h"

#include "viz/cli/number_text.h"
#include "viz/cli/say.h"
#include "viz/cli/text_table.h"

namespace shudao::cli {
namespace {

std::string words(network::Wording const& wording, Language language) {
  return in_language(wording.zh, wording.en, language, " ");
}

void add_legs(TextTable& table, network::Network const& network, network::Route const& route, Language language) {
  for (network::EdgeId const id : route.edges) {
    network::Edge const& edge = network.edge(id);
    table.add(
        {"", words(label_of(edge), language), decimal_text(edge.hours, 1), decimal_text(to_km(edge.distance), 0)});
  }
}

}  // namespace

std::string routes_text(network::Network const& network, network::NodeId from, network::NodeId to,
                        std::vector<network::Route> const& routes, Language language) {
  if (routes.empty())
    return say(Key::no_route, language, words(label_of(network.node(from)), language),
               words(label_of(network.node(to)), language)) +
           "\n";
  TextTable table{{{label(Key::route, language)},
                   {label(Key::leg, language)},
                   {label(Key::hours, language), Align::right},
                   {label(Key::distance, language), Align::right}}};
  for (std::size_t i = 0; i < routes.size(); ++i) {
    if (i > 0) table.add_rule();
    add_legs(table, network, routes[i], language);
    table.add({std::to_string(i + 1), label(Key::sum, language), decimal_text(routes[i].hours, 1),
               decimal_text(to_km(routes[i].distance), 0)});
  }
  return table.text() + say(Key::quickest_first, language) + "\n";
}

}  // namespace shudao::cli
