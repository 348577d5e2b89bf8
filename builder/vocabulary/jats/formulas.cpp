// vocabulary/jats: formulas: MathML before a picture before TeX, which nothing here can show but as it is written.
#include "vocabulary/math_words.h"
#include "vocabulary/mathml.h"
#include "vocabulary/tex_source.h"
#include "vocabulary/jats/reading.h"

#include <array>

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;
using dom::Namespace;

/// TeX without the frame of a whole TeX document.
std::string withoutFrame(std::string words) {
  constexpr std::string_view kBegin = "\\begin{document}", kEnd = "\\end{document}";
  if (const std::size_t begin = words.find(kBegin); begin != std::string::npos) {
    words.erase(0, begin + kBegin.size());
    if (const std::size_t end = words.find(kEnd); end != std::string::npos) words.erase(end);
  }
  return dom::collapseWhiteSpace(words);
}

/// The TeX form beside a formula, for those who cannot see it.
std::string teXBeside(const Element& math) {
  for (const Element* at = math.parent(); at && isOneOf(at->name, {"alternatives", "inline-formula", "disp-formula"});
       at = at->parent()) {
    if (const Element* tex = dom::firstChild(*at, "tex-math")) return plainText(*tex);
  }
  for (const Element* semantics : childrenOf(math, "semantics")) {
    if (const Element* annotation = dom::firstChild(*semantics, "annotation")) return plainText(*annotation);
  }
  return {};
}

bool isDisplayed(const Element& math) {
  for (const Element* at = math.parent(); at; at = at->parent()) {
    if (isOneOf(at->name, {"disp-formula", "disp-formula-group"})) return true;
    if (isOneOf(at->name, {"inline-formula", "p", "td", "th"})) return false;
  }
  return false;
}

void convertMath(const Element& source, Element& into, Reading& reading) {
  Element& math = into.appendElement(Namespace::MathMl, "math", source.position());
  if (const std::string* id = source.attribute("id")) reading.conversion.setId(math, *id, source.position());
  copyMathAttributes(source, math, reading.conversion);
  std::string alternative(source.attributeOr("alttext"));
  if (alternative.empty()) alternative = teXBeside(source);
  copyMath(source, math, reading.conversion);
  if (alternative.empty()) alternative = mathWords(math);
  math.setAttribute("alttext", withoutFrame(std::move(alternative)));
  if (isDisplayed(source) || source.attributeOr("display") == "block") math.setAttribute("display", "block");
}

/// TeX alone is shown as it is written, and told.
void convertTeX(const Element& source, Element& into, Reading& reading) {
  if (plainText(source).find_first_of("\\^_{}&") != std::string::npos) reportTeX(reading.conversion, source.position());
  Element& code = appendAs(into, "code", source, reading, "tex");
  code.appendText(withoutFrame(plainText(source)), source.position());
}

/// The forms of one formula that stand side by side without `alternatives`: the best is shown.
const Element* bestForm(const Element& formula, const Reading& reading) {
  const Element* best = nullptr;
  int bestRank = 9;
  for (const Element* child : childrenOf(formula)) {
    const bool graphic = isOneOf(child->name, {"graphic", "inline-graphic"});
    const bool there =
        graphic && reading.conversion.hasPicture(child->attributeOr("xlink:href"), child->position());
    const int rank = child->name == "math" || child->name == "alternatives" ? 0
                     : there                                                ? 1
                     : child->name == "tex-math"                            ? 2
                     : graphic                                              ? 3
                                                                            : 9;
    if (rank < bestRank) {
      best = child;
      bestRank = rank;
    }
  }
  return best;
}

void convertForms(const Element& source, Element& into, Reading& reading) {
  const Element* best = bestForm(source, reading);
  for (const auto& child : source.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      if (!isBlank(text->value) || !best) into.appendText(text->value, text->position());
      continue;
    }
    const Element& element = *dom::asElement(*child);
    if (isOneOf(element.name, {"label", "alt-text", "long-desc", "object-id"})) continue;
    const bool form = isOneOf(element.name, {"math", "alternatives", "tex-math", "graphic", "inline-graphic"});
    if (form && &element != best && !(element.name == "math" && best && best->name == "math")) {
      leaveUnshown(element, reading);
      continue;
    }
    convert(element, into, reading);
  }
}

void convertInlineFormula(const Element& source, Element& into, Reading& reading) {
  convertForms(source, appendAs(into, "span", source, reading, "formula"), reading);
}

/// The number stands after the formula, where readers look for it.
void convertDisplayFormula(const Element& source, Element& into, Reading& reading) {
  Element& block = appendAs(into, "div", source, reading, "disp-formula");
  convertForms(source, appendMade(block, "div", source, reading, "formula"), reading);
  if (const Element* label = dom::firstChild(source, "label")) {
    convertInline(*label, appendAs(block, "span", *label, reading, "label"), reading);
  }
  for (const Element* id : childrenOf(source, "object-id")) convert(*id, block, reading);
}

void convertFormulaGroup(const Element& source, Element& into, Reading& reading) {
  convertLabelledBlocks(source, appendAs(into, "div", source, reading, "disp-formula-group"), reading);
}

constexpr std::array kRules{
    Rule{"math", convertMath},
    Rule{"tex-math", convertTeX},
    Rule{"inline-formula", convertInlineFormula},
    Rule{"disp-formula", convertDisplayFormula},
    Rule{"disp-formula-group", convertFormulaGroup},
};

}  // namespace

std::span<const Rule> formulaRules() { return kRules; }

}  // namespace octavo::vocabulary::jats
