// css: component values → selectors.
#include <algorithm>
#include <array>

#include "css/program_words.h"
#include "css/selector.h"

namespace octavo::css {
namespace {

struct PseudoClassRow {
  std::string_view name;
  SimpleKind kind;
};
constexpr std::array kPseudoClasses{
    PseudoClassRow{"first-child", SimpleKind::FirstChild},
    PseudoClassRow{"last-child", SimpleKind::LastChild},
    PseudoClassRow{"only-child", SimpleKind::OnlyChild},
    PseudoClassRow{"first-of-type", SimpleKind::FirstOfType},
    PseudoClassRow{"last-of-type", SimpleKind::LastOfType},
    PseudoClassRow{"only-of-type", SimpleKind::OnlyOfType},
    PseudoClassRow{"root", SimpleKind::Root},
    PseudoClassRow{"empty", SimpleKind::Empty},
    PseudoClassRow{"link", SimpleKind::Link},
    PseudoClassRow{"any-link", SimpleKind::Link},
    PseudoClassRow{"hover", SimpleKind::Never},
    PseudoClassRow{"focus", SimpleKind::Never},
    PseudoClassRow{"focus-within", SimpleKind::Never},
    PseudoClassRow{"focus-visible", SimpleKind::Never},
    PseudoClassRow{"active", SimpleKind::Never},
    PseudoClassRow{"visited", SimpleKind::Never},
    PseudoClassRow{"target", SimpleKind::Never},
    PseudoClassRow{"-octavo-single-character", SimpleKind::SingleCharacter},
};
constexpr std::array kNthFunctions{
    PseudoClassRow{"nth-child", SimpleKind::NthChild},
    PseudoClassRow{"nth-last-child", SimpleKind::NthLastChild},
    PseudoClassRow{"nth-of-type", SimpleKind::NthOfType},
    PseudoClassRow{"nth-last-of-type", SimpleKind::NthLastOfType},
};
constexpr std::array kListFunctions{
    PseudoClassRow{"not", SimpleKind::Not},
    PseudoClassRow{"is", SimpleKind::Is},
    PseudoClassRow{"where", SimpleKind::Where},
};

struct PseudoElementRow {
  std::string_view name;
  PseudoElement pseudo;
};
constexpr std::array kPseudoElements{
    PseudoElementRow{"before", PseudoElement::Before},
    PseudoElementRow{"after", PseudoElement::After},
    PseudoElementRow{"marker", PseudoElement::Marker},
    PseudoElementRow{"first-letter", PseudoElement::FirstLetter},
    PseudoElementRow{"footnote-call", PseudoElement::FootnoteCall},
    PseudoElementRow{"footnote-marker", PseudoElement::FootnoteMarker},
};

template <class Table>
const typename Table::value_type* findByName(const Table& table, std::string_view name) {
  const auto found =
      std::ranges::find_if(table, [&](const auto& row) { return equalsIgnoringCase(row.name, name); });
  return found == table.end() ? nullptr : &*found;
}

class SelectorParser {
 public:
  SelectorParser(ValueSpan values, const NamespacePrefixes& prefixes, bool seesPages)
      : values_(values), prefixes_(prefixes), seesPages_(seesPages) {}

  /// One complex selector; `problem()` says what is wrong with it.
  Selector run() {
    Selector selector;
    if (values_.empty()) fail(0, "a selector is missing here");
    Combinator combinator = Combinator::None;
    while (at_ < values_.size() && !problem_) {
      CompoundSelector compound = takeCompound(selector);
      compound.toPrevious = combinator;
      const bool isOnlyPseudo = compound.parts.empty() && hasPseudo(selector);
      if (compound.parts.empty() && !isOnlyPseudo && !problem_) failHere("a selector is missing here");
      selector.compounds.push_back(std::move(compound));
      if (at_ == values_.size() || problem_) break;
      if (hasPseudo(selector)) failHere("nothing may follow a pseudo-element");
      combinator = takeCombinator();
      if (at_ == values_.size()) fail(values_.back().token.begin, "a selector cannot end with a combinator");
    }
    selector.weight = weightOf(selector);
    return selector;
  }

  const std::optional<SelectorProblem>& problem() const { return problem_; }

 private:
  static bool hasPseudo(const Selector& selector) {
    return selector.pseudo != PseudoElement::None || selector.hasOtherPseudoElement;
  }

  void fail(std::uint32_t offset, std::string message, bool isUnsupported = false) {
    if (!problem_) problem_ = SelectorProblem{offset, std::move(message), isUnsupported};
  }
  void failHere(std::string message) {
    fail(values_[std::min(at_, values_.size() - 1)].token.begin, std::move(message));
  }

  const ComponentValue* peek(std::size_t ahead = 0) const {
    return at_ + ahead < values_.size() ? &values_[at_ + ahead] : nullptr;
  }

  Combinator takeCombinator() {
    Combinator combinator = Combinator::None;
    while (const ComponentValue* value = peek()) {
      Combinator written = Combinator::None;
      if (value->is(TokenType::WhiteSpace)) {
        if (combinator == Combinator::None) combinator = Combinator::Descendant;
      } else if (value->isDelim('>')) {
        written = Combinator::Child;
      } else if (value->isDelim('+')) {
        written = Combinator::Next;
      } else if (value->isDelim('~')) {
        written = Combinator::Subsequent;
      } else {
        break;
      }
      if (written != Combinator::None) {
        if (combinator != Combinator::None && combinator != Combinator::Descendant)
          failHere("two combinators in a row");
        combinator = written;
      }
      ++at_;
    }
    if (combinator == Combinator::None && at_ < values_.size()) failHere("this cannot stand in a selector");
    return combinator;
  }

  CompoundSelector takeCompound(Selector& selector) {
    CompoundSelector compound;
    takeType(compound);
    while (const ComponentValue* value = peek()) {
      if (problem_) break;
      if (value->is(TokenType::Hash)) {
        if (!value->token.isId) failHere("an id cannot begin with a digit");
        add(compound, SimpleKind::Id, value->token.text, "#" + identifierToCss(value->token.text));
        ++at_;
      } else if (value->isDelim('.') && peek(1) && peek(1)->is(TokenType::Ident)) {
        const std::string& name = peek(1)->token.text;
        const bool isEither = seesPages_ && isProgramWord(name);
        if (isEither) compound.parts.push_back(classOfPagesToo(name));
        if (!isEither) add(compound, SimpleKind::Class, name, "." + identifierToCss(name));
        at_ += 2;
      } else if (value->is(TokenType::OpenSquare)) {
        takeAttribute(*value, compound);
        ++at_;
      } else if (value->is(TokenType::Colon)) {
        takePseudo(compound, selector);
        if (hasPseudo(selector)) break;
      } else {
        break;
      }
    }
    return compound;
  }

  static SimpleSelector& add(CompoundSelector& compound, SimpleKind kind, std::string name, std::string css) {
    SimpleSelector& simple = compound.parts.emplace_back();
    simple.kind = kind;
    simple.name = std::move(name);
    simple.css = std::move(css);
    return simple;
  }

  /// `name`, `*`, `prefix|name`, `*|name`, `|name`: the namespace is not looked at.
  void takeType(CompoundSelector& compound) {
    const auto isName = [](const ComponentValue* value) {
      return value && (value->is(TokenType::Ident) || value->isDelim('*'));
    };
    const std::size_t begin = at_;
    if (isName(peek()) && peek(1) && peek(1)->isDelim('|') && isName(peek(2))) {
      at_ += 2;
    } else if (peek() && peek()->isDelim('|') && isName(peek(1))) {
      ++at_;
    }
    if (!isName(peek())) return;
    const Token& token = peek()->token;
    ++at_;
    std::string css = toCss(values_.subspan(begin, at_ - begin));
    if (token.type == TokenType::Ident) {
      add(compound, SimpleKind::Type, token.text, std::move(css));
    } else {
      add(compound, SimpleKind::Universal, {}, std::move(css));
    }
  }

  void takeAttribute(const ComponentValue& block, CompoundSelector& compound) {
    Values inside;
    for (const ComponentValue& value : block.children) {
      if (!value.is(TokenType::WhiteSpace)) inside.push_back(value);
    }
    SimpleSelector& simple = add(compound, SimpleKind::Attribute, {}, toCss(block));
    const std::size_t afterName = takeAttributeName(inside, simple);
    if (afterName == 0) return fail(block.token.begin, "an attribute's name is missing");
    if (afterName == inside.size()) return;
    std::size_t at = takeAttributeOperator(inside, afterName, simple);
    if (at == afterName) return fail(block.token.begin, "unknown operator in an attribute selector");
    if (at == inside.size() || !(inside[at].is(TokenType::Ident) || inside[at].is(TokenType::String))) {
      return fail(block.token.begin, "an attribute's value must be a name or a string");
    }
    simple.value = inside[at].token.text;
    ++at;
    if (at == inside.size()) return;
    if (at + 1 < inside.size() || !(inside[at].isKeyword("i") || inside[at].isKeyword("s"))) {
      return fail(block.token.begin, "only i or s may follow an attribute's value");
    }
    simple.ignoresCase = inside[at].isKeyword("i");
  }

  /// The place after the name; 0 when there is none.
  std::size_t takeAttributeName(const Values& inside, SimpleSelector& simple) const {
    const auto isIdent = [&](std::size_t i) { return i < inside.size() && inside[i].is(TokenType::Ident); };
    const auto isBar = [&](std::size_t i) { return i < inside.size() && inside[i].isDelim('|'); };
    if (isIdent(0) && isBar(1) && isIdent(2)) {
      const std::string& prefix = inside[0].token.text;
      const auto known = prefixes_.find(prefix);
      simple.name = (known == prefixes_.end() ? prefix : known->second) + ":" + inside[2].token.text;
      return 3;
    }
    if (!inside.empty() && inside[0].isDelim('*') && isBar(1) && isIdent(2)) {
      simple.name = "*:" + inside[2].token.text;
      return 3;
    }
    if (isBar(0) && isIdent(1)) {
      simple.name = inside[1].token.text;
      return 2;
    }
    if (!isIdent(0)) return 0;
    simple.name = inside[0].token.text;
    return 1;
  }

  static std::size_t takeAttributeOperator(const Values& inside, std::size_t at, SimpleSelector& simple) {
    if (inside[at].isDelim('=')) {
      simple.attributeOperator = AttributeOperator::Equals;
      return at + 1;
    }
    if (at + 1 >= inside.size() || !inside[at + 1].isDelim('=')) return at;
    constexpr std::array kOperators{
        std::pair{'~', AttributeOperator::HasWord},    std::pair{'|', AttributeOperator::DashMatch},
        std::pair{'^', AttributeOperator::StartsWith}, std::pair{'$', AttributeOperator::EndsWith},
        std::pair{'*', AttributeOperator::Contains},
    };
    for (const auto& [sign, attributeOperator] : kOperators) {
      if (!inside[at].isDelim(sign)) continue;
      simple.attributeOperator = attributeOperator;
      return at + 2;
    }
    return at;
  }

  void takePseudo(CompoundSelector& compound, Selector& selector) {
    const bool isDouble = peek(1) && peek(1)->is(TokenType::Colon);
    const std::size_t nameAt = at_ + (isDouble ? 2 : 1);
    if (nameAt >= values_.size()) return failHere("a name must follow ':'");
    const ComponentValue& name = values_[nameAt];
    if (!name.is(TokenType::Ident) && !name.is(TokenType::Function))
      return failHere("a name must follow ':'");
    at_ = nameAt + 1;
    const bool isOld = name.isKeyword("before") || name.isKeyword("after") ||
                       name.isKeyword("first-letter") || name.isKeyword("first-line");
    if (isDouble || isOld) {
      takePseudoElement(name, selector);
    } else if (name.is(TokenType::Function)) {
      takeFunction(name, compound);
    } else if (const PseudoClassRow* row = findByName(kPseudoClasses, name.token.text)) {
      add(compound, row->kind, name.token.text, ":" + identifierToCss(name.token.text));
    } else {
      fail(name.token.begin, "':" + name.token.text + "' is not supported", true);
    }
  }

  static void takePseudoElement(const ComponentValue& name, Selector& selector) {
    selector.pseudoCss = "::" + toCss(name);
    const PseudoElementRow* row =
        name.is(TokenType::Ident) ? findByName(kPseudoElements, name.token.text) : nullptr;
    if (row) {
      selector.pseudo = row->pseudo;
    } else {
      selector.hasOtherPseudoElement = true;
    }
  }

  void takeFunction(const ComponentValue& function, CompoundSelector& compound) {
    const std::string& name = function.token.text;
    if (const PseudoClassRow* nth = findByName(kNthFunctions, name)) {
      const auto formula = parseNth(toCss(ValueSpan(function.children)));
      if (!formula) return fail(function.token.begin, "':" + name + "()' takes a formula such as 2n+1");
      SimpleSelector& simple = add(compound, nth->kind, name, ":" + toCss(function));
      simple.step = formula->first;
      simple.offset = formula->second;
    } else if (const PseudoClassRow* list = findByName(kListFunctions, name)) {
      takeAlternatives(function, list->kind, compound);
    } else if (equalsIgnoringCase(name, "lang")) {
      takeLanguages(function, compound);
    } else {
      fail(function.token.begin, "':" + name + "()' is not supported", true);
    }
  }

  void takeAlternatives(const ComponentValue& function, SimpleKind kind, CompoundSelector& compound) {
    auto alternatives = std::make_shared<std::vector<Selector>>();
    for (const ValueSpan part : splitAtCommas(function.children)) {
      SelectorParser parser(part, prefixes_, seesPages_);
      Selector selector = parser.run();
      std::optional<SelectorProblem> problem = parser.problem();
      if (!problem && hasPseudo(selector)) {
        problem = SelectorProblem{function.token.begin,
                                  "pseudo-elements cannot stand inside :is(), :where(), :not()"};
      }
      if (!problem) {
        auto plain = seesPages_ ? withoutLists(selector) : std::nullopt;
        if (!plain) plain = std::vector<Selector>{std::move(selector)};
        alternatives->insert(alternatives->end(), plain->begin(), plain->end());
      } else if (kind == SimpleKind::Not) {
        return fail(problem->offset, problem->message, problem->isUnsupported);
      }
      // :is() and :where() forgive: a bad alternative matches nothing (Selectors 4, section 4.2).
    }
    add(compound, kind, function.token.text, ":" + toCss(function)).alternatives = std::move(alternatives);
  }

  void takeLanguages(const ComponentValue& function, CompoundSelector& compound) {
    std::vector<std::string> languages;
    for (const ValueSpan part : splitAtCommas(function.children)) {
      const bool isOne = part.size() == 1 && (part[0].is(TokenType::Ident) || part[0].is(TokenType::String));
      if (isOne) languages.push_back(part[0].token.text);
    }
    if (languages.empty()) return fail(function.token.begin, "':lang()' takes language tags such as zh-Hant");
    add(compound, SimpleKind::Language, {}, ":" + toCss(function)).languages = std::move(languages);
  }

  static Specificity weightOf(const Selector& selector) {
    Specificity weight = selector.pseudoCss.empty() ? 0 : specificity(0, 0, 1);
    for (const CompoundSelector& compound : selector.compounds) {
      for (const SimpleSelector& simple : compound.parts) weight += weightOf(simple);
    }
    return weight;
  }

  static Specificity weightOf(const SimpleSelector& simple) {
    switch (simple.kind) {
      case SimpleKind::Universal:
      case SimpleKind::Where:
        return 0;
      case SimpleKind::Type:
        return specificity(0, 0, 1);
      case SimpleKind::Id:
        return specificity(1, 0, 0);
      case SimpleKind::Not:
      case SimpleKind::Is: {
        Specificity most = 0;
        for (const Selector& alternative : *simple.alternatives) most = std::max(most, alternative.weight);
        return most;
      }
      default:
        return specificity(0, 1, 0);  // classes, attributes and all other pseudo-classes weigh the same
    }
  }

  ValueSpan values_;
  const NamespacePrefixes& prefixes_;
  bool seesPages_;
  std::size_t at_ = 0;
  std::optional<SelectorProblem> problem_;
};

}  // namespace

ParsedSelectors parseSelectors(ValueSpan prelude, const NamespacePrefixes& prefixes, bool seesPages) {
  ParsedSelectors parsed;
  for (const ValueSpan part : splitAtCommas(prelude)) {
    SelectorParser parser(part, prefixes, seesPages);
    parsed.selectors.push_back(parser.run());
    if (!parser.problem()) continue;
    parsed.problem = parser.problem();
    if (parsed.problem->offset == 0 && !prelude.empty()) parsed.problem->offset = prelude.front().token.begin;
    return parsed;
  }
  return parsed;
}

}  // namespace octavo::css
