#pragma once
#include <string>
#include <vector>

#include "scenarios/json.h"
#include "viz/words/messages.h"

namespace shudao::viz::cli {

/// What a member of a scenario file is called in words: "查验比例", "probability". Keys without words of their own are
/// said as they are written, without their unit.
std::string key_words(std::string const& key, Language);

/// A value of a scenario file in words, with the unit that its key says: "8 %", "6 h (lognormal, CV 1)", "mon 10:00,
/// thu 10:00". Long ones are cut.
std::string value_words(scenarios::Json const& value, std::string const& key, Language);

/// A kind of thing: "places" is "节点", "place"; the key itself if it has no words.
std::string kind_words(std::string const& collection, Language);

}  // namespace shudao::viz::cli
