#pragma once
#include <algorithm>
#include <string>

#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// The flow with this id, which exists.
inline Flow const* flow_called(std::string const& id, Scenario const& s) {
  return &*std::find_if(s.flows.begin(), s.flows.end(), [&](Flow const& flow) { return flow.id == id; });
}

}  // namespace shudao::scenarios
