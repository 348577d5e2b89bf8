#include "vocabulary/mathml.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include <fmt/format.h>

#include "base/utf8.h"
#include "vocabulary/math_alphabets.h"
#include "vocabulary/math_attributes.h"
#include "vocabulary/math_line.h"
#include "vocabulary/source_questions.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;
using dom::Namespace;

/// Presentation MathML, which is all that EPUB allows (MathML 3, chapter 3).
constexpr std::array<std::string_view, 34> kPresentation{
    "mrow",     "mfrac",      "msqrt",  "mroot",  "mstyle",       "merror",      "mpadded", "mphantom",
    "menclose", "msub",       "msup",   "msubsup", "munder",      "mover",       "munderover",
    "mmultiscripts", "mprescripts", "none", "mtable", "mtr", "mtd", "mi", "mn", "mo", "mtext",
    "mspace",   "ms",         "mstack", "mlongdiv", "msgroup",    "msrow",       "mscarries",
    "mscarry",  "semantics"};

struct Constant {
  std::string_view name, symbol;
};
/// Constants of Content MathML that stand in real articles among the presentation.
constexpr std::array kConstants{Constant{"pi", "π"}, Constant{"infinity", "∞"}, Constant{"exponentiale", "e"},
                                Constant{"imaginaryi", "i"}, Constant{"emptyset", "∅"}};

/// The element in presentation form; content markup without one becomes a row of its words and is reported.
Element& appendMathElement(const Element& source, Element& into, Conversion& conversion) {
  if (source.namespaceName != Namespace::Xhtml && source.name == "mlabeledtr") return into.appendElement(Namespace::MathMl, "mtr", source.position());
  if (source.namespaceName != Namespace::Xhtml && std::ranges::find(kPresentation, source.name) != kPresentation.end()) {
    return into.appendElement(Namespace::MathMl, source.name, source.position());
  }
  const auto constant = std::ranges::find(kConstants, source.name, &Constant::name);
  if (constant != kConstants.end()) {
    Element& symbol = into.appendElement(Namespace::MathMl, "mi", source.position());
    symbol.appendText(std::string(constant->symbol), source.position());
    return symbol;
  }
  conversion.reportUnknown(source);
  return into.appendElement(Namespace::MathMl, "mrow", source.position());
}

bool isToken(std::string_view name) { return isOneOf(name, {"mi", "mn", "mo", "mtext", "ms"}); }

struct Arity {
  std::string_view name;
  std::size_t parts;
};
/// MathML 3, section 3.1.3: elements that need a certain number of parts.
constexpr std::array kArities{Arity{"mfrac", 2},      Arity{"mroot", 2}, Arity{"msub", 2},  Arity{"msup", 2},
                              Arity{"munder", 2},     Arity{"mover", 2}, Arity{"msubsup", 3},
                              Arity{"munderover", 3}};

class MathCopier {
 public:
  explicit MathCopier(Conversion& conversion) : conversion_(conversion) {}

  void copyChildren(const Element& source, Element& into) {
    for (const auto& child : source.children()) {
      if (const dom::Text* text = dom::asText(*child)) {
        if (!isBlank(text->value)) appendLoose(dom::collapseWhiteSpace(text->value), into, text->position());
      } else {
        copyElement(*dom::asElement(*child), into);
      }
    }
  }

  void copyAttributes(const Element& source, Element& into) {
    for (const dom::Attribute& attribute : source.attributes) {
      switch (judgeMathAttribute(into.name, attribute.name, attribute.value)) {
        case MathAttribute::Good:
          into.setAttribute(attribute.name, attribute.value);
          break;
        case MathAttribute::WrongValue:
          conversion_.warn("math-malformed", source.position(),
                           fmt::format("{}=\"{}\" is nothing that <{}> understands; it is left out", attribute.name,
                                       attribute.value.substr(0, 40), source.name), attribute.name);
          break;
        case MathAttribute::Unknown:
          break;
      }
    }
  }

 private:
  /// Characters that stand in no token: each letter, number or sign as the token it would be.
  static void appendLoose(std::string words, Element& into, SourcePosition where) {
    const std::u32string characters = toUtf32(words);
    const bool isNumber = words.find_first_not_of("0123456789.,") == std::string::npos;
    const bool isSign = characters.size() == 1 && (characters[0] < 0x80 ? std::ispunct(static_cast<int>(characters[0])) != 0
                                                                         : characters[0] >= 0x2190 && characters[0] < 0x2400);
    const char* token = isNumber ? "mn" : isSign ? "mo" : characters.size() == 1 ? "mi" : "mtext";
    into.appendElement(Namespace::MathMl, token, where).appendText(std::move(words), where);
  }

  void copyElement(const Element& source, Element& into) {
    const std::string& name = source.name;
    if (isOneOf(name, {"annotation", "annotation-xml", "maligngroup", "malignmark"})) return;
    if (isOneOf(name, {"mprescripts", "none"}) && source.parent()->name != "mmultiscripts") return;
    if (source.namespaceName != Namespace::Xhtml) {
      if (name == "mfenced") return copyFenced(source, into);
      if (name == "maction") return copyAction(source, into);
      if (isToken(name)) return copyToken(source, into);
    }
    Element& copy = appendMathElement(source, into, conversion_);
    if (copy.name == name || name == "mlabeledtr") copyAttributes(source, copy);
    takeId(source, copy);
    if (copy.name == "mi") return;  // a constant
    copyChildren(source, copy);
    if (name == "mlabeledtr" && copy.children().size() > 1) copy.append(copy.remove(0));  // its number, which stands first
    mend(copy);
  }

  void takeId(const Element& source, Element& copy) {
    if (const std::string* id = source.attribute("id")) conversion_.setId(copy, *id, source.position());
  }

  /// A token holds characters only (MathML 3, section 3.1.3); elements of HTML in it give their words.
  void copyToken(const Element& source, Element& into) {
    Element& token = into.appendElement(Namespace::MathMl, source.name, source.position());
    copyAttributes(source, token);
    takeId(source, token);
    std::string words;
    collectWords(source, words);
    words = dom::collapseWhiteSpace(words);
    const std::string variant = variantOf(source);
    if (!variant.empty()) {
      words = inMathAlphabet(words, variant);
      token.setAttribute("mathvariant", "normal");
    }
    if (!words.empty()) token.appendText(std::move(words), source.position());
  }

  void collectWords(const Element& source, std::string& words) {
    for (const auto& child : source.children()) {
      if (const dom::Text* text = dom::asText(*child)) {
        words += text->value;
        continue;
      }
      const Element& below = *dom::asElement(*child);
      if (below.name == "malignmark") continue;
      const bool isPicture = below.name == "mglyph" || below.name == "img";
      if (isPicture) conversion_.reportUnknown(below);
      words += below.attributeOr(isPicture ? "alt" : "");
      collectWords(below, words);
    }
  }

  /// The alphabet that the letters are of, from the token or what is around it, where it is one with characters of its own:
  /// readers of today show those and no longer the attribute (MathML Core, section 2.2.1).
  static std::string variantOf(const Element& token) {
    for (const Element* at = &token; at; at = at->parent()) {
      const std::string* variant = at->attribute("mathvariant");
      if (variant) return hasMathAlphabet(*variant) ? *variant : std::string();
      if (at->name == "math") break;
    }
    return {};
  }

  void copyFenced(const Element& source, Element& into) {
    Element& row = into.appendElement(Namespace::MathMl, "mrow", source.position());
    takeId(source, row);
    std::string separators(source.attributeOr("separators", ","));
    std::erase_if(separators, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    const std::u32string signs = toUtf32(separators);
    appendSign(row, source.attributeOr("open", "("), "fence", "prefix");
    Element* inside = &row;
    const auto parts = childrenOf(source);
    if (parts.size() > 1) inside = &row.appendElement(Namespace::MathMl, "mrow", source.position());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0 && !signs.empty()) {
        std::string sign;
        appendUtf8(sign, signs[std::min(i, signs.size()) - 1]);
        appendSign(*inside, sign, "separator", "infix");
      }
      copyElement(*parts[i], *inside);
    }
    appendSign(row, source.attributeOr("close", ")"), "fence", "postfix");
  }

  static void appendSign(Element& row, std::string_view sign, std::string_view kind, std::string_view form) {
    const std::string words = dom::collapseWhiteSpace(sign);
    if (words.empty()) return;
    Element& made = row.appendElement(Namespace::MathMl, "mo", row.position());
    made.setAttribute(kind, "true");
    made.setAttribute("form", std::string(form));
    made.appendText(words, row.position());
  }

  /// Of several forms the chosen one.
  void copyAction(const Element& source, Element& into) {
    Element& row = into.appendElement(Namespace::MathMl, "mrow", source.position());
    takeId(source, row);
    const auto parts = childrenOf(source);
    const std::string_view chosen = source.attributeOr("selection", "1");
    std::size_t number = 1;
    std::from_chars(chosen.data(), chosen.data() + chosen.size(), number);
    if (!parts.empty()) copyElement(*parts[std::min(std::max<std::size_t>(number, 1), parts.size()) - 1], row);
  }

  void report(const Element& element, std::string what) {
    conversion_.warn("math-malformed", element.position(), "<" + element.name + "> " + std::move(what), element.name);
  }

  void mend(Element& element) {
    if (element.name == "mtable") wrapChildren(element, "mtr");
    if (element.name == "mtr") wrapChildren(element, "mtd");
    if (element.name == "mmultiscripts") mendScripts(element);
    if (element.name == "semantics" && element.children().empty()) element.name = "mrow";
    const bool isStray = (element.name == "mtr" && element.parent()->name != "mtable") || (element.name == "mtd" && element.parent()->name != "mtr");
    if (isStray) {
      report(element, "stands outside its table");
      element.name = "mrow";
      element.attributes.clear();
    }
    const auto arity = std::ranges::find(kArities, element.name, &Arity::name);
    if (arity != kArities.end()) mendArity(element, arity->parts);
  }

  void mendArity(Element& element, std::size_t parts) {
    if (element.children().size() == parts) return;
    report(element, fmt::format("needs {} parts; it has {}", parts, element.children().size()));
    while (element.children().size() < parts) element.appendElement(Namespace::MathMl, "mrow", element.position());
    if (element.children().size() == parts) return;
    Element& rest = element.appendElement(Namespace::MathMl, "mrow", element.position());
    while (element.children().size() > parts) rest.append(element.remove(parts - 1));
  }

  /// A base, and pairs of scripts behind it and, after mprescripts, before it.
  void mendScripts(Element& element) {
    std::size_t count = 0;
    bool isComplete = true, isBefore = false;
    for (std::size_t i = 0; i <= element.children().size(); ++i) {
      const bool isEnd = i == element.children().size();
      const bool isMiddle = !isEnd && dom::asElement(*element.children()[i])->name == "mprescripts";
      if (!isEnd && !isMiddle) {
        ++count;
        continue;
      }
      if (isMiddle && isBefore) {  // a second one
        element.remove(i--);
        continue;
      }
      const bool needsBase = !isBefore && count == 0, needsScript = isBefore ? count % 2 == 1 : count > 0 && count % 2 == 0;
      if (needsBase || needsScript) {
        element.insert(i++, std::make_unique<Element>(Namespace::MathMl, needsBase ? "mrow" : "none", element.position()));
        isComplete = false;
      }
      isBefore = true;
      count = 0;
    }
    if (!isComplete) report(element, "needs a base and pairs of scripts");
  }

  /// Children that are no `name` come into one, which for rows holds a cell.
  void wrapChildren(Element& element, const char* name) {
    for (std::size_t i = 0; i < element.children().size(); ++i) {
      if (dom::asElement(*element.children()[i])->name == name) continue;
      auto around = std::make_unique<Element>(Namespace::MathMl, name, element.position());
      Element& cell = std::string_view(name) == "mtr" ? around->appendElement(Namespace::MathMl, "mtd", element.position()) : *around;
      cell.append(element.remove(i));
      element.insert(i, std::move(around));
      report(element, "holds only <" + std::string(name) + ">");
    }
  }

  Conversion& conversion_;
};

}  // namespace

void copyMathAttributes(const Element& source, Element& into, Conversion& conversion) {
  MathCopier(conversion).copyAttributes(source, into);
}

void copyMath(const Element& source, Element& into, Conversion& conversion) {
  MathCopier(conversion).copyChildren(source, into);
  layOnOneLine(into);
}

}  // namespace octavo::vocabulary
