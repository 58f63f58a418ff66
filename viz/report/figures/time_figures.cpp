#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "viz/report/figures/figures.h"

namespace shudao::viz::report {
namespace {

using experiment::ResourceTimeline;
using experiment::VehicleRun;

Text titled(Text const& name, Key key) {
  Text const what = words(key);
  return {name.zh + "：" + what.zh, name.en + ": " + what.en};
}

FigureData queue_by_day(StudyData const& study, ResourceTimeline const& timeline) {
  FigureData data = figure_of(study, "queue-days." + timeline.resource, "timeline",
                              titled(study.names().resource(timeline.resource), Key::title_queue_days),
                              words(Key::caption_queue_days));
  data.columns = {number_column("day", words(Key::day_of_window), "1", {}),
                  number_column("mean", words(Key::queue_plain), "parties", words(Key::unit_parties)),
                  number_column("p10", {"P10", "P10"}, "parties", words(Key::unit_parties)),
                  number_column("p90", {"P90", "P90"}, "parties", words(Key::unit_parties))};
  for (std::size_t day = 0; day < timeline.queue.mean.size(); ++day) {
    double const mean = timeline.queue.mean[day];
    bool const has_band = day < timeline.queue.p10.size();
    data.rows.push_back({static_cast<double>(day), mean, has_band ? timeline.queue.p10[day] : mean,
                         has_band ? timeline.queue.p90[day] : mean});
  }
  return data;
}

FigureData queue_by_hour(StudyData const& study, ResourceTimeline const& timeline) {
  constexpr std::array kDays = {Key::monday, Key::tuesday,  Key::wednesday, Key::thursday,
                                Key::friday, Key::saturday, Key::sunday};
  constexpr std::size_t kHours = 24;
  FigureData data = figure_of(study, "queue-week." + timeline.resource, "heat",
                              titled(study.names().resource(timeline.resource), Key::title_queue_week),
                              words(Key::caption_queue_week));
  data.columns = {word_column("weekday", Key::weekday_word), number_column("hour", words(Key::hour_of_day), "1", {}),
                  number_column("value", words(Key::queue_plain), "parties", words(Key::unit_parties))};
  for (std::size_t i = 0; i < std::min(timeline.week.size(), kHours * kDays.size()); ++i)
    data.rows.push_back({words(kDays[i / kHours]), static_cast<double>(i % kHours), timeline.week[i]});
  return data;
}

double length(VehicleRun const& run) { return run.stops.empty() ? 0 : run.stops.back().km; }

}  // namespace

std::vector<FigureData> queue_figures(StudyData const& study) {
  constexpr std::size_t kResources = 3;
  auto const& timelines = study.base().result->figures.timelines.resources;
  std::vector<FigureData> figures;
  for (std::size_t i = 0; i < std::min(kResources, timelines.size()); ++i) {
    figures.push_back(queue_by_day(study, timelines[i]));
    figures.push_back(queue_by_hour(study, timelines[i]));
  }
  return figures;
}

namespace {

/// Services that carry the main chains of corridors.
std::set<std::string> corridor_services(StudyData const& study) {
  std::set<std::string> all;
  for (auto const& corridor : study.base().result->figures.corridors)
    for (std::size_t i = 0; i < std::min<std::size_t>(1, corridor.chains.size()); ++i)
      for (auto const& element : corridor.chains[i].elements)
        all.insert(element.services.begin(), element.services.end());
  return all;
}

/// Runs that say something: on corridors before others, by rail, with stops between, then long lines and many runs.
std::vector<std::string> telling_services(StudyData const& study,
                                          std::map<std::string, std::vector<VehicleRun const*>> const& services,
                                          std::size_t most) {
  std::map<std::string, scenarios::Mode> modes;
  for (auto const& service : study.base().scenario.services) modes[service.id] = service.mode;
  auto const on_corridors = corridor_services(study);
  using Rank = std::tuple<bool, bool, bool, double, std::string>;
  std::vector<Rank> ranks;
  for (auto const& [service, runs] : services)
    ranks.emplace_back(on_corridors.count(service) == 0, modes[service] != scenarios::Mode::rail,
                       runs.front()->stops.size() < 3, -length(*runs.front()) * static_cast<double>(runs.size()),
                       service);
  std::sort(ranks.begin(), ranks.end());
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < std::min(most, ranks.size()); ++i) ids.push_back(std::get<4>(ranks[i]));
  return ids;
}

}  // namespace

std::vector<FigureData> train_figures(StudyData const& study) {
  constexpr std::size_t kServices = 2;
  constexpr double kMsPerHour = 3600.0 * 1000.0;
  std::map<std::string, std::vector<VehicleRun const*>> services;
  for (VehicleRun const& run : study.base().result->figures.runs) services[run.service].push_back(&run);
  std::vector<FigureData> figures;
  for (std::string const& service : telling_services(study, services, kServices)) {
    FigureData data = figure_of(study, "trains." + service, "trains",
                                titled(study.names().of(service), Key::title_trains), words(Key::caption_trains));
    data.columns = {number_column("vehicle", words(Key::vehicle_word), "1", {}), word_column("place", Key::place),
                    number_column("km", words(Key::distance_plain), "km", {"公里", "km"}),
                    days_column("time", words(Key::time_since_first))};
    std::optional<SimTime> first;
    for (VehicleRun const* run : services[service])
      for (auto const& stop : run->stops)
        for (auto const& time : {stop.arrival, stop.departure}) {
          if (!time) continue;
          if (!first) first = time;
          data.rows.push_back({static_cast<double>(run->number), study.names().short_of(stop.place), stop.km,
                               static_cast<double>((*time - *first).ms()) / kMsPerHour});
        }
    figures.push_back(std::move(data));
  }
  return figures;
}

}  // namespace shudao::viz::report
