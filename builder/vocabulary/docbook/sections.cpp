// vocabulary/docbook: sections and other titled divisions, inside a chapter.
#include <array>

#include "vocabulary/docbook/numbering.h"
#include "vocabulary/docbook/reading.h"
#include "vocabulary/docbook/terms.h"
#include "vocabulary/running_heads.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

/// DPUB-ARIA 1.0 and EPUB's names for what a division is.
struct Semantics {
  std::string_view element, epubType, role;
};
constexpr std::array kSemantics{
    Semantics{"preface", "preface", "doc-preface"},
    Semantics{"appendix", "appendix", "doc-appendix"},
    Semantics{"dedication", "dedication", "doc-dedication"},
    Semantics{"colophon", "colophon", "doc-colophon"},
    Semantics{"acknowledgements", "acknowledgments", "doc-acknowledgments"},
    Semantics{"bibliography", "bibliography", "doc-bibliography"},
    Semantics{"index", "index", "doc-index"},
    Semantics{"setindex", "index", "doc-index"},
    Semantics{"glossary", "glossary", "doc-glossary"},
};

void convertSection(const Element& source, Element& into, Reading& reading) {
  const bool isTitled = titleOf(source) != nullptr;
  const bool isSection = isTitled && (mayOpenSection(into) || into.name == "section");
  Element& made = appendAs(into, isSection ? "section" : "div", source, reading,
                           source.name.starts_with("sect") ? std::string_view() : std::string_view(source.name));
  if (isSection) return fillDivision(source, made, reading);
  appendTitleLine(source, made, reading, "box-title");
  convertBody(source, made, reading);
}

/// Divisions that DocBook names even where the author gives them no title.
void convertNamedDivision(const Element& source, Element& into, Reading& reading) {
  if (!mayOpenSection(into)) return convertSection(source, into, reading);
  Element& made = appendAs(into, "section", source, reading, source.name);
  for (const Semantics& semantics : kSemantics) {
    if (semantics.element != source.name) continue;
    made.setAttribute("epub:type", std::string(semantics.epubType));
    made.setAttribute("role", std::string(semantics.role));
  }
  if (!titleOf(source)) appendMade(made, "h2", source, reading).appendText(term(source.name, languageAt(source)), source.position());
  fillDivision(source, made, reading);
}

void convertIntroduction(const Element& source, Element& into, Reading& reading) {
  fillDivision(source, appendAs(into, titleOf(source) ? "section" : "div", source, reading, source.name), reading);
}

/// A heading that opens no section.
void convertBridgehead(const Element& source, Element& into, Reading& reading) {
  Element& line = appendAs(into, "p", source, reading, "bridgehead");
  addSourceClass(line, "renderas", source.attributeOr("renderas"));
  convertInline(source, line, reading);
}

/// A title where nothing takes it.
void convertLooseTitle(const Element& source, Element& into, Reading& reading) {
  const bool isInLine = isPhrasingPlace(into);
  convertInline(source, appendAs(into, isInLine ? "span" : "p", source, reading, source.name), reading);
}

void convertLooseInfo(const Element& source, Element& into, Reading& reading) {
  convertBlocks(source, appendAs(into, isPhrasingPlace(into) ? "span" : "div", source, reading, "info"), reading);
}

constexpr std::array kRules{
    Rule{"section", convertSection},
    Rule{"sect1", convertSection},
    Rule{"sect2", convertSection},
    Rule{"sect3", convertSection},
    Rule{"sect4", convertSection},
    Rule{"sect5", convertSection},
    Rule{"simplesect", convertSection},
    Rule{"topic", convertSection},
    Rule{"refsection", convertSection},
    Rule{"refsect1", convertSection},
    Rule{"refsect2", convertSection},
    Rule{"refsect3", convertSection},
    Rule{"book", convertSection},
    Rule{"article", convertSection},
    Rule{"part", convertSection},
    Rule{"reference", convertSection},
    Rule{"chapter", convertSection},
    Rule{"partintro", convertIntroduction},
    Rule{"preface", convertNamedDivision},
    Rule{"appendix", convertSection},
    Rule{"dedication", convertNamedDivision},
    Rule{"colophon", convertNamedDivision},
    Rule{"acknowledgements", convertNamedDivision},
    Rule{"acknowledgments", convertNamedDivision},
    Rule{"ackno", convertNamedDivision},
    Rule{"refsynopsisdiv", convertNamedDivision},
    Rule{"bridgehead", convertBridgehead},
    Rule{"title", convertLooseTitle},
    Rule{"subtitle", convertLooseTitle},
    Rule{"titleabbrev", convertLooseTitle},
    Rule{"info", convertLooseInfo},
    Rule{"articleinfo", convertLooseInfo},
    Rule{"bookinfo", convertLooseInfo},
    Rule{"chapterinfo", convertLooseInfo},
    Rule{"sectioninfo", convertLooseInfo},
    Rule{"set", convertSection},
};

/// The short title is for running heads and lists: it is told, not shown.
void takeShortTitle(const Element& source, Element& heading) {
  const Element* info = infoOf(source);
  const Element* shortened = firstSaying(source, "titleabbrev");
  if (!shortened && info) shortened = firstSaying(*info, "titleabbrev");
  if (shortened) heading.setAttribute(kShortTitle, headingText(*shortened));
}

}  // namespace

std::span<const Rule> sectionRules() { return kRules; }

bool fillTitle(const Element& source, Element& line, Reading& reading) {
  const Element* title = titleOf(source);
  const std::string label = labelOf(source, reading);
  if (!label.empty()) {
    appendMade(line, "span", source, reading, "label").appendText(label, source.position());
    if (title) line.appendText(isCjkLanguage(languageAt(source)) ? "　" : ". ", source.position());
  }
  if (title) convertInline(*title, line, reading);
  takeShortTitle(source, line);
  return title || !label.empty();
}

bool appendHeading(const Element& source, Element& into, Reading& reading) {
  const Element* title = titleOf(source);
  if (!title && labelOf(source, reading).empty()) return false;
  Element& heading = title ? appendAs(into, "h2", *title, reading) : appendMade(into, "h2", source, reading);
  fillTitle(source, heading, reading);
  const Element* info = infoOf(source);
  for (const Element* place : {&source, info}) {
    if (!place) continue;
    for (const Element* subtitle : childrenOf(*place, "subtitle")) {
      convertInline(*subtitle, appendAs(into, "p", *subtitle, reading, "subtitle"), reading);
    }
  }
  return true;
}

void appendTitleLine(const Element& source, Element& into, Reading& reading, std::string_view className) {
  const Element* title = titleOf(source);
  if (!title && labelOf(source, reading).empty()) return;
  Element& line = title ? appendAs(into, "p", *title, reading, className) : appendMade(into, "p", source, reading, className);
  fillTitle(source, line, reading);
}

void fillDivision(const Element& source, Element& into, Reading& reading) {
  appendHeading(source, into, reading);
  convertBody(source, into, reading);
}

}  // namespace octavo::vocabulary::docbook
