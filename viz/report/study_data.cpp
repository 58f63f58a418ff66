#include "viz/report/study_data.h"

#include <algorithm>

#include "scenarios/read.h"
#include "sim/base/errors.h"
#include "sim/experiment/study.h"

namespace shudao::viz::report {
namespace {

std::string without_parentheses(std::string name) {
  for (auto const& [open, close] : {std::pair<std::string, std::string>{" (", ")"}, {"（", "）"}, {"(", ")"}}) {
    std::size_t const begin = name.find(open), end = name.find(close, begin);
    if (begin != std::string::npos && end != std::string::npos && begin > 0)
      name.erase(begin, end + close.size() - begin);
  }
  return name;
}

/// Where the words after the last colon or comma of the first `common` bytes begin; 0 where there is none.
std::size_t after_mark(std::string const& title, std::size_t common) {
  std::size_t kept = 0;
  for (std::string const mark : {": ", ":", "：", ", ", ",", "，"})
    for (std::size_t at = title.find(mark); at != std::string::npos && at + mark.size() <= common;
         at = title.find(mark, at + 1))
      kept = std::max(kept, at + mark.size());
  return kept;
}

Text found(std::map<std::string, Text> const& names, std::string const& id) {
  auto const at = names.find(id);
  if (at == names.end() || (at->second.zh.empty() && at->second.en.empty())) return {id, id};
  return {at->second.zh.empty() ? at->second.en : at->second.zh, at->second.en.empty() ? at->second.zh : at->second.en};
}

}  // namespace

Names::Names(scenarios::Scenario const& scenario) {
  for (auto const& resource : scenario.resources) names_[resource.id] = resource.name;
  for (auto const& flow : scenario.flows) names_[flow.id] = flow.name;
  for (auto const& service : scenario.services) names_[service.id] = service.name;
  for (auto const& link : scenario.links) names_[link.id] = link.name;
  for (auto const& place : scenario.places) names_[place.id] = place.name;
  for (auto const& corridor : scenario.corridors) corridors_[corridor.id] = corridor.name;
}

Text Names::of(std::string const& id) const { return found(names_, id); }

Text Names::short_of(std::string const& id) const {
  Text const name = of(id);
  return {without_parentheses(name.zh), without_parentheses(name.en)};
}

Text Names::corridor(std::string const& id) const { return found(corridors_, id); }

Text Names::resource(std::string const& id) const {
  Text const name = of(id), place = short_of(id.substr(0, id.find('/')));
  return {place.zh + "：" + name.zh, place.en + ": " + name.en};
}

StudyData::StudyData(std::string store) : store_{std::move(store)} {
  comparison_ = std::make_unique<experiment::Comparison>(experiment::read_results(store_));
  std::vector<experiment::ScenarioResult const*> results{&comparison_->base};
  for (auto const& alternative : comparison_->alternatives) results.push_back(&alternative.result);
  auto const documents = experiment::read_documents(store_);
  for (std::size_t i = 0; i < results.size(); ++i) {
    auto const document = std::find_if(documents.begin(), documents.end(),
                                       [&](auto const& one) { return one.first == results[i]->scenario; });
    if (document == documents.end()) throw FileError{store_ + ": holds no scenario " + results[i]->scenario};
    worlds_.push_back({i == 0   ? "base"
                       : i == 1 ? "alternative"
                                : "alternative-" + std::to_string(i),
                       scenarios::read_document(document->second, document->first), results[i]});
  }
  names_ = std::make_unique<Names>(base().scenario);
  kept_study_ = experiment::read_kept_study(store_);
  for (scenarios::Observed& one : experiment::read_kept_observed(store_))
    if (one.world.empty()) observed_.push_back(std::move(one));
}

Text StudyData::short_title(World const& world) const {
  std::vector<Text> titles;
  for (World const& one : worlds_) titles.push_back(one.title());
  auto const cut = [&](std::string Text::*side) {
    std::size_t common = titles.front().*side == "" ? 0 : std::string::npos;
    for (Text const& title : titles) {
      std::string const &a = titles.front().*side, &b = title.*side;
      auto const end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
      common = std::min(common, static_cast<std::size_t>(end - a.begin()));
    }
    std::size_t const kept = after_mark(titles.front().*side, common);
    std::string const rest = (world.title().*side).substr(kept);
    return titles.size() == 1 || rest.empty() ? world.title().*side : rest;
  };
  return {cut(&Text::zh), cut(&Text::en)};
}

bool has_cargo(experiment::CorridorResult const& corridor) {
  return corridor.consignments > 0 || corridor.throughput_teu_per_year.value > 0;
}

experiment::CorridorResult const* find_corridor(experiment::ScenarioResult const& result, std::string const& id) {
  auto const at =
      std::find_if(result.corridors.begin(), result.corridors.end(), [&](auto const& c) { return c.id == id; });
  return at == result.corridors.end() ? nullptr : &*at;
}

}  // namespace shudao::viz::report
