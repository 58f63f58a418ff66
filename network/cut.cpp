#include "network/cut.h"

#include <algorithm>
#include <tuple>

#include "network/max_flow.h"
#include "sim/base/errors.h"

namespace shudao::network {
namespace {

/// The network as arcs of whole capacities. Every node becomes two, joined by an arc of the node's own capacity; one
/// more node in front of the sources is reached only through an arc that bounds all flow, so that no sum overflows.
struct SplitNetwork {
  std::vector<FlowArc> arcs;
  std::vector<Limit> limits;       ///< By arc: what it stands for.
  std::vector<char> is_unlimited;  ///< By arc.
  std::uint32_t nodes = 0, source = 0, sink = 0;
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

SplitNetwork split_of(Network const& network, std::vector<NodeId> const& sources, std::vector<NodeId> const& sinks,
                      std::vector<EdgeId> const& edges) {
  SplitNetwork split;
  auto const pairs = static_cast<std::uint32_t>(2 * network.nodes().size());
  std::uint32_t const gathering = pairs;
  split.source = pairs + 1;
  split.sink = pairs + 2;
  split.nodes = pairs + 3;
  for (NodeId const id : network.nodes_by_name())
    add_arc(split, entry(id), exit(id), {id, EdgeId::none(), {}}, network.node(id).teu_per_year);
  for (EdgeId const id : edges) {
    Edge const& edge = network.edge(id);
    add_arc(split, exit(edge.from), entry(edge.to), {NodeId::none(), id, {}}, edge.teu_per_year);
  }
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
  return limit.edge.is_none() ? network.node(limit.node).name : network.edge(limit.edge).name;
}

void ensure_apart(std::vector<NodeId> const& sources, std::vector<NodeId> const& sinks) {
  ensure(!sources.empty() && !sinks.empty(), "a cut needs a source and a sink");
  for (NodeId const id : sinks)
    ensure(std::ranges::find(sources, id) == sources.end(), "a node is both source and sink of a cut");
}

struct Said {
  std::string zh, en, amount;
};

Said said(Network const& network, Limit const& limit) {
  bool const is_node = limit.edge.is_none();
  Wording const label = is_node ? label_of(network.node(limit.node)) : label_of(network.edge(limit.edge));
  Wording const& cause = is_node ? network.node(limit.node).limit : network.edge(limit.edge).limit;
  return {label.zh + " " + (cause.zh.empty() ? "能力" : cause.zh),
          label.en + (cause.en.empty() ? "" : " (" + cause.en + ")"), grouped(limit.teu_per_year.count())};
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

}  // namespace

Cut min_cut(Network const& network, std::vector<NodeId> const& sources, std::vector<NodeId> const& sinks,
            std::vector<EdgeId> edges) {
  ensure_apart(sources, sinks);
  std::ranges::sort(edges, {}, [&](EdgeId id) { return network.rank(id); });
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  SplitNetwork const split = split_of(network, sources, sinks, edges);
  MaxFlow const flow = max_flow(split.nodes, split.arcs, split.source, split.sink);
  std::vector<char> const leads = leads_to_sink(split);
  Cut cut{Teu::of(flow.value), {}};
  for (std::size_t i = 0; i < split.arcs.size(); ++i) {
    FlowArc const& arc = split.arcs[i];
    if (flow.is_on_source_side[arc.from] == 0 || flow.is_on_source_side[arc.to] != 0 || leads[arc.to] == 0) continue;
    if (split.is_unlimited[i] != 0) return {};
    cut.limits.push_back(split.limits[i]);
  }
  std::ranges::sort(cut.limits, [&](Limit const& a, Limit const& b) {
    return std::make_tuple(b.teu_per_year, std::string_view{name_of(network, a)}, a.node.is_none()) <
           std::make_tuple(a.teu_per_year, std::string_view{name_of(network, b)}, b.node.is_none());
  });
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
