#pragma once
// Private to the folder: how a store tells whether a row is as it was written; included by .cpp files of the store
// only.
#include <string>
#include <string_view>

#include "sim/base/digest.h"
#include "sim/experiment/run_key.h"

namespace shudao::experiment {

/// XXH3-128 of the parts of a row in their order. Texts enter with their lengths, so that nothing can pass from one
/// part into the next.
class RowChecksum {
 public:
  RowChecksum& add(std::int64_t number) {
    digest_.add(number);
    return *this;
  }
  RowChecksum& add(std::string_view part) {
    digest_.add(static_cast<std::uint64_t>(part.size()));
    digest_.add_bytes(part.data(), part.size());
    return *this;
  }
  [[nodiscard]] Fingerprint value() const { return digest_.value(); }
  [[nodiscard]] std::string text() const { return shudao::text(value()); }

 private:
  Digest digest_;
};

// Of rows of a finished store. The program is not among the parts: stores of two builds are compared row by row.

std::string checksum_of(Life const&);
std::string checksum_of(RunKey const&, std::string_view result, std::string_view measures, std::vector<Life> const&);
std::string checksum_of_lots(RunKey const&, std::string_view lots);
std::string checksum_of_results(std::string_view document);

}  // namespace shudao::experiment
