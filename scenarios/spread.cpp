#include "scenarios/spread.h"

#include <algorithm>

namespace shudao::scenarios {

namespace {

using Text = std::string;

Text place_in(Text const& name) { return name.substr(0, name.find('/')); }

/// One process or resource of a place, and what '*' stands for there.
struct Site {
  Text place, star;

  [[nodiscard]] Text name(Text const& pattern) const {
    if (has_place(pattern)) return pattern;
    Text filled = pattern;
    if (auto const star_at = filled.find('*'); star_at != Text::npos) filled.replace(star_at, 1, star);
    return place + "/" + filled;
  }
};

void put_at(Site const& site, StepName& name) { name.process = site.name(name.process); }

/// The processes that a verb names, place or not.
std::vector<Text> names_in(std::vector<StepName> const& steps) {
  std::vector<Text> names;
  for (auto const& step : steps) names.push_back(step.process);
  return names;
}
std::vector<Text> names_in(Add const& add) { return {add.process}; }
std::vector<Text> names_in(SetResource const&) { return {}; }
std::vector<Text> names_in(Merge const& merge) { return names_in(merge.steps); }
std::vector<Text> names_in(Move const& move) {
  auto names = names_in(move.steps);
  names.push_back(move.to_process);
  return names;
}
std::vector<Text> names_in(auto const& verb) { return {verb.step.process}; }

class Placer {
 public:
  Placer(Site const& site, std::optional<ResourceId> resource, NameTable const& resources)
      : site_{site}, resource_{resource}, resources_{resources} {}

  void operator()(Add& add) const {
    add.process = site_.name(add.process);
    for (Work& work : add.step.works) {
      work.home = add.process + "/" + add.step.id;
      work.home_hash = name_hash(work.home);
    }
    add.step.resource = resource_.value_or(add.step.resource);
  }
  void operator()(Move& move) const {
    for (auto& step : move.steps) put_at(site_, step);
    move.to_process = site_.name(move.to_process);
    move.same_name_there = namesakes(resources_, place_in(move.to_process));
    take_resource(move.resource);
  }
  void operator()(Merge& merge) const {
    for (auto& step : merge.steps) put_at(site_, step);
    take_resource(merge.resource);
  }
  void operator()(SetStep& set) const {
    put_at(site_, set.step);
    take_resource(set.resource);
  }
  void operator()(SetResource& set) const { set.resource = resource_.value_or(set.resource); }
  void operator()(auto& verb) const { put_at(site_, verb.step); }

 private:
  void take_resource(std::optional<ResourceId>& mine) const {
    if (resource_) mine = resource_;
  }

  Site const& site_;
  std::optional<ResourceId> resource_;
  NameTable const& resources_;
};

/// Where the names of a rewrite can be: at the processes, or for `set_resource` the resources, of these places.
std::vector<Site> sites_of(Text const& pattern, std::vector<Text> const& places, NameTable const& things) {
  std::vector<Site> sites;
  for (auto const& place : places) {
    for (auto const& local : Names::local_names(things, place)) {
      if (auto const star = star_in(pattern, local)) sites.push_back({place, *star});
    }
  }
  return sites;
}

/// The resource that the rewrite names where its names are put; absent if it names none.
std::optional<ResourceId> resource_at(Site const& site, UnplacedRewrite const& entry, NameTable const& resources,
                                      bool& is_missing) {
  if (entry.resource.empty()) return std::nullopt;
  Site where = site;
  if (auto const* move = std::get_if<Move>(&entry.verb)) where.place = place_in(site.name(move->to_process));
  auto const found = resources.find(where.name(entry.resource));
  is_missing = !found;
  return found ? std::optional{ResourceId{*found}} : std::nullopt;
}

bool has_target(Rewrite const& verb, Site const& site, NameTable const& processes) {
  auto const* move = std::get_if<Move>(&verb);
  return move == nullptr || processes.find(site.name(move->to_process)).has_value();
}

}  // namespace

bool has_place(std::string const& process) { return process.find('/') != std::string::npos; }

bool lacks_place(Rewrite const& verb) {
  auto const names = std::visit([](auto const& v) { return names_in(v); }, verb);
  return !std::all_of(names.begin(), names.end(), has_place);
}

std::optional<std::string> star_in(std::string const& pattern, std::string const& name) {
  auto const star = pattern.find('*');
  if (star == std::string::npos) return pattern == name ? std::optional<std::string>{""} : std::nullopt;
  return name.starts_with(pattern.substr(0, star)) ? std::optional{name.substr(star)} : std::nullopt;
}

std::vector<std::pair<ResourceId, ResourceId>> namesakes(NameTable const& resources, std::string const& place) {
  std::vector<std::pair<ResourceId, ResourceId>> pairs;
  for (std::size_t i = 0; i < resources.names().size(); ++i) {
    auto const& name = resources.names()[i];
    if (auto const there = resources.find(place + name.substr(name.find('/')))) {
      pairs.emplace_back(ResourceId{i}, ResourceId{*there});
    }
  }
  return pairs;
}

std::vector<PlacedRewrite> placed(UnplacedRewrite const& entry, std::size_t position,
                                  std::vector<std::string> const& places, Reading& reading, std::string const& rule) {
  if (!entry.written.is_spread) return {{entry.verb, position, false}};
  auto names = std::visit([](auto const& verb) { return names_in(verb); }, entry.verb);
  bool const is_of_resource = names.empty();
  if (is_of_resource) names.push_back(entry.written.name);
  auto const pattern = std::find_if_not(names.begin(), names.end(), has_place);
  auto const& things = is_of_resource ? reading.names.resources : reading.names.processes;
  std::vector<PlacedRewrite> all;
  for (Site const& site : sites_of(*pattern, places, things)) {
    if (!has_target(entry.verb, site, reading.names.processes)) continue;
    bool is_missing = false;
    auto const resource = resource_at(site, entry, reading.names.resources, is_missing);
    if (is_missing) {
      reading.notes.push_back("rewrite " + std::to_string(position) + " of the rule " + rule + " does not fit " +
                              site.place + ", which has no resource " + entry.resource);
      continue;
    }
    all.push_back({entry.verb, position, true});
    std::visit(Placer{site, resource, reading.names.resources}, all.back().verb);
  }
  return all;
}

std::string place_of(Rewrite const& verb, NameTable const& resources) {
  if (auto const* set = std::get_if<SetResource>(&verb)) {
    return set->resource.is_none() ? "" : place_in(resources.names()[set->resource.index()]);
  }
  auto const names = std::visit([](auto const& v) { return names_in(v); }, verb);
  return names.empty() ? "" : place_in(names.back());
}

}  // namespace shudao::scenarios
