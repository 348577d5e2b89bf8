#include "vocabulary/math_line.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "publication/publication.h"
#include "vocabulary/source_questions.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;
using dom::Namespace;
using publication::kAfterAttribute;
using publication::kBeforeAttribute;

constexpr std::u32string_view kOpening = U"([{⟨⌊⌈⟦⟪(";
constexpr std::u32string_view kClosing = U")]}⟩⌋⌉⟧⟫)";
constexpr std::u32string_view kBars = U"|‖∣∥";
constexpr std::u32string_view kDivisions = U"/÷∶⁄∕";
constexpr std::u32string_view kPostfix = U"!′″‴%‰°";

std::u32string signOf(const Element* element) {
  return element && element->name == "mo" ? toUtf32(dom::collapseWhiteSpace(dom::textContent(*element))) : std::u32string();
}
bool isSignOf(const Element* element, std::u32string_view kind) {
  const std::u32string sign = signOf(element);
  return sign.size() == 1 && kind.find(sign[0]) != std::u32string_view::npos;
}
/// U+2061 to U+2064: function application, invisible times, comma and plus.
bool isInvisible(const Element& element) { return isSignOf(&element, U"\u2061\u2062\u2063\u2064"); }

/// The parts that show something; of a part with a form for each output one.
std::vector<const Element*> partsOf(const Element& element) {
  std::vector<const Element*> parts = childrenOf(element);
  std::erase_if(parts, [](const Element* part) {
    return isOneOf(part->name, {"mspace", "mphantom", "none", "mprescripts"}) || isInvisible(*part) ||
           part->attributeOr(publication::kMediumAttribute) == "paper";
  });
  return parts;
}

bool isRow(const Element& element) { return isOneOf(element.name, {"math", "mrow", "mstyle", "mpadded", "merror", "semantics", "mtd"}); }
bool isScript(const Element& element) {
  return isOneOf(element.name, {"msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts"});
}

/// What rows with a single part are about.
const Element& coreOf(const Element& element) {
  const Element* core = &element;
  for (;;) {
    const auto parts = partsOf(*core);
    if (!isRow(*core) || parts.size() != 1) return *core;
    core = parts[0];
  }
}

bool isEmpty(const Element& core) { return isRow(core) && partsOf(core).empty(); }

/// One number, letter, sign or word.
bool isAtom(const Element& core) {
  const std::string words = dom::collapseWhiteSpace(dom::textContent(core));
  if (core.name == "mn") return words.find_first_of("-/ ") == std::string::npos && words.find("−") == std::string::npos;
  return isOneOf(core.name, {"mi", "mo", "ms"}) || (core.name == "mtext" && words.find(' ') == std::string::npos);
}

/// A row in brackets of its own, the first of which the last one closes.
bool isClosed(const Element& core) {
  const auto parts = partsOf(core);
  if (!isRow(core) || parts.size() < 2) return false;
  const auto isBar = [&](const Element* part) { return isSignOf(part, kBars); };
  if (isBar(parts.front())) return isBar(parts.back()) && std::ranges::count_if(parts, isBar) == 2;
  int depth = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    depth += (isSignOf(parts[i], kOpening) ? 1 : 0) - (isSignOf(parts[i], kClosing) ? 1 : 0);
    if (depth <= 0) return depth == 0 && i > 0 && i + 1 == parts.size();
  }
  return false;
}

bool standsAlone(const Element& core) { return isEmpty(core) || isAtom(core) || isClosed(core) || core.name == "mtable"; }

/// A name of several letters: sin, max.
bool isName(const Element* element) {
  return element && element->name == "mi" && toUtf32(dom::collapseWhiteSpace(dom::textContent(*element))).size() > 1;
}

bool appliesFunction(const Element* before) {
  const auto parts = before && isScript(*before) ? childrenOf(*before) : std::vector<const Element*>{before};
  return !parts.empty() && isName(parts.front());
}

bool isOpeningFence(const Element* element) { return isSignOf(element, kOpening) || isSignOf(element, kBars); }
bool isClosingFence(const Element* element) { return isSignOf(element, kClosing) || isSignOf(element, kBars); }

class LineWriter {
 public:
  void visit(Element& element) {
    for (std::size_t i = 0; i < element.children().size(); ++i) {
      Element* child = dom::asElement(*element.children()[i]);
      if (!child || child->attribute(publication::kMediumAttribute)) continue;
      if (child->name == "mmultiscripts" && !childrenOf(*child).empty()) child = &unfold(element, i);
      visit(*child);
    }
    mark(element);
  }

 private:
  static void before(Element& element, std::string_view sign) {
    element.setAttribute(kBeforeAttribute, std::string(sign) + std::string(element.attributeOr(kBeforeAttribute)));
  }
  static void behind(Element& element, std::string_view sign) {
    element.setAttribute(kAfterAttribute, std::string(element.attributeOr(kAfterAttribute)) + std::string(sign));
  }
  static void bracket(Element& element, bool isNeeded) {
    if (!isNeeded) return;
    before(element, "(");
    behind(element, ")");
  }
  static Element* child(Element& element, std::size_t number) {
    for (const auto& each : element.children()) {
      Element* below = dom::asElement(*each);
      if (below && number-- == 0) return below;
    }
    return nullptr;
  }

  static void mark(Element& element) {
    const std::string& name = element.name;
    if (name == "mfrac") return markFraction(element);
    if (name == "msqrt" || name == "menclose") return markEnclosure(element);
    if (name == "mroot") return markRoot(element);
    if (name == "mtable") return markTable(element);
    if (name == "ms") {
      before(element, element.attributeOr("lquote", "\""));
      behind(element, element.attributeOr("rquote", "\""));
    }
    if (isScript(element)) {
      if (Element* base = child(element, 0)) bracket(*base, needsBracketsAsBase(*base));
    }
    if (isRow(element)) markRow(element);
  }

  static void markFraction(Element& element) {
    Element* above = child(element, 0);
    Element* below = child(element, 1);
    if (!above || !below) return;
    bracket(*above, needsBracketsInFraction(*above));
    bracket(*below, needsBracketsInFraction(*below));
    behind(*above, isStack(element) ? kStackSign : "/");
  }

  static void markEnclosure(Element& element) {
    markRow(element);
    const auto has = [&](std::string_view word) { return element.hasWord("notation", word); };
    const bool isRoot = element.name == "msqrt" || has("radical");
    bracket(element, isRoot && needsBracketsUnderRoot(element));
    if (isRoot) before(element, "√");
    if (element.name == "msqrt") return;
    if (has("phasorangle")) before(element, "∠");
    if (has("left")) before(element, "|");
    if (has("right") || has("actuarial")) behind(element, "|");
    if (has("longdiv") || !element.attribute("notation")) before(element, ")");
  }

  static void markRoot(Element& element) {
    Element* base = child(element, 0);
    Element* index = child(element, 1);
    if (!base || !index) return;
    bracket(*base, needsBracketsAsBase(*base));
    bracket(*index, needsBracketsInFraction(*index));
    before(*index, "1/");
  }

  static void markTable(Element& table) {
    for (Element* row = child(table, 0); row; row = next(*row)) {
      for (Element* cell = child(*row, 0); cell; cell = next(*cell)) {
        if (next(*cell)) behind(*cell, ", ");
      }
      if (next(*row)) behind(*row, "; ");
    }
    before(table, "[");
    behind(table, "]");
  }

  static Element* next(Element& element) {
    bool isBehind = false;
    for (const auto& each : element.parent()->children()) {
      if (isBehind && dom::asElement(*each)) return dom::asElement(*each);
      isBehind = isBehind || each.get() == &element;
    }
    return nullptr;
  }

  static void markRow(Element& row) {
    std::vector<Element*> parts;
    for (const auto& each : row.children()) {
      Element* part = dom::asElement(*each);
      if (part && !isOneOf(part->name, {"mspace", "mphantom", "none"})) parts.push_back(part);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const bool followsFunction = i > 0 && isSignOf(parts[i - 1], U"\u2061");
      const auto visibleFrom = [&](std::size_t at, int step) -> const Element* {
        for (at += static_cast<std::size_t>(step); at < parts.size(); at += static_cast<std::size_t>(step)) {
          if (!isInvisible(*parts[at])) return parts[at];
        }
        return nullptr;
      };
      markPart(*parts[i], visibleFrom(i, -1), visibleFrom(i, 1), followsFunction);
    }
  }

  static void markPart(Element& part, const Element* previous, const Element* following, bool followsFunction) {
    const Element& core = coreOf(part);
    if (part.name == "mo") return spaceSign(part, previous);
    if (isName(&part) && following && following->name != "mo") behind(part, "\u2009");
    if (core.name == "mfrac") {
      const bool isNeeded = followsFunction || needsBracketsInRow(core, previous, following);
      bracket(part, isNeeded);
      if (!isNeeded && isMixedNumber(core, previous)) before(part, "\u2009");
    }
    if (core.name == "mtable" && &core == &part && isOpeningFence(previous)) {
      part.setAttribute(kBeforeAttribute, "");
      part.setAttribute(kAfterAttribute, "");
    }
  }

  /// Brackets, invisible signs and those that begin a row stand close; commas have their space behind.
  static void spaceSign(Element& sign, const Element* previous) {
    const bool isBracket = isSignOf(&sign, kOpening) || isSignOf(&sign, kClosing) || isSignOf(&sign, kBars) || isSignOf(&sign, kPostfix);
    const bool beginsRow = !previous || isSignOf(previous, kOpening);
    const bool isSeparator = isSignOf(&sign, U",;");
    if (isSeparator) sign.setAttribute(publication::kSpaceAttribute, "behind");
    else if (isBracket || isInvisible(sign) || beginsRow) sign.setAttribute(publication::kSpaceAttribute, "none");
  }

  /// A form for paper in which everything stands where it is read: scripts before the base, the base, scripts behind it. Returns
  /// the element at that place then.
  Element& unfold(Element& parent, std::size_t at) {
    auto row = std::make_unique<Element>(Namespace::MathMl, "mrow", parent.children()[at]->position());
    Element& made = *row;
    std::unique_ptr<dom::Node> taken = parent.remove(at);
    parent.insert(at, std::move(row));
    Element& scripts = *dom::asElement(*made.append(std::move(taken)).parent()->children().back());
    Element& paper = made.appendElement(Namespace::MathMl, "mrow", scripts.position());
    paper.setAttribute(publication::kMediumAttribute, "paper");
    const auto parts = childrenOf(scripts);
    const auto middle = std::ranges::find(parts, "mprescripts", &Element::name);
    if (middle != parts.end()) {
      for (auto script = middle + 1; script != parts.end();) appendPair(paper, nullptr, script, parts.end());
    }
    auto script = parts.begin() + 1;
    const Element* base = parts.front();
    do appendPair(paper, std::exchange(base, nullptr), script, middle);
    while (script != middle);
    scripts.setAttribute(publication::kMediumAttribute, "screen");
    visit(paper);
    return made;
  }

  using Parts = std::vector<const Element*>::const_iterator;
  static void appendPair(Element& paper, const Element* base, Parts& at, Parts end) {
    Element& pair = paper.appendElement(Namespace::MathMl, "msubsup", paper.position());
    appendCopy(pair, base);
    for (int i = 0; i < 2; ++i) appendCopy(pair, at == end ? nullptr : *at++);
  }
  static void appendCopy(Element& pair, const Element* part) {
    if (!part || part->name == "none") {
      pair.appendElement(Namespace::MathMl, "mrow", pair.position());
      return;
    }
    std::unique_ptr<Element> copy = dom::clone(*part);
    dropIds(*copy);
    pair.append(std::move(copy));
  }
  static void dropIds(Element& element) {
    element.removeAttribute("id");
    for (const auto& each : element.children()) {
      if (Element* below = dom::asElement(*each)) dropIds(*below);
    }
  }
};

}  // namespace

bool needsBracketsInFraction(const Element& part) {
  const Element& core = coreOf(part);
  return !standsAlone(core) && !isScript(core) && !isOneOf(core.name, {"msqrt", "mroot", "menclose"});
}

bool needsBracketsAsBase(const Element& base) {
  const Element& core = coreOf(base);
  if (standsAlone(core) || core.name == "menclose") return false;
  const std::string& around = base.parent()->name;
  const bool isOtherScript = (core.name == "msub" && around == "msup") || (core.name == "msup" && around == "msub") ||
                             (core.name == "munder" && around == "mover") || (core.name == "mover" && around == "munder");
  return !isOtherScript;
}

bool needsBracketsUnderRoot(const Element& part) {
  if (part.name != "msqrt" && part.name != "menclose") return !standsAlone(coreOf(part));
  const auto parts = partsOf(part);
  return parts.size() != 1 || !standsAlone(coreOf(*parts[0]));
}

bool needsBracketsInRow(const Element& fraction, const Element* before, const Element* after) {
  if (isStack(fraction)) return !(isOpeningFence(before) && isClosingFence(after));
  const bool meetsDivision = isSignOf(before, kDivisions) || isSignOf(after, kDivisions) || isSignOf(after, kPostfix);
  const bool hasFactorBehind = after && ((after->name != "mo" && after->name != "mtext") || isSignOf(after, kOpening));
  return meetsDivision || hasFactorBehind || appliesFunction(before);
}

bool isStack(const Element& fraction) {
  const std::string_view thickness = fraction.attributeOr("linethickness");
  return !thickness.empty() && thickness[0] == '0' && thickness.find_first_of("123456789") == std::string_view::npos;
}

bool isMixedNumber(const Element& fraction, const Element* before) {
  return !isStack(fraction) && before && before->name != "mo";
}

void layOnOneLine(Element& math) { LineWriter().visit(math); }

}  // namespace octavo::vocabulary
