#include "sim/experiment/guard_rail.h"

#include <array>

#include "sim/experiment/guard_checks.h"

namespace shudao::experiment {
namespace {

/// What is known of a kind.
struct Kind {
  char const* name;
  Weight weight;
  char const *remedy_zh, *remedy_en;
};

constexpr Weight kForbids = Weight::forbids_quoting, kLimits = Weight::limits, kHint = Weight::hint;

// In the order of GuardRailKind.
constexpr std::array<Kind, kGuardRailKinds> kKinds{{
    {"deadlock", kForbids, "扩大其中一处的容量，或给进出的列车各留股道。",
     "Give one of them more room, or keep tracks for trains that leave."},
    {"overload", kForbids, "增加能力或减少需求；在此之前，时间只反映运行有多长。",
     "Add capacity or take demand away; until then times only measure how long the run is."},
    {"demand_above_limit", kForbids, "增加最小割上的能力，或减少这条走廊的需求。",
     "Add capacity on the min-cut, or take demand off this corridor."},
    {"unfinished_cargo", kForbids, "加长 cap_weeks，或找出货物被什么耽搁。",
     "Make cap_weeks longer, or find what holds the cargo."},
    {"short_warm_up", kForbids, "加长 warm_up_weeks；shudao warm-up 会给出建议。",
     "Make warm_up_weeks longer; shudao warm-up proposes how long."},
    {"not_settled", kForbids, "加长 warm_up_weeks；shudao warm-up 会给出建议。",
     "Make warm_up_weeks longer; shudao warm-up proposes how long."},
    {"one_replication", kForbids, "至少运行 10 次重复：--replications 10。",
     "Run at least ten replications: --replications 10."},
    {"few_consignments", kForbids, "加长 window_weeks 或增加重复次数。",
     "Make window_weeks longer or run more replications."},
    {"implausible_distance", kForbids, "核对里程和两端的坐标。", "Check the distance and the positions of its ends."},
    {"implausible_speed", kForbids, "核对运行时间、速度和里程的单位。",
     "Check the units of running time, speed and distance."},
    {"implausible_cost", kForbids, "核对运价的单位（每 TEU 还是每 TEU·km）。",
     "Check the unit of the tariff (per TEU or per TEU-km)."},
    {"implausible_quantity", kForbids, "核对这个数的单位。", "Check the unit of this number."},
    {"outlying_replication", kLimits, "查看这一次重复发生了什么，并增加重复次数。",
     "See what happened in this replication, and run more of them."},
    {"few_observations", kLimits, "加长 window_weeks 或增加重复次数；在此之前不要引用这个数。",
     "Make window_weeks longer or run more replications; do not quote this figure before."},
    {"rare_events", kLimits, "增加重复次数，直到罕见事件至少有 30 次。",
     "Run more replications, until the rare event was seen at least 30 times."},
    {"silent_flow", kLimits, "核对 teu_per_year 和 lot_teu，或加长 window_weeks。",
     "Check teu_per_year and lot_teu, or make window_weeks longer."},
    {"dry_depot", kLimits, "增加初始箱量或空箱调运。", "Start with more boxes, or reposition more empties."},
    {"service_never_ran", kLimits, "核对班期、最小装载量和窗口长度。",
     "Check its timetable, its minimum load and the length of the window."},
    {"service_always_empty", kLimits, "给它配上货流的路径，或去掉它。", "Give it the route of a flow, or take it out."},
    {"swinging_shares", kLimits, "缩短 knowledge_delay_h 或加长 memory_days，或固定份额。",
     "Shorten knowledge_delay_h or lengthen memory_days, or freeze the shares."},
    {"window_below_transit", kLimits, "加长 window_weeks。", "Make window_weeks longer."},
    {"window_below_headway", kLimits, "加长 window_weeks，至少包含几个班次。",
     "Make window_weeks longer, so that it holds several departures."},
    {"part_of_a_season", kLimits, "让窗口为整年（52 周），或不要引用年度数字。",
     "Let the window be whole years (52 weeks), or do not quote figures per year."},
    {"idle_rule", kLimits, "核对规则的条件、地点和生效日期。",
     "Check the conditions of the rule, its places and its date."},
    {"idle_disruption", kLimits, "核对中断的日期。", "Check the dates of the disruption."},
    {"holidays_end", kLimits, "补上该日历到期末为止的节假日。", "Add the holidays of this calendar up to the horizon."},
    {"outside_bounds", kLimits, "修正数值或它的上下限。", "Correct the number or its bounds."},
    {"near_capacity", kHint, "接近能力上限：小的增量就会引起长队。",
     "Little is left: a small increase makes long queues."},
    {"few_for_quantile", kHint, "每次重复少于 20 批货时，P95 就是最大值：请引用均值。",
     "With fewer than 20 consignments a replication the P95 is the largest: quote the mean."},
    {"few_replications", kHint, "10 次以上的重复使区间更可靠。",
     "Ten replications or more make intervals more reliable."},
}};

Kind const& facts_of(GuardRailKind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }

}  // namespace

char const* name_of(GuardRailKind kind) { return facts_of(kind).name; }

char const* name_of(Weight weight) {
  switch (weight) {
    case Weight::forbids_quoting:
      return "forbids_quoting";
    case Weight::limits:
      return "limits";
    case Weight::hint:
      break;
  }
  return "hint";
}

Weight weight_of(GuardRailKind kind) { return facts_of(kind).weight; }

GuardRail warning(GuardRailKind kind, std::string where, double value, double limit, std::string unit,
                  scenarios::Text sentence) {
  Kind const& facts = facts_of(kind);
  return {
      kind, std::move(where), value, limit, std::move(unit), std::move(sentence), {facts.remedy_zh, facts.remedy_en}};
}

}  // namespace shudao::experiment
