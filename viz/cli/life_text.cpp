#include "viz/cli/life_text.h"

#include <algorithm>

#include "viz/cli/names.h"
#include "viz/cli/text_table.h"
#include "viz/words/number_text.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using scenarios::Scenario;

/// The zone of the place; on the way, of the place where the link or the service begins.
TimeZone const& zone_at(Scenario const& scenario, std::string const& id) {
  for (auto const& place : scenario.places)
    if (place.id == id) return place.zone;
  for (auto const& link : scenario.links)
    if (link.id == id) return scenario.places[link.from].zone;
  for (auto const& service : scenario.services)
    if (service.id == id) return scenario.places[service.stops.front().place].zone;
  return scenario.zone;
}

/// "2022-03-12 18:22"
std::string utc_minutes(SimTime t) { return TimeZone{}.local_text(t).substr(0, 16); }

/// Freight that a full place holds stands elsewhere: both are named.
std::string where_text(Scenario const& scenario, experiment::LifeEntry const& entry, Language language) {
  std::string const charged = short_name_of_id(scenario, entry.charged_to, language);
  if (entry.at.empty() || entry.at == entry.charged_to) return charged;
  return charged + " @ " + short_name_of_id(scenario, entry.at, language);
}

}  // namespace

std::string life_text(experiment::Life const& life, Scenario const& scenario, Language language) {
  TextTable table{{{label(Key::local_time, language)},
                   {label(Key::utc_time, language)},
                   {label(Key::component, language)},
                   {label(Key::where, language)},
                   {label(Key::hours, language), Align::right}}};
  Duration sum;
  for (experiment::LifeEntry const& entry : life.entries) {
    std::string const& stands_at = entry.at.empty() ? entry.charged_to : entry.at;
    table.add({zone_at(scenario, stands_at).local_text(entry.from), utc_minutes(entry.from),
               label(key_of(entry.component), language), where_text(scenario, entry, language),
               decimal_text((entry.to - entry.from).h(), 2)});
    sum += entry.to - entry.from;
  }
  table.add_rule();
  table.add({"", "", label(Key::sum, language), "", decimal_text(sum.h(), 2)});
  return say(Key::life_title, language, life.consignment, life.scenario, life.replication, life.teu) + "\n" +
         table.text() + say(Key::life_sum, language, decimal_text(sum.h(), 2), decimal_text(sum.h() / 24.0, 1)) + "\n";
}

}  // namespace shudao::viz::cli
