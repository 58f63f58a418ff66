#pragma once
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace shudao {

/// A 128-bit fingerprint.
struct Fingerprint {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  friend auto operator<=>(Fingerprint const&, Fingerprint const&) = default;
  /// Sum modulo 2^128: commutative, so a set of fingerprints has one sum whatever the order.
  Fingerprint& operator+=(Fingerprint const& other);
};

std::string text(Fingerprint const&);                   ///< 32 lower-case hexadecimal digits.
Fingerprint fingerprint_from_text(std::string const&);  ///< Throws BrokenPromise if it is not 32 hexadecimal digits.

/// Hashes what streams past (XXH3-128). Integers enter as little-endian bytes, so the digest does not depend on the
/// CPU.
class Digest {
 public:
  Digest();
  ~Digest();
  Digest(Digest&&) noexcept;
  Digest& operator=(Digest&&) noexcept;

  void add(std::uint64_t value) {
    if (size_ + sizeof value > kGathered) flush();
    if constexpr (std::endian::native == std::endian::big) value = __builtin_bswap64(value);
    std::memcpy(gathered_.get() + size_, &value, sizeof value);
    size_ += sizeof value;
  }
  void add(std::int64_t value) { add(static_cast<std::uint64_t>(value)); }
  void add_bytes(void const* data, std::size_t size) {
    if (size_ + size > kGathered) return add_many(data, size);
    if (size > 0) std::memcpy(gathered_.get() + size_, data, size);
    size_ += size;
  }
  [[nodiscard]] Fingerprint value() const;  ///< Of all that was added so far.

 private:
  struct Hash;
  /// Small pieces are gathered first: one call of the hash function for 1 KiB is cheaper than 128 calls for 8 bytes.
  static constexpr std::size_t kGathered = 1024;

  void flush();
  void add_many(void const* data, std::size_t size);

  std::unique_ptr<unsigned char[]> gathered_;
  std::size_t size_ = 0;
  std::unique_ptr<Hash> hash_;
};

/// Fingerprint of a byte string (XXH3-128).
Fingerprint fingerprint(std::string_view bytes);

}  // namespace shudao
