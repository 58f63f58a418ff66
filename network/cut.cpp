#include "network/cut.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "network/max_flow.h"
#include "network/sharing.h"
#include "sim/base/errors.h"

namespace shudao::network {
namespace {

/// The network as arcs of whole capacities. Every node becomes two, joined by an arc of the node's own capacity, and so
/// does everything shared; one more node in front of the sources is reached only through an arc that bounds all flow,
/// so that no sum overflows.
struct SplitNetwork {
  std::vector<FlowArc> arcs;
  std::vector<Limit> limits;                               ///< By arc: what it stands for.
  std::vector<char> is_unlimited;                          ///< By arc.
  std::vector<std::pair<std::uint32_t, EdgeId>> carriers;  ///< The arcs that are edges, by rank of these.
  std::uint32_t nodes = 0, source = 0, sink = 0;
  bool is_exact = true;
};

std::uint32_t entry(NodeId id) { return 2 * id.index(); }
std::uint32_t exit(NodeId id) { return 2 * id.index() + 1; }

void add_arc(SplitNetwork& split, std::uint32_t from, std::uint32_t to, Limit limit,
             std::optional<double> teu_per_year) {
  bool const is_unlimited = teu_per_year.value_or(kUnlimitedTeuPerYear) >= kUnlimitedTeuPerYear;
  if (!is_unlimited) limit.teu_per_year = Teu::of(to_nearest(*teu_per_year));
  split.arcs.push_back({from, to, limit.teu_per_year.count()});
  split.limits.push_back(limit);
  split.is_unlimited.push_back(is_unlimited ? 1 : 0);
}

/// An unlimited arc is made as wide as all limited ones together: it can then never be what limits a finite flow.
void widen_unlimited(SplitNetwork& split) {
  ensure(split.arcs.size() < 1'000'000, "the network has more than a million arcs");
  std::int64_t all = 1;
  for (FlowArc const& arc : split.arcs) all += arc.capacity;
  for (std::size_t i = 0; i < split.arcs.size(); ++i)
    if (split.is_unlimited[i] != 0) split.arcs[i].capacity = all;
}

/// Edges and what they share as arcs: exit of the node, what is shared when leaving (the outer first), the edge itself,
/// what is shared when arriving (the inner first), entry of the node.
class Ways {
 public:
  Ways(Network const& network, std::vector<EdgeId> const& edges, SplitNetwork& split, std::uint32_t first)
      : network_{network}, sharing_{sharing_of(network, edges)}, split_{split}, first_{first} {
    for (std::size_t i = 0; i < sharing_.arcs.size(); ++i) add_shared(i);
    for (EdgeId const id : edges) add_edge(id);
    split.is_exact = sharing_.is_exact;
  }

  [[nodiscard]] std::uint32_t end() const { return first_ + static_cast<std::uint32_t>(2 * sharing_.arcs.size()); }

 private:
  [[nodiscard]] std::uint32_t before(std::size_t arc) const { return first_ + static_cast<std::uint32_t>(2 * arc); }
  [[nodiscard]] std::uint32_t after(std::size_t arc) const { return before(arc) + 1; }

  void add_shared(std::size_t i) {
    SharedArc const& arc = sharing_.arcs[i];
    add_arc(split_, before(i), after(i), {NodeId::none(), EdgeId::none(), arc.shared, {}}, arc.teu_per_year);
    if (arc.is_arrival)
      add_arc(split_, after(i), arc.around ? before(*arc.around) : entry(arc.end), {}, std::nullopt);
    else
      add_arc(split_, arc.around ? after(*arc.around) : exit(arc.end), before(i), {}, std::nullopt);
  }

  void add_edge(EdgeId id) {
    Edge const& edge = network_.edge(id);
    auto const leaving = sharing_.leaving[id], arriving = sharing_.arriving[id];
    std::optional<double> bound = edge.teu_per_year;
    if (auto const alone = sharing_.alone[id]) bound = std::min(bound.value_or(*alone), *alone);
    add_arc(split_, leaving ? after(*leaving) : exit(edge.from), arriving ? before(*arriving) : entry(edge.to),
            {NodeId::none(), id, SharedId::none(), {}}, bound);
    split_.carriers.push_back({static_cast<std::uint32_t>(split_.arcs.size() - 1), id});
  }

  Network const& network_;
  Sharing sharing_;
  SplitNetwork& split_;
  std::uint32_t first_;
};

SplitNetwork split_of(Network const& network, std::vector<NodeId> const& sources, std::vector<NodeId> const& sinks,
                      std::vector<EdgeId> const& edges) {
  SplitNetwork split;
  auto const pairs = static_cast<std::uint32_t>(2 * network.nodes().size());
  Ways const ways{network, edges, split, pairs};
  std::uint32_t const gathering = ways.end();
  split.source = gathering + 1;
  split.sink = gathering + 2;
  split.nodes = gathering + 3;
  for (NodeId const id : network.nodes_by_name())
    add_arc(split, entry(id), exit(id), {id, EdgeId::none(), SharedId::none(), {}}, network.node(id).teu_per_year);
  add_arc(split, split.source, gathering, {}, std::nullopt);
  for (NodeId const id : sources) add_arc(split, gathering, entry(id), {}, std::nullopt);
  for (NodeId const id : sinks) add_arc(split, exit(id), split.sink, {}, std::nullopt);
  widen_unlimited(split);
  return split;
}

/// The split nodes from which the sink can be reached over any arc: what lies elsewhere limits nothing.
std::vector<char> leads_to_sink(SplitNetwork const& split) {
  std::vector<std::vector<std::uint32_t>> tails(split.nodes);
  for (FlowArc const& arc : split.arcs) tails[arc.to].push_back(arc.from);
  std::vector<char> leads(split.nodes, 0);
  std::vector<std::uint32_t> waiting{split.sink};
  leads[split.sink] = 1;
  while (!waiting.empty()) {
    std::uint32_t const at = waiting.back();
    waiting.pop_back();
    for (std::uint32_t const tail : tails[at]) {
      if (leads[tail] == 0) waiting.push_back(tail);
      leads[tail] = 1;
    }
  }
  return leads;
}

std::string const& name_of(Network const& network, Limit const& limit) {
  if (!limit.shared.is_none()) return network.shared(limit.shared).name;
  return limit.edge.is_none() ? network.node(limit.node).name : network.edge(limit.edge).name;
}

/// A node before a shared thing of the same name, and that before an edge.
int kind_of(Limit const& limit) { return !limit.node.is_none() ? 0 : !limit.shared.is_none() ? 1 : 2; }

void ensure_apart(std::vector<NodeId> const& sources, std::vector<NodeId> const& sinks) {
  ensure(!sources.empty() && !sinks.empty(), "a cut needs a source and a sink");
  for (NodeId const id : sinks)
    ensure(std::ranges::find(sources, id) == sources.end(), "a node is both source and sink of a cut");
}

struct Said {
  std::string zh, en, amount;
};

template<class Thing>
Said said_of(Thing const& thing, Limit const& limit) {
  Wording const label = label_of(thing);
  Wording const& cause = thing.limit;
  return {label.zh + " " + (cause.zh.empty() ? "能力" : cause.zh),
          label.en + (cause.en.empty() ? "" : " (" + cause.en + ")"), grouped(limit.teu_per_year.count())};
}

Said said(Network const& network, Limit const& limit) {
  if (!limit.shared.is_none()) return said_of(network.shared(limit.shared), limit);
  return limit.edge.is_none() ? said_of(network.node(limit.node), limit) : said_of(network.edge(limit.edge), limit);
}

Wording listed(Network const& network, std::vector<Limit> const& limits) {
  constexpr std::size_t kMostNamed = 4;
  std::size_t const named = std::min(limits.size(), kMostNamed);
  Wording list;
  for (std::size_t i = 0; i < named; ++i) {
    auto const [zh, en, amount] = said(network, limits[i]);
    bool const is_alone = limits.size() == 1;
    list.zh += (i == 0 ? "" : "、") + zh + (is_alone ? "" : "（" + amount + "）");
    list.en += (i == 0 ? "" : "; ") + en + (is_alone ? "" : ", " + amount);
  }
  if (limits.size() > named) {
    std::string const rest = std::to_string(limits.size() - named);
    list.zh += "及另外 " + rest + " 处";
    list.en += "; and " + rest + " more";
  }
  return list;
}

/// Whether the flow takes no more of anything shared than there is of it; then it can be carried as it stands, and the
/// cut is exact whatever the arcs cannot say. Every edge is let pass the one TEU that rounding may add.
bool is_within_shared(Network const& network, std::vector<Carried> const& flow) {
  IdVector<SharedId, double> taken(network.shared().size(), 0.0);
  for (Carried const& carried : flow) {
    auto const teu = static_cast<double>(carried.teu_per_year.count() - 1);
    for (Use const& use : network.edge(carried.edge).uses) taken[use.shared] += teu * use.units_per_teu;
  }
  return std::ranges::all_of(network.shared_by_name(),
                             [&](SharedId id) { return taken[id] <= network.shared(id).units_per_year; });
}

}  // namespace

Cut min_cut(Network const& network, std::vector<NodeId> const& sources, std::vector<NodeId> const& sinks,
            std::vector<EdgeId> edges) {
  ensure_apart(sources, sinks);
  std::ranges::sort(edges, {}, [&](EdgeId id) { return network.rank(id); });
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  SplitNetwork const split = split_of(network, sources, sinks, edges);
  MaxFlow const flow = max_flow(split.nodes, split.arcs, split.source, split.sink);
  std::vector<char> const leads = leads_to_sink(split);
  Cut cut{Teu::of(flow.value), {}, {}, true};
  for (std::size_t i = 0; i < split.arcs.size(); ++i) {
    FlowArc const& arc = split.arcs[i];
    if (flow.is_on_source_side[arc.from] == 0 || flow.is_on_source_side[arc.to] != 0 || leads[arc.to] == 0) continue;
    if (split.is_unlimited[i] != 0) return {};
    cut.limits.push_back(split.limits[i]);
  }
  std::ranges::sort(cut.limits, [&](Limit const& a, Limit const& b) {
    return std::make_tuple(b.teu_per_year, std::string_view{name_of(network, a)}, kind_of(a)) <
           std::make_tuple(a.teu_per_year, std::string_view{name_of(network, b)}, kind_of(b));
  });
  for (auto const& [arc, edge] : split.carriers)
    if (flow.flow[arc] > 0) cut.carried.push_back({edge, Teu::of(flow.flow[arc])});
  cut.is_exact = split.is_exact || is_within_shared(network, cut.carried);
  return cut;
}

Cut min_cut(Network const& network, std::vector<NodeId> const& sources, std::vector<NodeId> const& sinks) {
  return min_cut(network, sources, sinks, network.edges_by_name());
}

Wording words(Network const& network, Cut const& cut) {
  if (!cut.teu_per_year)
    return {"每年能力无上限：至少有一条通路全程未注明能力",
            "no limit known: at least one way states no capacity anywhere"};
  std::string const amount = grouped(cut.teu_per_year->count());
  if (cut.limits.empty())
    return {"每年 " + amount + " TEU：没有通路", amount + " TEU a year: nothing connects the two"};
  Wording const list = listed(network, cut.limits);
  return {"每年 " + amount + " TEU：受 " + list.zh + "限制", amount + " TEU a year: limited by " + list.en};
}

}  // namespace shudao::network
