#pragma once
#include <deque>

#include "sim/freight/border.h"
#include "sim/freight/box_depot.h"
#include "sim/freight/desk.h"
#include "sim/freight/dispatcher.h"
#include "sim/freight/gate.h"
#include "sim/freight/resource.h"
#include "sim/freight/service_run.h"
#include "sim/freight/setting.h"
#include "sim/freight/source.h"
#include "sim/freight/terminal.h"
#include "sim/freight/yard.h"

namespace shudao::freight {

/// The states of all logical processes of one replication, by type; addresses are stable.
struct Processes {
  std::deque<Border> borders;
  std::deque<BoxDepot> depots;
  std::deque<Desk> desks;
  std::deque<Dispatcher> dispatchers;
  std::deque<Gate> gates;
  std::deque<Resource> resources;
  std::deque<ServiceRun> service_runs;
  std::deque<Source> sources;
  std::deque<Terminal> terminals;
  std::deque<Yard> yards;
};

/// Makes the processes, settles each at its place, declares who sends to whom, and sends the first events. Fills the
/// addresses of the setting.
void build(Setting&, Processes&, kernel::Model&);

}  // namespace shudao::freight
