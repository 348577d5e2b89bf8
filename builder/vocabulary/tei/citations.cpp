// vocabulary/tei: bibliographic references, cited quotations, statements of responsibility.
#include <algorithm>
#include <array>
#include <optional>

#include "vocabulary/tei/reading.h"
#include "words/words.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;
using words::Term;

/// Where a reference needs a stop between its parts and where a comma; a source with words of its own has both.
std::string_view separatorOf(const Element& source) {
  if (isCjkLanguage(languageAt(source))) return source.name == "biblStruct" ? "。" : "、";
  if (source.name == "imprint" && dom::firstChild(source, "pubPlace") == childrenOf(source).front()) return ": ";
  return isOneOf(source.name, {"biblStruct", "biblFull", "titleStmt"}) ? ". " : ", ";
}

void convertReference(const Element& source, Element& into, Reading& reading) {
  const bool line = isLine(into) || into.name == "li";
  const bool blocks = std::ranges::any_of(childrenOf(source), [](const Element* c) { return isBlock(*c); });
  if (blocks && hasOwnText(source)) {
    return convertBlocks(source, appendAs(into, "div", source, reading, "reference"), reading);
  }
  Element& entry = appendAs(into, line ? "span" : "p", source, reading, "reference");
  convertParts(source, entry, reading, separatorOf(source));
}

void convertPart(const Element& source, Element& into, Reading& reading) {
  if (childrenOf(source).empty()) return convertInline(source, into, reading);
  convertParts(source, appendAs(into, "span", source, reading, source.name), reading, separatorOf(source));
}

std::optional<Term> termOfUnit(std::string_view unit) {
  if (isOneOf(unit, {"page", "pp", "pages"})) return Term::CitedPages;
  if (isOneOf(unit, {"volume", "vol"})) return Term::CitedVolume;
  if (unit == "issue") return Term::CitedIssue;
  return std::nullopt;
}

/// Volume, issue and pages by their customary marks where the source gives only numbers.
void convertScope(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading, source.name);
  const std::string_view unit = source.attributeOr("unit", source.attributeOr("type"));
  const std::string words = plainText(source);
  const bool number = !words.empty() && words[0] >= '0' && words[0] <= '9';
  const bool plain = source.parent() && !hasOwnText(*source.parent());
  const std::optional<Term> term = plain && number ? termOfUnit(unit) : std::nullopt;
  const std::string_view mark = term ? words::of(languageAt(source)).around(*term).first : std::string_view();
  if (!mark.empty()) made.appendText(std::string(mark), source.position());
  if (words.empty() && source.attribute("from")) {
    const std::string from(source.attributeOr("from")), to(source.attributeOr("to"));
    made.appendText(to.empty() || to == from ? from : from + "–" + to, source.position());
  }
  convertInline(source, made, reading);
}

void convertIdentifier(const Element& source, Element& into, Reading& reading) {
  const std::string words = plainText(source);
  if (words.empty()) return;
  const std::string_view type = source.attributeOr("type");
  const bool doi = isOneOf(type, {"DOI", "doi"}) && words.starts_with("10.");
  const bool web = words.starts_with("http");
  if (!doi && !web) {
    Element& made = appendAs(into, "span", source, reading, source.name);
    const bool told = !type.empty() && !(source.parent() && hasOwnText(*source.parent()));
    if (told) made.appendText(std::string(type) + " ", source.position());
    return convertInline(source, made, reading);
  }
  Element& link = appendLinkElement(into, source, reading);
  link.appendText(doi ? "doi:" + words : words, source.position());
  if (link.name == "a") reading.conversion.linkToWeb(link, doi ? "https://doi.org/" + words : words, source.position());
}

void convertReferenceList(const Element& source, Element& into, Reading& reading) {
  Element& block = appendAs(into, "div", source, reading, "references");
  appendTitleParagraphs(source, block, reading, "list-title");
  Element* list = nullptr;
  for (const Element* child : childrenOf(source)) {
    if (child->name == "head") continue;
    if (!isOneOf(child->name, {"bibl", "biblStruct", "biblFull"})) {
      list = nullptr;
      convert(*child, block, reading);
      continue;
    }
    if (!list) list = &appendMade(block, "ul", *child, reading, "reference-list");
    Element& entry = appendAs(*list, "li", *child, reading, "reference");
    if (hasOwnText(*child)) {
      convertContent(*child, entry, reading);
    } else {
      convertParts(*child, appendMade(entry, "p", *child, reading), reading, separatorOf(*child));
    }
  }
}

bool isSource(const Element& part) { return isOneOf(part.name, {"bibl", "biblStruct", "ref", "ptr", "title", "note"}); }

/// The quotation, and under it where it comes from.
void convertCited(const Element& source, Element& into, Reading& reading) {
  const bool blocks = std::ranges::any_of(childrenOf(source), [](const Element* c) { return isBlock(*c); });
  if (isLine(into) && !blocks) {
    return convertParts(source, appendAs(into, "span", source, reading, "cit"), reading, " ");
  }
  Element& block = appendAs(into, "blockquote", source, reading, "cit");
  for (const Element* part : childrenOf(source)) {
    if (isSource(*part)) {
      convert(*part, appendMade(block, "p", *part, reading, "attribution"), reading);
    } else if (isOneOf(part->name, {"quote", "q"})) {
      convertBlocks(*part, block, reading);
    } else {
      convert(*part, block, reading);
    }
  }
}

/// "Transcription: Ada Lovelace", or the name first where the source has it so.
void convertResponsibility(const Element& source, Element& into, Reading& reading) {
  const bool line = isLine(into) || isOneOf(into.name, {"dd", "li"});
  const auto parts = childrenOf(source);
  const bool taskFirst = !parts.empty() && parts.front()->name == "resp";
  const std::string_view separator = taskFirst ? words::colon(languageAt(source)) : std::string_view();
  convertParts(source, appendAs(into, line ? "span" : "p", source, reading, source.name), reading, separator);
}

void convertPlainPart(const Element& source, Element& into, Reading& reading) {
  convertContent(source, appendAs(into, "span", source, reading, source.name), reading);
}

constexpr std::array kRules{
    Rule{"bibl", Standing::ByContent, convertReference},
    Rule{"biblStruct", Standing::ByContent, convertReference},
    Rule{"biblFull", Standing::ByContent, convertReference},
    Rule{"listBibl", Standing::Block, convertReferenceList},
    Rule{"cit", Standing::ByContent, convertCited},
    Rule{"analytic", Standing::InLine, convertPart},
    Rule{"monogr", Standing::InLine, convertPart},
    Rule{"series", Standing::InLine, convertPart},
    Rule{"imprint", Standing::InLine, convertPart},
    Rule{"relatedItem", Standing::InLine, convertPart},
    Rule{"biblScope", Standing::InLine, convertScope},
    Rule{"citedRange", Standing::InLine, convertScope},
    Rule{"idno", Standing::InLine, convertIdentifier},
    Rule{"respStmt", Standing::ByContent, convertResponsibility},
    Rule{"resp", Standing::InLine, convertPlainPart},
    Rule{"publisher", Standing::InLine, convertPlainPart},
    Rule{"pubPlace", Standing::InLine, convertPlainPart},
    Rule{"edition", Standing::InLine, convertPlainPart},
    Rule{"extent", Standing::InLine, convertPlainPart},
    Rule{"textLang", Standing::InLine, convertPlainPart},
};

}  // namespace

std::span<const Rule> citationRules() { return kRules; }

}  // namespace octavo::vocabulary::tei
