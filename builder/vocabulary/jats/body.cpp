// vocabulary/jats: sections, paragraphs, quotations, verse, speech, boxes, code.
#include "vocabulary/jats/reading.h"

#include <array>

#include "vocabulary/jats/front.h"
#include "vocabulary/jats/terms.h"
#include "vocabulary/running_heads.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

/// Parts that a section's heading has shown already.
const std::initializer_list<std::string_view> kHeadingParts{"label", "title", "subtitle"};

/// A section with a heading; one without is a `div`, for it opens no level of its own.
void convertSection(const Element& source, Element& into, Reading& reading) {
  const bool titled = firstSaying(source, "title") || firstSaying(source, "label");
  Element& section = appendAs(into, titled ? "section" : "div", source, reading);
  addSourceClass(section, "type", source.attributeOr("sec-type"));
  appendHeading(source, section, reading);
  convertBlocks(source, section, reading, kHeadingParts);
}

void convertParagraph(const Element& source, Element& into, Reading& reading) {
  Element& paragraph = appendAs(into, "p", source, reading);
  addSourceClass(paragraph, "content", source.attributeOr("content-type"));
  convertInline(source, paragraph, reading);
}

/// A title where no section takes it as its heading.
void convertLooseTitle(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, "p", source, reading, source.name), reading);
}

void convertLooseLabel(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, "span", source, reading, "label"), reading);
}

void convertAttribution(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, "p", source, reading, "attribution"), reading);
}

void convertQuotation(const Element& source, Element& into, Reading& reading) {
  Element& quotation = appendAs(into, "blockquote", source, reading);
  addSourceClass(quotation, "content", source.attributeOr("content-type"));
  appendTitleParagraph(source, quotation, reading, "quote-title");
  convertBlocks(source, quotation, reading, kHeadingParts);
}

void convertVerse(const Element& source, Element& into, Reading& reading) {
  const bool inner = source.parent() && source.parent()->name == "verse-group";
  Element& verse = appendAs(into, "div", source, reading, inner ? "stanza" : "verse");
  appendTitleParagraph(source, verse, reading, "verse-title");
  convertBlocks(source, verse, reading, kHeadingParts);
}

void convertVerseLine(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, "p", source, reading, "verse-line"), reading);
}

/// Puts `made` and the source's content in front of the first paragraph of `block`, or in a paragraph of its own.
Element& firstParagraph(Element& block, const Element& source, Reading& reading) {
  for (const auto& child : block.children()) {
    Element* element = dom::asElement(*child);
    if (element && element->name == "p" && !element->attribute("class")) return *element;
    if (element) break;
  }
  Element& made = appendMade(block, "p", source, reading);
  auto moved = block.remove(block.children().size() - 1);
  block.insert(0, std::move(moved));
  return made;
}

/// The speaker stands at the head of the first paragraph of what is said.
void convertSpeech(const Element& source, Element& into, Reading& reading) {
  Element& speech = appendAs(into, "div", source, reading, "speech");
  convertBlocks(source, speech, reading, {"speaker"});
  const Element* speaker = dom::firstChild(source, "speaker");
  if (!speaker) return;
  Element& paragraph = firstParagraph(speech, *speaker, reading);
  Element& name = appendAs(paragraph, "span", *speaker, reading, "speaker");
  convertInline(*speaker, name, reading);
  paragraph.appendText(isCjkLanguage(languageAt(source)) ? "　" : " ", speaker->position());
  const std::size_t count = paragraph.children().size();
  auto blank = paragraph.remove(count - 1);
  auto label = paragraph.remove(count - 2);
  paragraph.insert(0, std::move(blank));
  paragraph.insert(0, std::move(label));
}

void convertStatement(const Element& source, Element& into, Reading& reading) {
  Element& statement = appendAs(into, "div", source, reading, "statement");
  addSourceClass(statement, "content", source.attributeOr("content-type"));
  appendTitleParagraph(source, statement, reading, "statement-title");
  convertBlocks(source, statement, reading, kHeadingParts);
}

/// The title of a box is no heading: boxes stand beside the order of sections.
void convertBox(const Element& source, Element& into, Reading& reading) {
  Element& box = appendAs(into, "div", source, reading, "boxed-text");
  addSourceClass(box, "content", source.attributeOr("content-type"));
  const Element* caption = dom::firstChild(source, "caption");
  const Element* label = firstSaying(source, "label");
  const Element* title = firstSaying(caption ? *caption : source, "title");
  if (label || title) {
    Element& heading = title ? appendAs(box, "p", *title, reading, "box-title")
                             : appendMade(box, "p", source, reading, "box-title");
    fillTitle(label, title, heading, reading);
  }
  if (caption) convertBlocks(*caption, box, reading, {"title"});
  convertBlocks(source, box, reading, {"label", "caption", "title"});
}

/// Several forms of the same thing, in several languages: all are kept, side by side by style.
void convertParallel(const Element& source, Element& into, Reading& reading) {
  convertBlocks(source, appendAs(into, "div", source, reading, "parallel"), reading);
}

void convertCode(const Element& source, Element& into, Reading& reading) {
  if (source.name == "code" && into.name == "p" && plainText(source).find('\n') == std::string::npos &&
      dom::textContent(source).find('\n') == std::string::npos) {
    Element& code = appendAs(into, "code", source, reading);
    addSourceClass(code, "language", source.attributeOr("language"));
    return convertInline(source, code, reading);
  }
  Element& block = appendAs(into, "pre", source, reading);
  addSourceClass(block, "type", source.attributeOr("preformat-type"));
  Element& target = source.name == "code" ? appendMade(block, "code", source, reading) : block;
  addSourceClass(target, "language", source.attributeOr("language"));
  convertInline(source, target, reading);
}

void convertGroup(const Element& source, Element& into, Reading& reading) {
  convertBlocks(source, appendAs(into, "div", source, reading, source.name), reading);
}

void convertSignature(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, "p", source, reading, "signature"), reading);
}

constexpr std::array kRules{
    Rule{"sec", convertSection},
    Rule{"p", convertParagraph},
    Rule{"title", convertLooseTitle},
    Rule{"subtitle", convertLooseTitle},
    Rule{"label", convertLooseLabel},
    Rule{"disp-quote", convertQuotation},
    Rule{"attrib", convertAttribution},
    Rule{"verse-group", convertVerse},
    Rule{"verse-line", convertVerseLine},
    Rule{"speech", convertSpeech},
    Rule{"statement", convertStatement},
    Rule{"boxed-text", convertBox},
    Rule{"block-alternatives", convertParallel},
    Rule{"code", convertCode},
    Rule{"preformat", convertCode},
    Rule{"sec-meta", convertGroup},
    Rule{"address", convertGroup},
    Rule{"sig-block", convertGroup},
    Rule{"sig", convertSignature},
    Rule{"floats-group", convertGroup},
};

}  // namespace

std::span<const Rule> bodyRules() { return kRules; }

void appendLabel(const Element& label, Element& into, Reading& reading) {
  if (plainText(label).empty() && childrenOf(label).empty()) return;
  convertInline(label, appendAs(into, "span", label, reading, "label"), reading);
  into.appendText(isCjkLanguage(languageAt(label)) ? "　" : " ", label.position());
}

/// Label and title as the content of one line; no blank after a label that stands alone.
void fillTitle(const Element* label, const Element* title, Element& line, Reading& reading) {
  if (label && title) appendLabel(*label, line, reading);
  if (label && !title) convertInline(*label, appendAs(line, "span", *label, reading, "label"), reading);
  if (title) convertInline(*title, line, reading);
}

bool appendHeading(const Element& source, Element& into, Reading& reading) {
  const Element* label = firstSaying(source, "label");
  const Element* title = firstSaying(source, "title");
  if (!title && dom::firstChild(source, "title")) {
    reading.conversion.warn("title-empty", source.position(), "<" + source.name + "> has a title without words",
                            source.name);
  }
  if (!label && !title) return false;
  Element& heading = title ? appendAs(into, "h2", *title, reading) : appendMade(into, "h2", *label, reading);
  fillTitle(label, title, heading, reading);
  if (const Element* brief = shortTitleIn(source)) heading.setAttribute(kShortTitle, headingText(*brief));
  for (const Element* subtitle : childrenOf(source, "subtitle")) {
    convertInline(*subtitle, appendAs(into, "p", *subtitle, reading, "subtitle"), reading);
  }
  return true;
}

void appendTitleParagraph(const Element& source, Element& into, Reading& reading, std::string_view className) {
  const Element* label = firstSaying(source, "label");
  const Element* title = firstSaying(source, "title");
  if (label || title) {
    Element& line = title ? appendAs(into, "p", *title, reading, className)
                          : appendMade(into, "p", source, reading, className);
    fillTitle(label, title, line, reading);
  }
  for (const Element* subtitle : childrenOf(source, "subtitle")) {
    convertInline(*subtitle, appendAs(into, "p", *subtitle, reading, "subtitle"), reading);
  }
}

void convertLabelledBlocks(const Element& source, Element& into, Reading& reading) {
  const std::size_t before = into.children().size();
  convertBlocks(source, into, reading, {"label"});
  const Element* label = firstSaying(source, "label");
  if (!label || plainText(*label).empty()) return;
  Element* first =
      before < into.children().size() ? dom::asElement(*into.children()[before]) : nullptr;
  const bool made = !first || first->name != "p";
  Element& paragraph = made ? appendMade(into, "p", *label, reading) : *first;
  const std::size_t count = paragraph.children().size();
  appendLabel(*label, paragraph, reading);
  std::size_t place = 0;
  for (std::size_t i = count; i < paragraph.children().size(); ++i) paragraph.insert(place++, paragraph.remove(i));
  if (made) into.insert(before, into.remove(into.children().size() - 1));
}

}  // namespace octavo::vocabulary::jats
