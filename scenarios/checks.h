#pragma once
#include "scenarios/fields.h"
#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// What no reader can see alone. `world` is the resolved document, to point at the places where faults are; a scenario
/// with faults in it is taken as it is.
void check(Fields const& world, Scenario&);

void check_network(Fields const& world, Scenario const&);  ///< Stops, links, running times, planned places.
void check_flows(Fields const& world, Scenario const&);    ///< Lots against vehicles and yards; corridors.
void check_boxes(Fields const& world, Scenario const&);    ///< Depots of flows and plans; lots against fleets.
void check_pools(Fields const& world, Scenario const&);    ///< What places use of others: not of planned ones.
/// Takes routes away that bring an import of a designated commodity through no place designated for it: an error if
/// the flow has no other, else a note.
void exclude_undesignated(Fields const& world, Scenario&);
void check_conditions(Fields const& world, Scenario const&);  ///< Words that no flow has: notes.
/// Judges every `set_resource` and applies those in force to the resources.
void set_resources(Fields const& world, Scenario&);
/// Judges the disruptions and writes them into the links and resources, whose servers must be settled.
void apply_disruptions(Fields const& world, Scenario&);
/// Rules one by one and against each other, in every state of the rules that can occur, and what then becomes of
/// the processes: circles, stages that two processes claim, tokens that nothing grants. Adds notes.
void check_rules(Fields const& world, Scenario const&);

/// Where a flow stands in the document; that of a plan's empties is the plan.
std::string pointer_of(Flow const&);

/// Every place where a route stops, from the origin of its flow on.
std::vector<PlaceId> places_on_way(Scenario const&, Flow const&, Route const&);

/// A party that meets processes: consignments of a flow and firm class, or vehicles when there is no flow.
struct Party {
  Flow const* flow = nullptr;
  std::string firm_class;
};
/// Stages and tokens along the way of one party, for one state of the rules; `when` tells people which.
void check_way(Fields const& world, Scenario const&, ProcessSet const&, Party const&, std::string const& when);

}  // namespace shudao::scenarios
