#include <algorithm>

#include "css/cascade_private.h"

namespace octavo::css {
namespace {

bool isHtmlOrBody(const dom::Element& element) { return element.name == "html" || element.name == "body"; }

/// Normal declarations by rising precedence, then the important ones, whose origins count the other way
/// round: CSS Cascade 4, section 6.1.
std::vector<const Declaration*> inCascadeOrder(const RuleIndex& index,
                                               const std::vector<std::uint32_t>& matches,
                                               const Declarations* hints,
                                               const Declarations* inlineDeclarations) {
  std::vector<const Declaration*> ordered;
  const auto add = [&](const Declarations& declarations, bool isImportant) {
    for (const Declaration& declaration : declarations) {
      if (declaration.isImportant == isImportant) ordered.push_back(&declaration);
    }
  };
  const auto addNormal = [&](bool isDefault) {
    for (const std::uint32_t place : matches) {
      if ((index[place].origin == 0) == isDefault) add(*index[place].declarations, false);
    }
  };
  addNormal(true);
  if (hints) add(*hints, false);
  addNormal(false);
  if (inlineDeclarations) add(*inlineDeclarations, false);
  for (const int origin : {1, 0}) {
    for (const std::uint32_t place : matches) {
      if (index[place].origin == origin) add(*index[place].declarations, true);
    }
    if (origin == 1 && inlineDeclarations) add(*inlineDeclarations, true);
  }
  return ordered;
}

/// Width and height of a picture as its source has them, in pixels: HTML, section 15.4.3. Any rule of a sheet overrides
/// them.
std::string sizeHints(const dom::Element& element) {
  std::string hints;
  const bool isSized = element.namespaceName == dom::Namespace::Xhtml &&
                       (element.name == "img" || element.name == "object" || element.name == "video");
  if (!isSized) return hints;
  for (const char* name : {"width", "height"}) {
    const std::string_view value = element.attributeOr(name);
    const bool isNumber = !value.empty() && value.size() < 6 && value.find_first_not_of("0123456789") == value.npos;
    if (isNumber && value.find_first_not_of('0') != value.npos) hints += std::string(name) + ": " + std::string(value) + "px; ";
  }
  return hints;
}

std::string ownLanguage(const dom::Element& element, const StylePtr& parent) {
  if (const std::string* language = element.attribute("xml:lang")) return *language;
  if (const std::string* language = element.attribute("lang")) return *language;
  return parent ? parent->language : std::string(dom::languageOf(element));
}

}  // namespace

Cascade::Rules::Rules(std::vector<StylesheetPtr> sheetList, Options chosen, Diagnostics& reported)
    : sheets(std::move(sheetList)), options(std::move(chosen)), diagnostics(reported) {
  for (std::size_t i = 0; i < sheets.size(); ++i) addRules(sheets[i]->rules, i == 0 ? 0 : 1);
}

void Cascade::Rules::addRules(const std::vector<Rule>& rules, std::uint8_t origin) {
  for (const Rule& rule : rules) {
    if (const auto* style = std::get_if<StyleRule>(&rule.content)) {
      for (const Selector& selector : style->selectors) index.add({&selector, &style->declarations, origin});
    } else if (const auto* group = std::get_if<GroupRule>(&rule.content)) {
      if (group->holds && group->media.match(options.medium)) addRules(group->rules, origin);
    } else if (const auto* import = std::get_if<ImportRule>(&rule.content)) {
      if (import->media.match(options.medium)) addRules(import->sheet->rules, origin);
    } else if (const auto* page = std::get_if<PageRule>(&rule.content)) {
      pageRules.push_back({page, origin});
    } else if (const auto* face = std::get_if<FontFaceBlock>(&rule.content)) {
      fontFaces.push_back(face->face);
    }
  }
}

std::size_t Cascade::Rules::KeyHash::operator()(const Key& key) const {
  std::size_t hash = std::hash<const void*>{}(key.parent.get());
  const auto mix = [&](std::size_t value) { hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL + (hash >> 29); };
  for (const std::uint32_t match : key.matches) mix(match);
  mix(std::hash<const void*>{}(key.inlineDeclarations));
  mix(std::hash<const void*>{}(key.hints));
  mix(std::hash<std::string>{}(key.language));
  return hash;
}

const Surroundings& Cascade::Rules::around(std::string_view language) {
  const auto known = surroundings.find(language);
  if (known != surroundings.end()) return known->second;
  Surroundings& made = surroundings[std::string(language)];
  made.html = std::make_unique<dom::Element>(dom::Namespace::Xhtml, "html", SourcePosition{});
  if (!language.empty()) {
    made.html->setAttribute("lang", std::string(language));
    made.html->setAttribute("xml:lang", std::string(language));
  }
  const dom::Element& body = made.html->appendElement(dom::Namespace::Xhtml, "body", SourcePosition{});
  made.context = std::make_unique<MatchContext>(&body, language);
  made.htmlStyle = elementStyle(*made.html, nullptr, *made.context);
  made.bodyStyle = elementStyle(body, made.htmlStyle, *made.context);
  return made;
}

const Surroundings& Cascade::Rules::around(const dom::Element& element) {
  const dom::Element* root = &element;
  while (root->parent()) root = root->parent();
  return around(dom::languageOf(*root));
}

const Declarations* Cascade::Rules::inlineOf(const dom::Element& element) {
  const std::string* text = element.attribute("style");
  return text ? declarationsOf(*text, element) : nullptr;
}

const Declarations* Cascade::Rules::hintsOf(const dom::Element& element) {
  const std::string hints = sizeHints(element);
  return hints.empty() ? nullptr : declarationsOf(hints, element);
}

const Declarations* Cascade::Rules::declarationsOf(const std::string& text, const dom::Element& element) {
  auto& known = inlineDeclarations[text];
  if (!known) {
    known = std::make_unique<Declarations>();
    Reporter reporter(element.position(), diagnostics);
    const Values values = parseComponents(text, reporter);
    addDeclarations(parseDeclarations(values, reporter).declarations, reporter, *known);
  }
  return known.get();
}

StylePtr Cascade::Rules::styleFrom(Key key, const dom::Element& element) {
  const auto known = styles.find(key);
  if (known != styles.end()) return known->second;
  const auto ordered = inCascadeOrder(index, key.matches, key.hints, key.inlineDeclarations);
  const StyleInput input{ordered, key.parent.get(), key.language, element.position(), options.setsVertical};
  auto style = std::make_shared<const ComputedStyle>(computeStyle(input, diagnostics));
  return styles.emplace(std::move(key), std::move(style)).first->second;
}

StylePtr Cascade::Rules::elementStyle(const dom::Element& element, const StylePtr& parent,
                                      const MatchContext& context) {
  Key key;
  key.parent = parent;
  key.language = ownLanguage(element, parent);
  key.inlineDeclarations = inlineOf(element);
  key.hints = hintsOf(element);
  index.findMatches(element, PseudoElement::None, context, key.matches);
  return styleFrom(std::move(key), element);
}

Cascade::Cascade(std::vector<StylesheetPtr> sheets, Options options, Diagnostics& diagnostics)
    : rules_(std::make_unique<Rules>(std::move(sheets), std::move(options), diagnostics)) {}

Cascade::~Cascade() = default;

StylePtr Cascade::styleOf(const dom::Element& element, const StylePtr& parent) const {
  const Surroundings& surroundings = rules_->around(element);
  const bool isChapterRoot = !parent && !isHtmlOrBody(element);
  return rules_->elementStyle(element, isChapterRoot ? surroundings.bodyStyle : parent,
                              *surroundings.context);
}

StylePtr Cascade::styleOf(const dom::Element& element, PseudoElement pseudo, const StylePtr& own) const {
  const bool isAlwaysThere = pseudo == PseudoElement::Marker || pseudo == PseudoElement::FootnoteCall ||
                             pseudo == PseudoElement::FootnoteMarker;
  if (!isAlwaysThere && !rules_->index.hasRulesFor(pseudo)) return nullptr;
  Rules::Key key;
  key.parent = own;
  key.language = own->language;
  rules_->index.findMatches(element, pseudo, *rules_->around(element).context, key.matches);
  if (key.matches.empty() && !isAlwaysThere) return nullptr;
  StylePtr style = rules_->styleFrom(std::move(key), element);
  const bool isGenerated = pseudo == PseudoElement::Before || pseudo == PseudoElement::After;
  const bool isNothing = style->content.isNormal || style->content.isNone || style->display == Display::None;
  return isGenerated && isNothing ? nullptr : style;
}

StylePtr Cascade::anonymous(const StylePtr& parent, Display display) {
  auto style = std::make_shared<ComputedStyle>();
  if (parent) {
    static_cast<InheritedStyle&>(*style) = *parent;
    style->page = parent->page;
  }
  style->display = display;
  return style;
}

std::vector<FontFaceRule> Cascade::fontFaces() const { return rules_->fontFaces; }

}  // namespace octavo::css
