#pragma once
// Private to the folder of the store: included by its .cpp files only.
#include <string>

#include "sim/experiment/figures/figures.h"

namespace SQLite {
class Database;
}

namespace shudao::experiment {

/// The tables of timelines, vehicle runs and links, explained in docs/reference/results-store.md.
extern char const* const kTimelineSchema;
void write_timelines(SQLite::Database&, std::string const& role, Figures const&);

}  // namespace shudao::experiment
