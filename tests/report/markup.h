#pragma once
#include <map>
#include <string>
#include <vector>

namespace shudao::viz::report {

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;  ///< With entities resolved.
  std::string text;                               ///< Between its tags, without that of elements in it.
};

/// A document as a strict parser of XML 1.0 (without document types) sees it.
struct Markup {
  std::vector<Element> elements;  ///< In the order of their opening tags.
  std::string fault;              ///< Why it is not well-formed, and where; empty if it is.
  [[nodiscard]] std::size_t count(std::string const& name) const;
  [[nodiscard]] std::string text() const;  ///< Of all elements in their order.
};

Markup read_markup(std::string const& document);
/// A page of HTML that is as strict, but for its document type, its empty elements and what stands in scripts and
/// styles.
Markup read_page(std::string const& page);

}  // namespace shudao::viz::report
