#pragma once
#include <string>

#include "viz/report/export/plain_text.h"
#include "viz/report/report.h"

namespace shudao::viz::report {

/// Text that stands for itself in XML 1.0: escaped, without the characters that XML forbids.
std::string xml_text(std::string const& text);

/// What a paragraph in WordprocessingML may be; all text goes through xml_text.
std::string run_of(std::string const& text);
/// A paragraph of one style with these runs.
std::string paragraph_of(std::string const& style, std::string const& runs);
/// A field that a word processor computes, with what it shows before that: " SEQ 图 \* ARABIC ".
std::string field_of(std::string const& instruction, std::string const& shown);
/// Runs inside a bookmark.
std::string bookmarked(int number, std::string const& name, std::string const& runs);

}  // namespace shudao::viz::report
