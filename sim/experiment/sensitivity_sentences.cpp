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
  return {fmt::format("稳固：{}，差 {}；逐个试过的输入在各自范围内都不改变它。", what.zh, by.zh),
          fmt::format("STANDS: {} by {}; no input that was tried changes that inside its range.", what.en, by.en)};
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
