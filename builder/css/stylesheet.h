// css: a parsed stylesheet: rules with their selectors and checked declarations.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "css/cascade.h"
#include "css/properties.h"
#include "css/selector.h"
#include "css/syntax.h"

namespace octavo::css {

enum class WideKeyword : std::uint8_t { None, Inherit, Initial, Unset };

/// A declaration that was understood: of a longhand or physical property, or of a custom one. A shorthand
/// stands here only while its value waits for var().
struct Declaration {
  PropertyId property = 0;
  bool isImportant = false;
  WideKeyword wide = WideKeyword::None;
  std::string customName;                 // "--x"; empty: not a custom property
  std::shared_ptr<const Value> value;     // null: wide, custom or waiting
  std::shared_ptr<const Values> written;  // custom properties, and values that hold var()
};
using Declarations = std::vector<Declaration>;

struct MediaQuery {
  bool isNegated = false;
  std::string type = "all";
  std::string features;  // "(min-width: 20em) and (color)"; empty: none
};
struct MediaQueries {
  std::vector<MediaQuery> queries;  // none: all media
  /// Features are unknown to paper, so a query with one is not met.
  bool match(Medium medium) const;
};

struct Rule;

struct StyleRule {
  std::vector<Selector> selectors;  // none: not supported here, see `writtenSelector`
  std::string writtenSelector;
  Declarations declarations;
  std::vector<RawDeclaration> written;  // as in the sheet, for the EPUB
};

struct GroupRule {  // @media; @supports and @layer, which hold or not whatever the medium
  MediaQueries media;
  bool holds = true;
  std::vector<Rule> rules;
};

struct ImportRule {
  StylesheetPtr sheet;
  MediaQueries media;
};

struct NamespaceRule {
  std::string css;  // "@namespace epub \"…\";"
};

struct FontFaceBlock {
  FontFaceRule face;
  std::vector<RawDeclaration> written;
};

struct PageRuleSelector {
  std::string name;
  bool first = false, left = false, right = false, blank = false;
  bool matches(const PageSelector& page) const;
  /// CSS Paged Media 3, section 4.4: names, then :first and :blank, then :left and :right.
  Specificity weight() const;
};

/// The size descriptor.
struct PageSize {
  std::optional<PhysicalSize> size;  // absent: auto, or a mere orientation
  std::optional<bool> isLandscape;   // turns the size
  bool isImportant = false;
};

struct PageRule {
  std::vector<PageRuleSelector> selectors;  // never empty
  std::optional<PageSize> size;
  Declarations declarations;
  std::vector<std::pair<MarginBox, Declarations>> marginBoxes;
  Declarations footnoteArea;
};

struct Rule {
  std::variant<StyleRule, GroupRule, ImportRule, NamespaceRule, FontFaceBlock, PageRule> content;
};

struct Stylesheet {
  std::vector<Rule> rules;
};

/// Appends what the written declarations mean; reports what is not understood.
void addDeclarations(const std::vector<RawDeclaration>& written, Reporter& reporter, Declarations& into);
/// One shorthand's value as declarations of its longhands; false: not understood. `written` gives the
/// importance.
bool expandShorthand(PropertyId id, const Value& value, const Declaration& written, Declarations& into);
WideKeyword wideKeyword(const Value& value);
bool hasVariables(ValueSpan values);
/// Whether "property: value" is understood: for @supports.
bool isSupported(std::string_view property, ValueSpan value);

MediaQueries parseMediaQueries(ValueSpan prelude, Reporter& reporter);
/// `rule` is an @page rule.
std::optional<PageRule> parsePageRule(const RawRule& rule, Reporter& reporter);
std::optional<FontFaceBlock> parseFontFace(const RawRule& rule, Reporter& reporter);
/// The condition of @supports. CSS Conditional Rules 3.
bool evaluateSupports(ValueSpan condition, const NamespacePrefixes& prefixes);

}  // namespace octavo::css
