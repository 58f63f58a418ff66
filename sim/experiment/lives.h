#pragma once
// Private to the folder: what a finished store tells of sampled consignments; included by .cpp files of the store only.
#include "sim/experiment/database.h"
#include "sim/experiment/study.h"

namespace shudao::experiment {

// Both throw Unreadable for a life that is not as it was written.

/// The sampled lives of one replication of one side, by name.
std::vector<Life> lives_of(SQLite::Database&, std::string const& role, std::int64_t replication);
/// The lives of one consignment in all sides and replications.
std::vector<Life> lives_called(SQLite::Database&, std::string const& consignment);

}  // namespace shudao::experiment
