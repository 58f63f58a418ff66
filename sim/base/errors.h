#pragma once
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace shudao {

/// The exit code of the program, the class of an exception and the `error_class` of its JSON output are one thing.
enum class ExitCode { ok = 0, internal_fault = 1, bad_input = 2, file_or_system = 3, law_broken = 4 };

/// One thing wrong with an input, said so that a planner can mend it.
struct InputError {
  std::string file;      ///< As given on the command line or named by an include.
  std::string pointer;   ///< JSON Pointer (RFC 6901), empty for the whole document.
  int line = 0;          ///< 1-based; 0 where no line is known.
  std::string found;     ///< What stands there.
  std::string expected;  ///< What should stand there.
  std::string nearest;   ///< The nearest valid name, empty where names are not the matter.
};

/// `file:line: /pointer: expected …, found … (did you mean …?)`
std::string text(InputError const&);

/// Everything wrong with an input, all at once (exit code 2).
class InputErrors : public std::runtime_error {
 public:
  explicit InputErrors(std::vector<InputError> errors);
  [[nodiscard]] std::vector<InputError> const& errors() const { return errors_; }

 private:
  std::vector<InputError> errors_;
};

/// A file or the system failed us (exit code 3).
class FileError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A promise of our own code is broken (exit code 1).
class BrokenPromise : public std::logic_error {
  using std::logic_error::logic_error;
};

/// Throws BrokenPromise when the claim is false. Never used to judge input.
inline void ensure(bool claim, char const* what) {
  if (!claim) [[unlikely]]
    throw BrokenPromise{what};
}

/// The name among `names` with the smallest edit distance (Damerau–Levenshtein, UTF-8 code points), if it is near
/// enough to be a likely slip: distance ≤ max(2, length/3) and something in common. Ties go to the first in byte order.
/// Empty if none is near; texts above 256 bytes are no names.
std::string nearest_name(std::string_view wanted, std::vector<std::string> const& names);

}  // namespace shudao
