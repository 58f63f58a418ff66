#pragma once
/// Which processes share a lane of the parallel executor, and how far apart in simulated time the lanes are.
/// Affects speed only, never a result.
#include <cstdint>
#include <vector>

#include "sim/kernel/model_parts.h"

namespace shudao::kernel {

struct Partition {
  std::size_t lanes = 1;
  IdVector<ProcessId, std::uint32_t> lane_of;
  /// distance[from * lanes + to]: no event in `from` can cause one in `to` earlier than this after it, over however
  /// many lanes; from = to means there and back. Duration::max() where there is no way.
  std::vector<Duration> distance;
};

/// Neighbourhoods stay whole. Where channels say who is close, the closest are joined first (single linkage, Kruskal
/// 1956), as long as a group's estimated load stays below a thread's share; the groups are then packed on a few lanes
/// per thread, heaviest first (Graham 1969). Where all are equally close, lanes are equal runs of names.
/// With `shuffle_seed` other than 0 neighbourhoods are put on 1 to 8 lanes at random instead (for tests).
/// A process's load is the number of its sends so far, so that a partition made in the course of a run is better.
Partition partition(ModelParts const&, int threads, std::uint64_t shuffle_seed);
/// The most lanes that `partition` makes for so many threads.
std::size_t most_lanes(int threads);
/// All processes on one lane.
Partition whole(ModelParts const&);

}  // namespace shudao::kernel
