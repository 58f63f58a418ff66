#pragma once
// Private to the folder: the rows of a study with several worlds; included by .cpp files of the store only.
#include "sim/experiment/database.h"
#include "sim/experiment/results_store.h"

namespace shudao::experiment {

/// The question, its worlds and measures, and what was found: all that a report of it needs beside the results.
/// `file` is what the study's file is called.
void write_study(SQLite::Database&, AnsweredStudy const&, std::string const& file);

}  // namespace shudao::experiment
