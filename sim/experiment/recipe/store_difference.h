#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace shudao::experiment {

/// What a store calls the same run of a world: digests as text.
struct WorldDigests {
  std::string role, scenario;
  std::string run_digest, ledger_digest;
  std::int64_t replications = 0;
};
struct StoreDigests {
  std::vector<WorldDigests> worlds;  ///< The base first.
  std::string study_digest;          ///< Empty unless it is the store of a study.
};
/// Throws FileError if there is no store of this schema.
StoreDigests read_digests(std::string const& store);

/// A digest that two stores have of the same thing, not the same one. What only one of them has is "–" in the other.
struct DigestDifference {
  std::string role;               ///< Empty: of the whole study.
  std::int64_t replication = -1;  ///< -1: of all together.
  std::string what;               ///< "run_digest", "ledger_digest", "study_digest", "replications".
  std::string was, is;
};

/// First those of single replications below `replications`, by world and number; then, if the first store has no more
/// of them, those of worlds and of the study.
std::vector<DigestDifference> digest_differences(std::string const& store, std::string const& again,
                                                 std::int64_t replications);

/// The tables that are not the same in both stores, run_info and the version of the program aside; sorted. A lot_book
/// that was emptied is no difference.
std::vector<std::string> differing_tables(std::string const& store, std::string const& again);

}  // namespace shudao::experiment
