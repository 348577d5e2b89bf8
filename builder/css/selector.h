// css: selectors: what they are, which elements they match, their text. Selectors Level 4, as far as paper
// needs it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "css/cascade.h"
#include "css/syntax.h"
#include "dom/dom.h"

namespace octavo::css {

enum class SimpleKind : std::uint8_t {
  Universal,
  Type,
  Class,
  Id,
  Attribute,
  FirstChild,
  LastChild,
  OnlyChild,
  NthChild,
  NthLastChild,
  FirstOfType,
  LastOfType,
  OnlyOfType,
  NthOfType,
  NthLastOfType,
  Not,
  Is,
  Where,
  Language,
  Root,
  Empty,
  Link,
  SingleCharacter,  // :-octavo-single-character, for our own sheet: the element's text is one character
  Never             // :hover, :focus, … : true on no page
};

enum class AttributeOperator : std::uint8_t {
  Exists,
  Equals,
  HasWord,
  DashMatch,
  StartsWith,
  EndsWith,
  Contains
};

struct Selector;

struct SimpleSelector {
  SimpleKind kind = SimpleKind::Universal;
  std::string name;   // of the type, class, id, attribute; pseudo-classes as written
  std::string value;  // of the attribute
  AttributeOperator attributeOperator = AttributeOperator::Exists;
  bool ignoresCase = false;
  int step = 0, offset = 0;                                   // An+B
  std::vector<std::string> languages;                         // :lang()
  std::shared_ptr<const std::vector<Selector>> alternatives;  // :not(), :is(), :where()
  std::string css;                                            // as text, for the EPUB
};

enum class Combinator : std::uint8_t { None, Descendant, Child, Next, Subsequent };

struct CompoundSelector {
  std::vector<SimpleSelector> parts;
  Combinator toPrevious = Combinator::None;  // how it hangs on the compound before it in Selector::compounds
};

/// Ids, classes and types, as one number that compares as the three would.
using Specificity = std::uint32_t;
constexpr Specificity specificity(std::uint32_t ids, std::uint32_t classes, std::uint32_t types) {
  constexpr std::uint32_t kMost = 1023;
  return std::min(ids, kMost) << 20 | std::min(classes, kMost) << 10 | std::min(types, kMost);
}

struct Selector {
  std::vector<CompoundSelector> compounds;  // left to right; the last one is the subject
  PseudoElement pseudo = PseudoElement::None;
  bool hasOtherPseudoElement = false;  // ::first-line and such: kept for the EPUB, matches nothing here
  std::string pseudoCss;               // "::before"
  Specificity weight = 0;
};

/// An+B as (A, B): CSS Syntax 3, section 6. `text` is what stands between the brackets.
std::optional<std::pair<int, int>> parseNth(std::string text);

/// From the prefixes of @namespace to the prefixes that dom gives to attributes.
using NamespacePrefixes = std::unordered_map<std::string, std::string>;

struct SelectorProblem {
  std::uint32_t offset = 0;
  std::string message;
  bool isUnsupported = false;  // valid CSS that we do not know
};

struct ParsedSelectors {
  std::vector<Selector> selectors;
  std::optional<SelectorProblem> problem;  // set: the whole rule is void, as CSS wants
};

/// A comma list. Bad alternatives inside :is() and :where() are left out, as they forgive. With `seesPages` a class means
/// that of a page too, where the two have a name in common (program_words.h).
ParsedSelectors parseSelectors(ValueSpan prelude, const NamespacePrefixes& prefixes, bool seesPages = false);

/// Where an element stands among its siblings; counted from 1.
struct SiblingPlace {
  int index = 1, count = 1;          // among all elements
  int typeIndex = 1, typeCount = 1;  // among those of its name
  const dom::Element* previous = nullptr;
};

/// What matching needs beside the element: the html and body that a chapter's root will have around it, and
/// the places among siblings, counted once for each parent. For one tree that does not change.
class MatchContext {
 public:
  /// `body` stands for the parent of any root that is not html or body itself; its parent is html.
  MatchContext(const dom::Element* body, std::string_view language) : body_(body), language_(language) {}

  const dom::Element* parentOf(const dom::Element& element) const;
  const SiblingPlace& placeOf(const dom::Element& element) const;
  std::string_view languageOf(const dom::Element& element) const;

 private:
  const dom::Element* body_;
  std::string language_;  // of the html around
  mutable std::unordered_map<const dom::Element*, SiblingPlace> places_;
};

bool matches(const Selector& selector, const dom::Element& element, const MatchContext& context);

/// The selector without :is() and :where(), as several. Nothing where they cannot be written out.
std::optional<std::vector<Selector>> withoutLists(const Selector& selector);

/// Selector texts for reading systems, without :is() and :where() where they can be written out. Empty for
/// selectors that only paper knows (::footnote-call, :-octavo-…).
std::vector<std::string> toPlainCss(const Selector& selector);

}  // namespace octavo::css
