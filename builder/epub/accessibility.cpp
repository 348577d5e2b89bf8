// epub: what a publication's metadata say of who can read it.
#include "epub/accessibility.h"

#include "words/words.h"

namespace octavo::epub {
namespace {

struct Findings {
  bool hasRuby = false, hasMath = false, hasIndex = false;
  const dom::Element* withoutAlternative = nullptr;
  const dom::Element* player = nullptr;  // of film or sound, which come without captions
};

void look(const dom::Element& element, Findings& findings) {
  if (element.is(dom::Namespace::Xhtml, "img")) {
    const bool isDecorative = element.hasWord("role", "presentation");
    if (element.attributeOr("alt").empty() && !isDecorative) findings.withoutAlternative = &element;
  }
  if (element.is(dom::Namespace::Xhtml, "audio") || element.is(dom::Namespace::Xhtml, "video")) findings.player = &element;
  findings.hasRuby |= element.is(dom::Namespace::Xhtml, "ruby");
  findings.hasMath |= element.is(dom::Namespace::MathMl, "math");
  findings.hasIndex |= element.hasWord("epub:type", "index");
  for (const auto& child : element.children()) {
    if (const dom::Element* below = dom::asElement(*child)) look(*below, findings);
  }
}

}  // namespace

AccessibilityMetadata describeAccessibility(const publication::Publication& publication, bool hasPageList,
                                            Diagnostics& diagnostics) {
  Findings findings;
  for (const publication::Chapter& chapter : publication.chapters) look(*chapter.root, findings);
  AccessibilityMetadata result;
  const bool hasWords = !findings.withoutAlternative;
  result.conforms = hasWords && !findings.player;
  if (hasWords && findings.player) {
    diagnostics.report({Severity::Warning, "epub-not-accessible", findings.player->position(),
                        "the EPUB claims no conformance to WCAG: film and sound come without captions",
                        "say in the text what is heard and seen", "captions"});
  }
  if (!hasWords) {
    diagnostics.report({Severity::Warning, "epub-not-accessible", findings.withoutAlternative->position(),
                        "the EPUB claims no conformance to WCAG: a picture has no alternative text",
                        "say in words what the picture shows", "alt"});
  }
  // Every book has a picture, its cover, whose alternative text is the title.
  result.accessModes = {"textual", "visual"};
  if (findings.player) result.accessModes.push_back("auditory");
  if (result.conforms) result.accessModesSufficient.push_back("textual");
  result.accessModesSufficient.push_back(findings.player ? "textual,visual,auditory" : "textual,visual");
  result.features = {"structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability"};
  if (hasWords) result.features.push_back("alternativeText");
  if (findings.hasMath) result.features.push_back("MathML");
  if (findings.hasRuby) result.features.push_back("rubyAnnotations");
  if (hasPageList) {
    for (const char* feature : {"pageBreakMarkers", "pageNavigation", "printPageNumbers"}) result.features.push_back(feature);
  }
  if (findings.hasIndex) result.features.push_back("index");
  const words::Words own = words::of(publication.metadata.languages.front());
  result.summary = own[hasWords ? words::Term::Accessible : words::Term::AccessibleButForPictures];
  result.summaryLanguage = own.tag();
  return result;
}

}  // namespace octavo::epub
