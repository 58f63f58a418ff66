#pragma once
#include <optional>
#include <string>
#include <vector>

#include "network/cut.h"
#include "network/network.h"
#include "scenarios/scenario.h"

namespace shudao::viz::cli {

/// Where the numbers of one thing of the scenario come from.
struct Sourcing {
  std::vector<std::string> sources;  ///< Ids, and "assumption", sorted.
  std::vector<char> grades;          ///< Sorted, 'A' first, each once; ' ' for numbers without one.
};
Sourcing sourcing_of(scenarios::Scenario const&, std::string const& pointer);

/// Places that cannot be reached from each of some other ones.
struct Unreached {
  std::vector<network::NodeId> from, to;
};

/// What services of one mode, or of all, connect.
struct Reach {
  std::optional<scenarios::Mode> mode;              ///< None: all modes together.
  std::vector<std::vector<network::NodeId>> parts;  ///< Served places that some way joins, whatever its direction.
  std::vector<network::NodeId> unserved;            ///< Where none of these services stops.
  std::vector<Unreached> unreached;                 ///< Among served places; starts that miss the same are together.
};

/// What a service can carry of a corridor if nobody else draws on what it uses.
struct ServiceCapacity {
  scenarios::ServiceId service;
  network::Cut cut;
};

struct CorridorFacts {
  scenarios::CorridorId corridor;
  double demand_teu_per_year = 0;
  network::Cut cut;                       ///< Over all services of the scenario.
  std::optional<double> ratio;            ///< Demand ÷ capacity; none: unbounded, or nothing connects the ends.
  std::vector<ServiceCapacity> services;  ///< That the flows of the corridor use, by id.
};

struct NetworkFacts {
  network::Network network;
  std::vector<Reach> reaches;  ///< Each mode that has a service, then all.
  std::vector<CorridorFacts> corridors;
};
NetworkFacts network_facts(scenarios::Scenario const&);

/// The id of what limits a cut, and what kind of thing it is: "service", "link", "resource" or "place".
struct Binding {
  char const* kind;
  std::string id;
};
Binding binding_of(network::Network const&, network::Limit const&);

}  // namespace shudao::viz::cli
