#pragma once
#include <string>

#include "viz/cli/command.h"

namespace shudao::viz::cli {

/// How much of a share of a study is done, in replications of one scenario each.
struct ShareDone {
  int done = 0, asked = 0;
};

/// Says what a share did, or what is left of it, and where it stands; as JSON on stdout, or to people on stderr.
void say_share(ShareDone const&, experiment::StudyOptions const&, Manner const&);

/// Makes the folder that a results store goes to. Throws std::filesystem::filesystem_error.
void make_folder_of(std::string const& store);

}  // namespace shudao::viz::cli
