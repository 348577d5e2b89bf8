// vocabulary/tei: figures, pictures, media, formulas, music.
#include <algorithm>
#include <array>

#include "vocabulary/math_words.h"
#include "vocabulary/mathml.h"
#include "vocabulary/tex_source.h"
#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

/// figDesc is written for those who cannot see the picture; desc of the graphic itself is nearer.
std::string descriptionOf(const Element& graphic) {
  if (const Element* own = firstSaying(graphic, "desc")) return plainText(*own);
  const Element* figure = graphic.parent();
  const Element* description = figure ? firstSaying(*figure, "figDesc") : nullptr;
  return description ? plainText(*description) : std::string();
}

std::string captionOf(const Element& graphic) {
  const Element* head = graphic.parent() ? firstSaying(*graphic.parent(), "head") : nullptr;
  return head ? headingText(*head) : std::string();
}

/// The size that the source gives, "2in" or "50%", as a style.
void takeSize(Element& picture, const Element& source) {
  std::string style;
  for (const auto* name : {"width", "height"}) {
    const std::string size = dom::collapseWhiteSpace(source.attributeOr(name));
    const std::size_t digits = size.find_first_not_of("0123456789.");
    if (digits == 0 || digits == std::string::npos || size.size() > 8) continue;
    if (!isOneOf(std::string_view(size).substr(digits), {"in", "cm", "mm", "pt", "pc", "px", "em", "%"})) continue;
    // A share of the page's height means nothing where pages have none.
    if (std::string_view(name) == "height" && size.back() == '%') continue;
    style += (style.empty() ? "" : "; ") + std::string(name) + ": " + size;
  }
  if (!style.empty() && picture.name == "img") picture.setAttribute("style", style);
}

void appendGraphic(const Element& source, Element& into, Reading& reading) {
  const std::string description = descriptionOf(source);
  const std::string caption = captionOf(source);
  Element& picture = reading.conversion.appendPicture(
      into, {source.attributeOr("url"), description, caption, false, source.position()});
  reading.conversion.takeIdentity(picture, source);
  takeSize(picture, source);
}

/// In the line of a text a picture is a character.
void convertGraphic(const Element& source, Element& into, Reading& reading) {
  if (isLine(into) || into.name == "figure") return appendGraphic(source, into, reading);
  appendGraphic(source, appendMade(into, "figure", source, reading, "graphic"), reading);
}

void convertFigure(const Element& source, Element& into, Reading& reading) {
  Element& figure = appendAs(into, "figure", source, reading);
  addSourceClass(figure, "type", source.attributeOr("type"));
  const bool described = dom::firstChild(source, "graphic") != nullptr;
  const auto inCaption = [&](const Element& part) {
    return isOneOf(part.name, {"head", "p", "ab", "byline", "trailer"}) || (part.name == "figDesc" && !described);
  };
  const bool captioned = std::ranges::any_of(childrenOf(source), [&](const Element* part) { return inCaption(*part); });
  for (const Element* part : childrenOf(source)) {
    if (part->name != "figDesc" && !inCaption(*part)) convert(*part, figure, reading);
  }
  if (!captioned) return;
  Element& caption = appendMade(figure, "figcaption", source, reading);
  for (const Element* part : childrenOf(source)) {
    if (!inCaption(*part)) continue;
    Element& line = appendAs(caption, "p", *part, reading, part->name == "head" ? "caption-title" : "");
    convertInline(*part, line, reading);
  }
}

void convertDescription(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, isLine(into) ? "span" : "p", source, reading, source.name), reading);
}

/// Sound and film: a line that names the file; the EPUB plays it instead.
void convertMedia(const Element& source, Element& into, Reading& reading) {
  Element& line = appendAs(into, isLine(into) ? "span" : "p", source, reading, "file-link");
  const std::string address(source.attributeOr("url", source.attributeOr("mimeType")));
  const bool web = address.starts_with("http");
  const std::string_view kind = source.attributeOr("mimeType");
  const bool isPlayable = kind.starts_with("audio/") || kind.starts_with("video/");
  const bool isPlayed = isPlayable && source.attribute("url") && reading.conversion.appendMedia(
      line, {kind.starts_with("video/"), {address}, plainText(source), source.position()});
  Element& shown = isPlayed ? appendMade(line, "span", source, reading, {}) : line;
  if (isPlayed) shown.setAttribute(publication::kMediumAttribute, "paper");
  Element& link = web ? appendLinkElement(shown, source, reading) : shown;
  link.appendText(address, source.position());
  if (link.name == "a") reading.conversion.linkToWeb(link, address, source.position());
  if (!plainText(source).empty()) shown.appendText(" (" + plainText(source) + ")", source.position());
}

/// Bytes in the text say nothing to a reader; what they are is told.
void convertBinary(const Element& source, Element& into, Reading& reading) {
  const std::string kind(source.attributeOr("mimeType", "binary data"));
  reading.conversion.warn("binary-object-left-out", source.position(),
                          "<" + source.name + "> holds " + kind + " in the text itself; a file beside it can be shown",
                          source.name);
  reading.conversion.appendPlaceholder(into, kind, source.position());
}

void convertMath(const Element& source, Element& into, Reading& reading) {
  Element& math = into.appendElement(dom::Namespace::MathMl, "math", source.position());
  copyMathAttributes(source, math, reading.conversion);
  std::string alternative(source.attributeOr("alttext"));
  copyMath(source, math, reading.conversion);
  if (alternative.empty()) alternative = mathWords(math);
  math.setAttribute("alttext", std::move(alternative));
  const Element* formula = source.parent();
  if (formula && isOneOf(formula->attributeOr("rend"), {"display", "block"})) math.setAttribute("display", "block");
}

/// MathML is a formula; of TeX the picture beside it is shown, else it stands as it is written.
void convertFormula(const Element& source, Element& into, Reading& reading) {
  const bool display = isOneOf(source.attributeOr("rend"), {"display", "block"}) || !isLine(into);
  Element& block = appendAs(into, display ? "div" : "span", source, reading, display ? "disp-formula" : "formula");
  Element& content = display ? appendMade(block, "div", source, reading, "formula") : block;
  const bool isCoded = hasOwnText(source) && (source.attribute("notation") || looksLikeTeX(plainText(source)));
  const Element* picture = dom::firstChild(source, "graphic");
  const bool hasPicture = picture && reading.conversion.hasPicture(picture->attributeOr("url"), picture->position());
  if (isCoded && hasPicture) {
    convert(*picture, content, reading);
  } else if (isCoded) {
    reportTeX(reading.conversion, source.position());
    const std::string kind(source.attributeOr("notation", "tex"));
    appendMade(content, "code", source, reading, kind).appendText(plainText(source), source.position());
  } else {
    convertInline(source, content, reading);
  }
  const std::string number(source.attributeOr("n"));
  if (display && !number.empty()) {
    appendMade(block, "span", source, reading, "label").appendText(number, source.position());
  }
}

constexpr std::array kRules{
    Rule{"figure", Standing::Block, convertFigure},
    Rule{"figDesc", Standing::ByContent, convertDescription},
    Rule{"graphic", Standing::ByContent, convertGraphic},
    Rule{"media", Standing::ByContent, convertMedia},
    Rule{"binaryObject", Standing::ByContent, convertBinary},
    Rule{"formula", Standing::ByContent, convertFormula},
    Rule{"math", Standing::InLine, convertMath},
};

}  // namespace

std::span<const Rule> figureRules() { return kRules; }

}  // namespace octavo::vocabulary::tei
