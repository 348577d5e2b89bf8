// epub: what figures and tables are called.
#include "epub/captions.h"
#include "dom/title_words.h"

namespace octavo::epub {
namespace {

/// Bytes; a line of a list on a small screen or two.
constexpr std::size_t kLongest = 200;

const dom::Element& firstLine(const dom::Element& caption) {
  for (const auto& child : caption.children()) {
    const dom::Element* part = dom::asElement(*child);
    if (!part) {
      if (!dom::collapseWhiteSpace(dom::asText(*child)->value).empty()) return caption;
      continue;
    }
    const bool isBlock = part->name == "p" || part->name == "div";
    if (!isBlock) return caption;
    if (!dom::titleWords(*part).empty()) return *part;
  }
  return caption;
}

}  // namespace

const dom::Element* captionOf(const dom::Element& element) {
  const bool isFigure = element.is(dom::Namespace::Xhtml, "figure");
  if (!isFigure && !element.is(dom::Namespace::Xhtml, "table")) return nullptr;
  const dom::Element* caption = dom::firstChild(element, isFigure ? "figcaption" : "caption");
  return caption && !dom::titleWords(*caption).empty() ? caption : nullptr;
}

std::string captionText(const dom::Element& caption) {
  std::string text = dom::titleWords(firstLine(caption));
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not inside a character
  const std::size_t blank = text.rfind(' ', end);
  if (blank != std::string::npos && blank > kLongest / 2) end = blank;
  return text.substr(0, end) + "…";
}

}  // namespace octavo::epub
