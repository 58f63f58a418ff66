#include "viz/cli/places_text.h"

#include "viz/cli/names.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"

namespace shudao::viz::cli {
namespace {

using scenarios::Scenario;

}  // namespace

std::string places_table(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::place, language, kBelow)},
                   {label(Key::throughput, language, kBelow), Align::right},
                   {label(Key::dwell, language, kBelow), Align::right},
                   {label(Key::resource, language, kBelow)},
                   {label(Key::utilisation, language, kBelow), Align::right},
                   {label(Key::mean_queue, language, kBelow), Align::right},
                   {label(Key::mean_wait, language, kBelow), Align::right}}};
  for (experiment::PlaceResult const& place : result.places) {
    std::vector<std::string> head = {short_name_of_id(scenario, place.id, language, kBelow),
                                     number_text(place.throughput_teu_per_year), number_text(place.dwell_h)};
    for (experiment::ResourceResult const& resource : place.resources) {
      head.resize(3);
      head.insert(head.end(),
                  {short_name_of_id(scenario, resource.id, language, kBelow), percent_text(resource.utilisation),
                   number_text(resource.mean_queue), number_text(resource.mean_wait_h)});
      table.add(head);
      head.assign(3, "");
    }
    if (place.resources.empty()) table.add(head);
  }
  return table.text();
}

std::string services_table(experiment::ScenarioResult const& result, Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::service, language, kBelow)},
                   {label(Key::departures, language, kBelow), Align::right},
                   {label(Key::cancelled, language, kBelow), Align::right},
                   {label(Key::load_factor, language, kBelow), Align::right},
                   {label(Key::left_behind, language, kBelow), Align::right}}};
  for (experiment::ServiceResult const& service : result.services)
    table.add({short_name_of_id(scenario, service.id, language), number_text(service.departures_per_year),
               number_text(service.cancelled_per_year), percent_text(service.load_factor),
               number_text(service.left_behind_teu_per_departure)});
  return table.text();
}

}  // namespace shudao::viz::cli
