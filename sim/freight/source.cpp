#include "sim/freight/source.h"

#include <algorithm>
#include <numeric>

#include "sim/base/portable_math.h"
#include "sim/freight/choice.h"

namespace shudao::freight {

using kernel::Outbox;
using scenarios::Flow;

namespace {

constexpr double kMsPerYear = 365.2425 * 86'400'000.0;

double scaled(std::vector<double> const& weights, std::size_t i) {
  if (weights.empty()) return 1.0;
  return weights[i] * static_cast<double>(weights.size()) / std::accumulate(weights.begin(), weights.end(), 0.0);
}

double largest(std::vector<double> const& weights) {
  double top = weights.empty() ? 1.0 : 0.0;
  for (std::size_t i = 0; i < weights.size(); ++i) top = std::max(top, scaled(weights, i));
  return top;
}

double weight_at(Source const& source, SimTime t) {
  Flow const& flow = source.setting.scenario().flows[source.flow];
  LocalDay const day = source.setting.scenario().places[flow.from].zone.day_at(t);
  double const month = scaled(flow.monthly, static_cast<std::size_t>(month_of(day)) - 1);
  return month * scaled(flow.weekly, static_cast<std::size_t>(weekday(day)));
}

RandomStream draws(Source const& source, Purpose purpose) {
  return {source.setting.seed, purpose, source.setting.world.name_of(source.flow), source.candidate};
}

Duration gap(Source const& source) {
  double ms = 1.0 / source.candidates_per_ms;
  if (source.setting.scenario().flows[source.flow].arrivals == scenarios::Arrivals::poisson) {
    ms *= -portable_log(draws(source, Purpose::arrival).uniform());
  }
  return Duration::from_ms(to_nearest(ms));
}

bool is_thinned_out(Source const& source, SimTime now) {
  double const keep = weight_at(source, now) / source.top;
  return keep < 1.0 && draws(source, Purpose::thinning).uniform() >= keep;
}

std::uint32_t draw_firm_class(Source const& source, Flow const& flow) {
  if (flow.firm_classes.size() == 1) return 0;
  double left = draws(source, Purpose::firm_class).uniform();
  for (std::size_t i = 0; i + 1 < flow.firm_classes.size(); ++i) {
    left -= flow.firm_classes[i].share;
    if (left < 0) return static_cast<std::uint32_t>(i);
  }
  return static_cast<std::uint32_t>(flow.firm_classes.size() - 1);
}

std::uint32_t choose_route(Source const& source, Flow const& flow, NameHash lot, SimTime now) {
  auto const& outlooks = source.setting.world.outlooks(source.flow);
  std::vector<double> utilities;
  for (std::size_t r = 0; r < outlooks.size(); ++r) {
    Outlook const& outlook = outlooks[r];
    Knowledge::Times const times =
        source.knowledge.empty() ? Knowledge::Times{outlook.time_h, outlook.sd_h} : source.knowledge[r].times(now);
    utilities.push_back(utility(*flow.choice, r, outlook, times));
  }
  return best_route(source.setting.seed, lot, outlooks, utilities);
}

Consignment new_consignment(Source const& source, SimTime now) {
  Flow const& flow = source.setting.scenario().flows[source.flow];
  RandomStream sizes = draws(source, Purpose::lot_size);
  Consignment lot;
  lot.lot = {source.flow.index(), source.candidate};
  lot.flow = source.flow;
  lot.firm_class = draw_firm_class(source, flow);
  lot.name = name_hash(source.setting.world.name_of(source.flow), source.candidate);
  lot.teu = lot.total = Teu::of(to_nearest(flow.lot_teu.sample(sizes)));
  lot.ready = lot.born = now;
  lot.journal.restart(now);
  lot.at = Where{flow.from};
  if (flow.choice) lot.route = choose_route(source, flow, lot.name, now);
  return lot;
}

void produce(Source& source, Outbox& out) {
  Consignment lot = new_consignment(source, out.now());
  if (!source.knowledge.empty()) source.knowledge[lot.route].set_out(lot.lot.ordinal, out.now());
  auto const terminal = source.setting.addresses.places[source.setting.scenario().flows[source.flow].from].terminal;
  Generated const fact{lot.lot, static_cast<std::int32_t>(lot.teu.count()), lot.firm_class, lot.route};
  out.observe(message_of(FactKind::generated, fact));
  std::uint32_t const handle = source.setting.lots.put(std::move(lot));
  out.send_near(terminal, Duration{}, message(Kind::admit, OfLot{handle}));
}

void hear(Source& source, HearOf const& news, SimTime now) {
  source.knowledge[news.route].hear(news.ordinal, news.transit, now);
}

}  // namespace

Source make_source(Setting& setting, scenarios::FlowId id) {
  Flow const& flow = setting.scenario().flows[id];
  Source source{setting, id};
  source.top = largest(flow.monthly) * largest(flow.weekly);
  if (learns(setting.scenario(), flow)) {
    for (Outlook const& outlook : setting.world.outlooks(id)) {
      source.knowledge.emplace_back(outlook, *flow.choice, setting.scenario().start);
    }
  }
  source.candidates_per_ms = flow.teu_per_year / flow.lot_teu.mean() / kMsPerYear * source.top;
  return source;
}

Duration first_gap(Source const& source) { return gap(source); }

void handle(Source& source, kernel::Event const& event, Outbox& out) {
  auto const kind = static_cast<Kind>(event.message.kind);
  if (kind == Kind::hear_of) return hear(source, event.message.as<HearOf>(), out.now());
  if (!is_thinned_out(source, out.now())) produce(source, out);
  ++source.candidate;
  out.schedule(gap(source), message(Kind::produce, NoBody{}));
}

}  // namespace shudao::freight
