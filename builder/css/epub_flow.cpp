// css: inline and block sides as left, right, top, bottom, and newer names by older ones.
#include <algorithm>
#include <array>
#include <optional>

#include "css/epub_rewriting_private.h"

namespace octavo::css {
namespace {

enum class Side { BlockStart, BlockEnd, InlineStart, InlineEnd };

/// The side of the page, where all text of the flow agrees on it.
std::optional<std::string_view> physicalSide(Side side, const TextFlow& flow) {
  const bool isHorizontal = flow.writingMode == WritingMode::HorizontalTb;
  if (side == Side::BlockStart || side == Side::BlockEnd) {
    const bool isStart = side == Side::BlockStart;
    if (isHorizontal) return isStart ? "top" : "bottom";
    return isStart == (flow.writingMode == WritingMode::VerticalRl) ? "right" : "left";
  }
  if (flow.hasLeftToRight == flow.hasRightToLeft) return std::nullopt;
  const bool isFirst = (side == Side::InlineStart) == flow.hasLeftToRight;
  if (isHorizontal) return isFirst ? "left" : "right";
  return isFirst ? "top" : "bottom";
}

/// "margin-inline-start" → its side, and the name with a gap for another: "margin-", "".
struct FlowName {
  std::string before, after;
  bool isInline = false;
  std::optional<Side> side;  // none: both, start first
};

std::optional<FlowName> flowName(std::string_view name) {
  for (const std::string_view prefix : {"margin-", "padding-", "border-", "inset-", "scroll-margin-", "scroll-padding-"}) {
    if (!name.starts_with(prefix)) continue;
    std::string_view rest = name.substr(prefix.size());
    const bool isInline = rest.starts_with("inline");
    if (!isInline && !rest.starts_with("block")) continue;
    rest.remove_prefix(isInline ? 6 : 5);
    FlowName found{prefix == "inset-" ? std::string() : std::string(prefix), {}, isInline, {}};
    if (rest.starts_with("-start")) found.side = isInline ? Side::InlineStart : Side::BlockStart;
    if (rest.starts_with("-end")) found.side = isInline ? Side::InlineEnd : Side::BlockEnd;
    if (found.side) rest.remove_prefix(*found.side == Side::InlineStart || *found.side == Side::BlockStart ? 6 : 4);
    if (!rest.empty() && rest.front() != '-') return std::nullopt;
    found.after = rest;
    return found;
  }
  return std::nullopt;
}

std::optional<std::string> physicalMeasure(std::string_view name, const TextFlow& flow) {
  for (const std::string_view prefix : {"", "min-", "max-"}) {
    if (!name.starts_with(prefix)) continue;
    const std::string_view rest = name.substr(prefix.size());
    if (rest != "inline-size" && rest != "block-size") continue;
    const bool isWidth = (rest == "inline-size") == (flow.writingMode == WritingMode::HorizontalTb);
    return std::string(prefix) + (isWidth ? "width" : "height");
  }
  return std::nullopt;
}

/// The one or two values of a pair; the border of both sides is one value of several parts.
std::vector<Values> valuesOfPair(const EpubDeclaration& declaration, const FlowName& name) {
  const ValueSpan all = trimmed(declaration.value);
  const bool isBorder = name.before == "border-" && name.after.empty();
  std::vector<Values> parts;
  for (const ComponentValue& part : all) {
    if (part.is(TokenType::WhiteSpace)) continue;
    parts.push_back({part});
  }
  if (isBorder || parts.size() > 2 || parts.empty()) return {Values(all.begin(), all.end())};
  return parts;
}

/// False: the sides are not the same for all text, and the values differ.
bool addPhysical(const EpubDeclaration& declaration, const TextFlow& flow, EpubDeclarations& into) {
  const auto name = flowName(declaration.name);
  if (!name) {
    const auto measure = physicalMeasure(declaration.name, flow);
    if (measure) into.push_back({*measure, declaration.value, declaration.isImportant});
    return measure.has_value();
  }
  const auto nameOf = [&](std::string_view side) { return name->before + std::string(side) + name->after; };
  if (name->side) {
    const auto side = physicalSide(*name->side, flow);
    if (side) into.push_back({nameOf(*side), declaration.value, declaration.isImportant});
    return side.has_value();
  }
  const std::vector<Values> values = valuesOfPair(declaration, *name);
  auto start = physicalSide(name->isInline ? Side::InlineStart : Side::BlockStart, flow);
  auto end = physicalSide(name->isInline ? Side::InlineEnd : Side::BlockEnd, flow);
  if (!start && values.size() == 1) {
    const bool isHorizontal = flow.writingMode == WritingMode::HorizontalTb;
    start = isHorizontal ? "left" : "top";
    end = isHorizontal ? "right" : "bottom";
  }
  if (!start) return false;
  into.push_back({nameOf(*start), values.front(), declaration.isImportant});
  into.push_back({nameOf(*end), values.back(), declaration.isImportant});
  return true;
}

std::string_view keywordOf(const EpubDeclaration& declaration) {
  const ValueSpan value = trimmed(declaration.value);
  return value.size() == 1 && value[0].is(TokenType::Ident) ? std::string_view(value[0].token.text) : std::string_view();
}

/// The word of CSS 2.1 for one that counts from the line's start.
std::string_view olderSide(std::string_view keyword, const TextFlow& flow) {
  const bool isStart = keyword == "start" || keyword == "inline-start";
  if (!isStart && keyword != "end" && keyword != "inline-end") return {};
  const bool isLeftToRight = flow.hasLeftToRight || !flow.hasRightToLeft;
  return isStart == isLeftToRight ? "left" : "right";
}

struct OlderBreak {
  std::string_view keyword, older;
};
constexpr std::array kOlderBreaks{OlderBreak{"page", "always"},  OlderBreak{"always", "always"},
                                  OlderBreak{"recto", "always"}, OlderBreak{"verso", "always"},
                                  OlderBreak{"left", "always"},  OlderBreak{"right", "always"},
                                  OlderBreak{"avoid", "avoid"},  OlderBreak{"avoid-page", "avoid"},
                                  OlderBreak{"auto", "auto"}};

}  // namespace

void makePhysical(EpubDeclarations& declarations, const TextFlow& flow) {
  EpubDeclarations made;
  for (EpubDeclaration& each : declarations) {
    if (!addPhysical(each, flow, made)) made.push_back(std::move(each));
  }
  declarations = std::move(made);
}

EpubDeclarations olderForms(const EpubDeclaration& declaration, const TextFlow& flow) {
  const auto as = [&](std::string name, std::string_view value) {
    return EpubDeclarations{{std::move(name), valuesOf(value), declaration.isImportant}};
  };
  const std::string keyword = toLower(keywordOf(declaration));
  const std::string& name = declaration.name;
  if (name == "text-align" || name == "float" || name == "clear") {
    const std::string_view older = olderSide(keyword, flow);
    return older.empty() ? EpubDeclarations() : as(name, older);
  }
  if (name == "break-before" || name == "break-after" || name == "break-inside") {
    const auto older = std::ranges::find(kOlderBreaks, keyword, &OlderBreak::keyword);
    if (older != kOlderBreaks.end()) return as("page-" + name, older->older);
  }
  if (name == "overflow-wrap") return as("word-wrap", keyword == "anywhere" ? "break-word" : keyword);
  return {};
}

}  // namespace octavo::css
