#pragma once
#include "scenarios/study.h"
#include "sim/experiment/findings.h"
#include "sim/experiment/statistics/paired_test.h"
#include "sim/experiment/study.h"

namespace shudao::experiment {

/// One measure of one alternative beside the base; figures in the program's own unit.
struct StudyComparison {
  std::string measure;
  std::string unit;
  PairedTest test;
  /// Consignments under way at the end that make lower bounds of the figures; 0 if they are none.
  std::int64_t base_unfinished = 0, unfinished = 0;
  double adjusted_p = 1;
  Finding finding = Finding::unobserved;
  bool is_too_many = false;  ///< The interval alone excludes 0, but among so many comparisons that proves nothing.
  scenarios::Expectation expected = scenarios::Expectation::any;
  std::optional<bool> as_expected;  ///< None where nothing was expected.
  scenarios::Text sentence;
};

/// How one world of a study ran, and what was compared in it; the base has no comparisons.
struct WorldAnswer {
  std::string id, scenario;
  Fingerprint ledger_digest;
  Laws laws;
  std::uint64_t events = 0;
  std::int64_t unfinished = 0;
  std::vector<std::int64_t> unfinished_by_measure;  ///< See bounds.h; by measure of the study.
  std::vector<GuardRail> guard_rails;
  std::vector<std::string>
      other_demand;         ///< What flows differ in demand from the base, which is compared nevertheless.
  bool is_as_base = false;  ///< So are the ledgers, the costs and emissions of the corridors, all measures.
  std::vector<StudyComparison> comparisons;
};

struct StudyAnswer {
  std::vector<WorldAnswer> worlds;  ///< In the order of Study::worlds.
  std::uint64_t seed = 0;
  std::int64_t replications = 0;  ///< That all worlds finished.
  std::size_t compared = 0;       ///< Comparisons that an adjusted p was made for.
  Fingerprint study_digest;       ///< Of worlds, replications, ledgers and the bytes of all measures.
  std::vector<std::string> notes;
  bool cancelled = false;  ///< Then the rest is that of the finished replications, possibly none.
  bool is_part = false;    ///< A shard did its share; the rest means nothing.
  int replications_asked = 0, replications_done = 0, replications_reused = 0;  ///< Of one world each, of this share.
  std::vector<Imprecise> imprecise;                                            ///< With StudyOptions::precision.
  double wall_s = 0;
  [[nodiscard]] bool laws_hold() const;
};

/// Runs all worlds of a study in all replications on one task arena, each replication with the same draws in every
/// world, and compares each alternative with the base. Stores, shards and merging are those of run_study; what a run is
/// found by includes the selectors that its world is measured by. Precision is that of the study's measures
/// (precise.h), which must be its own.
StudyAnswer answer(scenarios::Study const&, StudyOptions const&);

}  // namespace shudao::experiment
