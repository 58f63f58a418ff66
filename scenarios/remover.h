#pragma once
// Private to the folder: takes one element out of the document of a world.
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "scenarios/json.h"

namespace shudao::scenarios {

using Steps = std::vector<std::string>;

/// The steps of a JSON Pointer; names in a world need no escapes.
Steps steps_of(std::string const& pointer);

/// Takes the world apart, one element and what hangs on it after the other; what that is, without.h says.
class Remover {
 public:
  explicit Remover(Json& world) : world_{world} {}

  /// Whether there was such an element.
  bool remove(Steps const&);

 private:
  using Ids = std::set<std::string>;

  bool remove_thing(std::string const& kind, std::string const& id);
  bool remove_member(Steps steps);
  void erase(char const* kind, std::string const& id);
  /// The ids of the things of a kind for which `is_meant` holds.
  Ids those(char const* kind, std::function<bool(Json&)> const& is_meant);
  void remove_all(char const* kind, Ids const& ids);
  void remove_place(std::string const& id);
  void remove_link(std::string const& id);
  void remove_service(std::string const& id);
  void remove_flow(std::string const& id);
  /// What concerned the flow alone concerns nobody any more: an empty condition would concern everybody.
  void drop_conditions(std::string const& flow);
  void remove_corridor(std::string const& id);
  void forget_calendar(std::string const& id);
  void forget_boxes(std::string const& id);
  bool remove_resource(std::string const& place, std::string const& local);
  void forget_resource(std::string const& place, std::string const& local);
  bool remove_process(std::string const& place, std::string const& id);
  /// A step that grants tokens stays, without any work, so that others are not held up.
  bool remove_step(std::string const& place, std::string const& process, std::string const& id);
  void drop_from_rules(char const* key, std::string const& id);
  void drop_rewrites(std::function<bool(Json const&)> const& is_meant);
  /// Rewrites of anything that begins with the name.
  void drop_rewrites_naming(std::string const& name);

  Json& world_;
};

}  // namespace shudao::scenarios
