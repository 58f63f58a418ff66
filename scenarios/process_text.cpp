#include <array>
#include <cstdio>

#include "scenarios/rewrite.h"

namespace shudao::scenarios {

namespace {

std::string shortened(double x) {
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.12g", x);
  return buffer.data();
}

std::string listed(char const* name, std::initializer_list<double> parameters) {
  std::string out = name;
  char before = '(';
  for (double const p : parameters) {
    out += before + shortened(p);
    before = ' ';
  }
  return out + ')';
}

std::string text_of(Distribution const&);

std::string text_of(Constant const& c) { return shortened(c.value); }
std::string text_of(Uniform const& u) { return listed("uniform", {u.low, u.high}); }
std::string text_of(Triangular const& t) { return listed("triangular", {t.low, t.mode, t.high}); }
std::string text_of(Exponential const& e) { return listed("exponential", {e.mean}); }
std::string text_of(Gamma const& g) { return listed("gamma", {g.mean, g.cv}); }
std::string text_of(Lognormal const& l) { return listed("lognormal", {l.mean, l.cv}); }
std::string text_of(Weibull const& w) { return listed("weibull", {w.shape, w.scale}); }
std::string text_of(Truncated const& t) { return text_of(*t.of) + listed("|", {t.low, t.high}); }
std::string text_of(Empirical const& e) {
  std::string out = "empirical(";
  for (std::size_t i = 0; i < e.values.size(); ++i) {
    out += (i == 0 ? "" : " ") + shortened(e.values[i]) + ':' + shortened(e.weights[i]);
  }
  return out + ')';
}

std::string text_of(Distribution const& d) {
  return std::visit([](auto const& kind) { return text_of(kind); }, d.kind());
}

std::string text_of(char const* word, TokenSet set) {
  if (set.is_empty()) return {};
  std::string out;
  for (std::size_t i = 0; i < TokenSet::kCapacity; ++i) {
    if (set.contains(TokenId{i})) out += (out.empty() ? "" : ",") + std::to_string(i);
  }
  return std::string{" "} + word + ' ' + out;
}

std::string text_of(Work const& w) {
  std::string out = " [" + w.home + ' ' + text_of(w.duration_h);
  if (w.scale != 1.0) out += " x" + shortened(w.scale);
  if (w.is_per_teu) out += " per teu";
  if (w.probability != 1.0) out += " p=" + shortened(w.probability);
  if (w.repeat_probability != 0.0) out += " again=" + shortened(w.repeat_probability);
  out += text_of("grants", w.grants) + text_of("skip_if", w.skip_if) + " " + name_of(w.component);
  if (w.cost != Money{} || w.cost_per_teu != Money{}) {
    out += " cost " + std::to_string(w.cost.count()) + '+' + std::to_string(w.cost_per_teu.count());
  }
  return out + ']';
}

std::string text_of(Step const& s) {
  std::string out = "  " + s.id;
  for (auto const& other : s.after) out += " >" + other;
  if (!s.resource.is_none()) out += " @" + std::to_string(s.resource.index());
  if (!s.calendar.is_none()) out += " calendar " + std::to_string(s.calendar.index());
  for (auto const& work : s.works) out += text_of(work);
  return out + text_of("needs", s.needs) + '\n';
}

}  // namespace

std::string text(Process const& process) {
  std::string out = process.id + '\n';
  for (auto const& step : process.steps) out += text_of(step);
  return out;
}

std::string text(ProcessSet const& processes) {
  std::string out;
  for (auto const& process : processes) out += text(process);
  return out;
}

}  // namespace shudao::scenarios
