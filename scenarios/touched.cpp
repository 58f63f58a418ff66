#include "scenarios/touched.h"

#include <algorithm>

#include "scenarios/difference.h"
#include "scenarios/passage.h"
#include "scenarios/rewrite.h"

namespace shudao::scenarios {

namespace {

using Ids = Passage::Ids;

/// One scenario with what it takes to judge differences in it.
struct World {
  Scenario const& scenario;
  Passages passages;
};

/// A flow and firm class in one of the scenarios.
struct Party {
  Scenario const& scenario;
  Flow const& flow;
  std::string const& firm_class;
  Passage passage;
};

template<class Things>
auto const* called(std::string const& id, Things const& things) {
  auto const found = std::find_if(things.begin(), things.end(), [&](auto const& thing) { return thing.id == id; });
  return found == things.end() ? nullptr : &*found;
}

/// Whether some member of what differs, the one in the path or any of a whole that was added or taken away, is meant.
template<class IsMeant>
bool names(Difference const& difference, std::size_t depth, IsMeant const& is_meant) {
  if (difference.path.size() > depth) return is_meant(difference.path[depth]);
  for (Json const* whole : {&difference.before, &difference.after}) {
    for (auto const& member : whole->members)
      if (is_meant(member.key)) return true;
  }
  return false;
}

bool concerns_place(Difference const& difference, Party const& party) {
  std::string const& place = difference.path[1];
  Passage const& passage = party.passage;
  auto const is_of = [&](Ids const& ids, char const* between) {
    return names(difference, 3, [&](std::string const& key) { return ids.contains(place + between + key); });
  };
  bool const is_stand = passage.stands.contains(place);
  if (difference.path.size() < 3) return is_stand || passage.passes.contains(place);
  std::string const& member = difference.path[2];
  if (member == "processes") return is_of(passage.processes, "/");
  if (member == "resources") return is_of(passage.resources, "/");
  if (member == "handling") return is_of(passage.modes, " ");
  if (member == "gate") return passage.modes.contains(place + " " + name_of(Mode::road));
  if (member == "depot") return passage.depots.contains(place);
  if (member == "yard") return is_stand;
  return is_stand || passage.passes.contains(place);
}

bool concerns_disruption(Disruption const* disruption, Party const& party) {
  if (disruption == nullptr) return false;
  return disruption->link.is_none()
             ? party.passage.resources.contains(party.scenario.resources[disruption->resource].id)
             : party.passage.links.contains(party.scenario.links[disruption->link].id);
}

/// Whether what the rule rewrites is on the way of the party, and the party one that it is meant for.
bool concerns_rule(Rule const* rule, Party const& party) {
  if (rule == nullptr || !holds(rule->when, party.flow, party.firm_class)) return false;
  return std::any_of(rule->rewrites.begin(), rule->rewrites.end(), [&](PlacedRewrite const& rewrite) {
    auto const* set = std::get_if<SetResource>(&rewrite.verb);
    if (set != nullptr) return party.passage.resources.contains(party.scenario.resources[set->resource].id);
    Ids const processes = processes_touched(rewrite.verb);
    return std::any_of(processes.begin(), processes.end(),
                       [&](std::string const& id) { return party.passage.processes.contains(id); });
  });
}

bool concerns_run(Difference const& difference, Party const& party) {
  return names(difference, 1, [&](std::string const& key) {
    if (key == "seed" || key == "replications") return false;
    return key != "freeze_shares" || party.flow.choice.has_value();
  });
}

/// Collections by the name of their member in the document; what nobody goes through itself touches nobody.
bool concerns(Difference const& difference, Party const& party) {
  std::string const& kind = difference.path[0];
  auto const is_one_of = [&](Ids const& ids) {
    return names(difference, 1, [&](std::string const& id) { return ids.contains(id); });
  };
  Scenario const& scenario = party.scenario;
  if (kind == "run") return concerns_run(difference, party);
  if (kind == "finance") return party.flow.duty_rate > 0 || party.flow.refund_rate > 0;
  if (difference.path.size() < 2) return false;
  std::string const& id = difference.path[1];
  if (kind == "flows") return id == party.flow.id;
  if (kind == "places") return concerns_place(difference, party);
  if (kind == "links") return is_one_of(party.passage.links);
  if (kind == "services") return is_one_of(party.passage.services);
  if (kind == "calendars") return is_one_of(party.passage.calendars);
  if (kind == "boxes") return is_one_of(party.passage.boxes);
  if (kind == "disruptions") return concerns_disruption(called(id, scenario.disruptions), party);
  return kind == "rules" && concerns_rule(called(id, scenario.rules), party);
}

Party party_of(World& world, Flow const& flow, std::string const& firm_class) {
  return {world.scenario, flow, firm_class, world.passages.of(flow, firm_class)};
}

bool is_met(std::vector<Difference> const& differences, Party const& before, Party const& after) {
  if (before.passage.ways != after.passage.ways) return true;
  return std::any_of(differences.begin(), differences.end(), [&](Difference const& difference) {
    return concerns(difference, before) || concerns(difference, after);
  });
}

}  // namespace

Touched::Touched(Scenario const& base, Scenario const& alternative) {
  std::vector<Difference> differing = differences(base, alternative);
  std::erase_if(differing, [](Difference const& difference) { return difference.is_label; });
  if (differing.empty()) return;
  World before{base, Passages{base}}, after{alternative, Passages{alternative}};
  for (Flow const& flow : base.flows) {
    std::vector<bool>& classes = classes_.emplace_back();
    Flow const* other = called(flow.id, alternative.flows);
    for (FirmClass const& firm : flow.firm_classes) {
      classes.push_back(other == nullptr ||
                        is_met(differing, party_of(before, flow, firm.name), party_of(after, *other, firm.name)));
    }
  }
}

}  // namespace shudao::scenarios
