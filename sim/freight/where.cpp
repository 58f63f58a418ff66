#include "sim/freight/facts.h"

namespace shudao::freight {

std::string const& name_of(Where where, scenarios::Scenario const& scenario) {
  switch (where.kind()) {
    case Where::Kind::link:
      return scenario.links[scenarios::LinkId{where.index()}].id;
    case Where::Kind::service:
      return scenario.services[scenarios::ServiceId{where.index()}].id;
    case Where::Kind::place:
      break;
  }
  return scenario.places[scenarios::PlaceId{where.index()}].id;
}

}  // namespace shudao::freight
