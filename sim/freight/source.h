#pragma once
#include <vector>

#include "sim/freight/knowledge.h"
#include "sim/freight/setting.h"

namespace shudao::freight {

/// Makes the consignments of one flow: a Poisson (or even) stream thinned to the monthly and weekly profile of the
/// origin's local time (Lewis & Shedler 1979). Candidates are numbered; what a candidate draws depends on its number
/// only, and a consignment keeps the number of its candidate as ordinal.
struct Source {
  Setting& setting;
  scenarios::FlowId flow;
  double candidates_per_ms = 0;        ///< At the top of the profile.
  double top = 1;                      ///< Largest weight of the profile.
  std::uint32_t candidate = 0;         ///< The next one.
  std::vector<Knowledge> knowledge{};  ///< By route, where the flow has a choice and learns.
};

/// A source that is ready to start.
Source make_source(Setting&, scenarios::FlowId);
/// When the first candidate comes, from the start of the run.
Duration first_gap(Source const&);

void handle(Source&, kernel::Event const&, kernel::Outbox&);

}  // namespace shudao::freight
