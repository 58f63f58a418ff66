#include "scenarios/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace shudao::scenarios {

namespace {

auto lower_bound_of(auto& members, std::string_view key) {
  return std::lower_bound(members.begin(), members.end(), key,
                          [](Json::Member const& m, std::string_view k) { return m.key.compare(k) < 0; });
}

void append_escaped(std::string& out, char c) {
  static constexpr char kHex[] = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  auto const byte = static_cast<unsigned char>(c);
  if (byte >= 0x20) {
    out += c;
    return;
  }
  out += "\\u00";
  out += kHex[byte >> 4U];
  out += kHex[byte & 15U];
}

/// Writes with line breaks where `indent` ≥ 0, without any spaces where it is negative.
class Writer {
 public:
  explicit Writer(bool is_indented) : is_indented_{is_indented} {}

  void write(Json const& json, int depth) {
    switch (json.kind) {
      case Json::Kind::null:
        out += "null";
        break;
      case Json::Kind::boolean:
        out += json.flag ? "true" : "false";
        break;
      case Json::Kind::number:
        out += number_text(json.number);
        break;
      case Json::Kind::text:
        out += in_quotes(json.text);
        break;
      case Json::Kind::array:
        write_array(json, depth);
        break;
      case Json::Kind::object:
        write_object(json, depth);
        break;
    }
  }

  std::string out;

 private:
  void write_array(Json const& json, int depth) {
    out += '[';
    for (std::size_t i = 0; i < json.items.size(); ++i) {
      if (i > 0) out += ',';
      break_line(depth + 1);
      write(json.items[i], depth + 1);
    }
    if (!json.items.empty()) break_line(depth);
    out += ']';
  }

  void write_object(Json const& json, int depth) {
    out += '{';
    for (std::size_t i = 0; i < json.members.size(); ++i) {
      if (i > 0) out += ',';
      break_line(depth + 1);
      out += in_quotes(json.members[i].key);
      out += is_indented_ ? ": " : ":";
      write(json.members[i].value, depth + 1);
    }
    if (!json.members.empty()) break_line(depth);
    out += '}';
  }

  void break_line(int depth) {
    if (!is_indented_) return;
    out += '\n';
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
  }

  bool is_indented_;
};

}  // namespace

Json Json::of(std::string text) {
  Json json;
  json.kind = Kind::text;
  json.text = std::move(text);
  return json;
}

Json Json::of(double number) {
  Json json;
  json.kind = Kind::number;
  json.number = number;
  return json;
}

Json Json::of(bool flag) {
  Json json;
  json.kind = Kind::boolean;
  json.flag = flag;
  return json;
}

Json Json::array(std::vector<Json> items) {
  Json json;
  json.kind = Kind::array;
  json.items = std::move(items);
  return json;
}

Json Json::object() {
  Json json;
  json.kind = Kind::object;
  return json;
}

Json const* Json::find(std::string_view key) const {
  auto const at = lower_bound_of(members, key);
  return at != members.end() && at->key == key ? &at->value : nullptr;
}

Json* Json::find(std::string_view key) { return const_cast<Json*>(std::as_const(*this).find(key)); }

Json& Json::set(std::string_view key, Json value) {
  auto at = lower_bound_of(members, key);
  if (at == members.end() || at->key != key) at = members.insert(at, Member{std::string{key}, Json{}});
  at->value = std::move(value);
  return at->value;
}

void Json::erase(std::string_view key) {
  auto const at = lower_bound_of(members, key);
  if (at != members.end() && at->key == key) members.erase(at);
}

bool operator==(Json const& a, Json const& b) {
  auto const same_member = [](Json::Member const& x, Json::Member const& y) {
    return x.key == y.key && x.value == y.value;
  };
  return a.kind == b.kind && a.flag == b.flag && a.number == b.number && a.text == b.text && a.items == b.items &&
         std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(), same_member);
}

std::string canonical_text(Json const& json) {
  Writer writer{false};
  writer.write(json, 0);
  return std::move(writer.out);
}

std::string indented_text(Json const& json) {
  Writer writer{true};
  writer.write(json, 0);
  return std::move(writer.out) + "\n";
}

std::string number_text(double x) {
  std::array<char, 40> buffer{};
  constexpr double kExact = 9007199254740992.0;  // 2^53
  bool const is_whole = x > -kExact && x < kExact && x == static_cast<double>(static_cast<std::int64_t>(x));
  auto const end = is_whole ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<std::int64_t>(x))
                            : std::to_chars(buffer.data(), buffer.data() + buffer.size(), x);
  return {buffer.data(), end.ptr};
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (char const c : text) append_escaped(out, c);
  return out + '"';
}

std::string shown(Json const& json) {
  constexpr std::size_t kShort = 60;
  switch (json.kind) {
    case Json::Kind::array:
      return "an array of " + std::to_string(json.items.size());
    case Json::Kind::object:
      return "an object";
    case Json::Kind::text:
      if (json.text.size() > kShort) return "a string of " + std::to_string(json.text.size()) + " bytes";
      break;
    default:
      break;
  }
  return canonical_text(json);
}

std::string child_pointer(std::string const& pointer, std::string_view key) {
  std::string out = pointer + '/';
  for (char const c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::string child_pointer(std::string const& pointer, std::size_t index) {
  return pointer + '/' + std::to_string(index);
}

}  // namespace shudao::scenarios
