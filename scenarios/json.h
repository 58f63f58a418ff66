#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shudao::scenarios {

/// Where a value was read: a file by its number in Problems, and a 1-based line.
struct Origin {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
};

/// A JSON value that remembers where it was read, so that errors after includes and patches still point to the right
/// file. Numbers are doubles; members are sorted by the bytes of their keys.
struct Json {
  enum class Kind : std::uint8_t { null, boolean, number, text, array, object };
  struct Member;

  Json();
  ~Json();
  Json(Json const&);
  Json(Json&&) noexcept;
  Json& operator=(Json const&);
  Json& operator=(Json&&) noexcept;

  Kind kind = Kind::null;
  bool flag = false;
  Origin origin;
  double number = 0;
  std::string text;
  std::vector<Json> items;
  std::vector<Member> members;

  static Json of(std::string text);
  static Json of(char const* text) { return of(std::string{text}); }
  static Json of(double number);
  static Json of(bool flag);
  static Json array(std::vector<Json> items = {});
  static Json object();

  [[nodiscard]] bool is(Kind k) const { return kind == k; }
  [[nodiscard]] Json const* find(std::string_view key) const;  ///< Null if there is no such member.
  [[nodiscard]] Json* find(std::string_view key);
  Json& set(std::string_view key, Json value);  ///< Adds or replaces a member.
  void erase(std::string_view key);

  /// Equality of values; origins do not matter.
  friend bool operator==(Json const&, Json const&);
};

struct Json::Member {
  std::string key;
  Json value;
};

// Here, where a member is complete.
inline Json::Json() = default;
inline Json::~Json() = default;
inline Json::Json(Json const&) = default;
inline Json::Json(Json&&) noexcept = default;
inline Json& Json::operator=(Json const&) = default;
inline Json& Json::operator=(Json&&) noexcept = default;

std::string canonical_text(
    Json const&);  ///< Without spaces, sorted keys, shortest number text that reads back the same.
std::string indented_text(Json const&);  ///< For people: two spaces a level, a line feed at the end.
std::string number_text(double);         ///< Integers below 2^53 without exponent, others the shortest that reads back.
std::string in_quotes(std::string_view);  ///< As a JSON string, with quotes.
std::string shown(Json const&);           ///< For messages: the value itself if it is short, else what it is.

/// `pointer` + "/" + key, with ~ and / escaped (RFC 6901).
std::string child_pointer(std::string const& pointer, std::string_view key);
std::string child_pointer(std::string const& pointer, std::size_t index);

}  // namespace shudao::scenarios
