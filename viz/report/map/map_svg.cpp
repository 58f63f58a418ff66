#include "viz/report/map/map_svg.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "viz/report/figures/figures.h"
#include "viz/report/html.h"
#include "viz/report/map/flow_lines.h"
#include "viz/report/map/land.h"
#include "viz/report/map/projection.h"
#include "viz/report/map/wrapped.h"
#include "viz/words/number_text.h"

namespace shudao::viz::report {
namespace {

using scenarios::Mode;
using scenarios::Scenario;

constexpr double kWidth = 720, kMapTop = 34, kMapHeight = 400, kInsetTop = 446, kInsetHeight = 250, kInsetWidth = 430;
constexpr double kNote = 10.5;  // Size of the text below, px.
constexpr double kWidest = 9;   // Of a line, px.

struct Pen {
  Mode mode;
  char const *colour, *dash;
};
constexpr Pen kPens[] = {{Mode::rail, "#0072B2", ""},
                         {Mode::road, "#7F7F7F", ""},
                         {Mode::sea, "#56B4E9", "6 3"},
                         {Mode::inland_waterway, "#009E73", "7 2 2 2"},
                         {Mode::air, "#CC79A7", "2 3"}};

Pen const& pen_of(Mode mode) {
  return *std::find_if(std::begin(kPens), std::end(kPens), [&](Pen const& pen) { return pen.mode == mode; });
}

/// One language's drawing.
class Map {
 public:
  Map(StudyData const& study, std::vector<FlowLine> const& lines, FigureData const& data, Language language)
      : study_{study}, scenario_{study.base().scenario}, lines_{lines}, data_{data}, language_{language} {
    for (FlowLine const& line : lines) used_.insert(line.link->mode);
    for (auto const& place : study.base().result->places) throughput_[place.id] = place.throughput_teu_per_year.value;
    most_ = lines.empty() ? 1 : lines.front().teu_per_year;
  }

  std::string svg() {
    has_inset_ = is_any_in_inset();
    begin();
    Window const whole{-1, -8, 58, 124, {8, kMapTop}, kWidth - 16, kMapHeight};
    Window const inset{27.6, 102.6, 32.4, 109.2, {8, kInsetTop}, kInsetWidth, kInsetHeight};
    constexpr std::size_t kMostNames = 24, kMostInsetNames = 20;
    draw(whole, "all", kMostNames, has_inset_ ? &inset : nullptr);
    if (has_inset_) {
      draw(inset, "inset", kMostInsetNames, nullptr);
      text(16, kInsetTop + 16, 11, "start", say_in(Key::map_inset), true);
    }
    legend();
    end();
    return std::move(svg_);
  }

 private:
  [[nodiscard]] std::string say_in(Key key) const { return std::string{viz::text(key, language_)}; }
  void text(double x, double y, double size, char const* anchor, std::string const& words, bool is_bold = false) {
    svg_ += fmt::format(
        "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{}\" text-anchor=\"{}\" fill=\"#1b2733\"{}>{}</text>\n", x, y,
        size, anchor, is_bold ? " font-weight=\"bold\"" : "", escaped(words));
  }
  /// A name that stays readable over lines.
  void name(double x, double y, char const* anchor, std::string const& words) {
    svg_ += fmt::format(
        "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"10\" text-anchor=\"{}\" fill=\"#1b2733\" stroke=\"#ffffff\" "
        "stroke-width=\"2.5\" stroke-linejoin=\"round\" paint-order=\"stroke\">{}</text>\n",
        x, y, anchor, escaped(words));
  }

  [[nodiscard]] bool is_any_in_inset() {
    return std::any_of(scenario_.places.begin(), scenario_.places.end(), [&](auto const& place) {
      return is_in_inset(place) && throughput_.count(place.id) > 0 && throughput_[place.id] > 0;
    });
  }
  static bool is_in_inset(scenarios::Place const& place) {
    return place.lat > 27.6 && place.lat < 32.4 && place.lon > 102.6 && place.lon < 109.2;
  }

  void begin() {
    double const kHeight = kInsetTop + kInsetHeight + 26 + 16 * static_cast<double>(lines_below().size());
    svg_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} "
        "{1:.0f}\" "
        "font-family=\"{2}\">\n<rect width=\"{0:.0f}\" height=\"{1:.0f}\" fill=\"#ffffff\"/>\n",
        kWidth, kHeight,
        language_ == Language::zh ? "Noto Sans SC, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"
                                  : "Segoe UI, Noto Sans, Arial, Noto Sans CJK SC, sans-serif");
    text(16, 23, 15, "start", in(data_.title), true);
  }
  void end() {
    text(16, kInsetTop + kInsetHeight + 18, 10.5, "start", say_in(Key::map_disclaimer), true);
    double y = kInsetTop + kInsetHeight + 34;
    for (std::string const& words : lines_below()) {
      text(16, y, 10.5, "start", words);
      y += 16;
    }
    svg_ += "</svg>";
  }
  /// Caption and note, in lines that fit.
  [[nodiscard]] std::vector<std::string> lines_below() const {
    std::vector<std::string> all;
    for (std::string const& whole : {in(data_.caption), in(data_.note)})
      for (std::string& one : wrapped(whole, kNote, kWidth - 32)) all.push_back(std::move(one));
    return all;
  }
  [[nodiscard]] std::string const& in(Text const& said) const { return language_ == Language::en ? said.en : said.zh; }

  void draw(Window const& window, char const* id, std::size_t most_names, Window const* inset) {
    std::string const clip = fmt::format("map-{}-{}", language_ == Language::en ? "en" : "zh", id);
    std::string const frame = fmt::format("x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"", window.left(),
                                          window.top(), window.width(), window.height());
    svg_ += fmt::format(
        "<clipPath id=\"{}\"><rect {}/></clipPath>\n<g clip-path=\"url(#{})\">\n<rect {} fill=\"#e4edf5\"/>\n", clip,
        frame, clip, frame);
    coast(window);
    for (auto line = lines_.rbegin(); line != lines_.rend(); ++line) link(window, *line);
    if (inset != nullptr) inset_box(window);
    places(window, most_names, inset != nullptr);
    svg_ += fmt::format("</g>\n<rect {} fill=\"none\" stroke=\"#8795a3\"/>\n", frame);
  }
  void coast(Window const& window) {
    std::string path;
    for (auto const& ring : land()) {
      bool is_first = true, is_near = false;
      std::string one;
      for (auto const& [lon, lat] : ring) {
        Point const p = window.at(lat, lon);
        is_near = is_near || window.shows(p);
        one += fmt::format("{}{:.1f} {:.1f}", is_first ? "M" : "L", p.x, p.y);
        is_first = false;
      }
      constexpr std::size_t kContinent = 300;
      if (is_near || ring.size() > kContinent) path += one + "Z";
    }
    svg_ +=
        "<path d=\"" + path + "\" fill=\"#faf8f2\" fill-rule=\"evenodd\" stroke=\"#b9c4cf\" stroke-width=\"0.6\"/>\n";
  }
  void link(Window const& window, FlowLine const& line) {
    auto const &from = scenario_.places[line.link->from], &to = scenario_.places[line.link->to];
    std::vector<std::pair<double, double>> points{{from.lat, from.lon}};
    points.insert(points.end(), line.link->waypoints.begin(), line.link->waypoints.end());
    points.emplace_back(to.lat, to.lon);
    std::string path;
    bool is_near = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
      // What crosses the antimeridian leaves the map; half of it is not drawn across all of it.
      if (i > 0 && std::abs(points[i].second - points[i - 1].second) > 180) return;
      Point const p = window.at(points[i].first, points[i].second);
      is_near = is_near || window.shows(p);
      path += fmt::format("{}{:.1f} {:.1f}", i == 0 ? "M" : "L", p.x, p.y);
    }
    if (!is_near) return;
    Pen const& pen = pen_of(line.link->mode);
    double const width = std::max(0.7, kWidest * std::sqrt(line.teu_per_year / most_));
    svg_ += fmt::format(
        "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{:.1f}\" stroke-linejoin=\"round\" "
        "opacity=\"0.85\"{}/>\n",
        path, pen.colour, width, *pen.dash == '\0' ? "" : fmt::format(" stroke-dasharray=\"{}\"", pen.dash));
  }
  void inset_box(Window const& window) {
    Point const a = window.at(32.4, 102.6), b = window.at(27.6, 109.2);
    svg_ += fmt::format(
        "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"none\" stroke=\"#55626f\" "
        "stroke-dasharray=\"2 2\"/>\n",
        std::min(a.x, b.x), std::min(a.y, b.y), std::abs(b.x - a.x), std::abs(b.y - a.y));
  }
  /// Circles of all places with cargo, names of the busiest as long as they cover nothing.
  void places(Window const& window, std::size_t most_names, bool leaves_out_inset) {
    std::vector<std::pair<double, scenarios::Place const*>> shown;
    for (auto const& place : scenario_.places)
      if (throughput_.count(place.id) > 0 && throughput_[place.id] > 0 && window.shows(window.at(place.lat, place.lon)))
        shown.emplace_back(-throughput_[place.id], &place);
    std::stable_sort(shown.begin(), shown.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    for (auto const& [teu, place] : shown) {
      Point const p = window.at(place->lat, place->lon);
      svg_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2.6\" fill=\"#ffffff\" stroke=\"#1b2733\"/>\n", p.x,
                          p.y);
    }
    std::vector<std::array<double, 4>> taken;  // The circles, then the names.
    constexpr double kAround = 3.4;
    for (auto const& [teu, place] : shown) {
      Point const p = window.at(place->lat, place->lon);
      taken.push_back({p.x - kAround, p.y - kAround, p.x + kAround, p.y + kAround});
    }
    std::size_t named = 0;
    for (auto const& [teu, place] : shown) {
      if (named == most_names) break;
      if ((!leaves_out_inset || !is_in_inset(*place)) && try_name(window, *place, taken)) ++named;
    }
  }
  bool try_name(Window const& window, scenarios::Place const& place, std::vector<std::array<double, 4>>& taken) {
    std::string const words = in(study_.names().short_of(place.id));
    double const wide = width_of(words, 10);
    Point const p = window.at(place.lat, place.lon);
    struct Spot {
      double dx, dy;
      char const* anchor;
      double from;
    };
    for (Spot const& spot :
         {Spot{6, 3.5, "start", 0}, Spot{-6, 3.5, "end", -1}, Spot{0, -7, "middle", -0.5}, Spot{0, 14, "middle", -0.5},
          Spot{5, -5, "start", 0}, Spot{5, 13, "start", 0}, Spot{-5, -5, "end", -1}, Spot{-5, 13, "end", -1}}) {
      double const x = p.x + spot.dx + spot.from * wide, y = p.y + spot.dy;
      std::array<double, 4> const box{x - 1, y - 9, x + wide + 1, y + 2};
      bool const is_free = std::none_of(taken.begin(), taken.end(), [&](auto const& t) {
        return box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1];
      });
      bool const is_inside = window.shows({box[0], box[1]}) && window.shows({box[2], box[3]});
      if (!is_free || !is_inside) continue;
      taken.push_back(box);
      name(p.x + spot.dx, y, spot.anchor, words);
      return true;
    }
    return false;
  }
  [[nodiscard]] std::string teu_text(double teu) const {
    constexpr double kPlain = 10'000;
    bool const is_zh = language_ == Language::zh;
    std::string const unit = most_ < kPlain ? (is_zh ? " TEU/年" : " TEU/yr") : is_zh ? " 万TEU/年" : " k TEU/yr";
    return quoted_text({teu, {}, 1}, most_ < kPlain ? 1 : is_zh ? 10'000 : 1'000, data_.digits) + unit;
  }
  void legend() {
    double y = kInsetTop + 20;
    constexpr double kLeft = kInsetWidth + 32;
    for (Pen const& pen : kPens) {
      if (used_.count(pen.mode) == 0) continue;
      svg_ += fmt::format("<line x1=\"{0}\" y1=\"{1}\" x2=\"{2}\" y2=\"{1}\" stroke=\"{3}\" stroke-width=\"3\"{4}/>\n",
                          kLeft, y, kLeft + 36, pen.colour,
                          *pen.dash == '\0' ? "" : fmt::format(" stroke-dasharray=\"{}\"", pen.dash));
      text(kLeft + 46, y + 4, 12, "start", say_in(key_of(pen.mode)));
      y += 21;
    }
    y += 12;
    for (double const share : {1.0, 0.25, 0.05}) {
      svg_ += fmt::format(
          "<line x1=\"{0}\" y1=\"{1}\" x2=\"{2}\" y2=\"{1}\" stroke=\"#55626f\" stroke-width=\"{3:.1f}\"/>\n", kLeft, y,
          kLeft + 36, kWidest * std::sqrt(share));
      double const teu = most_ * share;
      text(kLeft + 46, y + 4, 12, "start", teu_text(teu));
      y += 21;
    }
    text(kLeft, y + 8, 10.5, "start", say_in(Key::map_lines));
  }

  StudyData const& study_;
  Scenario const& scenario_;
  std::vector<FlowLine> const& lines_;
  FigureData const& data_;
  Language language_;
  std::map<std::string, double> throughput_;
  std::set<Mode> used_;
  bool has_inset_ = true;
  double most_ = 1;
  std::string svg_;
};

}  // namespace

Picture network_map(StudyData const& study, Language language, bool stands_alone) {
  FigureData data = figure_of(study, "network-map", "map", words(Key::title_map), words(Key::caption_map));
  data.columns = {word_column("from", Key::sankey_from), word_column("to", Key::sankey_to),
                  word_column("mode", Key::mode), number_column("km", words(Key::distance_plain), "km", {"公里", "km"}),
                  teu_column("teu_per_year", words(Key::throughput_plain))};
  std::vector<FlowLine> const lines = lines_of(study.base());
  constexpr double kShortest = 20;  // km: a world without any distance has no map.
  if (std::none_of(lines.begin(), lines.end(),
                   [](FlowLine const& line) { return to_km(line.link->distance) > kShortest; }))
    return {data, {}, {}};
  auto const& places = study.base().scenario.places;
  for (FlowLine const& line : lines)
    data.rows.push_back({places[line.link->from].name, places[line.link->to].name, words(key_of(line.link->mode)),
                         to_km(line.link->distance), line.teu_per_year});
  finish(data, study);
  Picture picture{data, {}, {}};
  if (stands_alone)
    data = standing_alone(std::move(data));
  else
    data.caption = {};
  if (language != Language::en) picture.svg_zh = Map{study, lines, data, Language::zh}.svg();
  if (language != Language::zh) picture.svg_en = Map{study, lines, data, Language::en}.svg();
  return picture;
}

}  // namespace shudao::viz::report
