// css: what a Cascade keeps: the rules in order, the finished styles by what made them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "css/cascade.h"
#include "css/compute_style.h"
#include "css/rule_index.h"

namespace octavo::css {

/// The html and body that a chapter in this language will have around it.
struct Surroundings {
  std::unique_ptr<dom::Element> html;
  std::unique_ptr<MatchContext> context;
  StylePtr htmlStyle, bodyStyle;
};

struct PlacedPageRule {
  const PageRule* rule = nullptr;
  std::uint8_t origin = 0;
};

struct Cascade::Rules {
  std::vector<StylesheetPtr> sheets;
  Options options;
  Diagnostics& diagnostics;
  RuleIndex index;
  std::vector<PlacedPageRule> pageRules;
  std::vector<FontFaceRule> fontFaces;

  /// Everything a style is made from. Equal keys share one style, which is what makes a long book cheap.
  struct Key {
    StylePtr parent;  // kept alive, so that its address stays its own
    std::vector<std::uint32_t> matches;
    const Declarations* inlineDeclarations = nullptr;
    const Declarations* hints = nullptr;  // what attributes say of the size of a picture
    std::string language;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };
  std::unordered_map<Key, StylePtr, KeyHash> styles;
  std::map<std::string, Surroundings, std::less<>> surroundings;  // by language
  std::unordered_map<std::string, std::unique_ptr<Declarations>>
      inlineDeclarations;  // by the style attribute's text

  Rules(std::vector<StylesheetPtr> sheetList, Options chosen, Diagnostics& reported);
  void addRules(const std::vector<Rule>& rules, std::uint8_t origin);

  const Surroundings& around(std::string_view language);
  const Surroundings& around(const dom::Element& element);
  /// Computes, or finds what was computed before.
  StylePtr styleFrom(Key key, const dom::Element& element);
  StylePtr elementStyle(const dom::Element& element, const StylePtr& parent, const MatchContext& context);
  const Declarations* inlineOf(const dom::Element& element);
  const Declarations* hintsOf(const dom::Element& element);
  const Declarations* declarationsOf(const std::string& text, const dom::Element& element);
};

}  // namespace octavo::css
