// css: the door of the room: sheets in, computed styles out.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "css/style.h"
#include "dom/dom.h"

namespace octavo::css {

enum class Medium { Print, Screen };

enum class PseudoElement {
  None, Before, After, Marker, FirstLetter, FootnoteCall, FootnoteMarker
};

/// A parsed stylesheet; opaque outside the room.
struct Stylesheet;
using StylesheetPtr = std::shared_ptr<const Stylesheet>;

/// Fetches the text of an @import: `reference` as written in the sheet named `from`. Nothing: not allowed or
/// missing (the importer reports it). The SourceFile must outlive the sheets.
using ImportLoader = std::function<const SourceFile*(std::string_view reference, const SourceFile& from)>;

/// Any bytes parse: what CSS does not allow is reported (css-*), never thrown. @import is followed through `load`.
/// CSS Syntax Module Level 3. With `seesPages` the classes of all sheets but the built-in ones mean a page's too
/// (program_words.h).
StylesheetPtr parse(const SourceFile& source, const ImportLoader& load, Diagnostics& diagnostics,
                    bool seesPages = false);

/// @font-face of all sheets, in order.
struct FontFaceRule {
  std::string family;
  std::vector<std::string> localNames;  // local("…"), in order
  std::vector<std::string> urls;        // url(…), in order, as written
  int weight = 400;
  FontStyle style = FontStyle::Normal;
  std::vector<std::pair<char32_t, char32_t>> unicodeRange;  // first and last; empty: all characters
  SourcePosition position;
};

struct PageSelector {
  std::string name;  // of a named page; empty for none
  bool isFirst = false, isLeft = false, isBlank = false;
  std::string language;  // of the chapter the page belongs to; empty: Cascade::Options::language
};

enum class MarginBox {
  TopLeftCorner, TopLeft, TopCenter, TopRight, TopRightCorner, RightTop, RightMiddle, RightBottom,
  BottomRightCorner, BottomRight, BottomCenter, BottomLeft, BottomLeftCorner, LeftBottom, LeftMiddle, LeftTop
};
inline constexpr std::size_t kMarginBoxCount = 16;

/// What @page rules say of one page. CSS Paged Media 3.
struct PageStyle {
  PhysicalSize size;  // the trim size
  PhysicalEdges<Length> margin;
  StylePtr style;  // writing mode, language, font, background, border and padding of the page itself
  std::array<StylePtr, kMarginBoxCount> marginBoxes;  // null where no box is asked for (content none or normal)
  StylePtr footnoteArea;  // @footnote: border, padding and margin of the note area; never null
  std::vector<CounterChange> counterReset, counterIncrement;
};

/// Answers for elements of document trees that do not change, from sheets in order of rising precedence. The first
/// sheet is the program's own (styles/default.css): all others win over it whatever their specificity, and among the
/// others the usual rule holds, specificity first, then order: as in a reading system, which has its own default sheet
/// and gets the others as one. Keeps a reference to the diagnostics. Not for several threads at once.
///
/// A root that is not html or body is styled as if it stood alone in a body in an html, so that rules for those
/// (fonts, custom properties, body > section) hold; of the two, only what inherits reaches the pages.
class Cascade {
 public:
  struct Options {
    Medium medium = Medium::Print;
    std::optional<PhysicalSize> trim;  // overrides the size of every @page (command line --trim)
    std::string language;              // of the publication: for pages whose selector names none
    bool setsVertical = true;          // false: what asks for vertical lines gets horizontal ones, with a message
  };
  Cascade(std::vector<StylesheetPtr> sheets, Options options, Diagnostics& diagnostics);
  ~Cascade();
  Cascade(const Cascade&) = delete;
  Cascade& operator=(const Cascade&) = delete;

  /// `parent` is the style of the element's parent (null for a root). Styles are shared between equal elements.
  StylePtr styleOf(const dom::Element& element, const StylePtr& parent) const;
  /// Style of a pseudo-element, its parent being the element's own style; null where nothing generates it
  /// (::before and ::after with no content). Marker, footnote-call and footnote-marker are never null.
  StylePtr styleOf(const dom::Element& element, PseudoElement pseudo, const StylePtr& own) const;
  /// Style of an anonymous box: what inherits, inherited; everything else initial, but for the display.
  static StylePtr anonymous(const StylePtr& parent, Display display);
  PageStyle pageStyle(const PageSelector& selector) const;
  std::vector<FontFaceRule> fontFaces() const;
  /// Whether any rule uses target-counter, string() and so on is not asked here: layout sees it in the content.

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

/// The sheets as one text for EPUB reading systems: screen and all media only, without @page, print-only
/// properties and selectors; custom properties resolved; @font-face src rewritten by `fontPath` (url or local
/// name → path in the package, empty: drop that face).
std::string serializeForEpub(const std::vector<StylesheetPtr>& sheets,
                             const std::function<std::string(const FontFaceRule&)>& fontPath);

/// Text of a counter value in a counter style: decimal, lower-roman, upper-roman, lower-alpha, upper-alpha,
/// cjk-decimal, simp-chinese-informal, trad-chinese-informal, japanese-informal, hiragana, katakana,
/// hiragana-iroha, korean-hangul-formal, cjk-ideographic, decimal-leading-zero, circled-decimal, disc, circle,
/// square, none. CSS Counter Styles 3. Unknown styles count as decimal.
std::string formatCounter(int value, std::string_view style);
/// Text around the counter in a list marker: prefix + formatCounter + suffix (". ", "、", …).
std::string formatMarker(int value, std::string_view style);

}  // namespace octavo::css
