#include "scenarios/cost_item.h"
#include "scenarios/scenario.h"

namespace shudao::scenarios {

char const* name_of(Mode mode) {
  switch (mode) {
    case Mode::rail:
      return "rail";
    case Mode::road:
      return "road";
    case Mode::sea:
      return "sea";
    case Mode::inland_waterway:
      return "inland_waterway";
    case Mode::air:
      return "air";
  }
  return "";
}

char const* name_of(Component component) {
  switch (component) {
    case Component::moving:
      return "moving";
    case Component::handling:
      return "handling";
    case Component::waiting_departure:
      return "waiting_departure";
    case Component::queueing:
      return "queueing";
    case Component::closed:
      return "closed";
    case Component::documents:
      return "documents";
    case Component::inspection:
      return "inspection";
    case Component::border:
      return "border";
    case Component::storage:
      return "storage";
    case Component::blocked:
      return "blocked";
    case Component::disrupted:
      return "disrupted";
  }
  return "";
}

char const* name_of(CostItem item) {
  switch (item) {
    case CostItem::tariff:
      return "tariff";
    case CostItem::handling:
      return "handling";
    case CostItem::storage:
      return "storage";
    case CostItem::formalities:
      return "formalities";
    case CostItem::inventory:
      return "inventory";
    case CostItem::finance:
      return "finance";
    case CostItem::subsidy:
      return "subsidy";
  }
  return "";
}

TokenSet Step::grants() const {
  TokenSet all;
  for (Work const& work : works) all.insert(work.grants);
  return all;
}

}  // namespace shudao::scenarios
