#pragma once
#include <set>
#include <string>

#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// What the consignments of one flow and firm class go through in one scenario, as ids.
struct Passage {
  using Ids = std::set<std::string>;
  std::vector<std::string> ways;  ///< Each route as services and places, told in ids.
  Ids services, links, boxes, depots, calendars;
  Ids stands;     ///< Places where they start, change and end.
  Ids passes;     ///< Places where a vehicle stops with them aboard.
  Ids modes;      ///< "place mode": handled there to or from a vehicle of this mode.
  Ids processes;  ///< "place/process", of their own and of their vehicles.
  Ids resources;  ///< "place/resource", of these processes under all rules of the run, of gates and handling.
};

/// Tells passages of one scenario; what rules make of the processes is worked out once for each set of rules.
class Passages {
 public:
  explicit Passages(Scenario const&);
  [[nodiscard]] Passage of(Flow const&, std::string const& firm_class);

 private:
  void add_route(Passage&, Flow const&, std::string const& firm_class, Route const&);
  void add_stand(Passage&, PlaceId, Mode);
  void add_process_at(Passage&, PlaceId, Stage, Flow const&, std::string const& firm_class) const;
  void add_steps(Passage&, Flow const*, std::string const& firm_class);
  void add_resource(Passage&, ResourceId) const;
  ProcessSet const& under(std::vector<Rule const*> const&);

  Scenario const& scenario_;
  std::vector<SimTime> dates_;
  std::vector<std::pair<std::vector<Rule const*>, ProcessSet>> known_;
};

}  // namespace shudao::scenarios
