#include <algorithm>
#include <cmath>

#include "scenarios/readers.h"

namespace shudao::scenarios {

namespace {

/// Weights with mean 1; empty where the file gives none.
std::vector<double> read_profile(Fields& f, char const* key, std::size_t size) {
  auto weights = f.numbers(key, between(0, 1e6), Need::optional);
  if (!weights) return {};
  double sum = 0;
  for (double const w : *weights) sum += w;
  if (weights->size() != size || !(sum > 0)) {
    f.fault_at(key, std::to_string(size) + " weights, not all of them 0");
    return {};
  }
  for (double& w : *weights) w *= static_cast<double>(size) / sum;
  return *weights;
}

std::vector<FirmClass> read_firm_classes(Fields& f) {
  std::vector<FirmClass> classes;
  double sum = 0;
  for (auto const& [name, share] : f.shares("firm_classes")) {
    classes.push_back({name, share});
    sum += share;
  }
  if (!f.has("firm_classes")) return {{"ordinary", 1.0}};
  if (sum < 1 - 1e-9 || sum > 1 + 1e-9)
    f.fault("firm_classes", "shares that sum to " + number_text(sum), "shares that sum to 1");
  return classes;
}

void read_economics(Fields& f, Flow& flow) {
  auto const large = between(0, 1e9);
  flow.tonnes_per_teu = f.number("tonnes_per_teu", between(0, 100), Need::required).value_or(0);
  flow.value_cny_per_teu = f.number("value_cny_per_teu", large, Need::required).value_or(0);
  flow.interest_per_year = f.number("interest_percent_per_year", between(0, 1000), Need::required).value_or(0) / 100;
  if (auto const due = f.number("due_h", Range{.low = 0, .high = 1e5, .is_above = true}, Need::optional)) {
    flow.due = Duration::from_h(*due);
  }
  if (auto const life = f.number("shelf_life_h", Range{.low = 0, .high = 1e5, .is_above = true}, Need::optional)) {
    flow.shelf_life = Duration::from_h(*life);
  }
  flow.duty_rate = f.number("duty_rate", between(0, 10), Need::optional).value_or(0);
  flow.refund_rate = f.number("refund_rate", between(0, 1), Need::optional).value_or(0);
}

/// Lots are whole TEU: only then is the yearly volume what the flow says, whatever the sizes.
Distribution read_lot_sizes(Fields& f) {
  Range const range{.low = 0, .high = 1e6, .is_above = true};
  auto const sizes = f.distribution("lot_teu", range, Need::required).value_or(Distribution{Constant{1}});
  auto const is_whole = [](double teu) { return teu >= 1 && teu == std::floor(teu); };
  auto const* some = std::get_if<Empirical>(&sizes.kind());
  bool const are_whole = some != nullptr ? std::all_of(some->values.begin(), some->values.end(), is_whole)
                                         : sizes.is_constant() && is_whole(sizes.mean());
  if (!are_whole) f.fault_at("lot_teu", "a whole number of TEU, or \"empirical\" with whole numbers of TEU");
  return are_whole ? sizes : Distribution{Constant{1}};
}

Flow read_flow(Fields& f, std::string const& id, Scenario const& scenario) {
  auto const& places = f.reading().names.places;
  Flow flow;
  flow.id = id;
  flow.name = read_text(f, "name", Need::required);
  f.texts("plans", Role::label);
  flow.from = id_or_none<PlaceId>(f.reference("from", places, Need::required));
  flow.to = id_or_none<PlaceId>(f.reference("to", places, Need::required));
  std::vector<std::string> const regimes{"export", "import", "transit", "bonded", "domestic"};
  flow.commodity = f.text("commodity", Need::required).value_or("");
  flow.regime = regimes[f.word("regime", regimes, Need::required).value_or(0)];
  flow.direction = f.text("direction", Need::required).value_or("");
  flow.teu_per_year = f.number("teu_per_year", between(0, 1e8), Need::required).value_or(0);
  flow.arrivals = static_cast<Arrivals>(f.word("arrivals", {"poisson", "regular"}, Need::optional).value_or(0));
  flow.monthly = read_profile(f, "monthly_profile", 12);
  flow.weekly = read_profile(f, "weekly_profile", 7);
  flow.lot_teu = read_lot_sizes(f);
  flow.may_split = f.flag("may_split").value_or(true);
  read_economics(f, flow);
  flow.firm_classes = read_firm_classes(f);
  flow.registered_at = id_or_none<PlaceId>(f.reference("registered_at", places, Need::optional));
  read_routes(f, scenario, flow);
  flow.boxes = read_box_use(f, flow.from, flow.to);
  return flow;
}

}  // namespace

void read_flows(Fields& world, Scenario& scenario) {
  world.each("flows", Need::required,
             [&](std::string const& id, Fields& f) { scenario.flows.push_back(read_flow(f, id, scenario)); });
}

void read_corridors(Fields& world, Scenario& scenario) {
  world.each("corridors", Need::optional, [&](std::string const& id, Fields& f) {
    auto const& names = f.reading().names;
    Corridor c;
    c.id = id;
    c.name = read_text(f, "name", Need::required);
    f.texts("plans", Role::label);
    c.from = id_or_none<PlaceId>(f.reference("from", names.places, Need::required));
    c.to = id_or_none<PlaceId>(f.reference("to", names.places, Need::required));
    for (auto const flow : f.references("flows", names.flows)) c.flows.push_back(FlowId{flow});
    Json const* flows = f.find("flows");
    if (flows == nullptr || (flows->is(Json::Kind::array) && flows->items.empty())) {
      f.fault("flows", "nothing", "one flow or more");
    }
    scenario.corridors.push_back(std::move(c));
  });
}

}  // namespace shudao::scenarios
