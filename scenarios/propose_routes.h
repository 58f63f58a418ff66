#pragma once
#include <vector>

#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// The ways of a flow through the services that cost least, at most `count`, cheapest first found and then sorted by
/// name. Cost is money (tariffs, handling) + value of time × (running, waiting for the next departure, cut-off) in CNY
/// per TEU; formalities, queues and reliability are left out. A route is called by its services, "truck.express", with
/// the places where they are changed, "truck.cn-chengdu.express", if another route takes the same services. Left out
/// are services that stop at planned places, and those whose vehicles do not hold a lot that may not split. No service
/// twice in a row.
std::vector<Route> propose_routes(Scenario const&, Flow const&, Choice const&, std::size_t count);

}  // namespace shudao::scenarios
