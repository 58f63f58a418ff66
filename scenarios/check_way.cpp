#include <algorithm>

#include "scenarios/checks.h"

namespace shudao::scenarios {

namespace {

/// "/places/p/processes/q/steps/s", wherever rules have moved the step to.
std::string pointer_of(Step const& step) {
  std::string const& home = step.works.front().home;
  auto const first = home.find('/');
  auto const last = home.rfind('/');
  return "places/" + home.substr(0, first) + "/processes/" + home.substr(first + 1, last - first - 1) + "/steps/" +
         home.substr(last + 1);
}

/// What one party carries and meets on its way.
class Way {
 public:
  Way(Fields const& world, Scenario const& scenario, ProcessSet const& processes, Party const& party,
      std::string const& when)
      : world_{world}, scenario_{scenario}, processes_{processes}, party_{party}, when_{when} {}

  void meet(PlaceId place, Stage stage) {
    Process const* met = nullptr;
    for (Process const& p : processes_) {
      if (p.place != place || p.stage != stage || !holds(p.applies_to, *party_.flow, party_.firm_class)) continue;
      if (met != nullptr) {
        auto const slash = p.id.find('/');
        world_.fault("places/" + p.id.substr(0, slash) + "/processes/" + p.id.substr(slash + 1) + "/when",
                     "the flow " + party_.flow->id + ", which " + met->id + " concerns at the same stage",
                     "one process at most for a flow at a stage of a place");
      }
      met = &p;
    }
    if (met != nullptr) enter(*met);
  }

  /// Does the steps in any order that "after" and tokens allow; what is left over can never be done.
  void enter(Process const& process) {
    std::vector<Step const*> open;
    for (auto const& step : process.steps) open.push_back(&step);
    std::vector<std::string> done;
    auto const can_be_done = [&](Step const* step) {
      auto const is_done = [&](auto const& id) { return std::binary_search(done.begin(), done.end(), id); };
      return carried_.contains_all(step->needs) && std::all_of(step->after.begin(), step->after.end(), is_done);
    };
    for (auto at = open.begin(); (at = std::find_if(open.begin(), open.end(), can_be_done)) != open.end();) {
      done.insert(std::lower_bound(done.begin(), done.end(), (*at)->id), (*at)->id);
      carried_.insert((*at)->grants());
      open.erase(at);
    }
    TokenSet later;
    for (auto const* step : open) later.insert(step->grants());
    for (auto const* step : open) complain(*step, later);
  }

 private:
  void complain(Step const& step, TokenSet later) const {
    for (std::size_t i = 0; i < scenario_.tokens.size(); ++i) {
      TokenId const token{i};
      if (!step.needs.contains(token) || carried_.contains(token)) continue;
      bool const is_deadlock = later.contains(token);
      std::string const who = party_.flow == nullptr ? "vehicles" : "the flow " + party_.flow->id;
      world_.fault(pointer_of(step) + "/needs",
                   scenario_.tokens[i] + (is_deadlock ? ", which only later steps grant " : ", which nothing grants ") +
                       who + " before" + when_,
                   "tokens that an earlier step on the way grants");
    }
  }

  Fields const& world_;
  Scenario const& scenario_;
  ProcessSet const& processes_;
  Party const& party_;
  std::string const& when_;
  TokenSet carried_;
};

void follow(Way& way, Scenario const& scenario, Flow const& flow, Route const& route) {
  if (route.legs.empty()) return;
  way.meet(flow.from, Stage::origin);
  for (std::size_t i = 0; i < route.legs.size(); ++i) {
    auto const& leg = route.legs[i];
    auto const& stops = scenario.services[leg.service].stops;
    for (auto at = leg.board + 1; at < leg.leave; ++at) way.meet(stops[at].place, Stage::aboard);
    way.meet(stops[leg.leave].place, i + 1 < route.legs.size() ? Stage::transfer : Stage::destination);
  }
}

}  // namespace

void check_way(Fields const& world, Scenario const& scenario, ProcessSet const& processes, Party const& party,
               std::string const& when) {
  if (party.flow != nullptr) {
    for (Route const& route : party.flow->routes) {
      Way way{world, scenario, processes, party, when};
      follow(way, scenario, *party.flow, route);
    }
    return;
  }
  for (Service const& service : scenario.services) {
    Way way{world, scenario, processes, party, when};
    for (Stop const& stop : service.stops) {
      if (!stop.process.is_none()) way.enter(processes[stop.process]);
    }
  }
}

}  // namespace shudao::scenarios
