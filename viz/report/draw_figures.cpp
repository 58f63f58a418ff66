#include <algorithm>
#include <atomic>
#include <exception>
#include <optional>
#include <thread>

#include "viz/report/build_report.h"
#include "viz/report/figure_engine.h"

namespace shudao::viz::report {
namespace {

constexpr unsigned kMostThreads = 4;

Picture draw_one(FigureEngine& engine, FigureData const& data, Language language) {
  std::string const json = json_text(data);
  Picture picture{data, {}, {}};
  if (language != Language::en) picture.svg_zh = engine.svg(json, Language::zh);
  if (language != Language::zh) picture.svg_en = engine.svg(json, Language::en);
  return picture;
}

/// Where the caption stands under the figure it is not drawn into it.
FigureData as_drawn(FigureData data, Setting setting) {
  if (setting == Setting::alone) return standing_alone(std::move(data));
  data.caption = {};
  return data;
}

/// The figures that wait to be drawn, taken one by one by whoever is free.
class Work {
 public:
  Work(std::vector<Block*> blocks, Language language, Setting setting)
      : blocks_{std::move(blocks)}, language_{language}, setting_{setting} {}

  void share_out() {
    unsigned const cores = std::max(1U, std::thread::hardware_concurrency());
    auto const count = std::min({std::size_t{std::min(cores, kMostThreads)}, blocks_.size()});
    std::vector<std::exception_ptr> failures(count);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < count; ++i)
      threads.emplace_back([this, &failure = failures[i]] {
        try {
          draw_some();
        } catch (...) {
          failure = std::current_exception();
        }
      });
    for (std::thread& thread : threads) thread.join();
    for (auto const& failure : failures)
      if (failure) std::rethrow_exception(failure);
  }

 private:
  void draw_some() {
    FigureEngine engine;
    for (std::size_t i = next_++; i < blocks_.size(); i = next_++) {
      FigureData const data = std::get<FigureData>(*blocks_[i]);
      Picture picture = draw_one(engine, as_drawn(data, setting_), language_);
      picture.data = data;
      *blocks_[i] = std::move(picture);
    }
  }

  std::vector<Block*> blocks_;
  Language language_;
  Setting setting_;
  std::atomic<std::size_t> next_{0};
};

}  // namespace

Picture drawn(FigureData const& data, Language language) {
  FigureEngine engine;
  return draw_one(engine, standing_alone(data), language);
}

void draw_figures(Report& report, Language language, Setting setting) {
  if (!FigureEngine::is_built_in()) return;
  std::vector<Block*> blocks;
  for (Section& section : report.sections)
    for (Block& block : section.blocks)
      if (auto const* figure = std::get_if<FigureData>(&block); figure != nullptr && figure->kind != "table")
        blocks.push_back(&block);
  Work{std::move(blocks), language, setting}.share_out();
}

}  // namespace shudao::viz::report
