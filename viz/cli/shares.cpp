#include "viz/cli/shares.h"

#include <filesystem>
#include <iostream>

#include "viz/cli/json_parts.h"
#include "viz/cli/result_json.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {

void say_share(ShareDone const& share, experiment::StudyOptions const& options, Manner const& manner) {
  std::string const path = experiment::partial_path(options);
  bool const is_done = share.done == share.asked;
  if (manner.json) {
    std::cout << dumped({{"schema_version", kJsonVersion},
                         {"shard", {{"number", options.shard.number}, {"count", options.shard.count}}},
                         {"part", path},
                         {"replications", share.asked},
                         {"replications_done", share.done}});
  } else if (is_done) {
    std::cout << say(Key::share_done, manner.language, options.shard.number, options.shard.count, share.done, path)
              << '\n';
  }
  if (!is_done) std::cerr << say(Key::share_interrupted, manner.language, share.done, share.asked, path) << '\n';
}

void make_folder_of(std::string const& store) {
  std::filesystem::path const folder = std::filesystem::path{store}.parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder);
}

}  // namespace shudao::viz::cli
