// css: what @page rules say of one page. CSS Paged Media Module Level 3.
#include <algorithm>

#include "css/cascade_private.h"

namespace octavo::css {
namespace {

constexpr PhysicalSize kA4{210_mm, 297_mm};

/// The initial alignment of each margin box: CSS Paged Media 3, section 5.3.2.
struct MarginBoxAlignment {
  TextAlign inLine;
  BaselineShift across;
};
MarginBoxAlignment alignmentOf(MarginBox box) {
  switch (box) {
    case MarginBox::TopLeftCorner:
    case MarginBox::TopRight:
    case MarginBox::BottomLeftCorner:
    case MarginBox::BottomRight:
      return {TextAlign::Right, BaselineShift::Middle};
    case MarginBox::TopRightCorner:
    case MarginBox::TopLeft:
    case MarginBox::BottomRightCorner:
    case MarginBox::BottomLeft:
      return {TextAlign::Left, BaselineShift::Middle};
    case MarginBox::TopCenter:
    case MarginBox::BottomCenter:
    case MarginBox::LeftMiddle:
    case MarginBox::RightMiddle:
      return {TextAlign::Center, BaselineShift::Middle};
    case MarginBox::LeftTop:
    case MarginBox::RightTop:
      return {TextAlign::Center, BaselineShift::Top};
    case MarginBox::LeftBottom:
    case MarginBox::RightBottom:
      return {TextAlign::Center, BaselineShift::Bottom};
  }
  return {TextAlign::Center, BaselineShift::Middle};
}

Declaration keywordDeclaration(std::string_view property, std::string_view word) {
  ComponentValue part;
  part.token.type = TokenType::Ident;
  part.token.text = std::string(word);
  Declaration declaration;
  declaration.property = *findProperty(property);
  declaration.value = std::make_shared<const Value>(Values{std::move(part)});
  return declaration;
}

/// The rules for this page by rising precedence: origin, specificity, order.
std::vector<PlacedPageRule> rulesFor(const PageSelector& page, const std::vector<PlacedPageRule>& all) {
  struct Match {
    PlacedPageRule placed;
    Specificity weight = 0;
  };
  std::vector<Match> matches;
  for (const PlacedPageRule& placed : all) {
    std::optional<Specificity> best;
    for (const PageRuleSelector& selector : placed.rule->selectors) {
      if (selector.matches(page)) best = std::max(best.value_or(0), selector.weight());
    }
    if (best) matches.push_back({placed, *best});
  }
  std::ranges::stable_sort(matches, {},
                           [](const Match& match) { return std::pair(match.placed.origin, match.weight); });
  std::vector<PlacedPageRule> rules;
  for (const Match& match : matches) rules.push_back(match.placed);
  return rules;
}

/// `pick` gives the declarations of a rule that belong to the thing asked for.
template <class Pick>
std::vector<const Declaration*> ordered(const std::vector<PlacedPageRule>& rules, Pick pick) {
  std::vector<const Declaration*> result;
  const auto add = [&](const PlacedPageRule& placed, bool isImportant) {
    pick(*placed.rule, [&](const Declarations& declarations) {
      for (const Declaration& declaration : declarations) {
        if (declaration.isImportant == isImportant) result.push_back(&declaration);
      }
    });
  };
  for (const PlacedPageRule& placed : rules) add(placed, false);
  for (const int origin : {1, 0}) {
    for (const PlacedPageRule& placed : rules) {
      if (placed.origin == origin) add(placed, true);
    }
  }
  return result;
}

PhysicalSize sizeFor(const std::vector<PlacedPageRule>& rules) {
  const PageSize* chosen = nullptr;
  for (const PlacedPageRule& placed : rules) {
    const PageSize* size = placed.rule->size ? &*placed.rule->size : nullptr;
    if (size && (!chosen || !chosen->isImportant || size->isImportant)) chosen = size;
  }
  if (!chosen) return kA4;
  PhysicalSize size = chosen->size.value_or(kA4);
  const bool isTurned = chosen->isLandscape && *chosen->isLandscape != (size.width > size.height);
  if (isTurned) std::swap(size.width, size.height);
  return size;
}

Length resolved(const LengthPercentageAuto& value, Length whole) {
  if (const Length* length = std::get_if<Length>(&value)) return *length;
  const Percentage* share = std::get_if<Percentage>(&value);
  return share ? whole.scaled(share->ratio) : Length{};
}

/// The margins as on paper again: the way back from what toLogical in the cascade did.
PhysicalEdges<Length> marginsOf(const ComputedStyle& style, PhysicalSize size) {
  const auto side = [&](PhysicalSide each, Length whole) {
    constexpr std::array kNames{"margin-top", "margin-right", "margin-bottom", "margin-left"};
    const PropertyId physical = *findProperty(kNames[static_cast<std::size_t>(each)]);
    const std::string_view logical =
        properties()[toLogical(physical, style.writingMode, style.direction)].name;
    if (logical == "margin-block-start") return resolved(style.margin.blockStart, whole);
    if (logical == "margin-block-end") return resolved(style.margin.blockEnd, whole);
    if (logical == "margin-inline-start") return resolved(style.margin.inlineStart, whole);
    return resolved(style.margin.inlineEnd, whole);
  };
  return {side(PhysicalSide::Top, size.height), side(PhysicalSide::Right, size.width),
          side(PhysicalSide::Bottom, size.height), side(PhysicalSide::Left, size.width)};
}

StylePtr marginBoxStyle(MarginBox box, const std::vector<PlacedPageRule>& rules, const ComputedStyle& page,
                        Diagnostics& diagnostics) {
  const auto declarations = ordered(rules, [box](const PageRule& rule, const auto& add) {
    for (const auto& [name, each] : rule.marginBoxes) {
      if (name == box) add(each);
    }
  });
  if (declarations.empty()) return nullptr;
  const MarginBoxAlignment alignment = alignmentOf(box);
  const std::array defaults{
      keywordDeclaration("display", "block"),
      keywordDeclaration("text-align", alignment.inLine == TextAlign::Left    ? "left"
                                       : alignment.inLine == TextAlign::Right ? "right"
                                                                              : "center"),
      keywordDeclaration("vertical-align", alignment.across == BaselineShift::Top      ? "top"
                                           : alignment.across == BaselineShift::Bottom ? "bottom"
                                                                                       : "middle")};
  std::vector<const Declaration*> all;
  for (const Declaration& each : defaults) all.push_back(&each);
  all.insert(all.end(), declarations.begin(), declarations.end());
  auto style =
      std::make_shared<const ComputedStyle>(computeStyle({all, &page, page.language, {}}, diagnostics));
  return style->content.isNormal || style->content.isNone ? nullptr : style;
}

}  // namespace

PageStyle Cascade::pageStyle(const PageSelector& selector) const {
  const std::string& language = selector.language.empty() ? rules_->options.language : selector.language;
  const std::vector<PlacedPageRule> rules = rulesFor(selector, rules_->pageRules);
  Diagnostics& diagnostics = rules_->diagnostics;
  const StylePtr root = rules_->around(language).htmlStyle;
  const auto own = ordered(rules, [](const PageRule& rule, const auto& add) { add(rule.declarations); });

  PageStyle result;
  result.size = rules_->options.trim.value_or(sizeFor(rules));
  ComputedStyle page = computeStyle({own, root.get(), language, {}, rules_->options.setsVertical}, diagnostics);
  result.margin = marginsOf(page, result.size);
  page.margin = ComputedStyle{}.margin;  // given above; nobody should add it twice
  page.display = Display::Block;
  result.counterReset = page.counterReset;
  result.counterIncrement = page.counterIncrement;
  for (std::size_t box = 0; box < kMarginBoxCount; ++box) {
    result.marginBoxes[box] = marginBoxStyle(static_cast<MarginBox>(box), rules, page, diagnostics);
  }
  const auto note = ordered(rules, [](const PageRule& rule, const auto& add) { add(rule.footnoteArea); });
  ComputedStyle area = computeStyle({note, &page, language, {}}, diagnostics);
  area.display = Display::Block;
  result.footnoteArea = std::make_shared<const ComputedStyle>(std::move(area));
  result.style = std::make_shared<const ComputedStyle>(std::move(page));
  return result;
}

}  // namespace octavo::css
