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
}

experiment::CorridorResult const* find_corridor(experiment::ScenarioResult const& result, std::string const& id) {
  auto const at =
      std::find_if(result.corridors.begin(), result.corridors.end(), [&](auto const& c) { return c.id == id; });
  return at == result.corridors.end() ? nullptr : &*at;
}

}  // namespace shudao::viz::report
