#include <algorithm>

#include "scenarios/readers.h"
#include "scenarios/schema_parts.h"

namespace shudao::scenarios {

namespace {

std::optional<Mode> read_mode(Fields& f) {
  auto const mode = f.word("mode", {"rail", "road", "sea", "inland_waterway", "air"}, Need::required);
  return mode ? std::optional{static_cast<Mode>(*mode)} : std::nullopt;
}

Json waypoints_schema() {
  Json point = list_schema(number_schema(between(-180, 180)));
  point.set("minItems", Json::of(2.0));
  point.set("maxItems", Json::of(2.0));
  return list_schema(std::move(point));
}

std::vector<std::pair<double, double>> read_waypoints(Fields& f) {
  std::vector<std::pair<double, double>> points;
  f.known("waypoints", waypoints_schema());
  Json const* list = f.find("waypoints");
  if (list == nullptr) return points;
  if (!list->is(Json::Kind::array)) f.fault_at("waypoints", "an array of [latitude, longitude]");
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    auto const& point = list->items[i].items;
    bool const is_pair = point.size() == 2 && point[0].is(Json::Kind::number) && point[1].is(Json::Kind::number);
    if (is_pair && between(-90, 90).contains(point[0].number) && between(-180, 180).contains(point[1].number)) {
      points.emplace_back(point[0].number, point[1].number);
    } else {
      f.fault_at("waypoints/" + std::to_string(i), "[latitude, longitude] in degrees");
    }
  }
  return points;
}

void read_slots(Fields& f, Link& link) {
  link.slots_per_day = f.number("slots_per_day", Range{.low = 0, .high = 1e6, .is_above = true}, Need::optional);
  auto const passenger = f.number("passenger_trains_per_day", between(0, 1e6), Need::optional);
  link.passenger_trains_per_day = passenger.value_or(0);
  if (!passenger || (link.slots_per_day && *passenger < *link.slots_per_day)) return;
  f.fault_at("passenger_trains_per_day", link.slots_per_day
                                             ? "less than slots_per_day, " + number_text(*link.slots_per_day)
                                             : "no such member: the link has no slots_per_day");
}

void read_speed_by_hour(Fields& f, Link& link) {
  auto factors = f.numbers("speed_by_hour", between(0.05, 20), Need::optional);
  if (!factors) return;
  bool const is_day = factors->size() == 24;
  if (!is_day) f.fault("speed_by_hour", std::to_string(factors->size()) + " factors", "24 factors, one for each hour");
  if (link.mode != Mode::road) f.fault_at("speed_by_hour", "no such member: the link is no road");
  if (is_day) link.speed_by_hour = *std::move(factors);
}

Link read_link(Fields& f, std::string const& id) {
  auto const& places = f.reading().names.places;
  Link link;
  link.id = id;
  link.name = read_text(f, "name", Need::required);
  f.texts("plans", Role::label);
  link.from = id_or_none<PlaceId>(f.reference("from", places, Need::required));
  link.to = id_or_none<PlaceId>(f.reference("to", places, Need::required));
  if (!link.from.is_none() && link.from == link.to) f.fault_at("to", "another place than \"from\"");
  link.mode = read_mode(f).value_or(Mode::rail);
  link.gauge_mm = static_cast<int>(f.number("gauge_mm", whole(1, 10'000), Need::optional).value_or(0));
  auto const km = f.number("distance_km", Range{.low = 0, .high = 50'000, .is_above = true}, Need::required);
  link.distance = distance_from_km(km.value_or(1));
  link.running = read_running(f, Need::required).value_or(Running{false, Distribution{Constant{1}}});
  read_slots(f, link);
  read_speed_by_hour(f, link);
  link.waypoints = read_waypoints(f);
  return link;
}

ProcessId read_process_name(Fields& f, PlaceId place) {
  auto const local = f.text("process", Need::optional);
  if (!local || place.is_none()) return ProcessId::none();
  auto const& names = f.reading().names;
  auto const& owner = names.places.names()[place.index()];
  auto const found = names.processes.find(owner + "/" + *local);
  if (!found) {
    f.fault_at("process", "a process of " + owner, f.likely(*local, Names::local_names(names.processes, owner)));
  }
  return id_or_none<ProcessId>(found);
}

std::vector<Stop> read_stops(Fields& service) {
  std::vector<Stop> stops;
  std::vector<bool> has_link;
  service.items("stops", Need::required, [&](std::string const&, Fields& f) {
    Stop stop;
    stop.place = id_or_none<PlaceId>(f.reference("place", f.reading().names.places, Need::required));
    stop.process = read_process_name(f, stop.place);
    stop.onward = id_or_none<LinkId>(f.reference("link", f.reading().names.links, Need::optional));
    stop.running = read_running(f, Need::optional);
    has_link.push_back(f.has("link"));
    stops.push_back(std::move(stop));
  });
  for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
    if (has_link[i]) continue;
    service.fault("stops/" + std::to_string(i) + "/link", "nothing", "the link to the next stop");
  }
  if (stops.size() < 2 && service.has("stops")) service.fault_at("stops", "two or more stops");
  return stops;
}

/// "mon 10:00"
std::optional<Departure> departure_of(std::string const& text) {
  if (text.size() != 9 || text[3] != ' ') return std::nullopt;
  auto const weekday = weekday_of(text.substr(0, 3));
  auto const of_day = time_of_day(text.substr(4));
  if (!weekday || !of_day || *of_day >= Duration::from_days(1)) return std::nullopt;
  return Departure{*weekday, *of_day};
}

std::vector<Departure> read_departures(Fields& f) {
  std::vector<Departure> departures;
  auto const texts = f.texts("departures");
  auto const key = [](Departure const& d) { return std::pair{d.weekday, d.of_day}; };
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::string const where = "departures/" + std::to_string(i);
    auto const departure = departure_of(texts[i]);
    auto const is_same = [&](Departure const& d) { return key(d) == key(*departure); };
    if (!departure) {
      f.fault_at(where, "a departure of the week like \"mon 10:00\"");
    } else if (std::any_of(departures.begin(), departures.end(), is_same)) {
      f.fault_at(where, "each departure once");
    } else {
      departures.push_back(*departure);
    }
  }
  std::sort(departures.begin(), departures.end(), [&](auto const& a, auto const& b) { return key(a) < key(b); });
  return departures;
}

void read_timetable(Fields& f, Service& s) {
  s.departures = read_departures(f);
  s.cut_off = Duration::from_h(f.number("cut_off_h", between(0, 1e4), Need::optional).value_or(0));
  s.minimum = Teu::of(to_nearest(f.number("minimum_teu", whole(0), Need::optional).value_or(0)));
  s.below_minimum = static_cast<BelowMinimum>(f.word("below_minimum", {"run", "cancel"}, Need::optional).value_or(0));
  s.every_weeks = static_cast<int>(f.number("every_weeks", whole(1, 520), Need::optional).value_or(1));
  if (s.is_scheduled()) {
    if (!f.has("departures")) f.fault("departures", "nothing", "departures: the service is scheduled");
    if (Json const* list = f.find("departures");
        list != nullptr && list->is(Json::Kind::array) && list->items.empty()) {
      f.fault_at("departures", "one departure a week or more");
    }
    return;
  }
  std::string const why = s.kind == ServiceKind::fill ? "the service leaves when full" : "the service is on demand";
  for (char const* key : {"departures", "every_weeks", "cut_off_h", "minimum_teu", "below_minimum"}) {
    if (f.has(key)) f.fault_at(key, "no such member: " + why);
  }
}

void read_filling(Fields& f, Service& s) {
  auto const wait = f.number("max_wait_h", between(0, 1e4), Need::optional);
  s.max_wait = Duration::from_h(wait.value_or(0));
  bool const is_fill = s.kind == ServiceKind::fill;
  if (is_fill && !f.has("max_wait_h")) f.fault("max_wait_h", "nothing", "max_wait_h: the service leaves when full");
  if (!is_fill && f.has("max_wait_h")) f.fault_at("max_wait_h", "no such member: the service does not wait to be full");
}

void read_driver(Fields& f, Service& s) {
  auto const driving = f.number("driving_h", Range{.low = 0, .high = 1e4, .is_above = true}, Need::optional);
  auto const rest = f.number("rest_h", between(0, 1e4), Need::optional);
  if (f.has("driving_h") != f.has("rest_h")) f.fault("", "one of driving_h and rest_h", "both or neither");
  if (driving && rest) s.driver = DriverRule{Duration::from_h(*driving), Duration::from_h(*rest)};
  if (s.driver && s.driver->driving < Duration::from_min(1)) f.fault_at("driving_h", "a minute or more");
  if (f.has("driving_h") && s.mode != Mode::road) f.fault_at("driving_h", "no such member: not a road service");
}

Service read_service(Fields& f, std::string const& id) {
  Service s;
  s.id = id;
  s.name = read_text(f, "name", Need::required);
  s.kind = static_cast<ServiceKind>(f.word("kind", {"scheduled", "on_demand", "fill"}, Need::required).value_or(0));
  s.mode = read_mode(f).value_or(Mode::rail);
  s.priority = static_cast<int>(f.bare("priority", whole(0, 9), Need::optional).value_or(1));
  s.stops = read_stops(f);
  auto const capacity = f.number("capacity_teu", whole(1), Need::required);
  s.capacity = Teu::of(to_nearest(capacity.value_or(1e9)));
  read_timetable(f, s);
  read_filling(f, s);
  read_driver(f, s);
  if (capacity && s.minimum > s.capacity) f.fault_at("minimum_teu", "at most capacity_teu, " + number_text(*capacity));
  s.tariff_per_teu = read_money(f, "tariff_cny_per_teu").value_or(Money{});
  s.subsidy_per_teu = read_money(f, "subsidy_cny_per_teu").value_or(Money{});
  s.tariff_cny_per_teu_km = f.number("tariff_cny_per_teu_km", between(0, 1e6), Need::optional).value_or(0);
  s.co2e_g_per_tkm = f.number("co2e_g_per_tkm", between(0, 1e6), Need::required).value_or(0);
  s.plans = f.texts("plans", Role::label);
  return s;
}

}  // namespace

void read_links(Fields& world, Scenario& scenario) {
  world.each("links", Need::required,
             [&](std::string const& id, Fields& f) { scenario.links.push_back(read_link(f, id)); });
}

void read_services(Fields& world, Scenario& scenario) {
  world.each("services", Need::required,
             [&](std::string const& id, Fields& f) { scenario.services.push_back(read_service(f, id)); });
}

}  // namespace shudao::scenarios
