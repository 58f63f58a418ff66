#include "viz/report/figure_engine.h"

// Built in place of figure_engine.cpp where there is no JavaScript (-DSHUDAO_JS=OFF): reports have tables and maps.
namespace shudao::viz::report {

class FigureEngine::Heap {};

bool FigureEngine::is_built_in() { return false; }
FigureEngine::FigureEngine() { throw DrawingFailed{"this program was built without figures (SHUDAO_JS=OFF)"}; }
FigureEngine::~FigureEngine() = default;
FigureEngine::FigureEngine(FigureEngine&&) noexcept = default;
FigureEngine& FigureEngine::operator=(FigureEngine&&) noexcept = default;
std::string FigureEngine::svg(std::string const&, Language) { return {}; }
std::size_t FigureEngine::peak_bytes() const { return 0; }

}  // namespace shudao::viz::report
