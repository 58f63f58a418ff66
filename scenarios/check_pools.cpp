#include "scenarios/checks.h"

namespace shudao::scenarios {

namespace {

/// Judges what one place uses of another.
class PoolCheck {
 public:
  PoolCheck(Fields const& world, Scenario const& scenario) : world_{world}, scenario_{scenario} {}

  void check_place(Place const& place) const {
    if (place.is_planned) return;
    std::string const where = "places/" + place.id;
    for (Handling const& handling : place.handling) {
      judge(where + "/handling/" + name_of(handling.mode) + "/resource", handling.resource);
    }
    if (place.gate) judge(where + "/gate/resource", place.gate->resource);
    judge(where + "/yard/shared_with", place.yard.shared_with);
  }

  void check_process(Process const& process) const {
    if (process.place.is_none() || scenario_.places[process.place].is_planned) return;
    std::string const place = scenario_.places[process.place].id;
    std::string const where = "places/" + place + "/processes/" + process.id.substr(place.size() + 1) + "/steps/";
    for (Step const& step : process.steps) judge(where + step.id + "/resource", step.resource);
  }

  void check_rule(Rule const& rule) const {
    for (PlacedRewrite const& placed : rule.rewrites) {
      std::string const where = "rules/" + rule.id + "/rewrites/" + std::to_string(placed.position) + "/";
      Rewrite const& rewrite = placed.verb;
      if (auto const* add = std::get_if<Add>(&rewrite)) {
        judge_at(add->process, where + "step/resource", add->step.resource);
      } else if (auto const* move = std::get_if<Move>(&rewrite)) {
        judge_at(move->to_process, where + "resource", move->resource.value_or(ResourceId::none()));
      } else if (auto const* set = std::get_if<SetStep>(&rewrite)) {
        judge_at(set->step.process, where + "resource", set->resource.value_or(ResourceId::none()));
      } else if (auto const* merge = std::get_if<Merge>(&rewrite)) {
        bool const is_empty = merge->steps.empty();
        if (!is_empty)
          judge_at(merge->steps.front().process, where + "resource", merge->resource.value_or(ResourceId::none()));
      }
    }
  }

 private:
  /// What a process uses, if its place takes part.
  void judge_at(std::string const& process, std::string const& where, ResourceId resource) const {
    auto const place = world_.reading().names.places.find(process.substr(0, process.find('/')));
    if (place && !scenario_.places[PlaceId{*place}].is_planned) judge(where, resource);
  }
  void judge(std::string const& where, ResourceId resource) const {
    if (!resource.is_none()) judge(where, scenario_.resources[resource].place);
  }
  void judge(std::string const& where, PlaceId owner) const {
    if (owner.is_none() || !scenario_.places[owner].is_planned) return;
    world_.fault_at(where, "what a place has that exists: " + scenario_.places[owner].id +
                               " is planned; a patch that sets its status opens it");
  }

  Fields const& world_;
  Scenario const& scenario_;
};

}  // namespace

void check_pools(Fields const& world, Scenario const& scenario) {
  PoolCheck const check{world, scenario};
  for (Place const& place : scenario.places) check.check_place(place);
  for (Process const& process : scenario.processes) check.check_process(process);
  for (Rule const& rule : scenario.rules) check.check_rule(rule);
}

}  // namespace shudao::scenarios
