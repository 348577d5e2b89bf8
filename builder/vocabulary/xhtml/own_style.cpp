// vocabulary/xhtml: the style that a page brings along, and what it hides.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "css/cascade.h"
#include "css/page_sheets.h"
#include "vocabulary/conversion_content.h"
#include "vocabulary/source_questions.h"
#include "vocabulary/xhtml/reading_private.h"

namespace octavo::vocabulary::xhtml {
namespace {

using dom::Element;

/// Other languages (text/less) are for programs that make CSS of them.
bool isCss(const Element& element) {
  const std::string_view type = element.attributeOr("type");
  return type.empty() || lowered(type) == "text/css";
}

/// The text with so much white space before it that its lines and columns are those of the page.
std::string inItsPlace(const Element& style) {
  const SourcePosition at = style.children().front()->position();
  return std::string(at.line > 0 ? at.line - 1 : 0, '\n') + std::string(at.column > 0 ? at.column - 1 : 0, ' ') + dom::textContent(style);
}

void addLinkedSheet(const Element& link, const Reading& reading, OwnStyle& style) {
  const ReaderInputs& inputs = reading.conversion.inputs();
  const std::string name(link.attributeOr("href"));
  style.names.push_back(name);
  if (const auto file = inputs.folder.resolve(inputs.file, name)) {
    style.files.push_back(name);
    style.sheets.push_back({file->string(), {}, std::string(link.attributeOr("media"))});
  } else if (name.find("//") == std::string::npos) {
    reading.conversion.warn("style-missing", link.position(), fmt::format("stylesheet {} is no file in the input's folder", name), name);
  }
}

void collectStyle(const Element& element, const Reading& reading, OwnStyle& style, bool& hasElements) {
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    // What stands in noscript is for programs without scripts, template is for scripts.
    if (!below || !isHtml(*below) || below->name == "noscript" || below->name == "template") continue;
    const bool isSheet = below->name == "link" && below->hasWord("rel", "stylesheet") && !below->hasWord("rel", "alternate") && isCss(*below);
    const bool isElement = below->name == "style" && isCss(*below) && !isBlank(std::string_view(dom::textContent(*below)));
    if (isSheet) addLinkedSheet(*below, reading, style);
    if (isElement) {
      const SourceFile* file = below->position().file;
      style.sheets.push_back({file ? file->name : reading.conversion.inputs().file.string(), inItsPlace(*below), std::string(below->attributeOr("media"))});
      hasElements = true;
    }
    if ((isSheet || isElement) && style.where.line == 0) style.where = below->position();
    collectStyle(*below, reading, style, hasElements);
  }
}

/// The page's sheets, parsed only to ask what they hide: what is wrong in them is nobody's matter here.
class HidingSheets {
 public:
  HidingSheets(const OwnStyle& style, const Reading& reading) : reading_(reading) {
    std::vector<css::StylesheetPtr> sheets{css::parse(texts_.add("page", ""), {}, unheard_)};  // a browser's own sheet hides nothing more
    for (const publication::PageStyle& each : style.sheets) {
      const SourceFile& text = texts_.add(each.file, each.text.empty() ? readFile(each.file, style.where) : each.text);
      sheets.push_back(css::sheetInMedia(css::parse(text, [this](std::string_view reference, const SourceFile& from) { return imported(reference, from); }, unheard_),
                                         each.media, unheard_));
    }
    const css::Cascade::Options options{css::Medium::Print, {}, std::string(dom::languageOf(reading.page)), /*setsVertical=*/true};
    cascade_ = std::make_unique<css::Cascade>(std::move(sheets), options, unheard_);
  }

  /// Notes are shown when they are called, numbers of printed pages in a book.
  bool isMeant(const Element& element) const {
    return reading_.noteBodies.contains(&element) || reading_.noteLists.contains(&element) || element.hasWord("epub:type", "pagebreak") ||
           element.hasWord("role", "doc-pagebreak");
  }
  css::StylePtr styleOf(const Element& element, const css::StylePtr& parent) const { return cascade_->styleOf(element, parent); }

 private:
  const SourceFile* imported(std::string_view reference, const SourceFile& from) {
    const auto file = reading_.conversion.inputs().folder.resolve(from.name, reference);
    if (!file) return nullptr;
    auto [known, isNew] = imports_.try_emplace(file->string(), nullptr);
    if (isNew) known->second = &texts_.add(file->string(), readFile(*file));
    return known->second;
  }

  const Reading& reading_;
  SourceFiles texts_;
  std::map<std::string, const SourceFile*> imports_;
  Diagnostics unheard_;
  std::unique_ptr<css::Cascade> cascade_;
};

bool isVisible(const css::ComputedStyle& style) { return style.visibility == css::Visibility::Visible; }

/// Whether a part of it says that it is visible, although what is around is not (CSS 2.2, section 11.2).
bool holdsVisible(const Element& element, const css::StylePtr& style, const HidingSheets& sheets) {
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    if (!below || !isHtml(*below)) continue;
    const css::StylePtr own = sheets.styleOf(*below, style);
    if (own->display == css::Display::None) continue;
    if (isVisible(*own) || holdsVisible(*below, own, sheets)) return true;
  }
  return false;
}

/// The outermost elements below that the sheets do not print. Where all around is invisible (until a script has run), only
/// display counts.
void collectHidden(const Element& element, const css::StylePtr& style, const HidingSheets& sheets, std::vector<const Element*>& into) {
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    if (!below || !isHtml(*below) || sheets.isMeant(*below)) continue;
    const css::StylePtr own = sheets.styleOf(*below, style);
    const bool turnsInvisible = isVisible(*style) && !isVisible(*own);
    if (own->display == css::Display::None || (turnsInvisible && !holdsVisible(*below, own, sheets))) {
      if (!holdsFormulaAlone(*below)) into.push_back(below);
    } else {
      collectHidden(*below, own, sheets, into);
    }
  }
}

/// As a sheet calls it: nav.menu, div#cookies.
std::string selectorOf(const Element& element) {
  if (const std::string* id = element.attribute("id")) return fmt::format("{}#{}", element.name, *id);
  const std::string_view classes = element.attributeOr("class");
  const std::size_t begin = classes.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return element.name;
  return fmt::format("{}.{}", element.name, classes.substr(begin, classes.find_first_of(" \t\n", begin) - begin));
}

std::size_t lengthOf(const Element& element) { return dom::collapseWhiteSpace(dom::textContent(element)).size(); }

/// What is shown by a click (the leaves of a card box, answers) is text: where the sheets hide most of it, it stays.
bool isMostOf(const Element& content, const std::vector<const Element*>& hidden) {
  std::size_t length = 0;
  for (const Element* each : hidden) length += lengthOf(*each);
  return 2 * length > lengthOf(content);
}

void findHidden(const Element& content, const OwnStyle& style, Reading& reading) {
  const HidingSheets sheets(style, reading);
  std::vector<const Element*> hidden;
  collectHidden(content, sheets.styleOf(content, nullptr), sheets, hidden);
  const bool isKept = reading.conversion.inputs().pageStyles == PageStyles::Hidden && isMostOf(content, hidden);
  if (!isKept) reading.hiddenByStyle.insert(hidden.begin(), hidden.end());
  std::erase_if(hidden, [](const Element* each) { return !shows(*each); });
  if (hidden.empty()) return;
  std::vector<std::string> names;
  for (const Element* each : hidden) {
    std::string name = selectorOf(*each);
    if (names.size() < 5 && std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  const std::string counted = hidden.size() == 1 ? std::string("1 element") : fmt::format("{} elements", hidden.size());
  reading.conversion.diagnostics().report(
      {Severity::Note, "page-style-hides", hidden.front()->position(),
       fmt::format("the page's own style does not print {} of it ({}): {}", counted, fmt::join(names, ", "),
                   isKept ? "since that is most of the text, it is kept" : "what is in there is left out"),
       isKept ? "--page-styles all leaves it out" : "--page-styles none keeps it", {}});
}

}  // namespace

OwnStyle readOwnStyle(const Element& content, Reading& reading) {
  OwnStyle style;
  bool hasElements = false;
  collectStyle(reading.page, reading, style, hasElements);
  if (hasElements) style.names.emplace_back("its style elements");
  if (reading.conversion.inputs().pageStyles != PageStyles::None && !style.sheets.empty()) findHidden(content, style, reading);
  return style;
}

void reportOwnStyle(const OwnStyle& style, Reading& reading) {
  if (style.where.line == 0) return;
  const bool isApplied = reading.conversion.inputs().pageStyles == PageStyles::All;
  // Remote and missing sheets are left out all the same; the latter have been reported.
  if (isApplied && !style.sheets.empty()) return;
  std::string hint = style.sheets.empty() ? "" : "--page-styles all applies it";
  std::string sheets;
  for (const std::string& file : style.files) sheets += fmt::format("{}--style {}", sheets.empty() ? "" : " ", file);
  if (!sheets.empty()) hint += fmt::format("; {} adds what is linked to the look of the whole book", sheets);
  reading.conversion.diagnostics().report(
      {Severity::Note, "page-style-left-out", style.where,
       fmt::format("the page's own style is left out ({}): the book's look comes from its stylesheet", fmt::join(style.names, ", ")),
       hint.empty() ? "put what matters into a .css file and name it with --style" : hint, {}});
}

}  // namespace octavo::vocabulary::xhtml
