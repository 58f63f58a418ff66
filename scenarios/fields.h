#pragma once
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/json.h"
#include "scenarios/names.h"
#include "scenarios/problems.h"
#include "scenarios/scenario.h"

namespace shudao::scenarios {

/// What reading one world fills in, besides the world itself.
struct Reading {
  Problems& problems;
  Names const& names;
  std::vector<Pedigree> numbers;
  std::vector<std::string> facts;  ///< "pointer=value" of everything that is not a label; what the fingerprint is of.
  std::vector<std::string> notes;
  std::vector<std::string> broken_rules{};  ///< Ids of the rules that were read with faults, and
  std::size_t faults_in_rules = 0;          ///< how many these are.
};

/// Which numbers are good. The bounds themselves are good unless `is_above`, where `low` itself is not.
struct Range {
  double low = -1e12, high = 1e12;
  bool is_above = false;
  bool is_whole = false;
  [[nodiscard]] bool contains(double x) const;
  [[nodiscard]] std::string text() const;  ///< "a number from 0 to 1", "an integer > 0" …
};
constexpr Range at_least(double low) { return {.low = low}; }
constexpr Range above(double low) { return {.low = low, .is_above = true}; }
constexpr Range between(double low, double high) { return {.low = low, .high = high}; }
constexpr Range whole(double low, double high = 1e9) { return {.low = low, .high = high, .is_whole = true}; }

enum class Need { required, optional };
/// Labels are for people: they do not count in the fingerprint.
enum class Role { fact, label };

/// The members of one JSON object. The same calls either read them or, when describing, write down the JSON Schema of
/// the object, so reader and schema cannot differ. A reader returns nothing for what is absent or wrong and goes on;
/// what is wrong is reported. A Fields on a value that is not an object is silent, for the fault was reported already.
class Fields {
 public:
  Fields(Reading&, Json const&, std::string pointer);
  explicit Fields(Json& schema);  ///< Describing: `schema` becomes the schema of the object.
  Fields(Fields const&) = delete;
  Fields& operator=(Fields const&) = delete;

  [[nodiscard]] bool is_describing() const { return schema_ != nullptr; }
  [[nodiscard]] Json const* find(char const* key) const;  ///< While reading; null if there is no such member.
  [[nodiscard]] bool has(char const* key) const { return find(key) != nullptr; }
  [[nodiscard]] bool is_empty() const { return json_ != nullptr && json_->members.empty(); }
  [[nodiscard]] std::string const& pointer() const { return pointer_; }
  [[nodiscard]] Reading& reading() const { return *reading_; }
  [[nodiscard]] Origin origin() const;

  std::optional<double> number(char const* key, Range, Need);  ///< Bare or with its pedigree.
  std::optional<double> bare(char const* key, Range, Need);    ///< A number that has no source, like a seed.
  std::optional<Distribution> distribution(char const* key, Range, Need);
  std::optional<std::vector<double>> numbers(char const* key, Range, Need);  ///< A list of bare numbers.
  std::optional<bool> flag(char const* key);
  std::optional<std::string> text(char const* key, Need, Role = Role::fact);
  std::vector<std::string> texts(char const* key, Role = Role::fact);  ///< Absent: none.
  /// The index of one of a few words.
  std::optional<std::size_t> word(char const* key, std::vector<std::string> const& words, Need);
  std::vector<std::string> words(char const* key, std::vector<std::string> const& allowed);
  /// The id of a thing that must exist.
  std::optional<std::size_t> reference(char const* key, NameTable const&, Need);
  std::vector<std::size_t> references(char const* key, NameTable const&, Role = Role::fact);
  /// Numbers by names that are nobody's ids.
  std::vector<std::pair<std::string, double>> shares(char const* key);

  using Body = std::function<void(Fields&)>;
  using Entry = std::function<void(std::string const& id, Fields&)>;
  bool object(char const* key, Need, Body const&);  ///< Whether it was there.
  void each(char const* key, Need, Entry const&);   ///< Things by id.
  void items(char const* key, Need, Entry const&);  ///< A list of objects; `id` is the position as text.
  /// Like `items`, but each object is of the kind that its member of one of the given names says.
  using Kinds = std::vector<std::pair<char const*, Body>>;
  void items_of_kinds(char const* key, Kinds const&);

  void known(char const* key, Json schema);  ///< A member that somebody else reads.
  /// Reports the members that nothing asked for. One that is a misspelt required member is one fault, not two.
  void finish();

  /// Says what is wrong with a member; `key` may go deeper ("after/0"), or be empty for the object itself.
  void fault(std::string const& key, std::string found, std::string expected, std::string nearest = "") const;
  /// The same, showing the value that stands there as what was found.
  void fault_at(std::string const& key, std::string expected, std::string nearest = "") const;
  /// The name that was probably meant, for a fault.
  [[nodiscard]] std::string likely(std::string_view wanted, std::vector<std::string> const& names) const;

 private:
  Json const* member(char const* key, Need, std::string const& expected);
  Json const* member_of_kind(char const* key, Json::Kind, Need, std::string const& expected);
  void declare(char const* key, Json schema, Need);
  void state(std::string const& pointer, Json const& value) const;
  [[nodiscard]] Json const* deepest(std::string const& key) const;

  Reading* reading_ = nullptr;
  Json const* json_ = nullptr;
  Json* schema_ = nullptr;
  std::string pointer_;
  std::vector<std::string> asked_;
  std::vector<std::string> missing_;  ///< Of `asked_`, what was required and reported as missing.
};

/// An id is made of ASCII letters, digits, '.', '_' and '-'.
bool is_id(std::string const&);
/// "one of a, b, c"
std::string one_of(std::vector<std::string> const& words);

}  // namespace shudao::scenarios
