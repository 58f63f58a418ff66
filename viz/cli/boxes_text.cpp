#include "viz/cli/boxes_text.h"

#include "viz/cli/extent.h"
#include "viz/cli/names.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using experiment::Measure;
using scenarios::Scenario;

std::string box_name(Scenario const& scenario, std::string const& id, Language language) {
  for (scenarios::BoxKind const& kind : scenario.boxes) {
    if (kind.id == id) return label(kind.name, language, id);
  }
  return id;
}

std::string depots_table(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::depot, language, kBelow)},
                   {label(Key::kind_of_box, language, kBelow)},
                   {label(Key::stock_mean, language, kBelow), Align::right},
                   {label(Key::stock_range, language, kBelow), Align::right},
                   {label(Key::waited_share, language, kBelow), Align::right},
                   {label(Key::wait_for_box, language, kBelow), Align::right}}};
  for (experiment::PlaceResult const& place : result.places) {
    for (experiment::DepotResult const& depot : place.depot) {
      table.add({short_name_of_id(scenario, place.id, language), box_name(scenario, depot.kind, language),
                 number_text(depot.stock_mean_teu),
                 number_text(depot.stock_min_teu) + " – " + number_text(depot.stock_max_teu),
                 percent_text(depot.waited_share), number_text(depot.mean_wait_h)});
    }
  }
  return table.text();
}

std::string empties_table(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::where, language, kBelow)}, {label(Key::empty_share, language, kBelow), Align::right}}};
  bool is_empty = true;
  auto const add = [&](std::string const& id, std::optional<Measure> const& share) {
    if (!has_empties(share)) return;
    table.add({short_name_of_id(scenario, id, language), percent_text(*share)});
    is_empty = false;
  };
  for (experiment::PlaceResult const& place : result.places) add(place.id, place.empty_share);
  for (experiment::ServiceResult const& service : result.services) add(service.id, service.empty_share);
  return is_empty ? std::string{} : "\n" + table.text();
}

}  // namespace

std::string depots_text(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  return scenario.boxes.empty() ? std::string{} : "\n" + depots_table(result, scenario, language);
}

std::string empties_text(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  return scenario.boxes.empty() ? std::string{} : empties_table(result, scenario, language);
}

std::string connections_text(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::service, language, kBelow)},
                   {label(Key::place, language, kBelow)},
                   {label(Key::missed_share, language, kBelow), Align::right}}};
  bool is_empty = true;
  for (experiment::ServiceResult const& service : result.services) {
    for (experiment::ConnectionResult const& connection : service.connections) {
      table.add({short_name_of_id(scenario, service.id, language),
                 short_name_of_id(scenario, connection.place, language), percent_text(connection.missed_share)});
      is_empty = false;
    }
  }
  return is_empty ? std::string{} : "\n" + table.text();
}

std::string dry_depots_text(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  std::string all;
  for (experiment::PlaceResult const& place : result.places) {
    for (experiment::DepotResult const& depot : place.depot) {
      if (depot.waiting == 0) continue;
      all += say(Key::depot_dry, language, short_name_of_id(scenario, place.id, language),
                 box_name(scenario, depot.kind, language), count_text(depot.waiting)) +
             "\n";
    }
  }
  return all;
}

}  // namespace shudao::viz::cli
