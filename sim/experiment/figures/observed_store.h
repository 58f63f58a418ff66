#pragma once
// Private to the folder of the store: included by its .cpp files only.
#include <vector>

#include "scenarios/observed.h"

namespace SQLite {
class Database;
}

namespace shudao::experiment {

/// The table of observed figures, explained in docs/reference/results-store.md.
extern char const* const kObservedSchema;
void write_observed(SQLite::Database&, std::vector<scenarios::Observed> const&);

}  // namespace shudao::experiment
