// css: does this selector match this element?
#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "css/selector.h"

namespace octavo::css {
namespace {

std::string_view localName(const dom::Element& element) {
  const std::string_view name = element.name;
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool isHtmlOrBody(const dom::Element& element) { return element.name == "html" || element.name == "body"; }

bool matchesNth(int step, int offset, int place) {
  const int distance = place - offset;
  return step == 0 ? distance == 0 : distance % step == 0 && distance / step >= 0;
}

bool equals(std::string_view a, std::string_view b, bool ignoresCase) {
  return ignoresCase ? equalsIgnoringCase(a, b) : a == b;
}

bool hasWord(std::string_view text, const SimpleSelector& simple) {
  constexpr std::string_view kSpaces = " \t\n\r\f";
  if (simple.value.empty()) return false;
  for (std::size_t at = text.find_first_not_of(kSpaces); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kSpaces, at), text.size());
    if (equals(text.substr(at, end - at), simple.value, simple.ignoresCase)) return true;
    at = text.find_first_not_of(kSpaces, end);
  }
  return false;
}

bool matchesValue(std::string_view text, const SimpleSelector& simple) {
  const std::string_view value = simple.value;
  const auto startsWith = [&] {
    return text.size() >= value.size() && equals(text.substr(0, value.size()), value, simple.ignoresCase);
  };
  switch (simple.attributeOperator) {
    case AttributeOperator::Exists:
      return true;
    case AttributeOperator::Equals:
      return equals(text, value, simple.ignoresCase);
    case AttributeOperator::HasWord:
      return hasWord(text, simple);
    case AttributeOperator::DashMatch:
      return startsWith() && (text.size() == value.size() || text[value.size()] == '-');
    case AttributeOperator::StartsWith:
      return !value.empty() && startsWith();
    case AttributeOperator::EndsWith:
      return !value.empty() && text.size() >= value.size() &&
             equals(text.substr(text.size() - value.size()), value, simple.ignoresCase);
    case AttributeOperator::Contains:
      if (value.empty()) return false;
      if (simple.ignoresCase) return toLower(text).find(toLower(value)) != std::string::npos;
      return text.find(value) != std::string_view::npos;
  }
  return false;
}

bool matchesAttribute(const SimpleSelector& simple, const dom::Element& element) {
  if (!simple.name.starts_with("*:")) {
    const std::string* value = element.attribute(simple.name);
    return value && matchesValue(*value, simple);
  }
  const std::string_view wanted = std::string_view(simple.name).substr(2);
  return std::ranges::any_of(element.attributes, [&](const dom::Attribute& attribute) {
    const std::size_t colon = attribute.name.find(':');
    const std::string_view name = attribute.name;
    return (colon == std::string_view::npos ? name : name.substr(colon + 1)) == wanted &&
           matchesValue(attribute.value, simple);
  });
}

/// RFC 4647, basic filtering with the wildcard of Selectors 4 at the start: zh matches zh, zh-Hant, ZH-tw.
bool matchesRange(std::string_view language, std::string_view range) {
  if (range == "*") return !language.empty();
  if (range.starts_with("*-")) {
    const std::size_t dash = language.find('-');
    for (std::size_t at = dash; at != std::string_view::npos; at = language.find('-', at + 1)) {
      if (matchesRange(language.substr(at + 1), range.substr(2))) return true;
    }
    return false;
  }
  if (range.empty()) return language.empty();
  return language.size() >= range.size() && equalsIgnoringCase(language.substr(0, range.size()), range) &&
         (language.size() == range.size() || language[range.size()] == '-');
}

bool isEmpty(const dom::Element& element) {
  return std::ranges::all_of(element.children(), [](const auto& child) {
    const dom::Text* text = dom::asText(*child);
    return text && text->value.find_first_not_of(" \t\n\r\f") == std::string::npos;
  });
}

bool isSingleCharacter(const dom::Element& element) {
  const std::u32string text = toUtf32(dom::collapseWhiteSpace(dom::textContent(element)));
  return text.size() == 1;
}

bool matchesCompound(const CompoundSelector& compound, const dom::Element& element,
                     const MatchContext& context);

bool matchesFrom(const Selector& selector, std::size_t index, const dom::Element& element,
                 const MatchContext& context);

bool matchesPlace(const SimpleSelector& simple, const SiblingPlace& place) {
  switch (simple.kind) {
    case SimpleKind::FirstChild:
      return place.index == 1;
    case SimpleKind::LastChild:
      return place.index == place.count;
    case SimpleKind::OnlyChild:
      return place.count == 1;
    case SimpleKind::NthChild:
      return matchesNth(simple.step, simple.offset, place.index);
    case SimpleKind::NthLastChild:
      return matchesNth(simple.step, simple.offset, place.count - place.index + 1);
    case SimpleKind::FirstOfType:
      return place.typeIndex == 1;
    case SimpleKind::LastOfType:
      return place.typeIndex == place.typeCount;
    case SimpleKind::OnlyOfType:
      return place.typeCount == 1;
    case SimpleKind::NthOfType:
      return matchesNth(simple.step, simple.offset, place.typeIndex);
    case SimpleKind::NthLastOfType:
      return matchesNth(simple.step, simple.offset, place.typeCount - place.typeIndex + 1);
    default:
      return false;
  }
}

bool matchesAlternatives(const SimpleSelector& simple, const dom::Element& element,
                         const MatchContext& context) {
  return std::ranges::any_of(*simple.alternatives, [&](const Selector& alternative) {
    return matches(alternative, element, context);
  });
}

bool matchesSimple(const SimpleSelector& simple, const dom::Element& element, const MatchContext& context) {
  switch (simple.kind) {
    case SimpleKind::Universal:
      return true;
    case SimpleKind::Type:
      return localName(element) == simple.name;
    case SimpleKind::Class:
      return element.hasWord("class", simple.name);
    case SimpleKind::Id: {
      const std::string* id = element.attribute("id");
      if (!id) id = element.attribute("xml:id");
      return id && *id == simple.name;
    }
    case SimpleKind::Attribute:
      return matchesAttribute(simple, element);
    case SimpleKind::FirstChild:
    case SimpleKind::LastChild:
    case SimpleKind::OnlyChild:
    case SimpleKind::NthChild:
    case SimpleKind::NthLastChild:
    case SimpleKind::FirstOfType:
    case SimpleKind::LastOfType:
    case SimpleKind::OnlyOfType:
    case SimpleKind::NthOfType:
    case SimpleKind::NthLastOfType:
      return matchesPlace(simple, context.placeOf(element));
    case SimpleKind::Not:
      return !matchesAlternatives(simple, element, context);
    case SimpleKind::Is:
    case SimpleKind::Where:
      return matchesAlternatives(simple, element, context);
    case SimpleKind::Language: {
      const std::string_view language = context.languageOf(element);
      return std::ranges::any_of(simple.languages,
                                 [&](const std::string& range) { return matchesRange(language, range); });
    }
    case SimpleKind::Root:
      return context.parentOf(element) == nullptr;
    case SimpleKind::Empty:
      return isEmpty(element);
    case SimpleKind::Link:
      return localName(element) == "a" && element.attribute("href");
    case SimpleKind::SingleCharacter:
      return isSingleCharacter(element);
    case SimpleKind::Never:
      return false;
  }
  return false;
}

bool matchesCompound(const CompoundSelector& compound, const dom::Element& element,
                     const MatchContext& context) {
  return std::ranges::all_of(
      compound.parts, [&](const SimpleSelector& simple) { return matchesSimple(simple, element, context); });
}

/// Whether the compounds up to `index` match with the one at `index` on `element`. Backtracks, as combinators
/// need.
bool matchesFrom(const Selector& selector, std::size_t index, const dom::Element& element,
                 const MatchContext& context) {
  const CompoundSelector& compound = selector.compounds[index];
  if (!matchesCompound(compound, element, context)) return false;
  switch (compound.toPrevious) {
    case Combinator::None:
      return true;
    case Combinator::Child: {
      const dom::Element* parent = context.parentOf(element);
      return parent && matchesFrom(selector, index - 1, *parent, context);
    }
    case Combinator::Descendant:
      for (const dom::Element* at = context.parentOf(element); at; at = context.parentOf(*at)) {
        if (matchesFrom(selector, index - 1, *at, context)) return true;
      }
      return false;
    case Combinator::Next: {
      const dom::Element* previous = context.placeOf(element).previous;
      return previous && matchesFrom(selector, index - 1, *previous, context);
    }
    case Combinator::Subsequent:
      for (const dom::Element* at = context.placeOf(element).previous; at;
           at = context.placeOf(*at).previous) {
        if (matchesFrom(selector, index - 1, *at, context)) return true;
      }
      return false;
  }
  return false;
}

}  // namespace

const dom::Element* MatchContext::parentOf(const dom::Element& element) const {
  if (element.parent()) return element.parent();
  return isHtmlOrBody(element) ? nullptr : body_;
}

const SiblingPlace& MatchContext::placeOf(const dom::Element& element) const {
  static const SiblingPlace kAlone;
  if (!element.parent()) return kAlone;
  const auto known = places_.find(&element);
  if (known != places_.end()) return known->second;
  // All siblings at once: asking each one by itself would be quadratic in long tables.
  std::unordered_map<std::string_view, int> ofType;
  const dom::Element* previous = nullptr;
  int count = 0;
  for (const auto& node : element.parent()->children()) {
    const dom::Element* sibling = dom::asElement(*node);
    if (!sibling) continue;
    places_[sibling] = {++count, 0, ++ofType[sibling->name], 0, previous};
    previous = sibling;
  }
  for (const dom::Element* at = previous; at;) {
    SiblingPlace& place = places_[at];
    place.count = count;
    place.typeCount = ofType[at->name];
    at = place.previous;
  }
  return places_.at(&element);
}

std::string_view MatchContext::languageOf(const dom::Element& element) const {
  const std::string_view own = dom::languageOf(element);
  return own.empty() && !element.attribute("lang") && !element.attribute("xml:lang")
             ? std::string_view(language_)
             : own;
}

bool matches(const Selector& selector, const dom::Element& element, const MatchContext& context) {
  if (selector.compounds.empty()) return false;
  return matchesFrom(selector, selector.compounds.size() - 1, element, context);
}

}  // namespace octavo::css
