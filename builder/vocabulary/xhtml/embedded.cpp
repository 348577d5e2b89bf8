// vocabulary/xhtml: links, pictures, formulas, film and sound.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

#include "base/address.h"
#include "base/data_address.h"
#include "base/utf8.h"
#include "vocabulary/conversion_content.h"
#include "vocabulary/math_words.h"
#include "vocabulary/mathml.h"
#include "vocabulary/source_questions.h"
#include "vocabulary/xhtml/reading_private.h"

namespace octavo::vocabulary::xhtml {
namespace {

using dom::Element;
using dom::Namespace;

std::string words(const dom::Node& node) { return dom::collapseWhiteSpace(dom::textContent(node)); }

/// Numbers, signs, a letter, roman numerals, "note 3", 注三: what a call shows, against words of the text
/// made a link.
bool isNoteMark(std::string_view shown) {
  constexpr std::array<std::string_view, 8> kWords{"note", "notes", "fn", "注", "註", "注釈", "脚注", "주"};
  std::string letters;
  std::size_t count = 0;
  for (std::size_t at = 0; at < shown.size();) {
    const std::size_t begin = at;
    const char32_t c = decodeUtf8(shown, at);
    const bool isAscii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    // Blocks of letters, roughly: Latin to Georgian and beyond, kana to the Hangul syllables.
    const bool isLetter = isAscii || (c >= 0xC0 && c < 0x2000) || (c >= 0x3040 && c < 0xFE00);
    if (!isLetter) continue;
    ++count;
    letters +=
        isAscii ? std::string(1, static_cast<char>(c | 0x20U)) : std::string(shown.substr(begin, at - begin));
  }
  const bool isRoman = letters.find_first_not_of("ivxlc") == std::string::npos;
  return count <= 1 || isRoman || std::ranges::find(kWords, letters) != kWords.end();
}

bool isInLink(const Element& into) {
  for (const Element* at = &into; at; at = at->parent()) {
    if (at->is(Namespace::Xhtml, "a")) return true;
  }
  return false;
}

/// The caption of the figure around, and nothing further out.
std::string captionAround(const Element& element) {
  for (const Element* at = element.parent(); at; at = at->parent()) {
    if (at->name != "figure") continue;
    const Element* caption = dom::firstChild(*at, "figcaption");
    return caption ? words(*caption) : std::string();
  }
  return {};
}

std::string annotationOf(const Element& math) {
  const Element* semantics = dom::firstChild(math, "semantics");
  const Element* annotation = semantics ? dom::firstChild(*semantics, "annotation") : nullptr;
  return annotation ? words(*annotation) : std::string();
}

}  // namespace

void convertLink(const Element& element, Element& into, Reading& reading) {
  Conversion& conversion = reading.conversion;
  if (isBackLink(element, reading)) return;
  if (const Element* note = calledNote(element, reading)) {
    const std::string shown = words(element);
    const bool isMark = isNoteMark(shown);
    if (!isMark) convertChildren(element, into, reading);
    Element& call = conversion.appendNoteCall(into, reading.noteBodies.at(note),
                                              isMark ? shown : std::string(), element.position());
    conversion.takeIdentity(call, element);
    return;
  }
  const std::string* href = element.attribute("href");
  const Element* around = noteAround(element, reading);
  const std::string_view id = element.attributeOr("id", element.attributeOr("name"));
  const bool isNoteAnchor = around && !href && !id.empty() && reading.noteBodies.at(around) == id;
  if (isNoteAnchor) {
    convertChildren(element, into, reading);
    return;
  }
  const bool isLink = href && !isInLink(into);  // a link in a link is only words
  Element& link = appendKept(isLink ? "a" : "span", element, into, reading);
  if (!element.attribute("id") && !id.empty()) conversion.setId(link, id, element.position());
  convertChildren(element, link, reading);
  if (!isLink) return;
  if (hasSchemeOrHost(*href)) {
    conversion.linkToWeb(link, *href, element.position());
  } else {
    conversion.linkToFile(link, *href);
  }
}

namespace {

struct Candidate {
  std::string address;
  double size = 1;  // in pixels or times the plain one
};

/// HTML, section 4.8.4.2.1: "a.png 1x, b.png 800w"; addresses may hold commas, but not at their ends.
std::vector<Candidate> candidatesIn(std::string_view srcset) {
  std::vector<Candidate> candidates;
  constexpr std::string_view kBlanks = " \t\r\n\f";
  while (true) {
    const std::size_t begin = srcset.find_first_not_of(" \t\r\n\f,");
    if (begin == std::string_view::npos) return candidates;
    srcset.remove_prefix(begin);
    const std::size_t end = std::min(srcset.find_first_of(kBlanks), srcset.size());
    std::string_view address = srcset.substr(0, end);
    srcset.remove_prefix(end);
    const bool isAlone = address.ends_with(',');
    while (address.ends_with(',')) address.remove_suffix(1);
    Candidate candidate{std::string(address), 1};
    if (!isAlone) {
      const std::size_t comma = std::min(srcset.find(','), srcset.size());
      const std::string descriptor = dom::collapseWhiteSpace(srcset.substr(0, comma));
      std::from_chars(descriptor.data(), descriptor.data() + descriptor.size(), candidate.size);
      srcset.remove_prefix(std::min(comma + 1, srcset.size()));
    }
    candidates.push_back(std::move(candidate));
  }
}

/// The largest of a srcset that is there.
std::string bestOf(std::string_view srcset, const Element& element, const Reading& reading) {
  std::vector<Candidate> candidates = candidatesIn(srcset);
  std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::size);
  const auto there = std::ranges::find_if(
      candidates, [&](const Candidate& each) { return reading.conversion.hasPicture(each.address, element.position()); });
  return there == candidates.end() ? std::string() : there->address;
}

/// What pages name that load their pictures late, by scripts; what stands in src then is an empty picture.
std::string lateAddress(const Element& element, const Reading& reading) {
  for (const char* name : {"data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src"}) {
    const std::string* address = element.attribute(name);
    if (address && reading.conversion.hasPicture(*address, element.position())) return *address;
  }
  for (const char* name : {"data-srcset", "data-lazy-srcset"}) {
    if (std::string best = bestOf(element.attributeOr(name), element, reading); !best.empty()) return best;
  }
  return {};
}

}  // namespace

/// The address of the picture that a browser would show in the end: one that comes late, the plain one, the best of several.
std::string pictureAddress(const Element& element, const Reading& reading) {
  if (std::string late = lateAddress(element, reading); !late.empty()) return late;
  const std::string plain(element.attributeOr("src"));
  const bool isStandIn = plain.empty() || isDataAddress(plain) || reading.conversion.isEmptyPicture(plain, element.position());
  if (!isStandIn && reading.conversion.hasPicture(plain, element.position())) return plain;
  if (std::string best = bestOf(element.attributeOr("srcset"), element, reading); !best.empty()) return best;
  if (const Element* around = element.parent(); around && around->name == "picture") {
    for (const Element* source : childrenOf(*around, "source")) {
      for (const char* name : {"srcset", "data-srcset"}) {
        if (std::string best = bestOf(source->attributeOr(name), element, reading); !best.empty()) return best;
      }
    }
  }
  for (const char* name : {"data-src", "data-original", "data-lazy-src"}) {
    if (isStandIn && element.attribute(name)) return *element.attribute(name);  // to be told that it is missing
  }
  return plain;
}

void convertPicture(const Element& element, Element& into, Reading& reading) {
  const std::string* alternative = element.attribute("alt");
  const std::string caption = captionAround(element);
  const std::string address = pictureAddress(element, reading);
  PictureRequest request{address, element.attributeOr("alt"),
                         element.attributeOr("title", caption), false, element.position()};
  // HTML, section 4.8.4.4: alt="" says that the picture adds nothing to the text.
  request.decorative = (alternative && dom::collapseWhiteSpace(*alternative).empty() && caption.empty()) ||
                       element.attributeOr("role") == "presentation" || element.attributeOr("role") == "none";
  Element& picture = reading.conversion.appendPicture(into, request);
  reading.conversion.takeIdentity(picture, element);
  addClass(picture, element.attributeOr("class"));
  if (picture.name != "img") return;
  for (const std::string_view name : {"width", "height"}) {
    const std::string_view value = element.attributeOr(name);
    const bool isNumber =
        !value.empty() && value.size() < 6 && value.find_first_not_of("0123456789") == std::string_view::npos;
    const bool isOfStandIn = value == "1" && address != element.attributeOr("src");
    if (isNumber && value != "0" && !isOfStandIn) picture.setAttribute(name, std::string(value));
  }
}

/// For those without scripts: nothing where the picture before it has been found without them too.
void convertNoscript(const Element& element, Element& into, Reading& reading) {
  const Element* before = nullptr;
  for (const Element* child : childrenOf(*element.parent())) {
    if (child == &element) break;
    before = child;
  }
  const Element* picture = dom::firstChild(element, "img");
  const bool isAgain = picture && before && before->name == "img" && childrenOf(element).size() == 1 &&
                       pictureAddress(*before, reading) == pictureAddress(*picture, reading);
  if (!isAgain) convertChildren(element, into, reading);
}

void convertSvg(const Element& element, Element& into, Reading& reading) {
  if (element.name != "svg") {
    reading.conversion.reportUnknown(element);
    into.appendText(words(element), element.position());
    return;
  }
  const std::string caption = captionAround(element);
  const bool isDecorative = element.attributeOr("aria-hidden") == "true" || element.attributeOr("role") == "presentation";
  Element& drawing = reading.conversion.appendDrawing(into, element, {{}, {}, caption, isDecorative, element.position()});
  reading.conversion.takeIdentity(drawing, element);
}

void convertMath(const Element& element, Element& into, Reading& reading) {
  if (element.name != "math") {
    reading.conversion.reportUnknown(element);
    into.appendText(words(element), element.position());
    return;
  }
  Element& math = into.appendElement(Namespace::MathMl, "math", element.position());
  if (const std::string* id = element.attribute("id"))
    reading.conversion.setId(math, *id, element.position());
  copyMathAttributes(element, math, reading.conversion);
  if (element.attributeOr("display") == "block") math.setAttribute("display", "block");
  std::string alternative = dom::collapseWhiteSpace(element.attributeOr("alttext"));
  if (alternative.empty()) alternative = annotationOf(element);
  copyMath(element, math, reading.conversion);
  if (alternative.empty()) alternative = mathWords(math);
  math.setAttribute("alttext", alternative);
}

/// Film and sound: in the EPUB themselves, where their files are there; else, and on paper, what the page offers instead, and
/// the address where it is one.
void convertMedia(const Element& element, Element& into, Reading& reading) {
  Conversion& conversion = reading.conversion;
  std::vector<std::string> addresses;
  if (const std::string* own = element.attribute("src")) addresses.push_back(*own);
  for (const Element* source : childrenOf(element, "source")) addresses.emplace_back(source->attributeOr("src"));
  const std::string address = addresses.empty() ? std::string() : addresses.front();
  Element& around = appendKept("div", element, into, reading);
  addClass(around, element.name);
  const std::string said(element.attributeOr("aria-label", element.attributeOr("title")));
  const bool isCarried = conversion.appendMedia(
      around, {element.name == "video", addresses, said.empty() ? words(element) : said, element.position()});
  Element& instead = isCarried ? conversion.appendPlain(around, "div", element.position()) : around;
  if (isCarried) instead.setAttribute(publication::kMediumAttribute, "paper");
  Element& placeholder =
      conversion.appendPlaceholder(instead, fmt::format("{}: {}", element.name, address), element.position());
  if (hasSchemeOrHost(address)) {
    Element& link = conversion.appendPlain(instead, "a", element.position());
    link.append(instead.remove(0));
    conversion.linkToWeb(link, address, placeholder.position());
  }
  convertChildren(element, instead, reading);
}

/// A picture by another name, or what stands inside for those who cannot show it.
void convertObject(const Element& element, Element& into, Reading& reading) {
  const std::string_view type = element.attributeOr("type");
  if (type == "image/png" || type == "image/jpeg" || type == "image/svg+xml") {
    const std::string inside = words(element);
    Element& picture = reading.conversion.appendPicture(
        into, {element.attributeOr("data"), inside, element.attributeOr("title"), false, element.position()});
    reading.conversion.takeIdentity(picture, element);
    return;
  }
  reading.conversion.warn("media-unsupported", element.position(),
                          fmt::format("<{}> cannot be carried; what it offers instead stays", element.name),
                          element.name);
  convertChildren(element, appendKept("div", element, into, reading), reading);
}

/// EPUB 3.0: the first case that can be shown, else the default.
void convertSwitch(const Element& element, Element& into, Reading& reading) {
  const Element* chosen = nullptr;
  for (const auto& child : element.children()) {
    const Element* option = dom::asElement(*child);
    if (!option || chosen) continue;
    const std::string_view needed = option->attributeOr("required-namespace");
    const bool isShown =
        needed == "http://www.w3.org/1998/Math/MathML" || needed == "http://www.w3.org/1999/xhtml";
    if (option->name == "epub:default" || (option->name == "epub:case" && isShown)) chosen = option;
  }
  if (!chosen) {
    reading.conversion.reportUnknown(element);
    chosen = &element;
  }
  Element& made = appendKept("div", element, into, reading);
  convertChildren(*chosen, made, reading);
}

}  // namespace octavo::vocabulary::xhtml
