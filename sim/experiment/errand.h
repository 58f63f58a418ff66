#pragma once
#include <map>
#include <string>

namespace shudao::experiment {

/// What a store was asked for, in words by name (verb, files, seed, replications, fingerprints …): two parts belong
/// together if these are equal.
using Errand = std::map<std::string, std::string>;

/// The name of the first thing that differs and both words for it: "seed is 7, in a.db it is 5"; empty if none does.
inline std::string first_difference(Errand const& one, Errand const& other, std::string const& called) {
  Errand both = one;
  both.insert(other.begin(), other.end());
  for (auto const& [name, unused] : both) {
    auto const word = [&name = name](Errand const& errand) {
      auto const found = errand.find(name);
      return found == errand.end() ? std::string{"not told"} : found->second;
    };
    if (word(one) != word(other)) return name + " is " + word(one) + ", in " + called + " it is " + word(other);
  }
  return {};
}

}  // namespace shudao::experiment
