#pragma once
#include <span>
#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// The source of this id; null if there is none.
Source const* find_source(Scenario const&, std::string const& id);

/// The grade of a number: its own, else that of its source; ' ' if neither says one.
char grade_of(Scenario const&, Pedigree const&);

/// The numbers of the input at and below this JSON Pointer, by pointer.
std::span<Pedigree const> numbers_below(Scenario const&, std::string const& pointer);

/// What keeps a number from being quoted, one English line each: no unit, source or grade, an assumption without low,
/// high or reason, a source without grade or title. Settings of the run need no source; departures, profiles, waypoints
/// and what else docs/file-formats.md lists as only bare are no numbers here.
std::vector<std::string> pedigree_faults(Scenario const&);

}  // namespace shudao::scenarios
