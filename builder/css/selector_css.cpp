// css: selectors as reading systems of any age understand them.
#include <algorithm>

#include "css/selector.h"

namespace octavo::css {
namespace {

constexpr std::size_t kMostAlternatives = 100;  // :is(a, b) :is(c, d) …: each one doubles the list

using Complex = std::vector<CompoundSelector>;

bool isList(const SimpleSelector& part) {
  return part.kind == SimpleKind::Is || part.kind == SimpleKind::Where;
}

/// `into` and `other` on one element; false when they name different types, which no element is.
bool merge(CompoundSelector& into, const CompoundSelector& other) {
  for (const SimpleSelector& part : other.parts) {
    const auto type = std::ranges::find(into.parts, SimpleKind::Type, &SimpleSelector::kind);
    const bool hasType = type != into.parts.end();
    if (part.kind == SimpleKind::Type && hasType) {
      if (type->name != part.name) return false;
    } else if (part.kind == SimpleKind::Type) {
      std::erase_if(into.parts,
                    [](const SimpleSelector& each) { return each.kind == SimpleKind::Universal; });
      into.parts.insert(into.parts.begin(), part);
    } else if (part.kind != SimpleKind::Universal) {
      into.parts.push_back(part);
    } else if (into.parts.empty()) {
      into.parts.push_back(part);
    }
  }
  return true;
}

/// The compound with its lists written out: sequences of compounds, since an alternative may itself be
/// complex. Nothing when they cannot be.
std::optional<std::vector<Complex>> writeOut(const CompoundSelector& compound, bool isFirst) {
  CompoundSelector plain;
  plain.toPrevious = compound.toPrevious;
  std::vector<Complex> results{{plain}};
  for (const SimpleSelector& part : compound.parts) {
    std::vector<Complex> next;
    for (const Complex& result : results) {
      if (!isList(part)) {
        CompoundSelector one;
        one.parts.push_back(part);
        Complex copy = result;
        if (merge(copy.back(), one)) next.push_back(std::move(copy));
        continue;
      }
      for (const Selector& alternative : *part.alternatives) {
        const bool isComplex = alternative.compounds.size() > 1;
        if (isComplex && (!isFirst || result.size() > 1)) return std::nullopt;
        Complex made(alternative.compounds.begin(), alternative.compounds.end() - 1);
        made.insert(made.end(), result.begin(), result.end());
        if (isComplex) made.back().toPrevious = alternative.compounds.back().toPrevious;
        if (merge(made.back(), alternative.compounds.back())) next.push_back(std::move(made));
      }
    }
    if (next.size() > kMostAlternatives) return std::nullopt;
    results = std::move(next);
  }
  return results;
}

/// :not(a, b) of CSS 4 as :not(a):not(b) of CSS 3.
std::string notToCss(const SimpleSelector& part) {
  const bool isSimple = std::ranges::all_of(*part.alternatives, [](const Selector& alternative) {
    return alternative.compounds.size() == 1 && alternative.compounds[0].parts.size() == 1;
  });
  if (!isSimple) return part.css;
  std::string css;
  for (const Selector& alternative : *part.alternatives)
    css += ":not(" + alternative.compounds[0].parts[0].css + ")";
  return css;
}

std::string toCss(const Complex& complex) {
  std::string css;
  for (const CompoundSelector& compound : complex) {
    switch (compound.toPrevious) {
      case Combinator::None:
        break;
      case Combinator::Descendant:
        css += " ";
        break;
      case Combinator::Child:
        css += " > ";
        break;
      case Combinator::Next:
        css += " + ";
        break;
      case Combinator::Subsequent:
        css += " ~ ";
        break;
    }
    for (const SimpleSelector& part : compound.parts)
      css += part.kind == SimpleKind::Not ? notToCss(part) : part.css;
  }
  return css;
}

bool isForPaperOnly(const Selector& selector) {
  if (selector.pseudo == PseudoElement::FootnoteCall || selector.pseudo == PseudoElement::FootnoteMarker)
    return true;
  return std::ranges::any_of(selector.compounds, [](const CompoundSelector& compound) {
    return std::ranges::any_of(compound.parts, [](const SimpleSelector& part) {
      const bool hasAlternatives = part.alternatives && !part.alternatives->empty();
      return part.kind == SimpleKind::SingleCharacter ||
             (hasAlternatives && std::ranges::all_of(*part.alternatives, isForPaperOnly));
    });
  });
}

}  // namespace

std::optional<std::vector<Selector>> withoutLists(const Selector& selector) {
  std::vector<Complex> results{{}};
  for (const CompoundSelector& compound : selector.compounds) {
    const auto written = writeOut(compound, compound.toPrevious == Combinator::None);
    if (!written || results.size() * written->size() > kMostAlternatives) return std::nullopt;
    std::vector<Complex> next;
    for (const Complex& before : results) {
      for (const Complex& after : *written) {
        Complex& joined = next.emplace_back(before);
        joined.insert(joined.end(), after.begin(), after.end());
      }
    }
    results = std::move(next);
  }
  std::vector<Selector> selectors;
  for (Complex& result : results) {
    Selector& plain = selectors.emplace_back(selector);
    plain.compounds = std::move(result);
  }
  return selectors;
}

std::vector<std::string> toPlainCss(const Selector& selector) {
  if (isForPaperOnly(selector)) return {};
  const auto plain = withoutLists(selector);
  if (!plain) return {toCss(Complex(selector.compounds)) + selector.pseudoCss};
  std::vector<std::string> css;
  for (const Selector& each : *plain) css.push_back(toCss(each.compounds) + selector.pseudoCss);
  return css;
}

}  // namespace octavo::css
