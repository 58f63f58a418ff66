#include <algorithm>

#include "scenarios/readers.h"

namespace shudao::scenarios {

namespace {

constexpr std::size_t kMostSteps = 1000;

/// What steps may be charged to; moving and the ways of waiting are the model's own.
constexpr std::array kStepComponents = {Component::documents, Component::handling, Component::inspection,
                                        Component::border, Component::storage};

Component read_component(Fields& f) {
  std::vector<std::string> names;
  for (Component const c : kStepComponents) names.emplace_back(name_of(c));
  return kStepComponents[f.word("component", names, Need::optional).value_or(0)];
}

Work read_work(Fields& f, std::string const& home) {
  Work work;
  work.home = home;
  work.home_hash = name_hash(home);
  work.duration_h = f.distribution("duration_h", between(0, 1e5), Need::optional).value_or(Distribution{});
  work.is_per_teu = f.word("duration_per", {"lot", "teu"}, Need::optional) == std::size_t{1};
  work.probability = f.number("probability", between(0, 1), Need::optional).value_or(1);
  auto const repeat = f.number("repeat_probability", between(0, 1), Need::optional).value_or(0);
  if (repeat >= 1) f.fault_at("repeat_probability", "a number from 0 to below 1");
  work.repeat_probability = repeat;
  work.skip_if = read_tokens(f, "skip_if");
  work.grants = read_tokens(f, "grants");
  work.component = read_component(f);
  work.cost = read_money(f, "cost_cny").value_or(Money{});
  work.cost_per_teu = read_money(f, "cost_cny_per_teu").value_or(Money{});
  return work;
}

std::vector<std::string> read_after(Fields& f, std::string const& id, NameTable const* others) {
  auto after = f.texts("after");
  for (std::size_t i = 0; i < after.size(); ++i) {
    std::string const where = "after/" + std::to_string(i);
    if (after[i] == id) f.fault_at(where, "another step than itself");
    if (others == nullptr || others->find(after[i])) continue;
    f.fault_at(where, "a step of the same process", f.likely(after[i], others->names()));
    after[i] = id;
  }
  std::erase(after, id);
  std::sort(after.begin(), after.end());
  after.erase(std::unique(after.begin(), after.end()), after.end());
  return after;
}

NameTable steps_of(Fields const& process) {
  std::vector<std::string> names;
  if (Json const* steps = process.find("steps")) {
    for (auto const& member : steps->members) names.push_back(member.key);
  }
  return {"step", names};
}

}  // namespace

Step read_step(Fields& f, std::string const& process, std::string const& id, NameTable const* others) {
  Step step;
  step.id = id;
  f.texts("plans", Role::label);
  step.after = read_after(f, id, others);
  auto const slash = process.find('/');
  if (slash == std::string::npos) {
    f.text("resource", Need::optional);  // of whichever place it will be at
  } else {
    step.resource = read_resource_name(f, "resource", process.substr(0, slash), Need::optional);
  }
  step.calendar = read_calendar_name(f, "calendar");
  if (f.has("resource") && f.has("calendar")) f.fault_at("calendar", "no calendar: the resource has its own");
  step.works.push_back(read_work(f, process + "/" + id));
  step.needs = read_tokens(f, "needs");
  return step;
}

Condition read_condition(Fields& holder) {
  Condition c;
  holder.object("when", Need::optional, [&](Fields& f) {
    auto const& flows = f.reading().names.flows;
    for (auto const flow : f.references("flows", flows)) c.flows.push_back(flows.names()[flow]);
    c.regimes = f.words("regimes", {"export", "import", "transit", "bonded", "domestic"});
    c.commodities = f.texts("commodities");
    c.directions = f.texts("directions");
    c.firm_classes = f.texts("firm_classes");
  });
  return c;
}

void read_processes(Fields& place, std::string const& place_id, Scenario& scenario) {
  place.each("processes", Need::optional, [&](std::string const& local, Fields& f) {
    Process process;
    process.id = place_id + "/" + local;
    process.place = id_or_none<PlaceId>(f.reading().names.places.find(place_id));
    std::vector<std::string> const stages{"origin", "transfer", "destination", "aboard", "vehicle"};
    process.stage = static_cast<Stage>(f.word("at", stages, Need::required).value_or(0));
    process.applies_to = read_condition(f);
    f.texts("plans", Role::label);
    auto const others = steps_of(f);
    f.each("steps", Need::required, [&](std::string const& id, Fields& step) {
      process.steps.push_back(read_step(step, process.id, id, &others));
    });
    if (process.steps.size() > kMostSteps) {
      f.fault("steps", std::to_string(process.steps.size()) + " steps",
              "at most " + std::to_string(kMostSteps) + " steps");
    }
    if (process.stage == Stage::vehicle && !process.applies_to.is_always()) {
      f.fault_at("when", "no condition: vehicles have no flow");
    }
    scenario.processes.push_back(std::move(process));
  });
}

}  // namespace shudao::scenarios
