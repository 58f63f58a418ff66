#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/fields.h"
#include "scenarios/scenario.h"
#include "scenarios/spread.h"

namespace shudao::scenarios {

/// The readers of the parts of a world, in the order in which read_world calls them. Each declares the members of its
/// objects once, for reading and for the schema; ids that could not be resolved are none.
void read_world(Fields& world, Scenario&);
void read_run(Fields& world, Scenario&);
void read_sources(Fields& world, Scenario&);
void read_calendars(Fields& world, Scenario&);
void read_places(Fields& world, Scenario&);
void read_links(Fields& world, Scenario&);
void read_services(Fields& world, Scenario&);
void read_flows(Fields& world, Scenario&);
/// `route`, or `routes` and how they are chosen among; ends of the flow are known already.
void read_routes(Fields& flow, Scenario const&, Flow&);
void read_corridors(Fields& world, Scenario&);
void read_disruptions(Fields& world, Scenario&);
void read_rules(Fields& world, Scenario&);
void read_boxes(Fields& world, Scenario&);
void read_repositioning(Fields& world, Scenario&);  ///< After the flows: each plan adds the flow of its empties.

void read_processes(Fields& place, std::string const& place_id, Scenario&);
Condition read_condition(Fields& holder);
/// `others` are the steps that `after` may name; without them any name is taken (for rules, which are checked later).
/// If the process is named without its place, the resource remains none.
Step read_step(Fields&, std::string const& process, std::string const& id, NameTable const* others);
/// The members of a rule file, of which `id` is known already; the places of the scenario must be there.
Rule read_rule(Fields&, std::string const& id, Scenario const&);
/// The entries of its list; of those without a place, no resource that they name is known yet.
std::vector<UnplacedRewrite> read_rewrites(Fields& rule);
Source read_source(Fields&, std::string const& id);
std::vector<std::string> const& kinds_of_places();
/// The members of a patch file. Nothing comes back; the members are used as they stand.
void read_patch(Fields&);

std::vector<DepotStock> read_depot(Fields& place);
/// The boxes of a flow; depots that it does not name are those of its `from` and `to`.
std::optional<BoxUse> read_box_use(Fields& flow, PlaceId from, PlaceId to);
/// The `route` of a flow or plan.
std::vector<RouteLeg> read_route(Fields& flow, Scenario const&, PlaceId from, PlaceId to);

Text read_text(Fields&, char const* key, Need);
std::optional<TimeZone> read_zone(Fields&, char const* key, Need);
/// A resource of a place, by its local name, or of another place as "place/resource".
ResourceId read_resource_name(Fields&, char const* key, std::string const& place_id, Need);
/// A calendar by its name; "always" and absence are none.
CalendarId read_calendar_name(Fields&, char const* key);
TokenSet read_tokens(Fields&, char const* key);
std::optional<LocalDay> read_day(Fields&, char const* key, Need);
/// "2022-03-01T06:30", local to the zone; required.
std::optional<SimTime> read_moment(Fields&, char const* key, TimeZone const& zone);
std::optional<Money> read_money(Fields&, char const* key);
/// `running_time_h` or `speed_km_h`, one of them if required, not both.
std::optional<Running> read_running(Fields&, Need);

inline constexpr std::array kWeekdays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
std::optional<int> weekday_of(std::string_view name);
/// "09:30" after midnight, up to "24:00".
std::optional<Duration> time_of_day(std::string_view);

template<class IdType>
IdType id_or_none(std::optional<std::size_t> const& index) {
  return index ? IdType{*index} : IdType::none();
}

}  // namespace shudao::scenarios
