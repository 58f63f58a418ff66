#pragma once
#include <optional>
#include <string>
#include <vector>

#include "scenarios/input_file.h"
#include "scenarios/process.h"
#include "scenarios/rule.h"
#include "sim/base/calendar.h"
#include "sim/base/digest.h"
#include "sim/base/distribution.h"
#include "sim/base/ids.h"
#include "sim/base/quantity.h"
#include "sim/base/time_zone.h"

namespace shudao::scenarios {

using LinkId = Id<struct LinkTag>;
using ServiceId = Id<struct ServiceTag>;
using FlowId = Id<struct FlowTag>;
using CorridorId = Id<struct CorridorTag>;
using BoxId = Id<struct BoxTag>;

struct Text {
  std::string zh, en;
};

/// Where one number of the scenario comes from. The typed values below hold the number itself.
struct Pedigree {
  std::string pointer;  ///< JSON Pointer in the resolved document: the name of the input.
  std::string file;     ///< The file it was read from.
  int line = 0;
  double value = 0;  ///< The number, or the mean of a distribution.
  std::optional<double> low, high;
  std::string unit;    ///< From the key: "h", "km", "cny_per_teu" …, "degrees", "1" for counts and shares.
  std::string source;  ///< Source id, "assumption", or empty where the file gives a bare number.
  char grade = ' ';    ///< 'A' … 'D', or ' ' for a bare number.
  std::string why;     ///< The reason of an assumption.
  bool is_calibrated = false;
};

struct Source {
  std::string id, title, url;
  int year = 0;
  char grade = ' ';
};

enum class Mode : std::uint8_t { rail, road, sea, inland_waterway, air };
char const* name_of(Mode);

/// While fewer servers than usual work. What was begun before goes on.
struct ShortStaff {
  Interval when;
  int servers = 1;
};

struct Resource {
  std::string id;     ///< "place/resource".
  std::string local;  ///< "resource".
  PlaceId place;
  Text name;
  int servers = 1;
  CalendarId calendar = CalendarId::none();  ///< None: always open.
  std::vector<Interval> outages;             ///< Disjoint, sorted; charged as disrupted.
  std::vector<ShortStaff> short_staff;       ///< Disjoint, sorted; waits meanwhile are charged as disrupted.
  int batch_size = 1;                        ///< Parties that one server serves together: a lock chamber.
  Duration batch_wait;                       ///< How long the first waits for a fuller batch.
};

struct NamedCalendar {
  std::string id;
  Calendar hours;
};

/// Storage of a place in TEU. What finds it full waits outside.
struct Yard {
  std::optional<Teu> capacity;            ///< None: unlimited.
  PlaceId shared_with = PlaceId::none();  ///< Whose yard it is, if not its own; `capacity` is then that of both.
  Duration free_time;                     ///< No storage charge before this much dwell.
  Money storage_per_teu_day;
};

/// A kind of container, of which there is a fixed fleet.
struct BoxKind {
  std::string id;
  Text name;
  double tonnes_per_teu = 0;  ///< Of an empty one.
};

/// What a depot holds of one kind when the run begins.
struct DepotStock {
  BoxId kind;
  Teu initial;
};

/// Loading and unloading of vehicles of one mode.
struct Handling {
  Mode mode = Mode::rail;
  ResourceId resource = ResourceId::none();
  Distribution min_per_teu;
  Money cost_per_teu;
};

/// Where road vehicles enter.
struct Gate {
  ResourceId resource = ResourceId::none();
  Distribution min_per_vehicle;
};

struct Place {
  std::string id;
  Text name;
  std::string locode;
  double lat = 0, lon = 0;  ///< WGS84 degrees.
  TimeZone zone;
  std::vector<std::string> kinds;
  bool is_planned = false;  ///< Planned places are read and checked but take no part unless opened.
  std::vector<std::string> plans;
  Yard yard;
  std::optional<int> tracks;  ///< Tracks or berths: vehicles at the place at once; none: unlimited.
  std::vector<Handling> handling;
  std::optional<Gate> gate;
  std::vector<DepotStock> depot;  ///< Empty boxes kept here, by kind; none: no depot.

  [[nodiscard]] DepotStock const* stock_of(BoxId) const;  ///< Null if the depot does not keep this kind.
  std::vector<std::string> designated_for;  ///< Commodities that may be imported through it, of those that ask for it.
};

/// Running time of a leg, either drawn in hours or as distance over a drawn speed.
struct Running {
  bool is_speed = false;
  Distribution value;  ///< h or km/h.
  [[nodiscard]] Duration fastest(Distance) const;
  [[nodiscard]] double mean_h(Distance) const;
  [[nodiscard]] Duration sample(Distance, RandomStream&) const;  ///< ≥ fastest, ≥ 1 ms.
};

/// What a link is capable of for a while.
struct LinkState {
  Interval when;
  double capacity_by = 1;  ///< Of its slots; 0: closed.
  double speed_by = 1;     ///< Of the usual speed, > 0.
};

struct Link {
  std::string id;
  Text name;
  PlaceId from, to;
  Mode mode = Mode::rail;
  int gauge_mm = 0;  ///< 0 where it does not apply.
  Distance distance;
  Running running;
  std::optional<double> slots_per_day;               ///< For all trains.
  double passenger_trains_per_day = 0;               ///< Slots that passenger trains take first.
  std::vector<LinkState> disrupted;                  ///< Disjoint, sorted.
  std::vector<double> speed_by_hour;                 ///< 24 factors, local hours of `from`; empty: always the same.
  std::vector<std::pair<double, double>> waypoints;  ///< lat, lon; schematic.

  /// The best of the day, and how much longer a short run takes on average than at the usual speed.
  [[nodiscard]] double fastest_hour() const;
  [[nodiscard]] double mean_slowness() const;
  /// The fastest possible run, in the best hour.
  [[nodiscard]] Duration fastest_run(Running const&) const;
  /// Slots that are left to freight; none: no limit.
  [[nodiscard]] std::optional<double> freight_slots_per_day() const {
    return slots_per_day ? std::optional{*slots_per_day - passenger_trains_per_day} : std::nullopt;
  }
};

struct Stop {
  PlaceId place;
  ProcessId process = ProcessId::none();  ///< What the vehicle itself goes through here.
  LinkId onward = LinkId::none();         ///< To the next stop; none at the last.
  std::optional<Running> running;         ///< Of this service on that link, instead of the link's own.
};

/// A departure of the week, in local time of the first stop.
struct Departure {
  int weekday = 0;  ///< 0 = Monday.
  Duration of_day;
};

enum class BelowMinimum : std::uint8_t { run, cancel };

/// When vehicles leave: by timetable; as soon as there is cargo; when one is full or its first cargo has waited enough.
enum class ServiceKind : std::uint8_t { scheduled, on_demand, fill };

/// Drivers take turns of driving and rest, beginning at the wheel.
struct DriverRule {
  Duration driving, rest;
};

struct Service {
  std::string id;
  Text name;
  ServiceKind kind = ServiceKind::scheduled;
  Mode mode = Mode::rail;
  int priority = 1;  ///< 0 goes before 1 at resources, tracks and slots.
  std::vector<Stop> stops;
  std::vector<Departure> departures;  ///< Of a scheduled service; sorted.
  int every_weeks = 1;                ///< Of a scheduled service, counted from the week in which the run starts.
  Duration max_wait;                  ///< Of a fill service: how long the first cargo waits for more.
  std::optional<DriverRule> driver;   ///< Of road services; none: nobody rests.
  Teu capacity;                       ///< Per vehicle.
  Duration cut_off;                   ///< Cargo must be ready this long before departure.
  Teu minimum;
  BelowMinimum below_minimum = BelowMinimum::run;
  Money tariff_per_teu;
  double tariff_cny_per_teu_km = 0;
  Money subsidy_per_teu;  ///< What somebody else pays to the shipper.
  double co2e_g_per_tkm = 0;
  std::vector<std::string> plans;

  [[nodiscard]] bool is_scheduled() const { return kind == ServiceKind::scheduled; }
};

/// One service of a route, boarded and left at the given stops.
struct RouteLeg {
  ServiceId service;
  std::uint32_t board = 0, leave = 0;  ///< Stop indices, board < leave.
};

/// One way that a flow can go, from its `from` to its `to`, each leg boarding where the last one left.
struct Route {
  std::string name;  ///< Empty for the only route of a flow that has no choice.
  std::vector<RouteLeg> legs;
};

/// How the consignments of a flow choose among its routes: path-size logit over generalised cost.
struct Choice {
  double value_of_time = 0, value_of_reliability = 0;  ///< CNY per TEU and hour: of the mean, of the SD.
  double scale = 1;                                    ///< CNY per TEU, > 0: the spread of what the model leaves out.
  double path_size = 1;                                ///< Weight of the logarithm of the path size; 0: plain logit.
  Duration knowledge_delay;                            ///< From a delivery until the origin knows of it; > 0.
  Duration memory;                                     ///< What was learnt counts e times less after this; > 0.
  double start_lots = 0;         ///< As many consignments as the expectations of the start count for.
  bool is_frozen = false;        ///< Nothing is learnt: the shares stay what they are at the start.
  std::vector<double> shares{};  ///< By route, summing to 1: fixed shares instead of costs; empty: none.
};

struct FirmClass {
  std::string name;
  double share = 1;
};

enum class Arrivals : std::uint8_t { poisson, regular };

/// The boxes that the consignments of a flow travel in: taken from one depot, given back to another.
struct BoxUse {
  BoxId kind;
  PlaceId taken_from, given_back_to;
  Duration returned_after;  ///< From delivery until the empty box is back in the depot.
};

struct Flow {
  std::string id;
  Text name;
  PlaceId from, to;
  std::string commodity, regime, direction;
  double teu_per_year = 0;
  Arrivals arrivals = Arrivals::poisson;
  std::vector<double> monthly, weekly;  ///< 12 and 7 relative weights, mean 1; empty: flat. Local time of the origin.
  Distribution lot_teu;                 ///< Constant or empirical, whole TEU ≥ 1.
  bool may_split = true;
  double tonnes_per_teu = 0;
  double value_cny_per_teu = 0;
  double interest_per_year = 0;  ///< For the inventory cost.
  std::optional<Duration> due;
  std::optional<Duration> shelf_life;       ///< Spoils when it is under way for longer.
  PlaceId registered_at = PlaceId::none();  ///< Whose cargo it is on paper; none: nobody's.
  double duty_rate = 0, refund_rate = 0;    ///< Shares of the value: duty to be paid, tax to be refunded.
  std::vector<FirmClass> firm_classes;      ///< Shares sum to 1; one class "ordinary" if the file names none.
  std::vector<Route> routes;                ///< Sorted by name; one without a name where there is no choice.
  std::optional<Choice> choice;             ///< Of a flow with named routes.
  std::optional<BoxUse> boxes;              ///< None: boxes are not followed.
  bool is_empties = false;  ///< Of a repositioning plan: no demand, but boxes that go where they are needed.
};

/// Sends empty boxes by the route of its flow, one lot each time, as long as `keep` stays behind.
struct Repositioning {
  std::string id;
  FlowId flow;  ///< Called "~id"; `boxes` says kind and depots.
  Teu keep, send;
  Duration every;
};

struct Corridor {
  std::string id;
  Text name;
  PlaceId from, to;
  std::vector<FlowId> flows;  ///< Sorted.
};

/// A dated state of one link or one resource. Where several hold at once, the worst counts.
struct Disruption {
  std::string id;
  Text name;
  LinkId link = LinkId::none();
  ResourceId resource = ResourceId::none();
  Interval when;           ///< May be empty: then nothing happens.
  double capacity_by = 0;  ///< Of slots or servers, 0 … 1; 0: closed.
  double speed_by = 1;     ///< Of a link.
};

/// Which tokens say that money was paid, for the interest on it.
struct Finance {
  TokenId duty_paid = TokenId::none(), refunded = TokenId::none();  ///< None: never, as far as the model knows.
  std::optional<Duration> refunded_after;  ///< From ready, where the token is not granted; none: when it is delivered.
};

/// One validated world and what to run on it. Immutable; all names resolved, all vectors sorted by id.
struct Scenario {
  std::string id;
  Text title;
  std::string base_id;            ///< Of a patched scenario; empty for a base world.
  TimeZone zone;                  ///< In which `start` is a local midnight and weeks are counted.
  SimTime start;                  ///< Generation begins.
  Duration warm_up, window, cap;  ///< Whole weeks; `cap` is how long past the window the run may go on.
  std::uint64_t seed = 0;
  int replications = 0;
  bool freezes_shares = false;  ///< As if every flow with a choice were frozen.

  IdVector<CalendarId, NamedCalendar> calendars;
  IdVector<PlaceId, Place> places;
  IdVector<ResourceId, Resource> resources;
  IdVector<LinkId, Link> links;
  IdVector<ServiceId, Service> services;
  ProcessSet processes;          ///< Before any rule.
  IdVector<FlowId, Flow> flows;  ///< Demand first, then the empties of repositioning plans, each by id.
  IdVector<CorridorId, Corridor> corridors;
  std::vector<Disruption> disruptions;
  IdVector<BoxId, BoxKind> boxes;
  std::vector<Repositioning> repositioning;
  IdVector<RuleId, Rule> rules;  ///< In force in this scenario (dated or not).
  std::vector<std::string> tokens;
  Finance finance;
  std::vector<std::string> designated_commodities;  ///< Imported through a place designated for them only.

  std::vector<Pedigree> numbers;   ///< Every number of the input, by pointer.
  std::vector<Source> sources;     ///< By id.
  std::vector<InputFile> inputs;   ///< Every file it was read from; none of a world made from a document.
  std::vector<std::string> notes;  ///< Said by the reader: a rule that changes nothing, a patch without effect …
  std::string document;            ///< The resolved input as canonical JSON: reading it again gives this scenario.
  Fingerprint fingerprint;         ///< Of `document` without names, titles and sources.

  [[nodiscard]] SimTime window_start() const { return start + warm_up; }
  [[nodiscard]] SimTime horizon() const { return start + warm_up + window; }
};

/// The rules in force at `t` that concern consignments of this flow and firm class. No flow: a vehicle, which only
/// rules without conditions concern.
std::vector<Rule const*> rules_in_force(Scenario const&, Flow const*, std::string const& firm_class, SimTime t);
/// The processes that the same party meets when it enters one at `t`.
ProcessSet processes_for(Scenario const&, Flow const*, std::string const& firm_class, SimTime t);
/// The moments after `start` and before `horizon` at which some rule comes into force, sorted. What comes after the
/// window is no part of what is studied.
std::vector<SimTime> rule_dates(Scenario const&);
/// Whether a condition holds for consignments of this flow and firm class.
bool holds(Condition const&, Flow const&, std::string const& firm_class);

}  // namespace shudao::scenarios
