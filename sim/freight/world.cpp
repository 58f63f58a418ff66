#include "sim/freight/world.h"

#include <algorithm>
#include <utility>

#include "sim/base/errors.h"
#include "sim/freight/party.h"

namespace shudao::freight {

using scenarios::FlowId;
using scenarios::Process;
using scenarios::ProcessId;
using scenarios::ProcessSet;
using scenarios::Stage;
using scenarios::Step;

namespace {

std::uint16_t index_of(Process const& process, std::string const& step) {
  auto const found = std::lower_bound(process.steps.begin(), process.steps.end(), step,
                                      [](Step const& s, std::string const& id) { return s.id < id; });
  ensure(found != process.steps.end() && found->id == step, "a step waits for one that does not exist");
  return static_cast<std::uint16_t>(found - process.steps.begin());
}

/// Whether `step` is `other` or waits for it, directly or through others.
bool waits_for(CompiledProcess const& process, std::uint16_t step, std::uint16_t other) {
  std::vector<bool> is_seen(process.steps.size());
  std::vector<std::uint16_t> open{step};
  while (!open.empty()) {
    std::uint16_t const next = open.back();
    open.pop_back();
    if (next == other) return true;
    if (is_seen[next]) continue;
    is_seen[next] = true;
    open.insert(open.end(), process.steps[next].before.begin(), process.steps[next].before.end());
  }
  return false;
}

void add_wait(CompiledProcess& process, std::uint16_t step, std::uint16_t earlier) {
  auto& before = process.steps[step].before;
  auto const at = std::lower_bound(before.begin(), before.end(), earlier);
  if (at == before.end() || *at != earlier) before.insert(at, earlier);
}

/// A step that needs a token waits for the steps of its process that grant it, but for those that wait for it: these
/// grant it anew, and it must have been carried before.
void wait_for_tokens(CompiledProcess& process) {
  for (std::size_t i = 0; i < process.steps.size(); ++i) {
    for (std::size_t k = 0; k < process.steps.size(); ++k) {
      auto const step = static_cast<std::uint16_t>(i);
      auto const granter = static_cast<std::uint16_t>(k);
      bool const grants = process.steps[k].step->grants().contains_any(process.steps[i].step->needs);
      if (grants && !waits_for(process, granter, step)) add_wait(process, step, granter);
    }
  }
}

CompiledProcess compile(Process const& process) {
  CompiledProcess compiled{process.place, name_hash(process.id), std::vector<CompiledStep>(process.steps.size()), {}};
  for (std::size_t i = 0; i < process.steps.size(); ++i) {
    compiled.steps[i].step = &process.steps[i];
    compiled.steps[i].name = name_hash(process.id + "/" + process.steps[i].id);
    for (std::string const& id : process.steps[i].after) {
      add_wait(compiled, static_cast<std::uint16_t>(i), index_of(process, id));
    }
  }
  wait_for_tokens(compiled);
  scenarios::TokenSet granted;
  for (std::size_t i = 0; i < process.steps.size(); ++i) {
    for (std::uint16_t earlier : compiled.steps[i].before)
      compiled.steps[earlier].then.push_back(static_cast<std::uint16_t>(i));
    compiled.needs.insert(process.steps[i].needs);
    granted.insert(process.steps[i].grants());
  }
  compiled.needs.remove(granted);
  return compiled;
}

std::vector<Duration> running_from_start(scenarios::Scenario const& scenario, scenarios::Service const& service) {
  std::vector<Duration> times{Duration{}};
  for (std::size_t i = 0; i + 1 < service.stops.size(); ++i) {
    scenarios::Stop const& stop = service.stops[i];
    scenarios::Link const& link = scenario.links[stop.onward];
    scenarios::Running const& running = stop.running ? *stop.running : link.running;
    times.push_back(times.back() + Duration::from_h(running.mean_h(link.distance) * link.mean_slowness()));
  }
  return times;
}

}  // namespace

World::World(scenarios::Scenario const& scenario, Detail detail)
    : scenario_{scenario}, detail_{detail}, dates_{scenarios::rule_dates(scenario)} {
  for (auto const& calendar : scenario.calendars) calendar_hours_.push_back(WorkingHours{calendar.hours, {}});
  for (auto const& resource : scenario.resources) {
    resource_hours_.push_back(hours_of(scenario, resource));
  }
  for (auto const& link : scenario.links) link_states_.push_back(LinkStates{link.disrupted});
  for (auto const& flow : scenario.flows) flow_names_.push_back(name_hash(flow.id));
  for (auto const& service : scenario.services) {
    service_names_.push_back(name_hash(service.id));
    running_from_start_.push_back(running_from_start(scenario, service));
  }
  vehicles_ = versions(nullptr, "");
  for (auto const& flow : scenario.flows) {
    std::vector<Timeline> by_class;
    for (auto const& firm : flow.firm_classes) by_class.push_back(timeline(flow, firm.name));
    consignments_.push_back(std::move(by_class));
  }
  for (std::size_t i = 0; i < scenario.flows.size(); ++i) {
    bool const has_choice = scenario.flows[FlowId{i}].choice.has_value();
    outlooks_.push_back(has_choice ? freight::outlooks(*this, FlowId{i}) : std::vector<Outlook>{});
  }
}

std::size_t World::date_index(SimTime t) const {
  return static_cast<std::size_t>(std::upper_bound(dates_.begin(), dates_.end(), t) - dates_.begin());
}

void World::add_version(ProcessSet processes) {
  Version version;
  version.processes = std::make_unique<ProcessSet const>(std::move(processes));
  for (Process const& process : *version.processes) version.compiled.push_back(compile(process));
  versions_.push_back(std::move(version));
}

std::vector<std::size_t> World::versions(scenarios::Flow const* flow, std::string const& firm_class) {
  std::vector<std::size_t> by_date;
  for (std::size_t i = 0; i <= dates_.size(); ++i) {
    SimTime const date = i > 0 ? dates_[i - 1] : scenario_.start;
    auto const in_force = scenarios::rules_in_force(scenario_, flow, firm_class, date);
    auto const [known, is_new] = version_by_rules_.try_emplace(in_force, versions_.size());
    if (is_new) add_version(scenarios::under_rules(scenario_.processes, in_force));
    by_date.push_back(known->second);
  }
  return by_date;
}

World::Timeline World::timeline(scenarios::Flow const& flow, std::string const& firm_class) {
  Timeline line{versions(&flow, firm_class), {}};
  std::array<ProcessId, 4> const nothing{ProcessId::none(), ProcessId::none(), ProcessId::none(), ProcessId::none()};
  line.by_stage.assign(scenario_.places.size(), nothing);
  for (std::size_t i = 0; i < scenario_.processes.size(); ++i) {
    Process const& process = scenario_.processes[ProcessId{i}];
    if (process.stage == Stage::vehicle || !scenarios::holds(process.applies_to, flow, firm_class)) continue;
    line.by_stage[process.place.index()][static_cast<std::size_t>(process.stage)] = ProcessId{i};
  }
  return line;
}

CompiledProcess const* World::process_for(Consignment const& lot, scenarios::PlaceId place, Stage stage,
                                          SimTime t) const {
  Timeline const& line = consignments_[lot.flow][lot.firm_class];
  ProcessId const id = line.by_stage[place.index()][static_cast<std::size_t>(stage)];
  if (id.is_none()) return nullptr;
  std::size_t date = date_index(t);
  while (date > 0 && !lot.tokens.contains_all(versions_[line.version[date]].compiled[id].needs)) --date;
  return &versions_[line.version[date]].compiled[id];
}

CompiledProcess const& World::vehicle_process(ProcessId id, SimTime t) const {
  return versions_[vehicles_[date_index(t)]].compiled[id];
}

std::vector<std::pair<scenarios::PlaceId, scenarios::ResourceId>> World::borrowed() const {
  std::vector<std::pair<scenarios::PlaceId, scenarios::ResourceId>> all;
  for (Version const& version : versions_) {
    for (Process const& process : *version.processes) {
      for (Step const& step : process.steps) {
        bool const is_elsewhere = !step.resource.is_none() && scenario_.resources[step.resource].place != process.place;
        if (is_elsewhere) all.emplace_back(process.place, step.resource);
      }
    }
  }
  return all;
}

Distance World::distance(scenarios::Service const& service, std::uint32_t from_stop, std::uint32_t to_stop) const {
  Distance sum;
  for (std::uint32_t i = from_stop; i < to_stop; ++i) sum += scenario_.links[service.stops[i].onward].distance;
  return sum;
}

}  // namespace shudao::freight
