#pragma once
#include <string>
#include <vector>

#include "viz/report/export/export.h"

namespace shudao::viz::report {

/// The parts of the package that do not depend on what the report says but for its title: content types first.
std::vector<ExportFile> fixed_parts(std::string const& title, Language);

/// word/document.xml around its body.
std::string document_part(std::string const& body);
/// The relationships of the document: styles and the like, and the two pictures of each figure.
std::string relations_part(int figures);

/// The bookmark of the section with this number.
std::string bookmark_of(int section);
/// A field of contents over the headings, filled already so that it is there before a program computes it.
std::string contents_of(Report const&, Language);

}  // namespace shudao::viz::report
