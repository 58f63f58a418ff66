#include "sim/experiment/box_tally.h"

#include <algorithm>

#include "sim/base/time.h"
#include "sim/experiment/as_double.h"
#include "sim/experiment/measures.h"

namespace shudao::experiment {

BoxTally::BoxTally(scenarios::Scenario const& scenario)
    : scenario_{scenario}, left_(scenario.places.size()), carried_teu_km_(scenario.services.size()) {
  for (std::size_t i = 0; i < scenario.places.size(); ++i) {
    for (scenarios::DepotStock const& held : scenario.places[scenarios::PlaceId{i}].depot) {
      Stock& stock = stocks_[{static_cast<std::uint32_t>(i), held.kind.index()}];
      stock.teu = held.initial.count();
      stock.since = scenario.start;
    }
  }
}

bool BoxTally::in_window(SimTime at) const { return at >= scenario_.window_start() && at < scenario_.horizon(); }

void BoxTally::see(Stock& stock) {
  stock.least = stock.is_in_window ? std::min(stock.least, stock.teu) : stock.teu;
  stock.most = stock.is_in_window ? std::max(stock.most, stock.teu) : stock.teu;
  stock.is_in_window = true;
}

/// A level counts from the moment it lasts: what comes and goes in one moment was never there.
void BoxTally::carry(Stock& stock, SimTime to) const {
  SimTime const from = std::max(stock.since, scenario_.window_start());
  SimTime const until = std::min(to, scenario_.horizon());
  if (until > from) {
    stock.area_ms += stock.teu * (until - from).ms();
    see(stock);
  }
  stock.since = std::max(stock.since, to);
}

void BoxTally::generated(SimTime at, freight::Generated const& fact) {
  scenarios::Flow const& flow = scenario_.flows[scenarios::FlowId{fact.lot.flow}];
  if (!flow.boxes || flow.is_empties || !in_window(at)) return;
  Stock& stock = stocks_.at({flow.boxes->taken_from.index(), flow.boxes->kind.index()});
  ++stock.asked;
  stock.open_since_ms += at.ms();
}

void BoxTally::boxed(SimTime at, freight::Boxed const& fact) {
  if (!in_window(SimTime::from_ms(fact.asked_ms))) return;
  Stock& stock = stocks_.at({fact.place, fact.kind});
  ++stock.boxed;
  stock.open_since_ms -= fact.asked_ms;
  stock.wait_ms += at.ms() - fact.asked_ms;
  if (at.ms() > fact.asked_ms) ++stock.waited;
}

void BoxTally::box_stock(SimTime at, freight::BoxStock const& fact) {
  Stock& stock = stocks_.at({fact.place, fact.kind});
  carry(stock, at);
  stock.teu = fact.teu;
}

void BoxTally::empties_left(SimTime at, freight::EmptiesLeft const& fact) {
  if (!in_window(at)) return;
  left_.at(fact.place) += fact.teu;
  auto const& stops = scenario_.services[scenarios::ServiceId{fact.service}].stops;
  carried_teu_km_.at(fact.service) += fact.teu * to_km(scenario_.links[stops.at(fact.stop).onward].distance);
}

void BoxTally::delivered(SimTime at, freight::LotEnd const& end) {
  scenarios::Flow const& flow = scenario_.flows[scenarios::FlowId{end.lot.flow}];
  if (flow.is_empties && in_window(at)) left_.at(flow.to.index()) += end.teu;
}

void BoxTally::finish(SimTime end) {
  for (auto& [key, stock] : stocks_) {
    carry(stock, end);
    std::int64_t const open = stock.asked - stock.boxed;
    stock.wait_ms += open * end.ms() - stock.open_since_ms;
  }
}

std::vector<DepotResult> BoxTally::depots(scenarios::PlaceId id) const {
  std::vector<DepotResult> results;
  for (auto at = stocks_.lower_bound({id.index(), 0}); at != stocks_.end() && at->first.first == id.index(); ++at) {
    Stock const& stock = at->second;
    std::int64_t const open = stock.asked - stock.boxed;
    DepotResult& result = results.emplace_back();
    result.kind = scenario_.boxes[scenarios::BoxId{at->first.second}].id;
    result.stock_min_teu = single(as_double(stock.least));
    result.stock_mean_teu = quotient(as_double(stock.area_ms), as_double(scenario_.window.ms()));
    result.stock_max_teu = single(as_double(stock.most));
    result.waited_share = quotient(as_double(stock.waited + open), as_double(stock.asked));
    result.mean_wait_h = quotient(as_double(stock.wait_ms) / kMsPerHour, as_double(stock.asked));
    result.waiting = open;
  }
  return results;
}

}  // namespace shudao::experiment
