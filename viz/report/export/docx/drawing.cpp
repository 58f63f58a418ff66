#include "viz/report/export/docx/drawing.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "viz/report/export/docx/markup.h"
#include "viz/report/export/docx/table.h"

namespace shudao::viz::report {
namespace {

constexpr std::int64_t kEmuPerTwentieth = 635;  ///< English Metric Units; 914,400 an inch.

/// A number of the opening tag; 0 if it has none.
double number_in(std::string const& tag, std::string const& name) {
  std::size_t const at = tag.find(" " + name + "=\"");
  return at == std::string::npos ? 0 : std::strtod(tag.c_str() + at + name.size() + 3, nullptr);
}

/// Height by width.
double shape_of(std::string const& svg) {
  std::size_t const begin = svg.find("<svg");
  std::string const tag = begin == std::string::npos ? "" : svg.substr(begin, svg.find('>', begin) - begin);
  double width = number_in(tag, "width"), height = number_in(tag, "height");
  if (std::size_t const box = tag.find(" viewBox=\"0 0 "); box != std::string::npos && (width <= 0 || height <= 0)) {
    char* next = nullptr;
    width = std::strtod(tag.c_str() + box + 14, &next);
    height = std::strtod(next, nullptr);
  }
  constexpr double kUsual = 0.6;
  return width > 0 && height > 0 ? height / width : kUsual;
}

}  // namespace

std::string png_relation(int number) { return "rIdPng" + std::to_string(number); }
std::string svg_relation(int number) { return "rIdSvg" + std::to_string(number); }

std::string drawing_of(int number, std::string const& svg, std::string const& title, std::string const& description) {
  constexpr std::int64_t kWidest = kTextWidth * kEmuPerTwentieth, kHighest = 12'000 * kEmuPerTwentieth;
  double const shape = shape_of(svg);
  auto const width = std::min(kWidest, static_cast<std::int64_t>(static_cast<double>(kHighest) / shape));
  auto const height = static_cast<std::int64_t>(static_cast<double>(width) * shape);
  std::string const extent = fmt::format("cx=\"{}\" cy=\"{}\"", width, height);
  std::string const name = fmt::format("id=\"{}\" name=\"figure{}\" descr=\"{}\"", number, number,
                                       xml_text(title.empty() ? description : title + ". " + description));
  return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " + extent +
         "/><wp:docPr " + name +
         "/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
         "<pic:nvPicPr><pic:cNvPr " +
         name + "/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"" + png_relation(number) +
         "\"><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip r:embed=\"" +
         svg_relation(number) +
         "\"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off "
         "x=\"0\" y=\"0\"/><a:ext " +
         extent +
         "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
         "</wp:inline></w:drawing></w:r>";
}

}  // namespace shudao::viz::report
