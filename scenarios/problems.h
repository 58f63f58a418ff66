#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/input_file.h"
#include "scenarios/json.h"
#include "sim/base/errors.h"

namespace shudao::scenarios {

/// What is found where a member is missing.
inline constexpr char kMissing[] = "nothing";

/// Collects everything wrong with an input, and knows the files that it came from.
class Problems {
 public:
  /// Registers a file and returns its number for Origin. A value that stands at /patch/x in a patch stands at /x in
  /// the resolved document, and /x of a rule at /rules/its-id/x: `resolved_prefix` is replaced by `own_prefix` when
  /// an error is said.
  std::uint32_t add_file(std::string name, std::string resolved_prefix = "", std::string own_prefix = "");
  [[nodiscard]] std::string const& file_name(std::uint32_t file) const { return files_[file].name; }

  /// `pointer` is that of the resolved document.
  void report(Origin, std::string const& pointer, std::string found, std::string expected, std::string nearest = "");

  /// Takes back what was reported missing at this pointer: it stands there under a misspelt name.
  void withdraw_missing(Origin, std::string const& pointer);

  /// Notes a file that was read, for whoever asks what the input was made of.
  void add_input(InputFile);
  [[nodiscard]] std::vector<InputFile> const& inputs() const { return inputs_; }  ///< Each path once.

  /// The same files, nothing wrong yet.
  [[nodiscard]] Problems without_errors() const;

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] bool is_full() const;  ///< Further errors are only counted: no need to think about them.
  void count_another() { ++count_; }
  /// A file could not be used at all: what names its contents cannot be judged.
  void miss_a_part() { misses_a_part_ = true; }
  [[nodiscard]] bool misses_a_part() const { return misses_a_part_; }
  /// Throws InputErrors, sorted by file, line and pointer, if anything was reported.
  void throw_if_any() const;

 private:
  struct File {
    std::string name, resolved_prefix, own_prefix;
  };
  [[nodiscard]] std::string own_pointer(Origin, std::string const& pointer) const;

  std::vector<File> files_;
  std::vector<InputFile> inputs_;
  std::vector<InputError> errors_;
  std::size_t count_ = 0;
  bool misses_a_part_ = false;
};

}  // namespace shudao::scenarios
