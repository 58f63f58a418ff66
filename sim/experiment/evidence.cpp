#include "sim/experiment/evidence.h"

#include <algorithm>

#include "sim/base/errors.h"

namespace shudao::experiment {

std::vector<std::pair<std::string, std::vector<std::int64_t>>> numbers_of(Evidence evidence) {
  std::vector<std::pair<std::string, std::vector<std::int64_t>>> all;
  each_table(evidence, [&](char const* name, auto& table) {
    auto& numbers = all.emplace_back(name, std::vector<std::int64_t>{}).second;
    for (auto& row : table) each_number(row, [&](std::int64_t number) { numbers.push_back(number); });
  });
  all.emplace_back("ended_ms", std::vector{evidence.ended_ms});
  return all;
}

namespace {

template<class Row>
void fill(std::vector<Row>& table, std::vector<std::int64_t> const& numbers) {
  for (std::size_t next = 0; next < numbers.size();) {
    each_number(table.emplace_back(), [&](std::int64_t& number) {
      ensure(next < numbers.size(), "a table of evidence ends within a row");
      number = numbers[next++];
    });
  }
}

template<class Row>
void add_rows(std::vector<Row>& sum, std::vector<Row>& other) {
  if (sum.empty()) sum.resize(other.size());
  ensure(sum.size() == other.size(), "evidence of two scenarios is not added up");
  for (std::size_t i = 0; i < sum.size(); ++i) {
    std::vector<std::int64_t> numbers;
    each_number(other[i], [&](std::int64_t number) { numbers.push_back(number); });
    std::size_t next = 0;
    each_number(sum[i], [&](std::int64_t& number) { number += numbers[next++]; });
  }
}

}  // namespace

void set_numbers(Evidence& evidence, std::string const& table, std::vector<std::int64_t> const& numbers) {
  if (table == "ended_ms") evidence.ended_ms = numbers.at(0);
  each_table(evidence, [&](char const* name, auto& rows) {
    if (table == name) fill(rows, numbers);
  });
}

void add(Evidence& sum, Evidence other) {
  add_rows(sum.resources, other.resources);
  add_rows(sum.links, other.links);
  add_rows(sum.boardings, other.boardings);
  add_rows(sum.rooms, other.rooms);
  add_rows(sum.corridors, other.corridors);
  add_rows(sum.flows, other.flows);
  add_rows(sum.routes, other.routes);
  add_rows(sum.connections, other.connections);
  sum.ended_ms = std::max(sum.ended_ms, other.ended_ms);
}

}  // namespace shudao::experiment
