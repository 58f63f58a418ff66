#pragma once
#include <map>
#include <string>

namespace shudao::viz::report {

/// The files of an archive, read by their own headers one after the other, each checked by its sum.
std::map<std::string, std::string> unzipped(std::string const& archive);

}  // namespace shudao::viz::report
