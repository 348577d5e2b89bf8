#include "epub/style.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "text/direction.h"

namespace octavo::epub {
namespace {

using css::TextFlow;
using publication::Publication;

/// Inside a line, a change of direction moves no margin worth speaking of.
constexpr std::array<std::string_view, 14> kInline{"span", "bdi", "bdo", "a", "em", "i", "b", "q", "cite", "strong", "code", "rt", "ruby", "u"};

void findDirections(const dom::Element& element, TextFlow& flow) {
  const std::string_view direction = element.attributeOr("dir");
  if (std::ranges::find(kInline, element.name) == kInline.end()) {
    flow.hasLeftToRight |= direction == "ltr" || direction == "auto";
    flow.hasRightToLeft |= direction == "rtl" || direction == "auto";
  }
  for (const auto& child : element.children()) {
    if (const dom::Element* below = dom::asElement(*child)) findDirections(*below, flow);
  }
}

TextFlow flowOf(const Document& document, WritingMode writingMode) {
  TextFlow flow{writingMode, false, false};
  findDirections(*document.root, flow);
  if (document.root->attribute("dir")) return flow;
  (text::isRightToLeft(document.language) ? flow.hasRightToLeft : flow.hasLeftToRight) = true;
  return flow;
}

void collectLanguages(const dom::Element& element, std::set<std::string>& into) {
  if (const std::string* language = element.attribute("lang")) into.insert(*language);
  for (const auto& child : element.children()) {
    if (const dom::Element* below = dom::asElement(*child)) collectLanguages(*below, into);
  }
}

/// "style-vertical-rtl.css"; the main flow's is style.css.
std::string pathOf(const TextFlow& flow, const TextFlow& main) {
  if (flow == main) return "style.css";
  std::string path = "style";
  if (flow.writingMode == WritingMode::HorizontalTb) path += "-horizontal";
  if (flow.writingMode == WritingMode::VerticalRl) path += "-vertical";
  if (flow.writingMode == WritingMode::VerticalLr) path += "-vertical-lr";
  if (flow.hasLeftToRight && flow.hasRightToLeft) path += "-mixed";
  if (flow.hasLeftToRight != flow.hasRightToLeft) path += flow.hasRightToLeft ? "-rtl" : "-ltr";
  return path + ".css";
}

/// Where a chapter of the running text is styled, with what its body hands down.
const publication::Chapter& sampleChapter(const Publication& publication) {
  const auto chapter = std::ranges::find(publication.chapters, publication::ChapterKind::Chapter, &publication::Chapter::kind);
  return chapter == publication.chapters.end() ? publication.chapters.front() : *chapter;
}

/// The computed style that documents inherit from, in one medium. What it reports has been reported for the pages.
class RootStyles {
 public:
  RootStyles(const std::vector<css::StylesheetPtr>& sheets, css::Medium medium, const std::string& language)
      : cascade_(sheets, {medium, {}, language}, none_) {}
  css::StylePtr of(const dom::Element& root) const { return cascade_.styleOf(root, nullptr); }

 private:
  Diagnostics none_;
  css::Cascade cascade_;
};

}  // namespace

BookStyle planStyle(const Publication& publication, const std::vector<css::StylesheetPtr>& sheets, css::EpubStyle device,
                    std::vector<Document>& documents) {
  BookStyle plan;
  plan.reader = std::move(device);
  plan.reader.isRewritten = true;
  const std::string& language = publication.metadata.languages.front();
  plan.reader.mainLanguage = language;
  std::set<std::string> languages(publication.metadata.languages.begin(), publication.metadata.languages.end());
  for (const Document& document : documents) collectLanguages(*document.root, languages);
  plan.reader.languages.assign(languages.begin(), languages.end());
  const RootStyles onScreen(sheets, css::Medium::Screen, language);
  TextFlow main{WritingMode::HorizontalTb, true, false};
  if (!publication.chapters.empty()) {
    const dom::Element& sample = *sampleChapter(publication).root;
    plan.reader.baseSize = RootStyles(sheets, css::Medium::Print, language).of(sample)->fontSize.toPoints();
    main.writingMode = onScreen.of(sample)->writingMode;
  }
  if (text::isRightToLeft(language)) std::swap(main.hasLeftToRight, main.hasRightToLeft);
  plan.writingMode = main.writingMode;
  std::set<TextFlow> others;
  for (Document& document : documents) {
    const TextFlow flow = flowOf(document, onScreen.of(*document.root)->writingMode);
    document.stylesheet = pathOf(flow, main);
    if (flow != main) others.insert(flow);
  }
  plan.sheets.push_back({pathOf(main, main), main});
  for (const TextFlow& flow : others) plan.sheets.push_back({pathOf(flow, main), flow});
  return plan;
}

std::vector<Item> styleItems(const BookStyle& style, const std::vector<css::StylesheetPtr>& sheets,
                             const std::function<std::string(const css::FontFaceRule&)>& fontPath) {
  std::vector<Item> items;
  css::EpubStyle reader = style.reader;
  for (const auto& [path, flow] : style.sheets) {
    reader.flow = flow;
    items.push_back({path, "text/css", {}, css::serializeForEpub(sheets, fontPath, reader), false});
  }
  return items;
}

}  // namespace octavo::epub
