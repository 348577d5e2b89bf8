#include "vocabulary/jats/reading.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <utility>

#include "vocabulary/jats/terms.h"

#include "publication/content_model.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;
using dom::Namespace;

/// The tables in the order they are searched.
using Table = std::span<const Rule> (*)();
constexpr std::array<Table, 12> kTables{inlineRules, linkRules,    bodyRules,  listRules,  figureRules,
                                        formulaRules, tableRules,  noteRules,  citationRules,
                                        studyRules,  backRules,    metadataRules};
constexpr std::array<Table, 6> kBlockTables{bodyRules, listRules, figureRules, tableRules, studyRules, backRules};

using Index = std::map<std::string_view, const Rule*, std::less<>>;

Index indexOf(std::span<const Table> tables) {
  Index index;
  for (const Table table : tables) {
    for (const Rule& rule : table()) index.emplace(rule.name, &rule);
  }
  return index;
}

/// The name that tables know: CALS tables and NISO access names stand in namespaces of their own.
const Rule* ruleFor(const Element& source) {
  static const Index all = indexOf(kTables);
  if (source.namespaceName == Namespace::Other || source.namespaceName == Namespace::Xhtml) return nullptr;
  const auto found = all.find(source.name);
  return found == all.end() ? nullptr : found->second;
}

/// The parts of a name of another vocabulary (TaxPub's genus and species) are words: a blank parts them where the source
/// has none.
void convertParts(const Element& source, Element& into, Reading& reading) {
  bool wasElement = false;
  for (const auto& child : source.children()) {
    const Element* element = dom::asElement(*child);
    if (!element) {
      into.appendText(dom::asText(*child)->value, child->position());
    } else {
      if (wasElement) into.appendText(" ", child->position());
      convert(*element, into, reading);
    }
    wasElement = element != nullptr;
  }
}

/// Two ways to reach someone, one right behind the other: a comma parts them where the source has no words between.
void partContacts(const Element& element, const Element* before, Element& into) {
  static const std::initializer_list<std::string_view> contacts{"email", "phone", "fax", "uri"};
  if (!before || !isOneOf(before->name, contacts) || !isOneOf(element.name, contacts)) return;
  into.appendText(std::string(listSeparator(languageAt(element))), element.position());
}

void convertUnknown(const Element& source, Element& into, Reading& reading) {
  reading.conversion.reportUnknown(source);
  const bool loose = !hasOwnText(source) && !publication::holdsOnlyPhrasing(into) &&
                     std::ranges::any_of(childrenOf(source), [](const Element* child) { return isBlock(*child); });
  const bool titled = loose && !publication::holdsOnlyPhrasing(into) && firstSaying(source, "title") != nullptr;
  Element& kept = appendAs(into, titled ? "section" : loose ? "div" : "span", source, reading);
  addElementClass(kept, source.name);
  if (titled) {
    appendHeading(source, kept, reading);
    return convertBlocks(source, kept, reading, {"label", "title", "subtitle"});
  }
  if (loose) return convertBlocks(source, kept, reading);
  hasOwnText(source) ? convertInline(source, kept, reading) : convertParts(source, kept, reading);
}

}  // namespace

const Rule* findRule(std::span<const Rule> table, std::string_view name) {
  const auto found = std::ranges::find(table, name, &Rule::name);
  return found == table.end() ? nullptr : &*found;
}

bool isBlock(const Element& source) {
  static const Index blocks = indexOf(kBlockTables);
  if (source.name == "disp-formula" || source.name == "disp-formula-group") return true;
  if (ruleFor(source) || hasOwnText(source)) return source.namespaceName != Namespace::Other && blocks.contains(source.name);
  // What has no rule is kept as what it holds: a treatment around titled sections of its own names is a block as they are.
  // An identifier beside words makes none: the blanks between the parts of a name are its words' own.
  return std::ranges::any_of(childrenOf(source), [](const Element* child) {
    return child->name != "object-id" && isBlock(*child);
  });
}

void convert(const Element& source, Element& into, Reading& reading) {
  const Rule* rule = source.namespaceName == Namespace::None ? findRule(reading.additional, source.name) : nullptr;
  if (!rule) rule = ruleFor(source);
  if (rule) return rule->convert(source, into, reading);
  convertUnknown(source, into, reading);
}

void convertInline(const Element& source, Element& into, Reading& reading) {
  const Element* before = nullptr;
  for (const auto& child : source.children()) {
    const Element* element = dom::asElement(*child);
    if (!element) {
      into.appendText(dom::asText(*child)->value, child->position());
    } else {
      partContacts(*element, before, into);
      convert(*element, into, reading);
    }
    before = element;
  }
}

void convertBlocks(const Element& source, Element& into, Reading& reading,
                   std::initializer_list<std::string_view> except) {
  Element* loose = nullptr;  // the paragraph that takes text and inline elements between the blocks
  const Element* before = nullptr;
  for (const auto& child : source.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      before = nullptr;
      if (!loose && isBlank(text->value)) continue;
      if (!loose) loose = &appendMade(into, "p", source, reading);
      loose->appendText(text->value, text->position());
      continue;
    }
    const Element& element = *dom::asElement(*child);
    if (isOneOf(element.name, except)) continue;
    const bool inlineName = findRule(inlineRules(), element.name) || findRule(linkRules(), element.name) ||
                            element.name == "inline-formula" ||
                            (element.name == "fn" && source.name != "fn-group" && isPageNote(element, reading)) ||
                            (element.namespaceName == Namespace::MathMl && element.name == "math");
    if (!inlineName) {
      loose = nullptr;
      convert(element, into, reading);
      continue;
    }
    if (!loose) loose = &appendMade(into, "p", source, reading);
    partContacts(element, std::exchange(before, &element), *loose);
    convert(element, *loose, reading);
  }
}

Element& appendAs(Element& into, std::string_view name, const Element& source, Reading& reading,
                  std::string_view className) {
  Element& made = reading.conversion.append(into, name, source);
  addClass(made, className);
  if (source.attributeOr("orientation") == "landscape" && !publication::holdsOnlyPhrasing(made)) addClass(made, "landscape");
  return made;
}

Element& appendMade(Element& into, std::string_view name, const Element& source, Reading& reading,
                    std::string_view className) {
  Element& made = reading.conversion.appendPlain(into, name, source.position());
  addClass(made, className);
  return made;
}

std::string_view languageAt(const Element& source) {
  const std::string_view language = dom::languageOf(source);
  return language.empty() ? "en" : language;
}

}  // namespace octavo::vocabulary::jats
