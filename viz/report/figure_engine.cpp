#include "viz/report/figure_engine.h"

#include <duktape.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string_view>

#include "viz/report/bundle.h"
#include "viz/report/export/plain_text.h"

namespace shudao::viz::report {
namespace {

/// Counts what the heap holds and refuses what is too much or too late. Each block is preceded by its size.
class Allowance {
 public:
  using Clock = std::chrono::steady_clock;
  static constexpr std::size_t kHead = alignof(std::max_align_t);

  void* resize(void* block, std::size_t size) {
    if (size == 0) return release(block);
    std::size_t const before = block == nullptr ? 0 : size_of(block);
    if (size > before && (used_ - before + size > FigureEngine::kMostBytes || Clock::now() > deadline_)) return nullptr;
    void* const whole = std::realloc(block == nullptr ? nullptr : start_of(block), size + kHead);
    if (whole == nullptr) return nullptr;
    *static_cast<std::size_t*>(whole) = size;
    used_ += size - before;
    peak_ = std::max(peak_, used_);
    return static_cast<char*>(whole) + kHead;
  }
  void* release(void* block) {
    if (block == nullptr) return nullptr;
    used_ -= size_of(block);
    std::free(start_of(block));
    return nullptr;
  }
  void start_clock() {
    deadline_ = Clock::now() +
                std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>{FigureEngine::kLongestS});
  }
  [[nodiscard]] std::size_t peak() const { return peak_; }

 private:
  static void* start_of(void* block) { return static_cast<char*>(block) - kHead; }
  static std::size_t size_of(void* block) { return *static_cast<std::size_t*>(start_of(block)); }

  std::size_t used_ = 0, peak_ = 0;
  Clock::time_point deadline_ = Clock::time_point::max();
};

void* allocate(void* allowance, duk_size_t size) { return static_cast<Allowance*>(allowance)->resize(nullptr, size); }
void* reallocate(void* allowance, void* block, duk_size_t size) {
  return static_cast<Allowance*>(allowance)->resize(block, size);
}
void release(void* allowance, void* block) { static_cast<Allowance*>(allowance)->release(block); }

[[noreturn]] void die(void*, char const* message) { throw DrawingFailed{message == nullptr ? "" : message}; }

}  // namespace

class FigureEngine::Heap {
 public:
  Heap() {
    allowance_.start_clock();
    context_ = duk_create_heap(allocate, reallocate, release, &allowance_, die);
    if (context_ == nullptr) throw DrawingFailed{"no memory for the figure engine"};
    std::string_view const source = bundle();
    duk_push_string(context_, "figures.js");
    check(duk_pcompile_lstring_filename(context_, 0, source.data(), source.size()));
    check(duk_pcall(context_, 0));
    duk_pop(context_);
  }
  ~Heap() {
    if (context_ != nullptr) duk_destroy_heap(context_);
  }
  Heap(Heap const&) = delete;
  Heap& operator=(Heap const&) = delete;

  std::string draw(std::string const& json, char const* language) {
    allowance_.start_clock();
    duk_get_global_string(context_, "figures");
    duk_push_string(context_, "draw");
    duk_push_lstring(context_, json.data(), json.size());
    duk_push_string(context_, language);
    duk_push_string(context_, "light");
    constexpr int kObjectBelow = -5, kArguments = 3;
    check(duk_pcall_prop(context_, kObjectBelow, kArguments));
    duk_size_t size = 0;
    char const* const text = duk_safe_to_lstring(context_, -1, &size);
    std::string svg{text, size};
    duk_pop_2(context_);
    return svg;
  }
  [[nodiscard]] std::size_t peak() const { return allowance_.peak(); }

 private:
  void check(duk_int_t result) {
    if (result == DUK_EXEC_SUCCESS) return;
    std::string const said = duk_safe_to_stacktrace(context_, -1);
    throw DrawingFailed{said};
  }

  Allowance allowance_;
  duk_context* context_ = nullptr;
};

bool FigureEngine::is_built_in() { return !bundle().empty(); }

FigureEngine::FigureEngine() : heap_{std::make_unique<Heap>()} {}
FigureEngine::~FigureEngine() = default;
FigureEngine::FigureEngine(FigureEngine&&) noexcept = default;
FigureEngine& FigureEngine::operator=(FigureEngine&&) noexcept = default;

std::string FigureEngine::svg(std::string const& figure_json, Language language) {
  return allowed_in_xml(heap_->draw(figure_json, language == Language::en ? "en" : "zh"));
}

std::size_t FigureEngine::peak_bytes() const { return heap_->peak(); }

}  // namespace shudao::viz::report
