#include <fmt/format.h>

#include <cmath>

#include "sim/experiment/sensitivity.h"
#include "sim/experiment/spoken.h"
#include "sim/experiment/study_sentences.h"

namespace shudao::experiment {
namespace {

using scenarios::Text;

std::string plain(double value) { return fmt::format("{:.4g}", value); }

/// "每 TEU 成本：“甲”低于“乙”", "cost per TEU is lower with “A” than with “B”".
Text claim(Conclusion const& conclusion, Question const& question) {
  Text const& small = question.worlds[conclusion.smaller].title;
  Text const& large = question.worlds[conclusion.larger].title;
  return {fmt::format("{}：“{}”低于“{}”", question.title.zh, small.zh, large.zh),
          fmt::format("{} is lower with “{}” than with “{}”", question.title.en, small.en, large.en)};
}

Text amount(Measure const& difference, Question const& question) {
  SpokenUnit const unit = spoken_unit(question.selectors.front(), difference.value);
  Spoken const size = spoken(difference, unit.per_unit, unit.name);
  Text const interval = interval_words(difference, size, true);
  std::string const digits = number(std::abs(difference.value), size);
  return {digits + " " + unit.name.zh + interval.zh, digits + " " + unit.name.en + interval.en};
}

/// "/links/bc/speed_km_h (D级，标定值 50，范围 20 至 80 km/h)".
Text named(Input const& input) {
  scenarios::Pedigree const& p = input.number;
  std::string const unit = p.unit == "1" || p.unit.empty() ? "" : " " + p.unit;
  std::string const grade = input.grade == ' ' ? "" : std::string{input.grade};
  return {fmt::format("{}（{}现值 {}，范围 {} 至 {}{}）", p.pointer, grade.empty() ? "" : grade + " 级，",
                      plain(p.value), plain(*p.low), plain(*p.high), unit),
          fmt::format("{} ({}stated {}, range {} to {}{})", p.pointer, grade.empty() ? "" : "grade " + grade + ", ",
                      plain(p.value), plain(*p.low), plain(*p.high), unit)};
}

/// Whether every input that might flip the conclusion was put to the ends of its range: no input was left out, and what
/// was not told apart moves the difference by less than a third of it, the limit below which inputs are not tried.
bool is_checked(Conclusion const& conclusion, Sensitivity const& found) {
  constexpr double kStrong = 1.0 / 3;
  bool const is_told_apart = found.screening.unresolved.empty() ||
                             found.screening.unresolved_effect < kStrong * std::abs(conclusion.difference.value);
  return !found.inputs.empty() && found.fragility.left_out == 0 && is_told_apart;
}

/// "3 inputs at both ends of their ranges do not change it, 12 others move it by less than a third, …".
Text what_was_tried(Sensitivity const& found) {
  if (found.inputs.empty()) return {"没有一个输入给出范围，无从查起", "no input has a range to try"};
  Fragility const& f = found.fragility;
  Text said{fmt::format("逐个推到范围两端的 {} 个输入都不改变它，另有 {} 个至多使它变动三分之一", f.tried, f.too_weak),
            fmt::format("the {} inputs put to both ends of their ranges do not change it, {} others move it by less "
                        "than a third",
                        f.tried, f.too_weak)};
  if (f.left_out > 0) {
    said.zh += fmt::format("；{} 个可能翻转它的输入因预算不足未试（--budget）", f.left_out);
    said.en += fmt::format("; {} that might turn it were not tried within the budget (--budget)", f.left_out);
  }
  if (std::size_t const unresolved = found.screening.unresolved.size(); unresolved > 0) {
    said.zh += fmt::format("；{} 个有影响但未分辨（--budget）", unresolved);
    said.en += fmt::format("; {} that do something were not told apart (--budget)", unresolved);
  }
  return said;
}

}  // namespace

Text sentence_on(Flip const& flip, Sensitivity const& found, Question const& question) {
  Conclusion const& conclusion = found.fragility.conclusions[flip.conclusion];
  Text const what = claim(conclusion, question), input = named(found.inputs[flip.input]);
  Text const end = amount(flip.at_end, question);
  std::string const value = plain(flip.value);
  Text const side = flip.is_at_low ? Text{"低于", "below"} : Text{"高于", "above"};
  if (flip.is_reversed)
    return {
        fmt::format("易翻转：{}，但 {} {} {} 时结论反转：到范围端点反而高 {}。", what.zh, input.zh, side.zh, value,
                    end.zh),
        fmt::format("FRAGILE: {}, but the contrary holds with {} {} {}: at the end of its range it is higher by {}.",
                    what.en, input.en, side.en, value, end.en)};
  return {fmt::format("不稳：{}，但 {} {} {} 时不再能证实。", what.zh, input.zh, side.zh, value),
          fmt::format("UNSURE: {}, but it is no longer proven with {} {} {}.", what.en, input.en, side.en, value)};
}

Text sentence_on_standing(Conclusion const& conclusion, Sensitivity const& found, Question const& question) {
  Text const what = claim(conclusion, question), by = amount(conclusion.difference, question);
  std::int64_t const n = found.fragility.replications;
  if (conclusion.difference.value == 0 || conclusion.p >= 1) {
    Text const &a = question.worlds[conclusion.smaller].title, &b = question.worlds[conclusion.larger].title;
    return {
        fmt::format("{}：“{}”与“{}”没有可证实的差异（{} 次重复），无结论可翻转。", question.title.zh, a.zh, b.zh, n),
        fmt::format("{}: no proven difference between “{}” and “{}” in {} replications, so there is nothing to flip.",
                    question.title.en, a.en, b.en, n)};
  }
  if (!conclusion.is_proven)
    return {fmt::format("{}，差 {}，但尚不能证实，无结论可翻转。", what.zh, by.zh),
            fmt::format("{} by {}, which is not proven, so there is nothing to flip.", what.en, by.en)};
  Text const tried = what_was_tried(found);
  Text const verdict = is_checked(conclusion, found) ? Text{"稳固", "STANDS"} : Text{"未查清", "NOT CHECKED"};
  return {fmt::format("{}：{}，差 {}；{}。", verdict.zh, what.zh, by.zh, tried.zh),
          fmt::format("{}: {} by {}; {}.", verdict.en, what.en, by.en, tried.en)};
}

Text sentence_on(Doubt const& doubt, Question const& question, std::size_t quantity) {
  double noise = 0, assumed = 0;
  for (VarianceShare const& share : doubt.shares) {
    if (share.of == "noise") noise = share.percent;
    if (share.of == "D") assumed = share.percent;
  }
  std::size_t const world = question.worlds.size() == 1 ? 0 : quantity + 1;
  Text const& title = question.worlds[world].title;
  if (!doubt.is_known)
    return {fmt::format("“{}”：给出结果的抽样太少，不能说明不确定从何而来。", title.zh),
            fmt::format("With “{}”: too few draws of the inputs gave a figure to tell where the doubt comes from.",
                        title.en)};
  if (!doubt.is_ignorance_seen)
    return {fmt::format("“{}”：在 {} 组输入中，输入的不确定对结果的影响与零无法区分。", title.zh, doubt.over_ranges.n),
            fmt::format("With “{}”: what the inputs do inside their ranges cannot be told from 0 in {} draws of them.",
                        title.en, doubt.over_ranges.n)};
  Text said{
      fmt::format(
          "“{}”：结果的不确定中，{:.1f}% 来自仿真的偶然性（{} 次重复），{:.1f}% 来自输入的不确定，其中 D 级输入占 "
          "{:.1f}%。",
          title.zh, noise, doubt.replications, 100 - noise, assumed),
      fmt::format("With “{}”: of the doubt about the result, {:.1f} % is the luck of {} replications and {:.1f} % is "
                  "ignorance of the inputs; inputs of grade D make {:.1f} %.",
                  title.en, noise, doubt.replications, 100 - noise, assumed)};
  if (question.worlds.size() == 1 || doubt.over_ranges.n == 0) return said;
  double const turned = 100 * doubt.reversed_share;
  said.zh += fmt::format("输入在各自范围内任取时，{:.0f}% 的情形下符号相反。", turned);
  said.en += fmt::format(
      " With inputs drawn anywhere in their ranges, the sign of the difference is the opposite in {:.0f} %.", turned);
  return said;
}

}  // namespace shudao::experiment
