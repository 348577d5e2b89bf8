#include "vocabulary/docbook/reading.h"

#include <algorithm>
#include <array>

#include "publication/content_model.h"
#include "vocabulary/docbook/foreign.h"
#include "vocabulary/docbook/numbering.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;
using dom::Namespace;

/// The tables in the order they are searched.
using Table = std::span<const Rule> (*)();
constexpr std::array<Table, 7> kInlineTables{inlineRules,      linkRules,           interfaceRules,     noteRules,
                                             inlineMediaRules, inlineSynopsisRules, inlineVerbatimRules};
constexpr std::array<Table, 22> kTables{
    inlineRules, linkRules, interfaceRules, noteRules, inlineMediaRules, inlineSynopsisRules, inlineVerbatimRules, sectionRules,
    blockRules,     verbatimRules, listRules,     procedureRules, questionRules, figureRules, tableRules,
    synopsisRules,  classSynopsisRules, referencePageRules, glossaryRules, bibliographyRules, indexRules, infoRules};

constexpr std::array<std::string_view, 13> kProfiling{
    "arch",     "audience", "condition", "conformance", "os",     "outputformat", "revision",
    "security", "status",   "userlevel", "vendor",      "wordsize", "revisionflag"};

using Index = std::map<std::string_view, const Rule*, std::less<>>;

Index indexOf(std::span<const Table> tables) {
  Index index;
  for (const Table table : tables) {
    for (const Rule& rule : table()) index.emplace(rule.name, &rule);
  }
  return index;
}

bool isDocBook(const Element& source) {
  return source.namespaceName == Namespace::None || source.namespaceName == Namespace::DocBook;
}

const Rule* ruleFor(const Element& source) {
  static const Index all = indexOf(kTables);
  if (!isDocBook(source)) return nullptr;
  const auto found = all.find(source.name);
  return found == all.end() ? nullptr : found->second;
}

void convertUnknown(const Element& source, Element& into, Reading& reading) {
  reading.conversion.reportUnknown(source);
  const bool isLoose = !hasOwnText(source) && !isPhrasingPlace(into) &&
                       std::ranges::any_of(childrenOf(source), [](const Element* child) { return !isInlineElement(*child); });
  Element& kept = appendAs(into, isLoose ? "div" : isPhrasingPlace(into) ? "span" : "p", source, reading);
  addElementClass(kept, source.name);
  isLoose ? convertBlocks(source, kept, reading) : convertInline(source, kept, reading);
}

}  // namespace

void convert(const Element& source, Element& into, Reading& reading) {
  if (const Rule* rule = ruleFor(source)) return rule->convert(source, into, reading);
  if (convertForeign(source, into, reading)) return;
  convertUnknown(source, into, reading);
}

void convertInline(const Element& source, Element& into, Reading& reading) {
  for (const auto& child : source.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      into.appendText(text->value, text->position());
    } else {
      convert(*dom::asElement(*child), into, reading);
    }
  }
}

void convertBlocks(const Element& source, Element& into, Reading& reading,
                   std::initializer_list<std::string_view> except) {
  Element* loose = nullptr;  // the paragraph that takes text and inline elements between the blocks
  for (const auto& child : source.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      if (!loose && isBlank(text->value)) continue;
      if (!loose) loose = &appendMade(into, "p", source, reading);
      loose->appendText(text->value, text->position());
      continue;
    }
    const Element& element = *dom::asElement(*child);
    if (isOneOf(element.name, except)) continue;
    if (!isInlineElement(element)) {
      loose = nullptr;
      convert(element, into, reading);
      continue;
    }
    if (!loose) loose = &appendMade(into, "p", source, reading);
    convert(element, *loose, reading);
  }
}

void convertBody(const Element& source, Element& into, Reading& reading) {
  appendInfo(source, into, reading);
  const Element* info = infoOf(source);
  convertBlocks(source, into, reading,
                {"title", "subtitle", "titleabbrev", info ? std::string_view(info->name) : std::string_view("info")});
}

void convertFlexible(const Element& source, Element& into, Reading& reading) {
  const bool hasBlocks = std::ranges::any_of(childrenOf(source), [](const Element* child) { return !isInlineElement(*child); });
  hasBlocks ? convertBlocks(source, into, reading) : convertInline(source, into, reading);
}

void convertGroup(const Element& source, Element& into, Reading& reading) {
  Element& group = appendAs(into, isPhrasingPlace(into) ? "span" : "div", source, reading, source.name);
  if (group.name == "span") return convertInline(source, group, reading);
  appendTitleLine(source, group, reading, "box-title");
  convertBody(source, group, reading);
}

void takeProfile(Element& made, const Element& source) {
  addSourceClass(made, "role", source.attributeOr("role"));
  for (const std::string_view name : kProfiling) {
    const std::string* value = source.attribute(name);
    if (value && !value->empty()) made.setAttribute("data-" + std::string(name), *value);
  }
  const std::string_view direction = source.attributeOr("dir");
  if (direction == "rtl" || direction == "rlo") made.setAttribute("dir", "rtl");
  if (direction == "ltr" || direction == "lro") made.setAttribute("dir", "ltr");
}

Element& appendAs(Element& into, std::string_view name, const Element& source, Reading& reading,
                  std::string_view className) {
  Element& made = reading.conversion.append(into, name, source);
  addClass(made, className);
  takeProfile(made, source);
  return made;
}

Element& appendMade(Element& into, std::string_view name, const Element& source, Reading& reading,
                    std::string_view className) {
  Element& made = reading.conversion.appendPlain(into, name, source.position());
  addClass(made, className);
  return made;
}

bool isInlineElement(const Element& source) {
  static const Index inlines = indexOf(kInlineTables);
  if (isDocBook(source)) return inlines.contains(source.name);
  return isForeignInline(source);
}

bool isPhrasingPlace(const Element& into) {
  return publication::holdsOnlyPhrasing(into);
}

bool mayOpenSection(const Element& into) {
  for (const Element* at = &into; at; at = at->parent()) {
    if (!isOneOf(at->name, {"section", "div"})) return false;
    if (at->name == "section") return true;
  }
  return false;
}

bool isInLink(const Element& into) {
  for (const Element* at = &into; at; at = at->parent()) {
    if (at->name == "a") return true;
  }
  return false;
}

bool isInfo(const Element& source) {
  return isOneOf(source.name,
                 {"info", "articleinfo", "bookinfo", "setinfo", "partinfo", "chapterinfo", "appendixinfo",
                  "prefaceinfo", "sectioninfo", "sect1info", "sect2info", "sect3info", "sect4info", "sect5info",
                  "refentryinfo", "refsectioninfo", "refsect1info", "refsect2info", "refsect3info",
                  "refsynopsisdivinfo", "referenceinfo", "glossaryinfo", "bibliographyinfo", "indexinfo",
                  "setindexinfo", "blockinfo", "objectinfo", "sidebarinfo", "artheader", "docinfo"});
}

const Element* infoOf(const Element& source) {
  for (const Element* child : childrenOf(source)) {
    if (isInfo(*child)) return child;
  }
  return nullptr;
}

const Element* titleOf(const Element& source) {
  if (const Element* title = firstSaying(source, "title")) return title;
  const Element* info = infoOf(source);
  return info ? firstSaying(*info, "title") : nullptr;
}

std::string_view languageAt(const Element& source) {
  const std::string_view language = dom::languageOf(source);
  return language.empty() ? "en" : language;
}

std::string_view hrefOf(const Element& source) {
  return source.attributeOr("xlink:href", source.attributeOr("url", source.attributeOr("href")));
}

Reading::Reading(Conversion& sharedConversion, const Element& root) : conversion(sharedConversion), document(root) {
  indexDocument(*this);
}

}  // namespace octavo::vocabulary::docbook
