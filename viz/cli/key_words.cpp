#include "viz/cli/key_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace shudao::viz::cli {
namespace {

struct Words {
  std::string_view key, zh, en;
};

constexpr std::array kKeys = {
    Words{"after", "前置环节", "waits for"},
    Words{"arrivals", "到达方式", "arrivals"},
    Words{"at", "适用节点", "at"},
    Words{"at_kinds", "适用节点类型", "at kinds of places"},
    Words{"batch_size", "每批数量", "batch size"},
    Words{"batch_wait_h", "等满一批的时间", "wait for a full batch"},
    Words{"below_minimum", "不足开行标准时", "below the minimum"},
    Words{"calendar", "工作时间", "working hours"},
    Words{"cap_weeks", "收尾周数", "cap"},
    Words{"capacity_by", "剩余能力", "capacity left"},
    Words{"capacity_teu", "能力", "capacity"},
    Words{"choice", "路径选择", "route choice"},
    Words{"co2e_g_per_tkm", "碳排放因子", "emission factor"},
    Words{"commodity", "品类", "commodity"},
    Words{"component", "归属环节", "charged to"},
    Words{"container", "箱型", "boxes"},
    Words{"cost_cny", "每票费用", "cost"},
    Words{"cost_cny_per_teu", "费用", "cost"},
    Words{"cut_off_h", "截载提前量", "cut-off"},
    Words{"departures", "发车时刻", "departures"},
    Words{"depot", "空箱堆场", "depot"},
    Words{"designated_for", "指定监管品类", "designated for"},
    Words{"distance_km", "距离", "distance"},
    Words{"driving_h", "连续驾驶", "driving"},
    Words{"due_h", "交付期限", "due time"},
    Words{"duration_by", "时长倍数", "duration"},
    Words{"duration_h", "时长", "duration"},
    Words{"duty_rate", "关税税率", "rate of duty"},
    Words{"every_h", "间隔", "every"},
    Words{"every_weeks", "开行周期", "runs every"},
    Words{"firm_classes", "企业类别构成", "firm classes"},
    Words{"flows", "货流", "flows"},
    Words{"free_time_h", "免堆期", "free time"},
    Words{"from", "起", "from"},
    Words{"gate", "卡口", "gate"},
    Words{"gauge_mm", "轨距", "gauge"},
    Words{"grants", "授予标记", "grants"},
    Words{"handling", "装卸", "handling"},
    Words{"interest_percent_per_year", "资金年利率", "interest"},
    Words{"kind", "方式", "kind"},
    Words{"kinds", "类型", "kinds"},
    Words{"lot_teu", "每票箱量", "lot size"},
    Words{"max_wait_h", "最长等待", "longest wait"},
    Words{"may_split", "可拆分", "may be split"},
    Words{"min_per_teu", "每箱装卸时间", "handling time"},
    Words{"min_per_vehicle", "每车过卡时间", "gate time"},
    Words{"minimum_teu", "最低开行箱量", "minimum load"},
    Words{"mode", "运输方式", "mode"},
    Words{"monthly_profile", "月度分布", "monthly profile"},
    Words{"needs", "所需标记", "needs"},
    Words{"outages", "停用时段", "outages"},
    Words{"passenger_trains_per_day", "客车占用", "passenger trains"},
    Words{"priority", "优先级", "priority"},
    Words{"probability", "发生比例", "probability"},
    Words{"registered_at", "注册地", "registered at"},
    Words{"refund_rate", "退税率", "rate of refund"},
    Words{"regime", "监管方式", "regime"},
    Words{"repeat_probability", "返工比例", "probability of rework"},
    Words{"replications", "重复次数", "replications"},
    Words{"resource", "承担者", "served by"},
    Words{"rest_h", "休息", "rest"},
    Words{"rewrites", "改写", "rewrites"},
    Words{"route", "路径", "route"},
    Words{"routes", "路径", "routes"},
    Words{"running_time_h", "运行时间", "running time"},
    Words{"seed", "随机种子", "seed"},
    Words{"servers", "服务台数", "servers"},
    Words{"shares", "分担比例", "shares"},
    Words{"shelf_life_h", "保质期", "shelf life"},
    Words{"skip_if", "免做条件", "skipped by"},
    Words{"slots_per_day", "每日线路", "slots"},
    Words{"speed_by", "速度倍数", "speed"},
    Words{"speed_km_h", "速度", "speed"},
    Words{"start", "起始日", "start"},
    Words{"status", "状态", "status"},
    Words{"steps", "环节", "steps"},
    Words{"stops", "停靠", "stops"},
    Words{"storage_cny_per_teu_day", "堆存费", "storage tariff"},
    Words{"subsidy_cny_per_teu", "补贴", "subsidy"},
    Words{"tariff_cny_per_teu", "运价", "tariff"},
    Words{"tariff_cny_per_teu_km", "每公里运价", "tariff"},
    Words{"teu", "箱量", "boxes"},
    Words{"teu_per_year", "年箱量", "volume"},
    Words{"to", "止", "to"},
    Words{"tonnes_per_teu", "每箱重量", "weight"},
    Words{"tracks", "股道或泊位", "tracks or berths"},
    Words{"value_cny_per_teu", "货值", "value"},
    Words{"warm_up_weeks", "预热周数", "warm-up"},
    Words{"weekly", "每周时段", "weekly hours"},
    Words{"weekly_profile", "周内分布", "weekly profile"},
    Words{"when", "适用条件", "conditions"},
    Words{"window_weeks", "统计周数", "window"},
    Words{"yard", "堆场", "yard"},
};

constexpr std::array kCollections = {
    Words{"boxes", "箱型", "kind of box"},
    Words{"calendars", "工作日历", "calendar"},
    Words{"corridors", "通道", "corridor"},
    Words{"disruptions", "中断", "disruption"},
    Words{"flows", "货流", "flow"},
    Words{"links", "线路", "link"},
    Words{"places", "节点", "place"},
    Words{"processes", "流程", "process"},
    Words{"repositioning", "调箱", "plan of repositioning"},
    Words{"resources", "资源", "resource"},
    Words{"rules", "规则", "rule"},
    Words{"run", "仿真设置", "run"},
    Words{"services", "班列或航线", "service"},
    Words{"sources", "来源", "source"},
    Words{"steps", "环节", "step"},
};

/// By the end of the key, the longest first.
constexpr std::array kUnits = {
    Words{"_cny_per_teu_day", " 元/TEU·天", " CNY/TEU a day"},
    Words{"_percent_per_year", " %/年", " % a year"},
    Words{"_cny_per_teu_km", " 元/TEU·km", " CNY/TEU-km"},
    Words{"_cny_per_teu_h", " 元/TEU·小时", " CNY/TEU-h"},
    Words{"_cny_per_teu", " 元/TEU", " CNY/TEU"},
    Words{"_min_per_teu", " 分钟/TEU", " min/TEU"},
    Words{"min_per_teu", " 分钟/TEU", " min/TEU"},
    Words{"min_per_vehicle", " 分钟/车", " min/vehicle"},
    Words{"_g_per_tkm", " g/tkm", " g/tkm"},
    Words{"teu_per_year", " TEU/年", " TEU a year"},
    Words{"tonnes_per_teu", " 吨/TEU", " t/TEU"},
    Words{"slots_per_day", " 条/天", " a day"},
    Words{"_per_day", " 次/天", " a day"},
    Words{"_km_h", " km/h", " km/h"},
    Words{"_weeks", " 周", " weeks"},
    Words{"_cny", " 元", " CNY"},
    Words{"_teu", " TEU", " TEU"},
    Words{"_km", " km", " km"},
    Words{"_mm", " mm", " mm"},
    Words{"_h", " 小时", " h"},
};

constexpr std::array<std::string_view, 9> kShares = {"probability", "repeat_probability", "capacity_by",
                                                     "duty_rate",   "refund_rate",        "shares",
                                                     "speed_by",    "duration_by",        "firm_classes"};

constexpr std::array kDistributions = {
    Words{"uniform", "均匀", "uniform"},         Words{"triangular", "三角", "triangular"},
    Words{"exponential", "指数", "exponential"}, Words{"gamma", "伽马", "gamma"},
    Words{"lognormal", "对数正态", "lognormal"}, Words{"weibull", "韦布尔", "Weibull"},
    Words{"empirical", "经验", "empirical"},     Words{"truncated", "截断", "truncated"},
};

constexpr std::size_t kLongest = 80;

template<std::size_t N>
Words const* find(std::array<Words, N> const& list, std::string_view key) {
  auto const at = std::find_if(list.begin(), list.end(), [&](Words const& words) { return words.key == key; });
  return at == list.end() ? nullptr : &*at;
}

std::string in(Words const& words, Language language, char const* between = " ") {
  return in_language(words.zh, words.en, language, between);
}

Words const* unit_of(std::string_view key) {
  auto const at =
      std::find_if(kUnits.begin(), kUnits.end(), [&](Words const& unit) { return key.ends_with(unit.key); });
  return at == kUnits.end() ? nullptr : &*at;
}

std::string number_words(double value, std::string const& key, Language language) {
  bool const is_share = std::find(kShares.begin(), kShares.end(), key) != kShares.end();
  if (is_share) return fmt::format("{:.4g} %", 100 * value);
  auto const* unit = unit_of(key);
  std::string const digits = fmt::format("{:.6g}", value);
  // One unit is enough where both languages write it.
  return unit == nullptr ? digits : digits + std::string{language == Language::zh ? unit->zh : unit->en};
}

double number_in(scenarios::Json const& parameters, char const* key) {
  scenarios::Json const* member = parameters.find(key);
  return member == nullptr ? 0 : member->number;
}

/// "6 h (lognormal, CV 1)", "2 … 4 h (uniform)".
std::string distribution_words(Words const& kind, scenarios::Json const& p, std::string const& key, Language language) {
  auto const shown = [&](double x) { return number_words(x, key, language); };
  std::string const name = in(kind, language == Language::both ? Language::en : language);
  if (p.find("mean") != nullptr) {
    std::string const cv = p.find("cv") == nullptr ? "" : fmt::format(", CV {:.4g}", number_in(p, "cv"));
    return shown(number_in(p, "mean")) + " (" + name + cv + ")";
  }
  if (p.find("mode") != nullptr)
    return fmt::format("{:.6g} … {:.6g} … ", number_in(p, "low"), number_in(p, "mode")) + shown(number_in(p, "high")) +
           " (" + name + ")";
  if (p.find("low") != nullptr && p.find("of") == nullptr)
    return fmt::format("{:.6g} … ", number_in(p, "low")) + shown(number_in(p, "high")) + " (" + name + ")";
  return name + " " + canonical_text(p);
}

std::string cut(std::string text) {
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // between UTF-8 characters
  return text.substr(0, end) + "…";
}

std::string list_words(scenarios::Json const& list, std::string const& key, Language language) {
  std::string text;
  for (scenarios::Json const& item : list.items) text += (text.empty() ? "" : ", ") + value_words(item, key, language);
  return text.empty() ? "–" : text;
}

std::string object_words(scenarios::Json const& value, std::string const& key, Language language) {
  if (scenarios::Json const* inner = value.find("value")) return value_words(*inner, key, language);
  for (Words const& kind : kDistributions) {
    if (scenarios::Json const* parameters = value.find(kind.key))
      return distribution_words(kind, *parameters, key, language);
  }
  std::string text;
  for (auto const& [name, member] : value.members) {
    if (name == "name" || name == "why" || name == "source" || name == "grade") continue;
    text += (text.empty() ? "" : ", ") + name + " " + value_words(member, key, language);
  }
  return text.empty() ? "–" : text;
}

}  // namespace

std::string key_words(std::string const& key, Language language) {
  if (auto const* words = find(kKeys, key)) return in(*words, language);
  std::string plain = key;
  if (auto const* unit = unit_of(key); unit != nullptr && plain.size() > unit->key.size() && unit->key.front() == '_')
    plain.resize(plain.size() - unit->key.size());
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return plain;
}

std::string value_words(scenarios::Json const& value, std::string const& key, Language language) {
  switch (value.kind) {
    case scenarios::Json::Kind::null:
      return "–";
    case scenarios::Json::Kind::boolean:
      return value.flag ? in_language("是", "yes", language, " ") : in_language("否", "no", language, " ");
    case scenarios::Json::Kind::number:
      return number_words(value.number, key, language);
    case scenarios::Json::Kind::text:
      return value.text;
    case scenarios::Json::Kind::array:
      return cut(list_words(value, key, language));
    case scenarios::Json::Kind::object:
      break;
  }
  return cut(object_words(value, key, language));
}

std::string kind_words(std::string const& collection, Language language) {
  auto const* words = find(kCollections, collection);
  return words == nullptr ? collection : in(*words, language);
}

}  // namespace shudao::viz::cli
