#include "viz/report/figures/observed_marks.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "viz/report/figures/figures.h"

namespace shudao::viz::report {
namespace {

using experiment::ChainPoint;
using experiment::ChainResult;
using scenarios::Observed;
using Json = nlohmann::ordered_json;
using Ids = std::vector<std::string>;

Ids ids_in(Json const& selector, char const* key) { return selector.contains(key) ? selector[key].get<Ids>() : Ids{}; }

std::string word_in(Json const& selector, char const* key, char const* otherwise = "") {
  return selector.value(key, std::string{otherwise});
}

bool is_any(Ids const& wanted, std::string const& id) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), id) != wanted.end();
}

/// Whether some cargo of the corridor is what the selector asks for.
bool is_about(Json const& selector, scenarios::Scenario const& scenario, scenarios::Corridor const& corridor) {
  if (selector.contains("corridor")) return word_in(selector, "corridor") == corridor.id;
  return std::any_of(corridor.flows.begin(), corridor.flows.end(), [&](scenarios::FlowId id) {
    auto const& flow = scenario.flows[id];
    return is_any(ids_in(selector, "flows"), flow.id) && is_any(ids_in(selector, "regimes"), flow.regime) &&
           is_any(ids_in(selector, "directions"), flow.direction) &&
           is_any(ids_in(selector, "commodities"), flow.commodity);
  });
}

bool rides(ChainResult const& chain, Ids const& services) {
  return std::any_of(chain.elements.begin(), chain.elements.end(), [&](auto const& element) {
    return std::any_of(element.services.begin(), element.services.end(),
                       [&](auto const& id) { return is_any(services, id); });
  });
}

std::optional<std::size_t> point_of(ChainResult const& chain, std::string const& place) {
  for (std::size_t i = 0; i < chain.points.size(); ++i)
    if (chain.points[i].place == place) return i;
  return {};
}

double hours_per(std::string const& unit) { return unit == "d" ? 24 : unit == "h" ? 1 : 0; }

/// From when to when on the chain the observed time lies, at which point it ends.
struct Span {
  double from_h = 0, to_h = 0;
  std::size_t point = 0;
};

std::optional<Span> span_of(Observed const& row, Json const& selector, ChainResult const& chain) {
  auto const& points = chain.points;
  if (row.measure == "transit_time") return Span{0, points.back().departure_h.value, points.size() - 1};
  bool const is_stay = row.measure == "stay";
  auto const from = point_of(chain, word_in(selector, is_stay ? "place" : "from"));
  auto const to = is_stay ? from : point_of(chain, word_in(selector, "to"));
  if (!from || !to || *from > *to) return {};
  bool const begins_with_arrival = is_stay || word_in(selector, "begins", "departure") == "arrival";
  bool const ends_with_departure = is_stay || word_in(selector, "ends", "arrival") == "departure";
  ChainPoint const &first = points[*from], &last = points[*to];
  return Span{begins_with_arrival ? first.arrival_h.value : first.departure_h.value,
              ends_with_departure ? last.departure_h.value : last.arrival_h.value, *to};
}

std::optional<ObservedMark> mark_of(Observed const& row, scenarios::Scenario const& scenario,
                                    scenarios::Corridor const& corridor, ChainResult const& chain) {
  double const hours = hours_per(row.unit);
  bool const is_vehicles = row.measure == "vehicle_time";
  if (hours == 0 ||
      (!is_vehicles && row.measure != "journey_time" && row.measure != "stay" && row.measure != "transit_time"))
    return {};
  Json const selector = Json::parse(row.selector, nullptr, false);
  if (!selector.is_object() || selector.contains("statistic")) return {};
  if (is_vehicles ? !rides(chain, ids_in(selector, "services")) : !is_about(selector, scenario, corridor)) return {};
  auto const span = span_of(row, selector, chain);
  if (!span || !(span->to_h > span->from_h)) return {};
  return ObservedMark{
      &row, span->point, span->to_h - span->from_h, row.value * hours, row.low * hours, row.high * hours, span->from_h};
}

ChainResult const* main_chain(StudyData const& study, std::string const& corridor) {
  for (auto const& figures : study.base().result->figures.corridors)
    if (figures.corridor == corridor) return figures.chains.empty() ? nullptr : &figures.chains.front();
  return nullptr;
}

}  // namespace

std::vector<ObservedMark> marks_on(StudyData const& study, std::string const& corridor, ChainResult const& chain) {
  auto const& scenario = study.base().scenario;
  auto const at = std::find_if(scenario.corridors.begin(), scenario.corridors.end(),
                               [&](auto const& one) { return one.id == corridor; });
  std::vector<ObservedMark> marks;
  if (at == scenario.corridors.end() || chain.points.empty()) return marks;
  for (Observed const& row : study.observed())
    if (auto const mark = mark_of(row, scenario, *at, chain)) marks.push_back(*mark);
  std::stable_sort(marks.begin(), marks.end(), [](auto const& a, auto const& b) { return a.point < b.point; });
  return marks;
}

std::vector<ObservedMark> one_a_point(std::vector<ObservedMark> const& marks) {
  std::map<std::size_t, ObservedMark> best;
  auto const rank = [](ObservedMark const& mark) { return std::pair{!mark.row->is_held_out, mark.row->year}; };
  for (ObservedMark const& mark : marks) {
    auto const [at, is_new] = best.emplace(mark.point, mark);
    if (!is_new && rank(at->second) < rank(mark)) at->second = mark;
  }
  std::vector<ObservedMark> kept;
  for (auto const& [point, mark] : best) kept.push_back(mark);
  return kept;
}

Text use_of(Observed const& row) { return words(row.is_held_out ? Key::held_out_value : Key::calibrated_value); }

bool is_calibrated_corridor(StudyData const& study, std::string const& corridor) {
  ChainResult const* chain = main_chain(study, corridor);
  if (chain == nullptr) return false;
  auto const marks = marks_on(study, corridor, *chain);
  return std::any_of(marks.begin(), marks.end(), [](auto const& mark) { return !mark.row->is_held_out; });
}

bool is_calibrated_place(StudyData const& study, std::string const& place) {
  return std::any_of(study.observed().begin(), study.observed().end(), [&](Observed const& row) {
    if (row.is_held_out || hours_per(row.unit) == 0) return false;
    Json const selector = Json::parse(row.selector, nullptr, false);
    if (!selector.is_object()) return false;
    bool const is_stay_of_vehicles = word_in(selector, "from") == place && word_in(selector, "to") == place;
    return word_in(selector, "place") == place || word_in(selector, "at") == place || is_stay_of_vehicles;
  });
}

FigureData observed_table(StudyData const& study) {
  FigureData data = figure_of(study, "observed", "table", {}, words(Key::caption_observed));
  data.columns = {word_column("corridor", Key::corridor),
                  word_column("what", Key::observed_what),
                  days_column("simulated_h", words(Key::simulated_plain)),
                  days_column("observed_h", words(Key::observed_plain)),
                  days_column("observed_low_h", words(Key::observed_low)),
                  days_column("observed_high_h", words(Key::observed_high)),
                  word_column("use", Key::observed_use),
                  word_column("source", Key::source),
                  word_column("grade", Key::grade)};
  for (auto const* corridor : busiest_corridors(study, SIZE_MAX)) {
    ChainResult const* chain = main_chain(study, corridor->id);
    if (chain == nullptr) continue;
    for (ObservedMark const& mark : marks_on(study, corridor->id, *chain)) {
      std::string const source =
          mark.row->source.id + (mark.row->year == 0 ? "" : " (" + std::to_string(mark.row->year) + ")");
      std::string const grade{mark.row->source.grade};
      data.rows.push_back({study.names().corridor(corridor->id), mark.row->name, mark.simulated_h, mark.observed_h,
                           mark.low_h, mark.high_h, use_of(*mark.row), Text{source, source}, Text{grade, grade}});
    }
  }
  return data;
}

}  // namespace shudao::viz::report
