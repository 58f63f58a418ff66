#include "sim/freight/outlook.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "scenarios/headway.h"
#include "sim/base/portable_math.h"
#include "sim/freight/driving.h"
#include "sim/freight/party.h"
#include "sim/freight/world.h"

namespace shudao::freight {

using scenarios::PlaceId;
using scenarios::RouteLeg;
using scenarios::Service;
using scenarios::Stage;
using scenarios::Stop;

namespace {

/// Sums of means and variances of what follows one after another.
struct Span {
  double mean_h = 0, variance_h2 = 0;
  Span& operator+=(Span const& other) {
    mean_h += other.mean_h;
    variance_h2 += other.variance_h2;
    return *this;
  }
};

/// A work is needed with its probability and done once more with its chance of rework.
Span span_of(scenarios::Work const& work, double teu) {
  double const times = work.probability / (1 - work.repeat_probability);
  double const size = work.scale * (work.is_per_teu ? teu : 1.0);
  double const mean = size * work.duration_h.mean();
  double const square = size * size * work.duration_h.variance() + mean * mean;
  return {times * mean, std::max(0.0, times * square - times * times * mean * mean)};
}

Money cost_of(scenarios::Work const& work, double teu) {
  double const times = work.probability / (1 - work.repeat_probability);
  double const fen = static_cast<double>(work.cost.count()) + teu * static_cast<double>(work.cost_per_teu.count());
  return Money::of(to_nearest(times * fen));
}

Span running_of(scenarios::Running const& running, Distance distance) {
  Span span{running.mean_h(distance), running.value.variance()};
  if (!running.is_speed) return span;
  double const speed = running.value.mean();
  double const slope = to_km(distance) / (speed * speed);  // of hours by speed: the delta method
  span.variance_h2 *= slope * slope;
  return span;
}

/// Follows one mean lot along one route.
class Journey {
 public:
  Journey(World const& world, scenarios::FlowId flow) : world_{world}, flow_{world.scenario().flows[flow]} {
    lot_.flow = flow;
    teu_ = flow_.lot_teu.mean();
  }

  void go(scenarios::Route const& route) {
    meet(flow_.from, Stage::origin);
    for (std::size_t i = 0; i < route.legs.size(); ++i) {
      ride(route.legs[i]);
      PlaceId const there = world_.scenario().services[route.legs[i].service].stops[route.legs[i].leave].place;
      meet(there, i + 1 < route.legs.size() ? Stage::transfer : Stage::destination);
    }
  }
  [[nodiscard]] Span const& time() const { return time_; }
  [[nodiscard]] double cny_per_teu() const { return to_cny(money_) / teu_; }

 private:
  void meet(PlaceId place, Stage stage) { time_ += through(process_of(place, stage), teu_, 1.0); }

  CompiledProcess const* process_of(PlaceId place, Stage stage) const {
    return world_.process_for(lot_, place, stage, world_.scenario().start);
  }

  /// The longest branch of a process, of which the lot bears this share of the cost.
  Span through(CompiledProcess const* process, double teu, double share) {
    if (process == nullptr) return {};
    scenarios::TokenSet granted;
    std::vector<std::optional<Span>> until(process->steps.size());
    Span longest;
    for (std::size_t i = 0; i < until.size(); ++i) {
      Span const& end = end_of(*process, i, teu, until);
      if (end.mean_h > longest.mean_h) longest = end;
    }
    for (CompiledStep const& compiled : process->steps) {
      for (auto const& work : compiled.step->works) {
        if (work.skip_if.contains_any(lot_.tokens)) continue;
        money_ += Money::of(to_nearest(share * static_cast<double>(cost_of(work, teu).count())));
        granted.insert(work.grants);
      }
    }
    lot_.tokens.insert(granted);
    return longest;
  }

  Span const& end_of(CompiledProcess const& process, std::size_t i, double teu,
                     std::vector<std::optional<Span>>& until) const {
    if (until[i]) return *until[i];
    Span before;
    for (std::uint16_t const earlier : process.steps[i].before) {
      Span const& end = end_of(process, earlier, teu, until);
      if (end.mean_h > before.mean_h) before = end;
    }
    Span own;
    for (auto const& work : process.steps[i].step->works) {
      if (work.skip_if.contains_any(lot_.tokens)) continue;
      Span const span = span_of(work, teu);
      if (span.mean_h > own.mean_h) own = span;
    }
    before += own;
    until[i] = before;
    return *until[i];
  }

  void ride(RouteLeg const& leg) {
    Service const& service = world_.scenario().services[leg.service];
    scenarios::Headway const wait = scenarios::wait_for(service);
    time_ += {wait.mean_h, wait.variance_h2};
    Span const loading = handle(service, service.stops[leg.board].place);
    bool const stands = service.is_scheduled() && leg.board == 0 && service.cut_off.h() > loading.mean_h;
    time_ += stands ? Span{service.cut_off.h(), 0} : loading;
    driven_ = Duration{};
    for (auto at = leg.board; at < leg.leave; ++at) run(service, at, at + 1 == leg.leave);
    if (service.driver) time_ += {(with_rests(*service.driver, Duration{}, driven_) - driven_).h(), 0};
    time_ += handle(service, service.stops[leg.leave].place);
    Distance const distance = world_.distance(service, leg.board, leg.leave);
    double const tariff = service.tariff_cny_per_teu_km * to_km(distance) + to_cny(service.tariff_per_teu);
    money_ -= money_from_cny(to_cny(service.subsidy_per_teu) * teu_);
    money_ += money_from_cny(tariff * teu_);
  }

  /// To the next stop, and through what waits there for the vehicle and for what stays aboard.
  void run(Service const& service, std::uint32_t at, bool leaves) {
    Stop const& stop = service.stops[at];
    Stop const& next = service.stops[at + 1];
    scenarios::Link const& link = world_.scenario().links[stop.onward];
    Span running = running_of(stop.running ? *stop.running : link.running, link.distance);
    running.mean_h *= link.mean_slowness();
    driven_ += Duration::from_h(running.mean_h);
    time_ += running;
    scenarios::Place const& place = world_.scenario().places[next.place];
    bool const has_gate = service.mode == scenarios::Mode::road && place.gate;
    if (has_gate) time_ += {place.gate->min_per_vehicle.mean() / 60, place.gate->min_per_vehicle.variance() / 3600};
    double const full = static_cast<double>(service.capacity.count());
    CompiledProcess const* of_vehicle =
        next.process.is_none() ? nullptr : &world_.vehicle_process(next.process, world_.scenario().start);
    Span const vehicle = through(of_vehicle, full, teu_ / full);
    Span const aboard = leaves ? Span{} : through(process_of(next.place, Stage::aboard), teu_, 1.0);
    time_ += vehicle.mean_h > aboard.mean_h ? vehicle : aboard;
  }

  Span handle(Service const& service, PlaceId place) {
    for (auto const& handling : world_.scenario().places[place].handling) {
      if (handling.mode != service.mode) continue;
      money_ += Money::of(to_nearest(static_cast<double>(handling.cost_per_teu.count()) * teu_));
      double const hours = teu_ / 60;
      return {handling.min_per_teu.mean() * hours, handling.min_per_teu.variance() * hours * hours};
    }
    return {};
  }

  World const& world_;
  scenarios::Flow const& flow_;
  Consignment lot_;
  double teu_ = 1;
  Span time_;
  Duration driven_;  ///< By the service at hand, on average.
  Money money_;
};

/// The stretches of a route, each a service from one stop to the next, with their lengths.
std::map<std::pair<scenarios::ServiceId, std::uint32_t>, double> stretches(World const& world,
                                                                           scenarios::Route const& route) {
  std::map<std::pair<scenarios::ServiceId, std::uint32_t>, double> all;
  for (RouteLeg const& leg : route.legs) {
    Service const& service = world.scenario().services[leg.service];
    for (auto at = leg.board; at < leg.leave; ++at) all[{leg.service, at}] = to_km(world.distance(service, at, at + 1));
  }
  return all;
}

void add_path_sizes(World const& world, scenarios::Flow const& flow, std::vector<Outlook>& outlooks) {
  auto const cost = [&](Outlook const& o) {
    return generalised_cost(*flow.choice, o.money_cny_per_teu, o.time_h, o.sd_h);
  };
  for (std::size_t r = 0; r < outlooks.size(); ++r) {
    double length = 0, size = 0;
    for (auto const& [stretch, km] : stretches(world, flow.routes[r])) {
      double sharers = 0;
      for (std::size_t other = 0; other < outlooks.size(); ++other) {
        if (!stretches(world, flow.routes[other]).contains(stretch)) continue;
        double const dearer = cost(outlooks[other]) - cost(outlooks[r]);
        sharers += dearer <= 0 ? 1.0 : portable_exp(-dearer / flow.choice->scale);
      }
      length += km;
      size += km / sharers;
    }
    outlooks[r].path_size = length > 0 ? size / length : 1.0;
  }
}

}  // namespace

double generalised_cost(scenarios::Choice const& choice, double money_cny_per_teu, double time_h, double sd_h) {
  return money_cny_per_teu + choice.value_of_time * time_h + choice.value_of_reliability * sd_h;
}

std::vector<Outlook> outlooks(World const& world, scenarios::FlowId id) {
  scenarios::Flow const& flow = world.scenario().flows[id];
  std::vector<Outlook> all;
  for (scenarios::Route const& route : flow.routes) {
    Journey journey{world, id};
    journey.go(route);
    Outlook outlook;
    outlook.name = name_hash(route.name);
    outlook.money_cny_per_teu = journey.cny_per_teu();
    outlook.time_h = journey.time().mean_h;
    outlook.sd_h = std::sqrt(journey.time().variance_h2);
    all.push_back(outlook);
  }
  add_path_sizes(world, flow, all);
  return all;
}

}  // namespace shudao::freight
