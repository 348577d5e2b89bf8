#include "vocabulary/jats/jats.h"

#include <algorithm>

#include "vocabulary/lift_blocks.h"
#include "vocabulary/jats/milestones.h"
#include "vocabulary/jats/reading.h"
#include "vocabulary/made_index.h"

namespace octavo::vocabulary {
namespace jats {
namespace {

using dom::Element;

/// Where a cross-reference stands decides whether it calls a note: those of bylines do not.
void indexBelow(const Element& element, bool inContributor, Reading& reading) {
  for (const auto* name : {"id", "xml:id"}) {
    if (const std::string* id = element.attribute(name)) reading.byId.emplace(*id, &element);
  }
  if (element.name == "xref" && !inContributor) {
    for (std::string_view rest = element.attributeOr("rid"); !rest.empty();) {
      const std::size_t end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
      if (end > 0) reading.called.insert(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  const bool inside = inContributor || isOneOf(element.name, {"contrib-group", "aff", "author-notes"});
  for (const auto& child : element.children()) {
    if (const Element* below = dom::asElement(*child)) indexBelow(*below, inside, reading);
  }
}

void convertArticle(const Element& article, Element& into, Reading& reading);

void convertSubArticles(const Element& article, Element& into, Reading& reading) {
  for (const Element* part : childrenOf(article)) {
    if (!isOneOf(part->name, {"sub-article", "response"})) continue;
    Element& section = appendAs(into, "section", *part, reading, part->name);
    addSourceClass(section, "type", part->attributeOr("article-type", part->attributeOr("response-type")));
    convertArticle(*part, section, reading);
  }
}

void convertArticle(const Element& article, Element& into, Reading& reading) {
  convertFront(article, into, reading);
  for (const Element* part : childrenOf(article)) {
    if (isOneOf(part->name, {"front", "front-stub", "processing-meta", "sub-article", "response"})) continue;
    if (isOneOf(part->name, {"body", "back"})) {
      convertBlocks(*part, into, reading);
    } else {
      convert(*part, into, reading);
    }
  }
  convertSubArticles(article, into, reading);
  convertAbout(article, into, reading);
}

}  // namespace

Reading::Reading(Conversion& sharedConversion, const Element& root) : conversion(sharedConversion), article(root) {
  indexBelow(root, false, *this);
}

void reportIndexTerms(const Reading& reading) {
  if (reading.indexTerms == 0 || reading.conversion.inputs().isIndexed) return;
  reading.conversion.diagnostics().report(
      {Severity::Note, "index-terms-hidden", reading.article.position(),
       indexTermsHidden(static_cast<std::size_t>(reading.indexTerms)),
       "a booklet with <module renderas=\"index\"/> makes an index of them", {}});
}

void leaveUnshown(const Element& alternative, Reading& reading) {
  if (reading.unshown.empty()) reading.firstUnshown = alternative.position();
  ++reading.unshown[alternative.name];
}

void reportUnshown(const Reading& reading) {
  if (reading.unshown.empty()) return;
  std::string counts;
  for (const auto& [name, count] : reading.unshown) {
    counts += (counts.empty() ? "" : ", ") + name + " " + std::to_string(count) + "×";
  }
  reading.conversion.diagnostics().report({Severity::Note, "alternatives-unshown", reading.firstUnshown,
                                           "another of several forms is shown for: " + counts, {}, {}});
}

}  // namespace jats

Article readJats(const ReaderInputs& inputs) {
  using namespace jats;
  Conversion conversion(inputs);
  const dom::Element& source = *inputs.document.root;
  Reading reading(conversion, source);
  auto root = conversion.makeRoot(source, languageAt(source));
  addSourceClass(*root, "type", source.attributeOr("article-type"));
  convertArticle(source, *root, reading);
  liftBlocks(*root);
  drawLines(*root, reading);
  tidyWhiteSpace(*root);
  reportIndexTerms(reading);
  reportUnshown(reading);
  return conversion.finish(std::move(reading.metadata), std::move(root));
}

}  // namespace octavo::vocabulary
