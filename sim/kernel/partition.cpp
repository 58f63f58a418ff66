#include "sim/kernel/partition.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace shudao::kernel {
namespace {

constexpr std::size_t kLanesPerThread = 4;
constexpr std::size_t kMostRandomLanes = 8;

/// Processes that must stay together, with an estimate of their load, in the order of their first process.
struct Atoms {
  IdVector<ProcessId, std::uint32_t> atom_of;
  std::vector<std::uint64_t> load;
};

Atoms find_atoms(ModelParts const& parts) {
  Atoms atoms;
  std::unordered_map<std::uint32_t, std::uint32_t> atom_of_neighbourhood;
  for (std::size_t process = 0; process < parts.processes.size(); ++process) {
    std::uint32_t const neighbourhood = parts.neighbourhood[ProcessId{process}];
    auto atom = static_cast<std::uint32_t>(atoms.load.size());
    if (neighbourhood != ModelParts::kUnsettled)
      atom = atom_of_neighbourhood.try_emplace(neighbourhood, atom).first->second;
    if (atom == atoms.load.size()) atoms.load.push_back(0);
    atoms.atom_of.push_back(atom);
    atoms.load[atom] += 1 + parts.processes[ProcessId{process}].next_sequence;
  }
  for (Channel const& channel : parts.channels) {
    ++atoms.load[atoms.atom_of[channel.from]];
    ++atoms.load[atoms.atom_of[channel.to]];
  }
  return atoms;
}

/// Union–find over atoms, with the load of each group.
class Groups {
 public:
  explicit Groups(Atoms const& atoms) : parent_(atoms.load.size()), load_{atoms.load}, count_{atoms.load.size()} {
    std::iota(parent_.begin(), parent_.end(), 0u);
  }
  std::uint32_t find(std::uint32_t atom) {
    while (parent_[atom] != atom) atom = parent_[atom] = parent_[parent_[atom]];
    return atom;
  }
  void join(std::uint32_t a, std::uint32_t b, std::uint64_t greatest_load) {
    a = find(a);
    b = find(b);
    if (a == b || load_[a] + load_[b] > greatest_load) return;
    parent_[std::max(a, b)] = std::min(a, b);
    load_[std::min(a, b)] += load_[std::max(a, b)];
    --count_;
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::uint64_t load(std::uint32_t group) const { return load_[group]; }

 private:
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint64_t> load_;
  std::size_t count_;
};

std::uint64_t total(std::vector<std::uint64_t> const& load) {
  return std::accumulate(load.begin(), load.end(), std::uint64_t{0});
}

std::vector<Channel> closest_first(ModelParts const& parts) {
  std::vector<Channel> channels(parts.channels.begin(), parts.channels.end());
  std::stable_sort(channels.begin(), channels.end(),
                   [](auto const& a, auto const& b) { return a.lookahead < b.lookahead; });
  return channels;
}

std::vector<std::uint32_t> lanes_by_closeness(ModelParts const& parts, Atoms const& atoms, int threads) {
  std::size_t const lanes = kLanesPerThread * static_cast<std::size_t>(threads);
  Groups groups{atoms};
  std::uint64_t const share = total(atoms.load) / static_cast<std::uint64_t>(threads);
  for (Channel const& channel : closest_first(parts)) {
    if (groups.count() <= lanes) break;
    groups.join(atoms.atom_of[channel.from], atoms.atom_of[channel.to], share);
  }
  std::vector<std::uint32_t> heads;
  for (std::uint32_t atom = 0; atom < atoms.load.size(); ++atom)
    if (groups.find(atom) == atom) heads.push_back(atom);
  std::stable_sort(heads.begin(), heads.end(), [&](auto a, auto b) { return groups.load(a) > groups.load(b); });
  std::vector<std::uint64_t> lane_load(lanes, 0);
  std::vector<std::uint32_t> lane(atoms.load.size());
  for (std::uint32_t const head : heads) {
    auto const lightest = std::min_element(lane_load.begin(), lane_load.end());
    lane[head] = static_cast<std::uint32_t>(lightest - lane_load.begin());
    *lightest += groups.load(head);
  }
  for (std::uint32_t atom = 0; atom < lane.size(); ++atom) lane[atom] = lane[groups.find(atom)];
  return lane;
}

std::vector<std::uint32_t> lanes_by_name(Atoms const& atoms, int threads) {
  std::uint64_t const whole = std::max<std::uint64_t>(1, total(atoms.load));
  std::vector<std::uint32_t> lane;
  std::uint64_t before = 0;
  for (std::uint64_t const load : atoms.load) {
    lane.push_back(static_cast<std::uint32_t>(before * static_cast<std::uint64_t>(threads) / whole));
    before += load;
  }
  return lane;
}

std::vector<std::uint32_t> lanes_at_random(Atoms const& atoms, std::uint64_t seed) {
  auto draw = [&seed] {  // splitmix64 (Steele, Lea, Flood 2014)
    std::uint64_t z = (seed += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  };
  std::uint64_t const lanes = 1 + draw() % kMostRandomLanes;
  std::vector<std::uint32_t> lane;
  for (std::size_t atom = 0; atom < atoms.load.size(); ++atom)
    lane.push_back(static_cast<std::uint32_t>(draw() % lanes));
  return lane;
}

bool is_uniform(ModelParts const& parts) {
  if (parts.channels.empty()) return true;
  return parts.open_lookahead > Duration{} &&
         std::all_of(parts.channels.begin(), parts.channels.end(),
                     [&](Channel const& channel) { return channel.lookahead >= parts.open_lookahead; });
}

/// Renumbers the lanes in use from 0, in the order of their first atom.
std::size_t close_gaps(std::vector<std::uint32_t>& lane) {
  std::unordered_map<std::uint32_t, std::uint32_t> number;
  for (std::uint32_t& l : lane) l = number.try_emplace(l, static_cast<std::uint32_t>(number.size())).first->second;
  return std::max<std::size_t>(1, number.size());
}

/// Floyd (1962) and Warshall (1962), with nothing on the diagonal at first, so that it ends as the shortest way back.
void close_over_paths(std::vector<Duration>& distance, std::size_t lanes) {
  for (std::size_t via = 0; via < lanes; ++via)
    for (std::size_t from = 0; from < lanes; ++from)
      for (std::size_t to = 0; to < lanes; ++to) {
        Duration const first = distance[from * lanes + via];
        Duration const second = distance[via * lanes + to];
        if (first == Duration::max() || second == Duration::max()) continue;
        Duration& direct = distance[from * lanes + to];
        direct = std::min(direct, std::min(first + second, Duration::max()));
      }
}

std::vector<Duration> distances(ModelParts const& parts, Partition const& partition) {
  std::size_t const lanes = partition.lanes;
  bool const is_open = parts.open_lookahead > Duration{};
  std::vector<Duration> distance(lanes * lanes, is_open ? parts.open_lookahead : Duration::max());
  for (std::size_t lane = 0; lane < lanes; ++lane) distance[lane * lanes + lane] = Duration::max();
  for (Channel const& channel : parts.channels) {
    std::size_t const from = partition.lane_of[channel.from];
    std::size_t const to = partition.lane_of[channel.to];
    if (from != to) distance[from * lanes + to] = std::min(distance[from * lanes + to], channel.lookahead);
  }
  close_over_paths(distance, lanes);
  return distance;
}

}  // namespace

std::size_t most_lanes(int threads) {
  return std::max(kMostRandomLanes, kLanesPerThread * static_cast<std::size_t>(std::max(threads, 1)));
}

Partition whole(ModelParts const& parts) {
  return {1, IdVector<ProcessId, std::uint32_t>(parts.processes.size(), 0), {Duration::max()}};
}

Partition partition(ModelParts const& parts, int threads, std::uint64_t shuffle_seed) {
  Atoms const atoms = find_atoms(parts);
  std::vector<std::uint32_t> lane;
  if (shuffle_seed != 0)
    lane = lanes_at_random(atoms, shuffle_seed);
  else if (threads <= 1)
    lane.resize(atoms.load.size(), 0);
  else if (is_uniform(parts))
    lane = lanes_by_name(atoms, threads);
  else
    lane = lanes_by_closeness(parts, atoms, threads);
  Partition result;
  result.lanes = close_gaps(lane);
  for (std::uint32_t const atom : atoms.atom_of) result.lane_of.push_back(lane[atom]);
  result.distance = distances(parts, result);
  return result;
}

}  // namespace shudao::kernel
