#include "sim/freight/build.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "sim/freight/neighbourhoods.h"

namespace shudao::freight {

using kernel::ProcessId;
using scenarios::FlowId;
using scenarios::LinkId;
using scenarios::PlaceId;
using scenarios::ResourceId;
using scenarios::ServiceId;

namespace {

/// A process still without its rank: the kernel wants them in the order of their names.
struct Planned {
  std::string name;
  PlaceId place;
  std::function<ProcessId(std::string)> add;
};

class Builder {
 public:
  Builder(Setting& setting, Processes& processes, kernel::Model& model)
      : setting_{setting}, scenario_{setting.scenario()}, processes_{processes}, model_{model} {}

  void build() {
    plan_places();
    plan_links();
    plan_services();
    plan_flows();
    plan_depots();
    add_all();
    connect_links();
    connect_news();
    start();
  }

 private:
  template<class State>
  void plan(std::string name, PlaceId place, State& state, std::function<void(ProcessId)> tell) {
    planned_.push_back({std::move(name), place, [this, &state, tell](std::string const& called) {
                          ProcessId const id = model_.add(state, called);
                          tell(id);
                          return id;
                        }});
  }

  void plan_places() {
    setting_.addresses.places.resize(scenario_.places.size());
    setting_.addresses.resources.resize(scenario_.resources.size());
    for (std::size_t i = 0; i < scenario_.places.size(); ++i) plan_place(PlaceId{i});
    for (std::size_t i = 0; i < scenario_.resources.size(); ++i) {
      ResourceId const id{i};
      auto& state = processes_.resources.emplace_back(Resource{setting_, id});
      plan("resource " + scenario_.resources[id].id, scenario_.resources[id].place, state,
           [this, id](ProcessId p) { setting_.addresses.resources[id] = p; });
    }
  }

  void plan_place(PlaceId id) {
    scenarios::Place const& place = scenario_.places[id];
    PlaceProcesses& at = setting_.addresses.places[id];
    std::string const in = " " + place.id;
    plan("border" + in, id, processes_.borders.emplace_back(Border{setting_, id}), [&](ProcessId p) { at.border = p; });
    plan("desk" + in, id, processes_.desks.emplace_back(Desk{setting_, id}), [&](ProcessId p) { at.desk = p; });
    plan("gate" + in, id, processes_.gates.emplace_back(Gate{setting_, id}), [&](ProcessId p) { at.gate = p; });
    plan("terminal" + in, id, processes_.terminals.emplace_back(Terminal{setting_, id}),
         [&](ProcessId p) { at.terminal = p; });
    Yard tracks{setting_, id, true};
    if (place.tracks) tracks.capacity = *place.tracks;
    plan("tracks" + in, id, processes_.yards.emplace_back(tracks), [&](ProcessId p) { at.tracks = p; });
    if (!place.yard.shared_with.is_none()) return;
    Yard yard{setting_, id, false};
    if (place.yard.capacity) yard.capacity = place.yard.capacity->count();
    plan("yard" + in, id, processes_.yards.emplace_back(yard), [&](ProcessId p) { at.yard = p; });
  }

  void plan_links() {
    setting_.addresses.dispatchers.resize(scenario_.links.size());
    for (std::size_t i = 0; i < scenario_.links.size(); ++i) {
      LinkId const id{i};
      auto& state = processes_.dispatchers.emplace_back(Dispatcher{setting_, id, {}});
      // Rounded up, so that no day has more slots than the link has.
      if (auto const slots = scenario_.links[id].freight_slots_per_day()) {
        state.spacing = Duration::from_ms(static_cast<std::int64_t>(std::ceil(86'400'000.0 / *slots)));
      }
      plan("dispatcher " + scenario_.links[id].id, scenario_.links[id].from, state,
           [this, id](ProcessId p) { setting_.addresses.dispatchers[id] = p; });
    }
  }

  void plan_services() {
    for (std::size_t i = 0; i < scenario_.services.size(); ++i) {
      scenarios::Service const& service = scenario_.services[ServiceId{i}];
      if (!service.is_scheduled()) continue;
      auto& state = processes_.service_runs.emplace_back(make_service_run(setting_, ServiceId{i}));
      plan("service " + service.id, service.stops.front().place, state, [this, &state](ProcessId p) {
        first_.push_back({p, next_cut_off(state), Kind::next_run});
      });
    }
  }

  void plan_flows() {
    for (std::size_t i = 0; i < scenario_.flows.size(); ++i) {
      scenarios::Flow const& flow = scenario_.flows[FlowId{i}];
      if (flow.teu_per_year <= 0) continue;
      auto& state = processes_.sources.emplace_back(make_source(setting_, FlowId{i}));
      plan("source " + flow.id, flow.from, state, [this, &state](ProcessId p) {
        sources_[state.flow] = p;
        first_.push_back({p, scenario_.start + first_gap(state), Kind::produce});
      });
    }
  }

  void plan_depots() {
    for (std::size_t i = 0; i < scenario_.places.size(); ++i) {
      PlaceId const id{i};
      if (scenario_.places[id].depot.empty()) continue;
      auto& state = processes_.depots.emplace_back(make_box_depot(setting_, id));
      plan("depot " + scenario_.places[id].id, id, state, [this, id](ProcessId p) {
        setting_.addresses.places[id].depot = p;
        for (std::uint32_t plan = 0; plan < scenario_.repositioning.size(); ++plan) {
          scenarios::Repositioning const& sending = scenario_.repositioning[plan];
          if (scenario_.flows[sending.flow].from == id) sendings_.push_back({p, scenario_.start + sending.every, plan});
        }
      });
    }
  }

  void add_all() {
    std::sort(planned_.begin(), planned_.end(), [](auto const& a, auto const& b) { return a.name < b.name; });
    std::vector<std::uint32_t> const neighbourhoods = freight::neighbourhoods(setting_.world);
    for (Planned const& planned : planned_) {
      model_.settle(planned.add(planned.name), neighbourhoods[planned.place.index()]);
    }
    for (std::size_t i = 0; i < scenario_.places.size(); ++i) {
      PlaceId const owner = scenario_.places[PlaceId{i}].yard.shared_with;
      if (!owner.is_none()) setting_.addresses.places[PlaceId{i}].yard = setting_.addresses.places[owner].yard;
    }
  }

  /// The fastest run of any service over the link: what its dispatcher can promise.
  Duration lookahead(LinkId id) const {
    scenarios::Link const& link = scenario_.links[id];
    Duration fastest = link.fastest_run(link.running);
    for (auto const& service : scenario_.services) {
      for (auto const& stop : service.stops) {
        if (stop.onward == id && stop.running) fastest = std::min(fastest, link.fastest_run(*stop.running));
      }
    }
    return fastest;
  }

  void connect_links() {
    for (Dispatcher& dispatcher : processes_.dispatchers) {
      scenarios::Link const& link = scenario_.links[dispatcher.link];
      PlaceProcesses const& next = setting_.addresses.places[link.to];
      ProcessId const to = link.mode == scenarios::Mode::road ? next.gate : next.terminal;
      dispatcher.onward =
          model_.connect(setting_.addresses.dispatchers[dispatcher.link], to, lookahead(dispatcher.link));
    }
  }

  /// What is delivered becomes known where it came from; the delay is what the terminal can promise.
  void connect_news() {
    for (std::size_t i = 0; i < scenario_.flows.size(); ++i)
      setting_.addresses.news.push_back(kernel::ChannelId::none());
    for (Source const& source : processes_.sources) {
      if (source.knowledge.empty()) continue;
      scenarios::Flow const& flow = scenario_.flows[source.flow];
      ProcessId const from = setting_.addresses.places[flow.to].terminal;
      setting_.addresses.news[source.flow] =
          model_.connect(from, sources_.at(source.flow), flow.choice->knowledge_delay);
    }
  }

  void start() {
    model_.name_kinds([](std::uint32_t kind) { return text(static_cast<Kind>(kind)); });
    for (First const& first : first_) model_.first_event(first.process, first.time, message(first.kind, NoBody{}));
    for (Sending const& first : sendings_) {
      model_.first_event(first.process, first.time, message(Kind::reposition, OfPlan{first.plan}));
    }
  }

  struct First {
    ProcessId process;
    SimTime time;
    Kind kind;
  };

  struct Sending {
    ProcessId process;
    SimTime time;
    std::uint32_t plan;
  };

  Setting& setting_;
  scenarios::Scenario const& scenario_;
  Processes& processes_;
  kernel::Model& model_;
  std::vector<Planned> planned_;
  std::vector<First> first_;
  std::vector<Sending> sendings_;
  std::map<FlowId, ProcessId> sources_;
};

}  // namespace

void build(Setting& setting, Processes& processes, kernel::Model& model) { Builder{setting, processes, model}.build(); }

}  // namespace shudao::freight
