#include "scenarios/parse.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace shudao::scenarios {

namespace {

/// How far the lexer has read. It looks at most one byte past a number, which is how a line too many can be counted.
struct Cursor {
  std::uint32_t line = 1;
  char last = ' ';
  [[nodiscard]] std::uint32_t line_of_token() const { return last == '\n' ? line - 1 : line; }
};

/// Feeds the lexer and counts lines: nlohmann's SAX events carry no position.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = char const*;
  using reference = char const&;

  CountingIterator(char const* at, Cursor* cursor) : at_{at}, cursor_{cursor} {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    cursor_->last = *at_;
    if (*at_ == '\n') ++cursor_->line;
    ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    auto const before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(CountingIterator const& a, CountingIterator const& b) { return a.at_ == b.at_; }

 private:
  char const* at_;
  Cursor* cursor_;
};

std::string between(std::string const& text, std::string_view from, std::string_view to) {
  auto const begin = text.find(from);
  if (begin == std::string::npos) return {};
  auto const start = begin + from.size();
  return text.substr(start, text.find(to, start) - start);
}

class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(Cursor const& cursor, std::uint32_t file, Problems& problems)
      : cursor_{cursor}, file_{file}, problems_{problems} {}

  bool null() override { return add(Json{}); }
  bool boolean(bool value) override { return add(Json::of(value)); }
  bool number_integer(number_integer_t value) override { return add(Json::of(static_cast<double>(value))); }
  bool number_unsigned(number_unsigned_t value) override { return add(Json::of(static_cast<double>(value))); }
  bool number_float(number_float_t value, string_t const&) override { return add(Json::of(value)); }
  bool string(string_t& value) override { return add(Json::of(std::move(value))); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_array() override { return close(); }
  bool key(string_t& value) override {
    keys_.back() = std::move(value);
    return true;
  }

  bool end_object() override {
    auto& members = open_.back().members;
    std::stable_sort(members.begin(), members.end(), [](auto const& a, auto const& b) { return a.key < b.key; });
    auto const same_key = [](auto const& a, auto const& b) { return a.key == b.key; };
    for (auto at = members.begin(); (at = std::adjacent_find(at, members.end(), same_key)) != members.end(); ++at) {
      keys_.back() = at->key;
      report((at + 1)->value.origin, "the key " + in_quotes(at->key) + " twice", "each key of an object once");
    }
    return close();
  }

  bool parse_error(std::size_t, std::string const&, nlohmann::detail::exception const& error) override {
    std::string const what = error.what();
    std::string found = between(what, " - ", ";");
    if (found.empty()) found = between(what, "] ", "\n");
    bool const is_cut =
        found.find("end of input") != std::string::npos || found.find("closing quote") != std::string::npos;
    if (is_cut) found = "the end of the file";
    std::string wanted = is_cut ? "the rest of the JSON text" : between(what, "; expected ", "\n");
    if (is_new_value(found) && (wanted == "'}'" || wanted == "']'"))
      wanted = "',' or " + wanted + " (a comma may be missing before this)";
    report({file_, cursor_.line_of_token()}, printable(found), wanted.empty() ? "valid JSON" : wanted);
    return false;
  }

  Json root;

 private:
  bool open(Json json) {
    if (open_.size() >= kMostLevels) {
      report(here(), "deeper nesting", "at most " + std::to_string(kMostLevels) + " levels");
      return false;
    }
    json.origin = here();
    open_.push_back(std::move(json));
    keys_.emplace_back();
    return true;
  }

  bool close() {
    Json done = std::move(open_.back());
    open_.pop_back();
    keys_.pop_back();
    Origin const origin = done.origin;
    return add(std::move(done), origin);
  }

  bool add(Json json) { return add(std::move(json), here()); }
  bool add(Json json, Origin origin) {
    if (++values_ > kMostValues) {
      report(here(), "more values", "at most " + std::to_string(kMostValues) + " values in a file");
      return false;
    }
    json.origin = origin;
    if (open_.empty()) {
      root = std::move(json);
    } else if (open_.back().is(Json::Kind::array)) {
      open_.back().items.push_back(std::move(json));
    } else {
      open_.back().members.push_back({keys_.back(), std::move(json)});
    }
    return true;
  }

  [[nodiscard]] Origin here() const { return {file_, cursor_.line_of_token()}; }

  void report(Origin origin, std::string found, std::string expected) {
    std::string pointer;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (open_[i].is(Json::Kind::object) && keys_[i].empty()) break;
      pointer = open_[i].is(Json::Kind::array) ? child_pointer(pointer, open_[i].items.size())
                                               : child_pointer(pointer, keys_[i]);
    }
    problems_.report(origin, pointer, std::move(found), std::move(expected));
  }

  /// Whether the parser met the beginning of a value or a key.
  static bool is_new_value(std::string_view found) {
    return found.find("literal") != std::string_view::npos || found == "unexpected '{'" || found == "unexpected '['";
  }

  /// What the parser says may quote bytes that are no text.
  static std::string printable(std::string text) {
    if (text.size() > 80) text.resize(80);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return text;
  }

  Cursor const& cursor_;
  std::uint32_t file_;
  Problems& problems_;
  std::vector<Json> open_;
  std::vector<std::string> keys_;  ///< The member being read in each open object.
  std::size_t values_ = 0;
};

}  // namespace

std::optional<Json> parse_json(std::string_view text, std::uint32_t file, Problems& problems) {
  if (text.size() > kMostBytes) {
    problems.report({file, 1}, "", "a larger file", "at most " + std::to_string(kMostBytes >> 20U) + " MB");
    problems.miss_a_part();
    return std::nullopt;
  }
  Cursor cursor;
  Builder builder{cursor, file, problems};
  CountingIterator const begin{text.data(), &cursor};
  CountingIterator const end{text.data() + text.size(), &cursor};
  if (nlohmann::json::sax_parse(begin, end, &builder)) return std::move(builder.root);
  problems.miss_a_part();
  return std::nullopt;
}

std::optional<std::string> read_text(std::string const& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return std::nullopt;
  std::ifstream file{path, std::ios::binary};
  if (!file) return std::nullopt;
  std::string text;
  std::array<char, 65536> chunk{};
  while (text.size() <= kMostBytes && (file.read(chunk.data(), chunk.size()), file.gcount() > 0)) {
    text.append(chunk.data(), static_cast<std::size_t>(file.gcount()));
  }
  return text;
}

std::optional<std::string> read_text(std::string const& path, Problems& problems) {
  auto text = read_text(path);
  if (text) problems.add_input({path, text->size(), fingerprint(*text)});
  return text;
}

std::optional<InputFile> input_file(std::string const& path) {
  auto const text = read_text(path);
  return text ? std::optional{InputFile{path, text->size(), fingerprint(*text)}} : std::nullopt;
}

}  // namespace shudao::scenarios
