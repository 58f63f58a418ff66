#include <algorithm>

#include "viz/report/figures/figures.h"
#include "viz/report/figures/observed_marks.h"

namespace shudao::viz::report {
namespace {

using experiment::Measure;
using experiment::PlaceResult;
using experiment::ResourceResult;

template<class Thing, class Value>
void largest_first(std::vector<Thing const*>& things, std::size_t most, Value const& value) {
  std::stable_sort(things.begin(), things.end(), [&](auto const* a, auto const* b) { return value(*a) > value(*b); });
  if (things.size() > most) things.resize(most);
  constexpr double kNegligible = 0.005;  // Of the largest: a bar that nobody would see.
  double const least = things.empty() ? 0 : kNegligible * value(*things.front());
  things.erase(std::remove_if(things.begin(), things.end(), [&](auto const* one) { return !(value(*one) > least); }),
               things.end());
}

std::vector<ResourceResult const*> resources_of(World const& world) {
  std::vector<ResourceResult const*> all;
  for (PlaceResult const& place : world.result->places)
    for (ResourceResult const& resource : place.resources) all.push_back(&resource);
  return all;
}

void add_busiest(std::vector<Cell>& row, StudyData const& study, PlaceResult const& place) {
  auto const busiest =
      std::max_element(place.resources.begin(), place.resources.end(),
                       [](auto const& a, auto const& b) { return a.utilisation.value < b.utilisation.value; });
  if (busiest == place.resources.end())
    row.insert(row.end(), {std::monostate{}, std::monostate{}, std::monostate{}});
  else
    row.insert(row.end(), {study.names().of(busiest->id), busiest->utilisation, busiest->mean_wait_h});
}

}  // namespace

FigureData place_table(StudyData const& study, World const& world) {
  FigureData data = figure_of(study, "places." + world.role, "table", world.title(), words(Key::caption_places));
  data.columns = {word_column("place", Key::place),
                  teu_column("throughput_teu_per_year", words(Key::throughput_plain)),
                  hours_column("dwell_h", words(Key::dwell_plain)),
                  number_column("mean_teu_present", words(Key::present), "TEU", {"TEU", "TEU"}),
                  word_column("busiest", Key::busiest_resource),
                  share_column("utilisation", words(Key::utilisation_plain)),
                  hours_column("mean_wait_h", words(Key::wait_plain))};
  data.columns.back().is_alone = true;
  std::vector<bool> calibrated;
  for (PlaceResult const& place : world.result->places) {
    if (!(place.throughput_teu_per_year.value > 0)) continue;
    calibrated.push_back(is_calibrated_place(study, place.id));
    std::vector<Cell> row{study.names().of(place.id), place.throughput_teu_per_year, place.dwell_h,
                          place.mean_teu_present};
    add_busiest(row, study, place);
    data.rows.push_back(std::move(row));
  }
  add_calibrated(data, calibrated);
  return data;
}

FigureData place_throughput(StudyData const& study) {
  FigureData data = figure_of(study, "place-throughput", "bars", words(Key::title_place_throughput),
                              words(Key::caption_place_throughput));
  data.columns = {word_column("place", Key::place),
                  teu_column("throughput_teu_per_year", words(Key::throughput_plain))};
  std::vector<PlaceResult const*> places;
  for (PlaceResult const& place : study.base().result->places) places.push_back(&place);
  largest_first(places, kMostRows, [](PlaceResult const& p) { return p.throughput_teu_per_year.value; });
  for (PlaceResult const* place : places)
    data.rows.push_back({study.names().short_of(place->id), place->throughput_teu_per_year});
  return data;
}

FigureData resource_utilisation(StudyData const& study) {
  FigureData data =
      figure_of(study, "utilisation", "bars", words(Key::title_utilisation), words(Key::caption_utilisation));
  data.columns = {word_column("resource", Key::resource), share_column("utilisation", words(Key::utilisation_plain))};
  auto resources = resources_of(study.base());
  largest_first(resources, kMostRows, [](ResourceResult const& r) { return r.utilisation.value; });
  for (ResourceResult const* resource : resources)
    data.rows.push_back({study.names().resource(resource->id), resource->utilisation});
  return data;
}

FigureData bottlenecks(StudyData const& study) {
  FigureData data =
      figure_of(study, "bottlenecks", "bars", words(Key::title_bottlenecks), words(Key::caption_bottlenecks));
  data.columns = {word_column("resource", Key::resource),
                  number_column("mean_queue", words(Key::queue_plain), "parties", words(Key::unit_parties)),
                  hours_column("mean_wait_h", words(Key::wait_plain)),
                  share_column("utilisation", words(Key::utilisation_plain))};
  auto resources = resources_of(study.base());
  largest_first(resources, kMostRows, [](ResourceResult const& r) { return r.mean_queue.value; });
  for (ResourceResult const* resource : resources)
    data.rows.push_back(
        {study.names().resource(resource->id), resource->mean_queue, resource->mean_wait_h, resource->utilisation});
  return data;
}

FigureData service_table(StudyData const& study, World const& world) {
  FigureData data = figure_of(study, "services." + world.role, "table", world.title(), words(Key::caption_services));
  data.columns = {word_column("service", Key::service),
                  number_column("departures_per_year", words(Key::departures_plain), "1/a", words(Key::unit_per_year)),
                  share_column("load_factor", words(Key::load_plain)),
                  number_column("left_behind_teu_per_departure", words(Key::left_plain), "TEU", {"TEU", "TEU"})};
  std::vector<experiment::ServiceResult const*> services;
  for (auto const& service : world.result->services)
    if (service.load_factor.value > 0) services.push_back(&service);
  std::stable_sort(services.begin(), services.end(), [](auto const* a, auto const* b) {
    return a->left_behind_teu_per_departure.value > b->left_behind_teu_per_departure.value;
  });
  constexpr std::size_t kMost = 40;
  if (services.size() > kMost) services.resize(kMost);
  for (auto const* s : services)
    data.rows.push_back(
        {study.names().of(s->id), s->departures_per_year, s->load_factor, s->left_behind_teu_per_departure});
  return data;
}

}  // namespace shudao::viz::report
