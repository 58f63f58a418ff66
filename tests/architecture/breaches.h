#pragma once
#include <string>
#include <vector>

namespace shudao::architecture {

struct SourceFile {
  std::string path;  ///< From the repository root, with '/'.
  std::string text;
};

/// All sources and headers of the program (not of the tests) below the working directory, sorted by path.
std::vector<SourceFile> program_sources();

/// Every breach of the house rules, as "path:line: what is wrong":
/// a file includes its own folder and floors below; a third-party header stays in the few .cpp files of its folder (and
/// headers private to them); a .cpp includes its own header first; symbols that make results depend on the platform are
/// not used where they reach a result.
std::vector<std::string> breaches(std::vector<SourceFile> const&);

}  // namespace shudao::architecture
