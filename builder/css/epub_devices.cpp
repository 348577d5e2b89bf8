// css: what single devices cannot take, and selectors for the oldest.
#include <algorithm>
#include <array>

#include "css/epub_rewriting_private.h"
#include "css/page_sheets.h"

namespace octavo::css {
namespace {

/// Elements that HTML 4 does not have: the EPUB for old devices has a div of this class in their place. But for nav, which a
/// navigation document must have.
constexpr std::array<std::string_view, 11> kYounger{"section", "article",    "aside", "header",  "footer", "figure",
                                                    "main",    "figcaption", "details", "summary", "hgroup"};

/// Text blocks whose colours are those of the page.
constexpr std::array<std::string_view, 15> kOrdinary{"html", "body", "p",  "div", "section", "article", "main", "li",
                                                     "dd",   "dt",   "ul", "ol",  "dl",      "td",      "span"};
constexpr std::array<std::string_view, 9> kBold{"strong", "b", "th", "h1", "h2", "h3", "h4", "h5", "h6"};
constexpr std::array<std::string_view, 4> kPictures{"img", "svg", "video", "image"};
constexpr std::array<std::string_view, 4> kTable{"table", "td", "th", "col"};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string_view typeOf(const CompoundSelector& compound) {
  const auto type = std::ranges::find(compound.parts, SimpleKind::Type, &SimpleSelector::kind);
  return type == compound.parts.end() ? std::string_view() : std::string_view(type->name);
}

bool isOnly(const Selector& selector, SimpleKind kind) {
  const auto& parts = selector.compounds.back().parts;
  return selector.compounds.size() == 1 && parts.size() == 1 && parts[0].kind == kind;
}

/// Of a page in a book of several, its body (page_sheets.h).
bool isScope(const SimpleSelector& part) { return part.kind == SimpleKind::Class && part.name.starts_with(kScopeClass); }

bool isRoot(const Selector& selector) {
  if (!selector.pseudoCss.empty()) return false;
  const std::string_view type = typeOf(selector.compounds.back());
  const auto& parts = selector.compounds.back().parts;
  if (selector.compounds.size() == 1 && std::ranges::all_of(parts, isScope)) return true;
  const bool isTop = type == "html" || type == "body" || isOnly(selector, SimpleKind::Root);
  return isTop && std::ranges::all_of(parts, [](const SimpleSelector& part) {
    return part.kind == SimpleKind::Type || part.kind == SimpleKind::Root || part.kind == SimpleKind::Language;
  });
}

bool isOrdinary(const Selector& selector) {
  if (!selector.pseudoCss.empty()) return false;
  if (isRoot(selector) || isOnly(selector, SimpleKind::Universal)) return true;
  return std::ranges::all_of(selector.compounds, [](const CompoundSelector& compound) {
    return std::ranges::all_of(compound.parts, [](const SimpleSelector& part) {
      return part.kind == SimpleKind::Language || isScope(part) || (part.kind == SimpleKind::Type && holds(kOrdinary, part.name));
    });
  });
}

/// Values of lengths; a number without a unit is a length only where it is 0.
bool isNegative(const ComponentValue& part) {
  const bool isNumber = part.is(TokenType::Number) || part.is(TokenType::Dimension) || part.is(TokenType::Percentage);
  return isNumber && part.token.number < 0;
}

bool isMargin(std::string_view name) { return name.starts_with("margin"); }

/// Which parts of a margin or padding are for the sides of the line: of a shorthand the second and the fourth, of one or
/// two values all that count for sides.
bool isSide(std::string_view name, std::size_t index, std::size_t count) {
  if (name.ends_with("-left") || name.ends_with("-right")) return true;
  return (name == "margin" || name == "padding") && count > 1 && index % 2 == 1;
}

template <class Change>
void changeSides(EpubDeclaration& declaration, Change change) {
  const std::string& name = declaration.name;
  if (!isMargin(name) && !name.starts_with("padding")) return;
  std::vector<ComponentValue*> parts;
  for (ComponentValue& part : declaration.value) {
    if (!part.is(TokenType::WhiteSpace)) parts.push_back(&part);
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (isSide(name, i, parts.size()) && parts[i]->is(TokenType::Dimension)) change(*parts[i]);
  }
}

/// A line has about 25 em: one of them is 4 %.
void toPercent(ComponentValue& part) {
  constexpr double kPercentOfEm = 4;
  if (part.token.text == "em" || part.token.text == "rem") part = dimension(part.token.number * kPercentOfEm, "%");
}

bool isFixed(const EpubDeclaration& declaration) {
  const std::string& name = declaration.name;
  if (name != "width" && name != "min-width" && name != "height" && name != "min-height" && name != "white-space") return false;
  if (name == "white-space") return std::ranges::any_of(declaration.value, [](const ComponentValue& part) { return part.isKeyword("nowrap"); });
  return std::ranges::any_of(declaration.value, [](const ComponentValue& part) { return part.is(TokenType::Dimension); });
}

/// CSS 2.1 has no functions but these, and no colour with alpha.
bool isYoungerValue(const ComponentValue& part) {
  constexpr std::array<std::string_view, 7> kOld{"url", "rgb", "attr", "counter", "counters", "rect", "format"};
  return part.is(TokenType::Function) && !holds(kOld, toLower(part.token.text));
}

}  // namespace

bool isYoungerElement(std::string_view name) { return holds(kYounger, name); }

RuleSubject subjectOf(const StyleRule& rule) {
  RuleSubject subject;
  if (rule.selectors.empty()) return subject;
  const auto all = [&](auto test) { return std::ranges::all_of(rule.selectors, test); };
  const auto isOf = [](const auto& names) {
    return [&names](const Selector& selector) { return holds(names, typeOf(selector.compounds.back())); };
  };
  subject.isRoot = all(isRoot);
  subject.isOrdinary = all(isOrdinary);
  subject.isPicture = all(isOf(kPictures));
  subject.isTable = all(isOf(kTable));
  subject.isBold = std::ranges::any_of(rule.selectors, isOf(kBold));
  return subject;
}

std::string languageOf(const Selector& selector) {
  for (const SimpleSelector& part : selector.compounds.back().parts) {
    if (part.kind == SimpleKind::Language && part.languages.size() == 1) return part.languages[0];
  }
  return {};
}

void makeFit(EpubDeclarations& declarations, const RuleSubject& subject, const EpubStyle& style) {
  std::erase_if(declarations, [&](const EpubDeclaration& each) {
    if (subject.isRoot && style.hasReadersLines && each.name == "line-height") return true;
    if (style.hasNoNegativeMargins && isMargin(each.name) && std::ranges::any_of(each.value, isNegative)) return true;
    if (style.isPlain && std::ranges::any_of(each.value, isYoungerValue)) return true;
    return style.fitsTables && subject.isTable && isFixed(each);
  });
  for (EpubDeclaration& each : declarations) {
    if (style.hasSideMarginsInPercent) changeSides(each, toPercent);
  }
}

std::string plainSelector(const Selector& selector) {
  std::string css;
  for (const CompoundSelector& compound : selector.compounds) {
    switch (compound.toPrevious) {
      case Combinator::None: break;
      case Combinator::Descendant: css += " "; break;
      case Combinator::Child: css += " > "; break;
      case Combinator::Next: css += " + "; break;
      case Combinator::Subsequent: return {};
    }
    for (const SimpleSelector& part : compound.parts) {
      const bool isOld =
          part.kind == SimpleKind::Universal || part.kind == SimpleKind::Type || part.kind == SimpleKind::Class ||
          part.kind == SimpleKind::Id || part.kind == SimpleKind::FirstChild || part.kind == SimpleKind::Link ||
          (part.kind == SimpleKind::Language && part.languages.size() == 1) ||
          (part.kind == SimpleKind::Attribute && part.attributeOperator <= AttributeOperator::DashMatch && !part.ignoresCase);
      const std::size_t bar = part.css.find('|');
      const bool hasPrefix = bar != std::string::npos && part.css.compare(bar, 2, "|=") != 0;
      if ((!isOld && part.kind != SimpleKind::Root) || hasPrefix) return {};
      if (part.kind == SimpleKind::Root) {
        css += "html";
      } else if (part.kind == SimpleKind::Type && isYoungerElement(part.name)) {
        css += "div." + part.name;
      } else {
        css += part.css;
      }
    }
  }
  if (selector.pseudoCss.empty()) return css;
  constexpr std::array<std::string_view, 4> kOld{"::before", "::after", "::first-letter", "::first-line"};
  return holds(kOld, selector.pseudoCss) ? css + selector.pseudoCss.substr(1) : std::string();
}

}  // namespace octavo::css
