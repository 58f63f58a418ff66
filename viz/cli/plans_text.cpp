#include "viz/cli/plans_text.h"

#include <algorithm>
#include <set>

#include "viz/cli/json_parts.h"
#include "viz/cli/result_json.h"
#include "viz/cli/text_table.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

using scenarios::Carrier;
using scenarios::Catalogue;
using scenarios::PlanItem;

struct Count {
  int items = 0, represented = 0, explained = 0;
  [[nodiscard]] int open() const { return items - represented - explained; }
  [[nodiscard]] double percent() const { return items == 0 ? 0 : 100.0 * represented / items; }
};

void count(Count& sum, Catalogue const& all, PlanItem const& item) {
  ++sum.items;
  bool const is_represented = all.represented.contains(item.id);
  sum.represented += is_represented ? 1 : 0;
  sum.explained += !is_represented && all.unrepresented.contains(item.id) ? 1 : 0;
}

std::map<std::string, Count> by_category(Catalogue const& all) {
  std::map<std::string, Count> counts;
  for (PlanItem const& item : all.items) count(counts[item.category], all, item);
  return counts;
}

bool is_about_freight(std::string const& category) {
  auto const& some = scenarios::freight_categories();
  return std::find(some.begin(), some.end(), category) != some.end();
}

Count sum_of(std::map<std::string, Count> const& counts, bool only_freight) {
  Count sum;
  for (auto const& [category, one] : counts) {
    if (only_freight && !is_about_freight(category)) continue;
    sum.items += one.items;
    sum.represented += one.represented;
    sum.explained += one.explained;
  }
  return sum;
}

/// "S07.zigong-only", or the file of the base world.
std::string where_text(Carrier const& carrier) {
  if (carrier.study.empty()) return "scenario.json";
  return carrier.study + (carrier.world == "base" ? "" : "." + carrier.world);
}

/// By whom the item is represented, or why it is not.
std::string standing(Catalogue const& all, PlanItem const& item, Language language) {
  auto const represented = all.represented.find(item.id);
  auto const explained = all.unrepresented.find(item.id);
  if (represented != all.represented.end())
    return fmt::format(fmt::runtime(text(Key::plan_by, language)), represented->second.element,
                       where_text(represented->second));
  if (explained == all.unrepresented.end()) return std::string{text(Key::plan_open_item, language)};
  return fmt::format(fmt::runtime(text(Key::plan_why, language)),
                     language == Language::zh ? explained->second.zh : explained->second.en);
}

std::string item_text(Catalogue const& all, PlanItem const& item, Language language) {
  bool const is_represented = all.represented.contains(item.id);  // then an id and a pointer say it in any language
  std::string const words =
      is_represented && language == Language::both
          ? standing(all, item, Language::en)
          : in_language(standing(all, item, Language::zh), standing(all, item, Language::en), language, " / ");
  std::string lines = item.id + "  " + label(item.name, language, item.id, " / ") + "\n";
  for (auto const& part : wrapped(words, kWidestTable - 4)) lines += "    " + part + "\n";
  return lines;
}

std::string table(std::map<std::string, Count> const& counts, Language language) {
  TextTable table{{{label(Key::plan_category, language, kBelow)},
                   {label(Key::plan_items, language, kBelow), Align::right},
                   {label(Key::plan_represented, language, kBelow), Align::right},
                   {label(Key::plan_explained, language, kBelow), Align::right},
                   {label(Key::plan_open, language, kBelow), Align::right},
                   {label(Key::plan_share, language, kBelow), Align::right}}};
  for (bool const is_freight : {true, false}) {
    for (auto const& [category, one] : counts) {
      if (is_about_freight(category) != is_freight) continue;
      table.add({category, std::to_string(one.items), std::to_string(one.represented), std::to_string(one.explained),
                 std::to_string(one.open()), fmt::format("{:.0f} %", one.percent())});
    }
    if (is_freight) table.add_rule();
  }
  return table.text();
}

Json json_of(Catalogue const& all, PlanItem const& item) {
  auto const represented = all.represented.find(item.id);
  auto const explained = all.unrepresented.find(item.id);
  bool const is_represented = represented != all.represented.end();
  bool const has_reason = !is_represented && explained != all.unrepresented.end();
  Json plans = Json::array(), clauses = Json::object();
  for (auto const& [plan, sections] : item.clauses) {
    plans.push_back(plan);
    clauses[plan] = sections;
  }
  return {{"id", item.id},
          {"category", item.category},
          {"name", words_json(item.name)},
          {"plans", plans},
          {"clauses", clauses},
          {"represented", is_represented},
          {"by", is_represented ? Json(represented->second.element) : Json()},
          {"study", is_represented && !represented->second.study.empty() ? Json(represented->second.study) : Json()},
          {"world", is_represented ? Json(represented->second.world) : Json()},
          {"reason", has_reason ? words_json(explained->second) : Json()}};
}

Json json_of(Count const& one) {
  return {{"items", one.items},
          {"represented", one.represented},
          {"explained", one.explained},
          {"open", one.open()},
          {"share", one.items == 0 ? Json() : Json(one.percent() / 100)}};
}

}  // namespace

std::string plans_text(Catalogue const& all, std::string const& category, bool is_full, Language language) {
  auto const counts = by_category(all);
  std::string lines;
  std::set<std::string> plans;
  for (PlanItem const& item : all.items) {
    for (auto const& [plan, sections] : item.clauses) plans.insert(plan);
    if (category.empty() ? is_full : item.category == category) lines += item_text(all, item, language);
  }
  if (!category.empty()) return lines;
  auto const sum = sum_of(counts, false), freight = sum_of(counts, true);
  return lines + (lines.empty() ? "" : "\n") + say(Key::plans_title, language, plans.size(), all.items.size()) + "\n" +
         table(counts, language) +
         say(Key::plan_totals, language, sum.items, sum.represented, sum.explained, sum.open()) + "\n" +
         say(Key::plan_freight_share, language, freight.items, freight.represented, freight.percent()) + "\n";
}

std::string plans_json(Catalogue const& all, std::string const& category) {
  Json items = Json::array(), categories = Json::object();
  auto const counts = by_category(all);
  for (PlanItem const& item : all.items) {
    if (category.empty() || item.category == category) items.push_back(json_of(all, item));
  }
  for (auto const& [name, one] : counts) categories[name] = json_of(one);
  return dumped({{"schema_version", kJsonVersion},
                 {"items", items},
                 {"categories", categories},
                 {"freight_categories", scenarios::freight_categories()},
                 {"freight", json_of(sum_of(counts, true))},
                 {"total", json_of(sum_of(counts, false))}});
}

}  // namespace shudao::viz::cli
