#include <algorithm>

#include "scenarios/propose_routes.h"
#include "scenarios/readers.h"

namespace shudao::scenarios {

namespace {

std::string listed(std::vector<std::string> const& names) {
  std::string text;
  for (auto const& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// Where a service can be boarded at `here` and left at `to`, or what is wrong with that.
std::optional<RouteLeg> leg_of(Fields const& f, Scenario const& scenario, ServiceId service, PlaceId here, PlaceId to) {
  auto const& stops = scenario.services[service].stops;
  auto const& places = f.reading().names.places.names();
  auto const board = std::find_if(stops.begin(), stops.end(), [&](Stop const& s) { return s.place == here; });
  if (board == stops.end()) {
    f.fault_at("service", "a service that stops at " + places[here.index()] + ", where the cargo is by then");
    return std::nullopt;
  }
  auto const leave = std::find_if(board + 1, stops.end(), [&](Stop const& s) { return s.place == to; });
  if (leave != stops.end()) {
    return RouteLeg{service, static_cast<std::uint32_t>(board - stops.begin()),
                    static_cast<std::uint32_t>(leave - stops.begin())};
  }
  std::vector<std::string> later;
  for (auto at = board + 1; at != stops.end(); ++at) {
    if (!at->place.is_none()) later.push_back(places[at->place.index()]);
  }
  f.fault_at("to",
             later.empty() ? "a stop that comes later, but the service ends at " + places[here.index()]
                           : "a later stop of the service: " + listed(later),
             f.likely(places[to.index()], later));
  return std::nullopt;
}

/// `holder` is what has the list of legs: a flow, or one of its routes.
std::vector<RouteLeg> read_legs(Fields& holder, char const* key, Need need, Scenario const& scenario, PlaceId from,
                                PlaceId to) {
  std::vector<RouteLeg> legs;
  PlaceId here = from;
  auto const& names = holder.reading().names;
  holder.items(key, need, [&](std::string const&, Fields& f) {
    auto const service = id_or_none<ServiceId>(f.reference("service", names.services, Need::required));
    auto const next = id_or_none<PlaceId>(f.reference("to", names.places, Need::required));
    bool const is_known = !service.is_none() && !here.is_none() && !next.is_none();
    auto const leg = is_known && service.index() < scenario.services.size() ? leg_of(f, scenario, service, here, next)
                                                                            : std::nullopt;
    if (leg) legs.push_back(*leg);
    here = next;
  });
  bool const is_faulty = !holder.has(key) || here.is_none() || to.is_none() || here == to;
  if (!is_faulty)
    holder.fault(key, "a route that ends at " + names.places.names()[here.index()],
                 "a route to " + names.places.names()[to.index()]);
  return legs;
}

std::vector<double> read_shares(Fields& choice, std::vector<Route> const& routes) {
  auto const given = choice.shares("shares");
  if (given.empty()) return {};
  std::vector<std::string> names;
  for (Route const& route : routes) names.push_back(route.name);
  std::vector<double> shares(routes.size());
  double sum = 0;
  for (auto const& [name, share] : given) {
    sum += share;
    auto const at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) {
      choice.fault("shares/" + name, "the share of " + name, "a route of the flow", choice.likely(name, names));
    } else {
      shares[static_cast<std::size_t>(at - names.begin())] = share;
    }
  }
  if (sum < 1 - 1e-9 || sum > 1 + 1e-9)
    choice.fault("shares", "shares that sum to " + number_text(sum), "shares that sum to 1");
  return shares;
}

Choice read_choice(Fields& f) {
  auto const price = between(0, 1e6);
  auto const positive = [](double high) { return Range{.low = 0, .high = high, .is_above = true}; };
  Choice c;
  c.value_of_time = f.number("value_of_time_cny_per_teu_h", price, Need::required).value_or(0);
  c.value_of_reliability = f.number("value_of_reliability_cny_per_teu_h", price, Need::optional).value_or(0);
  c.scale = f.number("scale_cny_per_teu", positive(1e9), Need::required).value_or(1);
  c.path_size = f.number("path_size", between(0, 10), Need::optional).value_or(1);
  auto const delay = f.number("knowledge_delay_h", Range{.low = 0.1, .high = 8784}, Need::optional);
  c.knowledge_delay = Duration::from_h(delay.value_or(24));
  c.memory =
      Duration::from_h(24 * f.number("memory_days", Range{.low = 0.1, .high = 3660}, Need::optional).value_or(28));
  c.start_lots = f.number("start_lots", positive(1e6), Need::optional).value_or(10);
  c.is_frozen = f.flag("freeze_shares").value_or(false);
  return c;
}

/// Where something is wrong already, what is missing is not worth saying.
void find_routes(Fields const& f, Scenario const& scenario, Flow& flow, Choice const& choice, double count) {
  if (f.reading().problems.count() > 0) return;
  flow.routes = propose_routes(scenario, flow, choice, static_cast<std::size_t>(count));
  auto const& places = f.reading().names.places.names();
  if (flow.routes.empty())
    f.fault("routes_best", "no way from " + places[flow.from.index()] + " to " + places[flow.to.index()],
            "services that lead there");
}

}  // namespace

std::vector<RouteLeg> read_route(Fields& f, Scenario const& scenario, PlaceId from, PlaceId to) {
  return read_legs(f, "route", Need::required, scenario, from, to);
}

void read_routes(Fields& f, Scenario const& scenario, Flow& flow) {
  bool const has_choice = f.has("routes") || f.has("routes_best");
  Need const need = f.is_describing() || has_choice ? Need::optional : Need::required;
  auto route = read_legs(f, "route", need, scenario, flow.from, flow.to);
  if (!has_choice) flow.routes.push_back({"", std::move(route)});
  f.each("routes", Need::optional, [&](std::string const& name, Fields& one) {
    flow.routes.push_back({name, read_legs(one, "legs", Need::required, scenario, flow.from, flow.to)});
  });
  auto const best = f.bare("routes_best", whole(1, 20), Need::optional);
  Choice choice;
  Need const need_of_choice = has_choice && !f.is_describing() ? Need::required : Need::optional;
  bool const is_there = f.object("choice", need_of_choice, [&](Fields& c) {
    choice = read_choice(c);
    if (best && !f.has("routes")) find_routes(f, scenario, flow, choice, *best);
    choice.shares = read_shares(c, flow.routes);
  });
  if (has_choice && f.has("route")) f.fault("", "both route and routes", "one of route, routes");
  if (f.has("routes") && best) f.fault("", "both routes and routes_best", "one of routes, routes_best");
  if (f.has("routes") && flow.routes.empty()) f.fault_at("routes", "one route or more");
  if (is_there && !has_choice) f.fault_at("choice", "no choice where there is one route: \"routes\" beside it");
  if (has_choice) flow.choice = std::move(choice);
}

}  // namespace shudao::scenarios
