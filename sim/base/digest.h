#pragma once
#include <compare>
#include <cstdint>
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

  void add(std::uint64_t);
  void add(std::int64_t value) { add(static_cast<std::uint64_t>(value)); }
  void add_bytes(void const* data, std::size_t size);
  [[nodiscard]] Fingerprint value() const;  ///< Of all that was added so far.

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Fingerprint of a byte string (XXH3-128).
Fingerprint fingerprint(std::string_view bytes);

}  // namespace shudao
