#pragma once
#include <array>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/scenario.h"
#include "sim/freight/link_states.h"
#include "sim/freight/outlook.h"
#include "sim/freight/simulation.h"
#include "sim/freight/working_hours.h"

namespace shudao::freight {

struct Consignment;

/// A step made ready to be walked: its neighbours by index.
struct CompiledStep {
  scenarios::Step const* step = nullptr;
  NameHash name{};                    ///< Of "place/process/step".
  std::vector<std::uint16_t> before;  ///< Steps that it waits for, ascending.
  std::vector<std::uint16_t> then;    ///< Steps that wait for it, ascending.
};

struct CompiledProcess {
  scenarios::PlaceId place;
  NameHash name{};                  ///< Of "place/process".
  std::vector<CompiledStep> steps;  ///< In the order of their ids, which settles ties.
  scenarios::TokenSet needs;        ///< What no step of it grants: the party must carry it when it enters.
};

/// What the logical processes of all replications of one scenario share. Immutable; the scenario must outlive it.
class World {
 public:
  explicit World(scenarios::Scenario const&, Detail = Detail::none);

  [[nodiscard]] bool tells_details() const { return detail_ == Detail::all; }
  [[nodiscard]] scenarios::Scenario const& scenario() const { return scenario_; }
  /// The process that a consignment meets when it enters the stage of the place at `t`; null if there is none. One that
  /// was under way when a rule came into force, and so lacks what the new version takes for granted, meets the latest
  /// version that asks for nothing it does not carry.
  [[nodiscard]] CompiledProcess const* process_for(Consignment const&, scenarios::PlaceId, scenarios::Stage,
                                                   SimTime t) const;
  /// The version of a vehicles' process in force at `t`.
  [[nodiscard]] CompiledProcess const& vehicle_process(scenarios::ProcessId, SimTime t) const;
  [[nodiscard]] WorkingHours const& hours(scenarios::ResourceId id) const { return resource_hours_[id]; }
  /// Of a step without resource; always open for CalendarId::none().
  [[nodiscard]] WorkingHours const& hours(scenarios::CalendarId id) const {
    return id.is_none() ? always_ : calendar_hours_[id];
  }
  /// Which resources of other places the steps at a place use, under whatever rules.
  [[nodiscard]] std::vector<std::pair<scenarios::PlaceId, scenarios::ResourceId>> borrowed() const;
  [[nodiscard]] LinkStates const& states(scenarios::LinkId id) const { return link_states_[id]; }
  [[nodiscard]] NameHash name_of(scenarios::FlowId id) const { return flow_names_[id]; }
  /// One for each route of a flow with a choice; none of the others.
  [[nodiscard]] std::vector<Outlook> const& outlooks(scenarios::FlowId id) const { return outlooks_[id]; }
  [[nodiscard]] NameHash name_of(scenarios::ServiceId id) const { return service_names_[id]; }
  /// Mean running time of the service from one stop to a later one, without any stay.
  [[nodiscard]] Duration running_time(scenarios::ServiceId id, std::uint32_t from_stop, std::uint32_t to_stop) const {
    return running_from_start_[id][to_stop] - running_from_start_[id][from_stop];
  }
  /// Length of the service from one stop to a later one.
  [[nodiscard]] Distance distance(scenarios::Service const&, std::uint32_t from_stop, std::uint32_t to_stop) const;

 private:
  /// All processes as one kind of party meets them between two dates, under the rules that concern it.
  struct Version {
    std::unique_ptr<scenarios::ProcessSet const> processes;
    IdVector<scenarios::ProcessId, CompiledProcess> compiled;
  };
  /// One party kind: the versions by date, and which process serves which stage of which place.
  struct Timeline {
    std::vector<std::size_t> version;                           ///< By index of date.
    std::vector<std::array<scenarios::ProcessId, 4>> by_stage;  ///< [place][stage], for consignments.
  };

  [[nodiscard]] std::size_t date_index(SimTime) const;
  /// The version in force before the first date, then from each date on. No flow: vehicles, which only unconditional
  /// rules concern.
  std::vector<std::size_t> versions(scenarios::Flow const*, std::string const& firm_class);
  Timeline timeline(scenarios::Flow const&, std::string const& firm_class);
  void add_version(scenarios::ProcessSet);

  scenarios::Scenario const& scenario_;
  Detail detail_;
  std::vector<SimTime> dates_;  ///< Ascending; version i holds from dates_[i − 1] on.
  std::vector<Version> versions_;
  std::map<std::vector<scenarios::Rule const*>, std::size_t> version_by_rules_;
  std::vector<std::size_t> vehicles_;                                ///< By index of date.
  IdVector<scenarios::FlowId, std::vector<Timeline>> consignments_;  ///< [flow][firm class].
  IdVector<scenarios::ResourceId, WorkingHours> resource_hours_;
  IdVector<scenarios::CalendarId, WorkingHours> calendar_hours_;
  WorkingHours always_;
  IdVector<scenarios::LinkId, LinkStates> link_states_;
  IdVector<scenarios::FlowId, NameHash> flow_names_;
  IdVector<scenarios::ServiceId, NameHash> service_names_;
  IdVector<scenarios::ServiceId, std::vector<Duration>> running_from_start_;  ///< [service][stop]
  IdVector<scenarios::FlowId, std::vector<Outlook>> outlooks_;
};

}  // namespace shudao::freight
