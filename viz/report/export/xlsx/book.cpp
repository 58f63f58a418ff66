#include "viz/report/export/xlsx/book.h"

#include <xlsxwriter.h>

#include <fstream>
#include <iterator>

#include "sim/base/errors.h"
#include "viz/report/export/plain_text.h"

namespace shudao::viz::report {
namespace {

constexpr std::uint32_t kInk = 0x1B2733, kFaint = 0x55626F, kRule = 0xD5DBE1, kShade = 0xEEF2F6;

/// Says what the system could not do.
[[noreturn]] void fail(lxw_error error) { throw FileError{std::string{"the workbook: "} + lxw_strerror(error)}; }

void make_head(lxw_format* format) {
  format_set_bold(format);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
  format_set_bottom(format, LXW_BORDER_THIN);
  format_set_bg_color(format, kShade);
}

void make_words(lxw_format* format) {
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
}

void make(lxw_format* format, CellLook::Kind kind) {
  using Kind = CellLook::Kind;
  constexpr double kTitleSize = 14, kSectionSize = 12;
  bool const is_faint = kind == Kind::note || kind == Kind::interval;
  format_set_font_color(format, kind == Kind::link ? 0x0072B2 : is_faint ? kFaint : kInk);
  if (kind == Kind::head || kind == Kind::head_right) make_head(format);
  if (kind == Kind::head_right) format_set_align(format, LXW_ALIGN_RIGHT);
  if (kind == Kind::plain || kind == Kind::note || kind == Kind::words) make_words(format);
  if (kind == Kind::number || kind == Kind::interval) format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (kind == Kind::words || kind == Kind::head) format_set_indent(format, 1);
  if (kind == Kind::link) format_set_underline(format, LXW_UNDERLINE_SINGLE);
  if (kind != Kind::title && kind != Kind::section) return;
  format_set_bold(format);
  format_set_font_size(format, kind == Kind::title ? kTitleSize : kSectionSize);
  if (kind == Kind::section) format_set_bottom(format, LXW_BORDER_THIN);
  format_set_border_color(format, kRule);
}

}  // namespace

Book::Book(std::string const& title) {
  if (!folder_.is_there()) fail(LXW_ERROR_CREATING_TMPFILE);
  path_ = folder_.path("book.xlsx");
  std::string folder = folder_.path();
  lxw_workbook_options options{};
  options.tmpdir = folder.data();
  book_ = workbook_new_opt(path_.c_str(), &options);
  if (book_ == nullptr) fail(LXW_ERROR_MEMORY_MALLOC_FAILED);
  constexpr time_t kFirstDay = 315532800;  // 1 January 1980, as in the archive itself.
  std::string said = without_forbidden(title), author = "shudao";
  lxw_doc_properties properties{};
  properties.title = said.data();
  properties.author = author.data();
  properties.created = kFirstDay;
  workbook_set_properties(book_, &properties);
}

Book::~Book() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

Sheet Book::add_sheet(std::string const& name) {
  lxw_worksheet* const sheet = workbook_add_worksheet(book_, name.c_str());
  ensure(sheet != nullptr, "the name of a sheet is allowed and not taken");
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  return {*this, sheet, name};
}

lxw_format* Book::format_of(CellLook const& look) {
  auto const [at, is_new] = formats_.emplace(look, nullptr);
  if (is_new) {
    at->second = workbook_add_format(book_);
    make(at->second, look.kind);
    if (!look.number_format.empty()) format_set_num_format(at->second, look.number_format.c_str());
  }
  return at->second;
}

std::string Book::finished() {
  lxw_workbook* const book = book_;
  book_ = nullptr;  // Closing frees it, whatever comes.
  if (lxw_error const error = workbook_close(book); error != LXW_NO_ERROR) fail(error);
  std::ifstream file{path_, std::ios::binary};
  std::string bytes{std::istreambuf_iterator<char>{file}, {}};
  if (bytes.empty()) fail(LXW_ERROR_CREATING_XLSX_FILE);
  return bytes;
}

}  // namespace shudao::viz::report
