// vocabulary/docbook: reference pages: refentry and the parts that no other division has.
#include <array>

#include "vocabulary/docbook/reading.h"
#include "vocabulary/docbook/terms.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

std::string namesIn(const Element& names) {
  if (const Element* descriptor = firstSaying(names, "refdescriptor")) return plainText(*descriptor);
  std::string words;
  for (const Element* name : childrenOf(names, "refname")) {
    words += (words.empty() ? "" : std::string(listSeparator(languageAt(names)))) + plainText(*name);
  }
  return words;
}

/// ls(1): the title, or the page's names.
void appendPageHeading(const Element& source, Element& into, Reading& reading) {
  if (appendHeading(source, into, reading)) return;
  const Element* meta = dom::firstChild(source, "refmeta");
  const Element* title = meta ? firstSaying(*meta, "refentrytitle") : nullptr;
  const Element* names = dom::firstChild(source, "refnamediv");
  if (!title && !names) return;
  Element& heading = appendMade(into, "h2", title ? *title : *names, reading);
  if (!title) {
    heading.appendText(namesIn(*names), names->position());
    return;
  }
  convertInline(*title, heading, reading);
  if (const Element* volume = firstSaying(*meta, "manvolnum")) {
    heading.appendText("(", volume->position());
    convertInline(*volume, heading, reading);
    heading.appendText(")", volume->position());
  }
}

void convertMeta(const Element& source, Element& into, Reading& reading) {
  // Title and volume are in the heading, unless the page has another title.
  const bool isShown = source.parent() && !titleOf(*source.parent());
  for (const Element* part : childrenOf(source)) {
    if (isShown && isOneOf(part->name, {"refentrytitle", "manvolnum"})) continue;
    if (part->name == "indexterm") {
      convert(*part, into, reading);
      continue;
    }
    convertInline(*part, appendAs(into, "p", *part, reading, part->name), reading);
  }
}

/// date, time — get the date: names, what they are for.
void convertNames(const Element& source, Element& into, Reading& reading) {
  Element& block = appendAs(into, "div", source, reading, "refnamediv");
  Element& line = appendMade(block, "p", source, reading);
  bool hasName = false;
  for (const Element* part : childrenOf(source)) {
    if (part->name == "refname") {
      if (hasName) line.appendText(std::string(listSeparator(languageAt(source))), part->position());
      hasName = true;
      convertInline(*part, appendAs(line, "code", *part, reading, "refname"), reading);
    } else if (part->name == "refpurpose") {
      line.appendText(isCjkLanguage(languageAt(source)) ? "——" : " — ", part->position());
      convertInline(*part, appendAs(line, "span", *part, reading, "refpurpose"), reading);
    } else {
      convert(*part, block, reading);
    }
  }
}

void convertLine(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, isPhrasingPlace(into) ? "span" : "p", source, reading, source.name), reading);
}

void convertPage(const Element& source, Element& into, Reading& reading) {
  fillReferencePage(source, appendAs(into, mayOpenSection(into) ? "section" : "div", source, reading, "refentry"), reading);
}

constexpr std::array kRules{
    Rule{"refentry", convertPage},    Rule{"refmeta", convertMeta},        Rule{"refnamediv", convertNames},
    Rule{"refclass", convertLine},    Rule{"refdescriptor", convertLine},  Rule{"refname", convertLine},
    Rule{"refpurpose", convertLine},
};

}  // namespace

std::span<const Rule> referencePageRules() { return kRules; }

void fillReferencePage(const Element& source, Element& into, Reading& reading) {
  appendPageHeading(source, into, reading);
  convertBody(source, into, reading);
}

}  // namespace octavo::vocabulary::docbook
