#include "epub/accessibility.h"

#include <algorithm>
#include <array>

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

/// One sentence for each language the program speaks to readers in.
struct Summary {
  std::string_view language;
  std::string_view conforming;
  std::string_view other;
};
constexpr std::array kSummaries{
    Summary{"en", "This publication has a table of contents, headings, alternative texts and a logical reading order.",
            "This publication has a table of contents, headings and a logical reading order; some pictures have no "
            "alternative text."},
    Summary{"zh-Hant", "本書有目錄、標題、圖片的替代文字和合乎邏輯的閱讀順序。",
            "本書有目錄、標題和合乎邏輯的閱讀順序，部分圖片沒有替代文字。"},
    Summary{"zh-TW", "本書有目錄、標題、圖片的替代文字和合乎邏輯的閱讀順序。",
            "本書有目錄、標題和合乎邏輯的閱讀順序，部分圖片沒有替代文字。"},
    Summary{"zh", "本书有目录、标题、图片的替代文字和合乎逻辑的阅读顺序。",
            "本书有目录、标题和合乎逻辑的阅读顺序，部分图片没有替代文字。"},
    Summary{"ja", "本書には目次、見出し、画像の代替テキスト、論理的な読み上げ順序があります。",
            "本書には目次、見出し、論理的な読み上げ順序がありますが、一部の画像には代替テキストがありません。"},
    Summary{"ko", "이 책에는 차례, 제목, 그림의 대체 텍스트, 논리적인 읽기 순서가 있습니다.",
            "이 책에는 차례, 제목, 논리적인 읽기 순서가 있으며 일부 그림에는 대체 텍스트가 없습니다."},
};

const Summary& summaryFor(std::string_view language) {
  const auto found = std::ranges::find_if(kSummaries, [&](const Summary& s) { return language.starts_with(s.language); });
  return found == kSummaries.end() ? kSummaries.front() : *found;
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
  const Summary& summary = summaryFor(publication.metadata.languages.front());
  result.summary = hasWords ? summary.conforming : summary.other;
  result.summaryLanguage = summary.language;
  return result;
}

}  // namespace octavo::epub
