// vocabulary: the end of a conversion: what could only be settled once the whole document was read.
#include <fmt/format.h>

#include "vocabulary/conversion_content.h"
#include "vocabulary/conversion_headings.h"
#include "vocabulary/conversion_notes_private.h"

namespace octavo::vocabulary {
namespace {

/// Inner ones first, so that an outer ruby sees the settled form.
void normalizeRubies(dom::Element& element, Diagnostics& diagnostics) {
  for (const auto& child : element.children()) {
    if (dom::Element* below = dom::asElement(*child)) normalizeRubies(*below, diagnostics);
  }
  if (element.is(dom::Namespace::Xhtml, "ruby")) normalizeRuby(element, diagnostics);
}

dom::Element* firstHeading(dom::Element& element) {
  if (headingLevel(element) > 0) return &element;
  for (const auto& child : element.children()) {
    dom::Element* below = dom::asElement(*child);
    if (dom::Element* found = below ? firstHeading(*below) : nullptr) return found;
  }
  return nullptr;
}

}  // namespace

Article Conversion::finish(publication::Metadata metadata, std::unique_ptr<dom::Element> root) {
  Article article;
  NoteSettler(*this, *state_).settle(*root);
  normalizeRubies(*root, diagnostics());
  normalizeHeadings(*root);

  const dom::Element* heading = firstHeading(*root);
  publication::LocalizedText title = metadata.title;
  if (heading) title = {headingText(*heading), std::string(dom::languageOf(*heading))};
  if (title.text.empty()) title = metadata.title;
  if (title.text.empty()) {
    warn("title-missing", root->position(), "the document has no title; its file name serves");
    title.text = inputs_.file.stem().string();
  }
  if (metadata.title.text.empty()) metadata.title = title;
  if (metadata.languages.empty()) metadata.languages.emplace_back(root->attributeOr("lang"));

  article.navigation.push_back(navigationOf(*root, title.text, *this));
  for (OpenReference& link : state_->links) {
    const bool isOwn = link.file.empty();
    const auto found = isOwn ? state_->ids.find(link.id) : state_->ids.end();
    if (found != state_->ids.end()) {
      link.link->setAttribute("href", "#" + found->second);
    } else {
      article.openReferences.push_back(std::move(link));
    }
  }
  article.metadata = std::move(metadata);
  article.resources = std::move(state_->resources);
  article.ids = std::move(state_->ids);
  const std::string language(root->attributeOr("lang"));
  article.chapters.push_back(
      {publication::ChapterKind::Chapter, inputs_.chapterId, title.text, language, std::move(root)});
  return article;
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
