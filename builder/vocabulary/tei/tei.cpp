#include "vocabulary/tei/tei.h"

#include <algorithm>
#include <array>

#include "vocabulary/book_division.h"
#include "vocabulary/lift_blocks.h"
#include "vocabulary/tei/book.h"
#include "vocabulary/tei/header.h"
#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary {
namespace tei {
namespace {

using dom::Element;

void indexBelow(const Element& element, Reading& reading) {
  if (const std::string* id = element.attribute("xml:id")) reading.byId.emplace(*id, &element);
  if (element.name == "index" && !plainText(element).empty()) reading.hasIndexTerms = true;
  if (isOneOf(element.name, {"ref", "ptr"})) {
    for (std::string_view rest = element.attributeOr("target"); !rest.empty();) {
      const std::string_view target = rest.substr(0, rest.find_first_of(" \t\r\n"));
      if (target.starts_with("#")) reading.called.insert(target.substr(1));
      rest.remove_prefix(std::min(target.size() + 1, rest.size()));
    }
  }
  for (const auto& child : element.children()) {
    if (const Element* below = dom::asElement(*child)) indexBelow(*below, reading);
  }
}

bool isBreak(const dom::Node& node) {
  const Element* element = dom::asElement(node);
  return element && element->is(dom::Namespace::Xhtml, "br");
}

bool isEmptyMark(const dom::Node& node) {
  const Element* element = dom::asElement(node);
  return element && element->name == "span" && element->children().empty();
}

bool isBlankText(const dom::Node& node) {
  const dom::Text* text = dom::asText(node);
  return text && isBlank(text->value);
}

/// Every line of a source may begin with a mark: no line of ours begins or ends with an empty one.
void trimBreaks(Element& block) {
  for (const auto& child : block.children()) {
    if (Element* below = dom::asElement(*child)) trimBreaks(*below);
  }
  if (!isOneOf(block.name, {"p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "caption", "aside", "div"})) return;
  for (const bool fromStart : {true, false}) {
    for (std::size_t step = 0; step < block.children().size();) {
      const std::size_t at = fromStart ? step : block.children().size() - 1 - step;
      const dom::Node& node = *block.children()[at];
      if (isBreak(node)) {
        block.remove(at);
      } else if (isBlankText(node) || isEmptyMark(node)) {
        ++step;
      } else {
        break;
      }
    }
  }
}

bool isEmpty(const Element& root) {
  return dom::textContent(root).empty() && std::ranges::all_of(root.children(), [](const auto& child) {
           const Element* element = dom::asElement(*child);
           return element && element->children().empty() && !element->attribute("id");
         });
}

void reportKept(const Reading& reading) {
  struct Kept {
    int count;
    const char* code;
    const char* message;
  };
  const std::array kinds{
      Kept{reading.choices, "choices-made",
           " times a choice shows the corrected, regular or expanded form; the other stands in its title"},
      Kept{reading.conversion.inputs().isIndexed || !reading.indexes.empty() ? 0 : reading.indexTerms, "index-terms-hidden",
           " times an index term is no part of the text; it is kept as a mark without words"},
      Kept{reading.formeWorks, "forme-work-hidden",
           " times a running head or catchword of the source's pages is kept as a mark without words"}};
  for (const Kept& kind : kinds) {
    if (kind.count == 0) continue;
    reading.conversion.diagnostics().report({Severity::Note, kind.code, reading.document.position(),
                                             std::to_string(kind.count) + kind.message, {}, {}});
  }
}

}  // namespace

Reading::Reading(Conversion& sharedConversion, const Element& root)
    : conversion(sharedConversion), document(root) {
  indexBelow(root, *this);
  indexAttached(root, *this);
}

}  // namespace tei

Article readTei(const ReaderInputs& inputs) {
  using namespace tei;
  Conversion conversion(inputs);
  const dom::Element& source = *inputs.document.root;
  Reading reading(conversion, source);
  readMetadata(source, reading);
  std::vector<Division> divisions;
  if (isBook(source)) {
    convertBook(source, divisions, reading);
  } else {
    Division article;
    article.root = conversion.makeRoot(source, languageOfText(source));
    convertArticle(source, *article.root, reading);
    divisions.push_back(std::move(article));
  }
  fillIndexes(reading);
  for (Division& division : divisions) {
    liftBlocks(*division.root);
    trimBreaks(*division.root);
    tidyWhiteSpace(*division.root);
  }
  // Lists that a program makes and marks alone leave nothing to show.
  if (divisions.size() > 1) std::erase_if(divisions, [](const Division& one) { return isEmpty(*one.root); });
  reportKept(reading);
  return conversion.finish(std::move(reading.metadata), std::move(divisions));
}

}  // namespace octavo::vocabulary
