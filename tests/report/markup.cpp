#include "tests/report/markup.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace shudao::viz::report {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_in_name(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == ':' || c == '_' || c == '-' || c == '.' || byte >= 0x80;
}

/// Reads one character of UTF-8 that XML allows; how many bytes it has.
std::size_t checked(std::string const& text, std::size_t at) {
  auto const byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  unsigned const first = byte(0);
  std::size_t const size = first < 0x80   ? 1
                           : first < 0xC2 ? 0
                           : first < 0xE0 ? 2
                           : first < 0xF0 ? 3
                           : first < 0xF5 ? 4
                                          : 0;
  if (size == 0) throw std::runtime_error{"no UTF-8"};
  unsigned code = size == 1 ? first : first & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) throw std::runtime_error{"no UTF-8"};
    code = code << 6U | (byte(i) & 0x3FU);
  }
  constexpr unsigned kShortest[] = {0, 0, 0x80, 0x800, 0x10000};
  bool const is_control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
  bool const is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < kShortest[size] || is_control || is_surrogate || code == 0xFFFE || code == 0xFFFF)
    throw std::runtime_error{"a forbidden character"};
  return size;
}

class Reader {
 public:
  Reader(std::string const& text, bool is_page) : text_{text}, is_page_{is_page} {}

  Markup read() {
    try {
      for (std::size_t i = 0; i < text_.size();) i += checked(text_, at_ = i);
      at_ = text_.rfind("\xEF\xBB\xBF", 0) == 0 ? 3 : 0;
      if (is_page_) expect("<!DOCTYPE html>");
      if (next_is("<?xml")) at_ = end_of("?>");
      while (at_ < text_.size()) step();
      if (!open_.empty()) throw std::runtime_error{"no end of " + markup_.elements[open_.back()].name};
      if (markup_.elements.empty()) throw std::runtime_error{"no element"};
    } catch (std::exception const& error) {
      markup_.fault = std::string{error.what()} + " at: " + text_.substr(at_, 60);
    }
    return std::move(markup_);
  }

 private:
  [[nodiscard]] bool next_is(std::string const& words) const { return text_.compare(at_, words.size(), words) == 0; }
  void expect(std::string const& words) {
    if (!next_is(words)) throw std::runtime_error{"not " + words};
    at_ += words.size();
  }
  [[nodiscard]] std::size_t end_of(std::string const& mark) const {
    std::size_t const found = text_.find(mark, at_);
    if (found == std::string::npos) throw std::runtime_error{"no " + mark};
    return found + mark.size();
  }
  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }

  void step() {
    if (next_is("<!--"))
      at_ = end_of("-->");
    else if (next_is("</"))
      close();
    else if (next_is("<"))
      open();
    else
      add_text();
  }

  std::string name() {
    std::size_t const begin = at_;
    while (at_ < text_.size() && is_in_name(text_[at_])) ++at_;
    if (at_ == begin) throw std::runtime_error{"no name"};
    return text_.substr(begin, at_ - begin);
  }

  void open() {
    ++at_;
    if (open_.empty() && !markup_.elements.empty()) throw std::runtime_error{"a second root"};
    Element element{name(), {}, {}};
    for (skip_blanks(); !next_is(">") && !next_is("/>"); skip_blanks()) {
      std::string const key = name();
      expect("=");
      if (!element.attributes.emplace(key, quoted()).second) throw std::runtime_error{"an attribute twice"};
    }
    bool const is_closed = next_is("/>") || (is_page_ && (element.name == "meta" || element.name == "link"));
    at_ = end_of(">");
    markup_.elements.push_back(element);
    if (is_closed) return;
    open_.push_back(markup_.elements.size() - 1);
    if (!is_page_ || (element.name != "script" && element.name != "style")) return;
    std::size_t const begin = at_;
    at_ = end_of("</" + element.name) - element.name.size() - 2;
    markup_.elements.back().text = text_.substr(begin, at_ - begin);
  }

  std::string quoted() {
    char const mark = at_ < text_.size() ? text_[at_] : ' ';
    if (mark != '"' && mark != '\'') throw std::runtime_error{"no quotation mark"};
    ++at_;
    std::string value;
    while (at_ < text_.size() && text_[at_] != mark) {
      if (text_[at_] == '<') throw std::runtime_error{"< in an attribute"};
      value += character();
    }
    ++at_;
    if (at_ >= text_.size() || (!is_blank(text_[at_]) && text_[at_] != '>' && text_[at_] != '/'))
      throw std::runtime_error{"no blank after an attribute"};
    return value;
  }

  /// One character or entity.
  std::string character() {
    if (text_[at_] != '&') return {text_[at_++]};
    std::size_t const end = end_of(";");
    std::string const entity = text_.substr(at_ + 1, end - at_ - 2);
    static std::map<std::string, std::string> const kKnown = {{"amp", "&"},   {"lt", "<"},   {"gt", ">"},
                                                              {"quot", "\""}, {"apos", "'"}, {"#39", "'"}};
    if (kKnown.count(entity) == 0) throw std::runtime_error{"an unknown entity"};
    at_ = end;
    return kKnown.at(entity);
  }

  void add_text() {
    if (open_.empty() && !is_blank(text_[at_])) throw std::runtime_error{"text outside"};
    if (next_is("]]>")) throw std::runtime_error{"]]> in a text"};
    std::string const one = character();
    if (!open_.empty()) markup_.elements[open_.back()].text += one;
  }

  void close() {
    at_ += 2;
    std::string const closed = name();
    if (open_.empty() || markup_.elements[open_.back()].name != closed) throw std::runtime_error{"end of " + closed};
    open_.pop_back();
    skip_blanks();
    expect(">");
  }

  std::string const& text_;
  bool is_page_;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_;
  Markup markup_;
};

}  // namespace

std::size_t Markup::count(std::string const& name) const {
  return static_cast<std::size_t>(
      std::count_if(elements.begin(), elements.end(), [&](Element const& one) { return one.name == name; }));
}

std::string Markup::text() const {
  std::string all;
  for (Element const& one : elements) all += one.text;
  return all;
}

Markup read_markup(std::string const& document) { return Reader{document, false}.read(); }
Markup read_page(std::string const& page) { return Reader{page, true}.read(); }

}  // namespace shudao::viz::report
