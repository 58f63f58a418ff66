#pragma once
#include "../tiny_world.h"

namespace shudao::experiment {

/// A chain of two elements that can be reckoned by hand: from a by rail, 100 km, to the border crossing g, and by road,
/// 300 km, to b. A TEU weighs 10 t and pays 500 CNY and 2 CNY/km by rail and 6 CNY/km by road; cranes take 50 CNY at
/// a, 80 + 30 CNY at g and 40 CNY at b. Rail emits 20 g/tkm, road 80 g/tkm. Otherwise as tiny_world().
scenarios::Scenario golden_world();

/// Two consignments, both ready when the window begins. The first, 2 TEU, waits 4 h, rides 5 h, is 6 h at g, rides
/// 10 h, is unloaded 1 h; it pays 100 CNY at a and 300 CNY at g. The second, 1 TEU: 2 h, 4 h, 12 h, 8 h, 2 h; it pays
/// 60 CNY at g.
Stream golden_stream();

}  // namespace shudao::experiment
