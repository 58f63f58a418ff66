#pragma once
#include <set>
#include <string>
#include <vector>

#include "scenarios/rule.h"

namespace shudao::scenarios {

/// Why a rewrite cannot be applied to the processes as they are.
struct RewriteFault {
  std::string where;  ///< Pointer inside the rewrite, like "move/1".
  std::string found, expected, nearest;
};

/// All that stands against applying the rewrite, names first; a circle that it would make is the last thing judged.
std::vector<RewriteFault> faults_of(ProcessSet const&, Rewrite const&);

/// Whether the processes and steps that the rewrite names are all there.
bool names_exist(ProcessSet const&, Rewrite const&);

/// Applies a rewrite that has no faults.
void apply(ProcessSet&, Rewrite const&);

/// The ids of the processes that a rewrite reads or changes, and those of a set.
std::set<std::string> processes_touched(Rewrite const&);
ProcessSet only(ProcessSet const&, std::set<std::string> const& ids);

/// The steps of a circle of "after", in order, or nothing.
std::vector<std::string> circle_of(Process const&);

/// One line a step; equal text is equal behaviour. Numbers to twelve digits, so that the order of two products
/// does not count. Resources, calendars and tokens stand as the numbers of their ids.
std::string text(Process const&);
std::string text(ProcessSet const&);

}  // namespace shudao::scenarios
