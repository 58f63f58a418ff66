#include "scenarios/problems.h"

#include <algorithm>
#include <tuple>

namespace shudao::scenarios {

namespace {
// Beyond this many nobody reads on; the rest is only counted.
constexpr std::size_t kMostErrors = 500;

auto order_of(InputError const& e) { return std::tie(e.file, e.line, e.pointer, e.expected, e.found, e.nearest); }
}  // namespace

std::uint32_t Problems::add_file(std::string name, std::string resolved_prefix, std::string own_prefix) {
  files_.push_back({std::move(name), std::move(resolved_prefix), std::move(own_prefix)});
  return static_cast<std::uint32_t>(files_.size() - 1);
}

void Problems::add_input(InputFile file) {
  bool const is_known =
      std::any_of(inputs_.begin(), inputs_.end(), [&](InputFile const& one) { return one.path == file.path; });
  if (!is_known) inputs_.push_back(std::move(file));
}

Problems Problems::without_errors() const {
  Problems other;
  other.files_ = files_;
  other.inputs_ = inputs_;
  return other;
}

bool Problems::is_full() const { return count_ >= kMostErrors; }

std::string Problems::own_pointer(Origin origin, std::string const& pointer) const {
  File const& file = files_[origin.file];
  bool const is_inside = pointer.starts_with(file.resolved_prefix);
  return is_inside ? file.own_prefix + pointer.substr(file.resolved_prefix.size()) : pointer;
}

void Problems::report(Origin origin, std::string const& pointer, std::string found, std::string expected,
                      std::string nearest) {
  if (++count_ > kMostErrors) return;
  errors_.push_back({files_[origin.file].name, own_pointer(origin, pointer), static_cast<int>(origin.line),
                     std::move(found), std::move(expected), std::move(nearest)});
}

void Problems::withdraw_missing(Origin origin, std::string const& pointer) {
  std::string const own = own_pointer(origin, pointer);
  count_ -= std::erase_if(errors_, [&](InputError const& e) {
    return e.file == files_[origin.file].name && e.pointer == own && e.found == kMissing;
  });
}

void Problems::throw_if_any() const {
  if (count_ == 0) return;
  auto errors = errors_;
  std::sort(errors.begin(), errors.end(), [](auto const& a, auto const& b) { return order_of(a) < order_of(b); });
  auto const same = [](auto const& a, auto const& b) { return order_of(a) == order_of(b); };
  errors.erase(std::unique(errors.begin(), errors.end(), same), errors.end());
  if (count_ > kMostErrors) {
    errors.push_back({files_.front().name, "", 0, "more of them", "no further errors", ""});
  }
  throw InputErrors{std::move(errors)};
}

}  // namespace shudao::scenarios
