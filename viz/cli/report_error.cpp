#include "viz/cli/report_error.h"

#include <iostream>
#include <new>
#include <system_error>

#include "viz/cli/fault_text.h"
#include "viz/cli/files.h"
#include "viz/cli/result_json.h"
#include "viz/words/say.h"

namespace shudao::viz::cli {

std::string error_text(std::exception const& error, Language language) {
  if (auto const* input = dynamic_cast<InputErrors const*>(&error)) return errors_text(input->errors(), language);
  if (auto const* file = dynamic_cast<FileProblem const*>(&error)) return file_error_text(file->problem(), language);
  Key const head = code_of(error) == ExitCode::file_or_system ? Key::file_error_head : Key::internal_head;
  return say(head, language, error.what()) + "\n";
}

std::vector<InputError> errors_of(std::exception const& error) {
  if (auto const* input = dynamic_cast<InputErrors const*>(&error)) return input->errors();
  if (auto const* file = dynamic_cast<FileProblem const*>(&error)) return {file->problem()};
  return {InputError{"", "", 0, error.what(), "", ""}};
}

std::string file_error_text(InputError const& problem, Language language) {
  auto const in = [&](Language one) {
    return fmt::format(fmt::runtime(text(Key::file_error_head, one)), fault_text(problem, one));
  };
  return in_language(in(Language::zh), in(Language::en), language, "\n") + "\n";
}

std::string errors_text(std::vector<InputError> const& errors, Language language) {
  std::string all = say(Key::error_head, language, errors.size()) + "\n";
  for (InputError const& error : errors) all += "  " + fault_text(error, language) + "\n";
  return all;
}

ExitCode code_of(std::exception const& error) {
  if (dynamic_cast<InputErrors const*>(&error) != nullptr) return ExitCode::bad_input;
  bool const is_system = dynamic_cast<FileError const*>(&error) != nullptr ||
                         dynamic_cast<std::system_error const*>(&error) != nullptr ||
                         dynamic_cast<std::bad_alloc const*>(&error) != nullptr;
  return is_system ? ExitCode::file_or_system : ExitCode::internal_fault;
}

int report_error(std::exception const& error, bool as_json, Language language) {
  ExitCode const code = code_of(error);
  std::cerr << (as_json ? json_text(code, errors_of(error)) : error_text(error, language)) << std::flush;
  return static_cast<int>(code);
}

}  // namespace shudao::viz::cli
