#include "viz/report/export/xlsx/sheet_names.h"

#include "viz/report/export/plain_text.h"

namespace shudao::viz::report {
namespace {

constexpr std::size_t kLongest = 31;  // UTF-16 units.
/// libxlsxwriter (workbook.h: LXW_DEFINED_NAME_LENGTH) keeps 127 bytes of "'NAME'!$A:$A,'NAME'!$4:$5", what a sheet
/// repeats on every page; what is longer it cuts inside a character.
constexpr std::size_t kMostBytes = 51;

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

/// As many whole characters as have room, beside `taken` bytes.
std::string cut(std::string const& text, std::size_t taken) {
  std::size_t end = 0, units = 0;
  while (end < text.size()) {
    bool const is_wide = static_cast<unsigned char>(text[end]) >= 0xF0;
    std::size_t next = end + 1;
    while (next < text.size() && !begins_character(text[next])) ++next;
    units += is_wide ? 2 : 1;
    if (units + taken > kLongest || next + taken > kMostBytes) break;
    end = next;
  }
  return text.substr(0, end);
}

/// What no name may have becomes a blank; one blank for several.
std::string allowed(std::string const& text) {
  std::string name;
  for (char const c : without_forbidden(text)) {
    bool const is_blank = std::string{"[]:*?/\\' "}.find(c) != std::string::npos;
    if (!is_blank) name += c;
    if (is_blank && !name.empty() && name.back() != ' ') name += ' ';
  }
  return name;
}

std::string trimmed(std::string name) {
  while (!name.empty() && name.back() == ' ') name.pop_back();
  return name;
}

std::string lowered(std::string name) {
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

}  // namespace

std::string SheetNames::name(std::string const& mark, std::string const& title) {
  std::string const whole = trimmed(allowed(mark + " " + title));
  std::string unique = trimmed(cut(whole, 0));
  for (int i = 2; unique.empty() || !taken_.insert(lowered(unique)).second; ++i) {
    std::string const end = std::to_string(i), begin = trimmed(cut(whole, 1 + end.size()));
    unique = begin.empty() ? end : begin + " " + end;
  }
  return unique;
}

}  // namespace shudao::viz::report
