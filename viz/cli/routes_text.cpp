#include "viz/cli/routes_text.h"

#include <utility>

#include "viz/cli/number_text.h"
#include "viz/cli/say.h"
#include "viz/cli/text_table.h"

namespace shudao::cli {
namespace {

std::string words(network::Wording const& wording, Language language) {
  return in_language(wording.zh, wording.en, language, " ");
}

/// The number stands on the first line, the sum on the last.
void add_route(TextTable& table, network::Network const& network, network::Route const& route, std::string number,
               Language language) {
  for (network::EdgeId const id : route.edges) {
    network::Edge const& edge = network.edge(id);
    table.add({std::exchange(number, ""), words(label_of(edge), language), decimal_text(edge.hours, 1),
               decimal_text(to_km(edge.distance), 0)});
  }
  table.add({"", label(Key::sum, language), decimal_text(route.hours, 1), decimal_text(to_km(route.distance), 0)});
}

}  // namespace

std::string routes_text(network::Network const& network, network::NodeId from, network::NodeId to,
                        std::vector<network::Route> const& routes, Language language) {
  if (routes.empty()) {
    auto const in = [&](Language one) {
      return fmt::format(fmt::runtime(text(Key::no_route, one)), words(label_of(network.node(from)), one),
                         words(label_of(network.node(to)), one));
    };
    return in_language(in(Language::zh), in(Language::en), language, "\n") + "\n";
  }
  TextTable table{{{label(Key::route, language)},
                   {label(Key::leg, language)},
                   {label(Key::hours, language), Align::right},
                   {label(Key::distance, language), Align::right}}};
  for (std::size_t i = 0; i < routes.size(); ++i) {
    if (i > 0) table.add_rule();
    add_route(table, network, routes[i], std::to_string(i + 1), language);
  }
  return table.text() + say(Key::quickest_first, language) + "\n";
}

}  // namespace shudao::cli
