// vocabulary: the end of a conversion: what could only be settled once the whole document was read.
#include <fmt/format.h>

#include "base/utf8.h"
#include "vocabulary/conversion_content.h"
#include "vocabulary/conversion_headings.h"
#include "vocabulary/conversion_notes_private.h"
#include "vocabulary/conversion_state_private.h"
#include "vocabulary/running_heads.h"
#include "vocabulary/source_questions.h"
#include "vocabulary/typed_indents.h"
#include "words/missing.h"

namespace octavo::vocabulary {
namespace {

/// Bases and readings hold what may stand in a line: their words stay, paragraphs and lists around them do not.
void blocksToSpans(dom::Element& element) {
  for (const auto& child : element.children()) {
    dom::Element* below = dom::asElement(*child);
    if (!below || below->namespaceName != dom::Namespace::Xhtml) continue;
    blocksToSpans(*below);
    if (isPhrasing(*below)) continue;
    const bool isTransparent = below->name == "a" || below->name == "ins" || below->name == "del";
    if (isTransparent) continue;  // its content has become phrasing by now
    unlink(*below);
    below->name = "span";
  }
}

/// Inner ones first, so that an outer ruby sees the settled form.
void normalizeRubies(dom::Element& element, Diagnostics& diagnostics) {
  for (const auto& child : element.children()) {
    if (dom::Element* below = dom::asElement(*child)) normalizeRubies(*below, diagnostics);
  }
  if (!element.is(dom::Namespace::Xhtml, "ruby")) return;
  normalizeRuby(element, diagnostics);
  blocksToSpans(element);
}

dom::Element* firstHeading(dom::Element& element) {
  if (headingLevel(element) > 0) return &element;
  for (const auto& child : element.children()) {
    dom::Element* below = dom::asElement(*child);
    if (dom::Element* found = below ? firstHeading(*below) : nullptr) return found;
  }
  return nullptr;
}

/// Tells a formula how much room the number behind it takes, by the length of the number: base.css keeps it free.
void tellNumberedFormulas(dom::Element& element) {
  dom::Element* before = nullptr;
  for (const auto& child : element.children()) {
    dom::Element* below = dom::asElement(*child);
    if (!below) continue;
    if (before && before->hasWord("class", "formula") && below->hasWord("class", "label")) {
      const std::size_t length = toUtf32(headingText(*below)).size();
      addClass(*before, length <= 5 ? "numbered" : length <= 9 ? "numbered-long" : "numbered-very-long");
    }
    tellNumberedFormulas(*below);
    before = below;
  }
}

/// Where an entry of this depth goes: below the last one of each depth before.
std::vector<publication::NavigationEntry>& placeFor(int depth, std::vector<publication::NavigationEntry>& list) {
  auto* place = &list;
  for (int i = 0; i < depth && !place->empty(); ++i) place = &place->back().children;
  return *place;
}

}  // namespace

Article Conversion::finish(publication::Metadata metadata, std::unique_ptr<dom::Element> root) {
  std::vector<Division> divisions(1);
  divisions.front().root = std::move(root);
  return finish(std::move(metadata), std::move(divisions));
}

Article Conversion::finish(publication::Metadata metadata, std::vector<Division> divisions) {
  Article article;
  settleNotes(divisions);
  for (Division& division : divisions) {
    dom::Element& root = *division.root;
    normalizeRubies(root, diagnostics());
    dropTypedIndents(root, diagnostics());
    normalizeHeadings(root);
    tellNumberedFormulas(root);
    fillEmptyFigures(root);
    publication::LocalizedText title = titleOf(root, metadata);
    if (!firstHeading(root)) {
      if (!division.title.empty()) title = {division.title, {}};
      // Else the head of the chapter before would go on over this one.
      root.setAttribute(kShortTitle, division.isListed ? title.text : std::string());
    }
    if (metadata.title.text.empty()) metadata.title = title;
    if (metadata.languages.empty()) metadata.languages.emplace_back(root.attributeOr("lang"));
    words::reportMissing(metadata.languages.front(), root.position(), diagnostics());
    if (division.isListed) {
      placeFor(division.depth, article.navigation).push_back(navigationOf(root, title.text, *this));
    }
    const std::string language(root.attributeOr("lang"));
    article.chapters.push_back(
        {division.kind, *root.attribute("id"), title.text, language, std::move(division.root)});
  }
  settleLinks(article);
  article.metadata = std::move(metadata);
  article.resources = std::move(state_->resources);
  article.ids = std::move(state_->ids);
  return article;
}

void Conversion::settleNotes(std::vector<Division>& divisions) {
  for (State::NoteRecord& note : state_->notes) wrapLoosePhrasing(*note.body);
  std::vector<NoteSettler> settlers;
  for (Division& division : divisions) settlers.emplace_back(*this, *state_, *division.root);
  for (NoteSettler& settler : settlers) settler.number();
  settlers.back().takeUncalled();
  for (NoteSettler& settler : settlers) settler.close();
}

publication::LocalizedText Conversion::titleOf(dom::Element& root, const publication::Metadata& metadata) {
  const dom::Element* heading = firstHeading(root);
  publication::LocalizedText title = metadata.title;
  if (heading) title = {headingText(*heading), std::string(dom::languageOf(*heading))};
  if (title.text.empty()) title = metadata.title;
  if (title.text.empty()) {
    warn("title-missing", root.position(), "the document has no title; its file name serves");
    title.text = inputs_.file.stem().string();
  }
  return title;
}

void Conversion::settleLinks(Article& article) {
  for (OpenReference& link : state_->links) {
    const bool isOwn = link.file.empty();
    const auto found = isOwn ? state_->ids.find(link.id) : state_->ids.end();
    if (found != state_->ids.end()) {
      link.link->setAttribute("href", "#" + found->second);
    } else {
      article.openReferences.push_back(std::move(link));
    }
  }
}

void closeReferences(Article& article, Diagnostics& diagnostics) {
  for (OpenReference& open : article.openReferences) {
    const std::string file = open.file.filename().string();
    const std::string target = file + (file.empty() || open.id.empty() ? "" : "#") + open.id;
    diagnostics.report(
        {Severity::Warning,
         "xref-dangling",
         open.link->position(),
         file.empty() ? fmt::format("nothing here has the id \"{}\"; the words of the reference stay", target)
                      : fmt::format("{} is not in this publication; the words of the link stay", target),
         {},
         target.empty() ? std::string("(empty)") : target});
    unlink(*open.link);
  }
  article.openReferences.clear();
}

}  // namespace octavo::vocabulary
