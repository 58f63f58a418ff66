#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <utility>
#include <vector>

namespace shudao {

/// A typed index: an Id<Place> cannot be used where an Id<Link> is meant. Ids are numbered from 0 in the order of the
/// stable names of the things they stand for, so comparing ids is comparing names.
template<class Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : index_{static_cast<std::uint32_t>(index)} {}
  static constexpr Id none() { return Id{}; }
  [[nodiscard]] constexpr std::uint32_t index() const { return index_; }
  [[nodiscard]] constexpr bool is_none() const { return index_ == std::numeric_limits<std::uint32_t>::max(); }
  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  std::uint32_t index_ = std::numeric_limits<std::uint32_t>::max();
};

/// A vector that is indexed by one kind of id only.
template<class IdType, class T>
class IdVector {
 public:
  IdVector() = default;
  explicit IdVector(std::size_t size, T const& value = T{}) : items_(size, value) {}

  T& operator[](IdType id) { return items_[id.index()]; }
  T const& operator[](IdType id) const { return items_[id.index()]; }
  IdType push_back(T item) {
    items_.push_back(std::move(item));
    return IdType{items_.size() - 1};
  }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  void resize(std::size_t size) { items_.resize(size); }
  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

 private:
  std::vector<T> items_;
};

}  // namespace shudao

template<class Tag>
struct std::hash<shudao::Id<Tag>> {
  std::size_t operator()(shudao::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.index()); }
};
