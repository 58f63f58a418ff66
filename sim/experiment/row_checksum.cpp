#include "sim/experiment/row_checksum.h"

namespace shudao::experiment {
namespace {

RowChecksum begun_with(RunKey const& key) {
  RowChecksum checksum;
  checksum.add(key.scenario).add(key.asked).add(std::to_string(key.seed));
  checksum.add(static_cast<std::int64_t>(key.fault)).add(key.number);
  return checksum;
}

Fingerprint fingerprint_of_life(Life const& life) {
  RowChecksum checksum;
  checksum.add(life.consignment).add(life.replication).add(life.teu).add(life.ready.ms());
  for (LifeEntry const& entry : life.entries) {
    checksum.add(static_cast<std::int64_t>(entry.component)).add(entry.charged_to).add(entry.at);
    checksum.add(entry.from.ms()).add(entry.to.ms());
  }
  return checksum.value();
}

}  // namespace

std::string checksum_of(Life const& life) { return text(fingerprint_of_life(life)); }

std::string checksum_of(RunKey const& key, std::string_view result, std::string_view measures,
                        std::vector<Life> const& lives) {
  RowChecksum checksum = begun_with(key);
  checksum.add(result).add(measures);
  Fingerprint all;  // In whatever order they are told.
  for (Life const& life : lives) all += fingerprint_of_life(life);
  checksum.add(text(all));
  return checksum.text();
}

std::string checksum_of_lots(RunKey const& key, std::string_view lots) { return begun_with(key).add(lots).text(); }

std::string checksum_of_results(std::string_view document) { return RowChecksum{}.add(document).text(); }

}  // namespace shudao::experiment
