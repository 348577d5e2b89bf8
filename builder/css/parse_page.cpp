// css: @page and @font-face. CSS Paged Media 3, CSS Generated Content for Paged Media, CSS Fonts 4.
#include <algorithm>
#include <array>

#include "base/paper_sizes.h"
#include "css/stylesheet.h"

namespace octavo::css {
namespace {

constexpr std::array<std::string_view, kMarginBoxCount> kMarginBoxNames{
    "top-left-corner",     "top-left",     "top-center",    "top-right",
    "top-right-corner",    "right-top",    "right-middle",  "right-bottom",
    "bottom-right-corner", "bottom-right", "bottom-center", "bottom-left",
    "bottom-left-corner",  "left-bottom",  "left-middle",   "left-top"};

UnitContext pageContext() {
  static const InheritedStyle kInitial;
  UnitContext context;
  context.parent = &kInitial;
  context.fontSize = context.rootFontSize = kInitial.fontSize;
  context.lineHeight = context.rootLineHeight = usedLineHeight(kInitial.lineHeight, kInitial.fontSize);
  return context;
}

std::optional<PageSize> parseSize(const Value& value) {
  PageSize size;
  std::vector<Length> lengths;
  for (const ComponentValue& part : value.parts()) {
    const auto named = part.is(TokenType::Ident) ? paperSize(part.token.text) : std::nullopt;
    if (part.isKeyword("auto") && value.size() == 1) return size;
    if ((part.isKeyword("landscape") || part.isKeyword("portrait")) && !size.isLandscape) {
      size.isLandscape = part.isKeyword("landscape");
    } else if (named && !size.size) {
      size.size = named;
    } else if (const auto length = toLength(part, pageContext());
               length && *length >= kSmallestPageSide && *length <= kLargestPageSide) {
      lengths.push_back(*length);
    } else {
      return std::nullopt;
    }
  }
  if (lengths.empty()) return size.size || size.isLandscape ? std::optional(size) : std::nullopt;
  if (lengths.size() > 2 || size.size || size.isLandscape) return std::nullopt;
  size.size = PhysicalSize{lengths.front(), lengths.back()};
  return size;
}

std::optional<PageRuleSelector> parseSelector(ValueSpan parts) {
  PageRuleSelector selector;
  std::size_t at = 0;
  if (!parts.empty() && parts[0].is(TokenType::Ident)) selector.name = parts[at++].token.text;
  for (; at < parts.size(); at += 2) {
    if (!parts[at].is(TokenType::Colon) || at + 1 == parts.size()) return std::nullopt;
    const ComponentValue& name = parts[at + 1];
    bool* flag = name.isKeyword("first")   ? &selector.first
                 : name.isKeyword("left")  ? &selector.left
                 : name.isKeyword("right") ? &selector.right
                 : name.isKeyword("blank") ? &selector.blank
                                           : nullptr;
    if (!flag) return std::nullopt;
    *flag = true;
  }
  return selector;
}

void takeSize(std::vector<RawDeclaration>& written, PageRule& page, Reporter& reporter) {
  for (const RawDeclaration& raw : written) {
    if (raw.name != "size") continue;
    auto size = parseSize(Value(raw.value));
    if (!size) {
      const std::string text = "size: " + toCss(ValueSpan(raw.value));
      reporter.warn(
          "css-unsupported-value", raw.offset, "'" + text + "' is not supported",
          "'size' takes: A3 … A6, B4 … B6, JIS-B4 … JIS-B6, letter, legal, ledger, one or two lengths of 3 to 14,400 pt, "
          "portrait, landscape",
          text);
      continue;
    }
    size->isImportant = raw.isImportant;
    if (!page.size || !page.size->isImportant || size->isImportant) page.size = size;
  }
  std::erase_if(written, [](const RawDeclaration& raw) { return raw.name == "size"; });
}

void addNested(const RawRule& rule, PageRule& page, Reporter& reporter) {
  const auto inside = parseDeclarations(rule.block, reporter);
  if (rule.keyword == "footnote") return addDeclarations(inside.declarations, reporter, page.footnoteArea);
  const auto name = std::ranges::find(kMarginBoxNames, rule.keyword);
  if (name == kMarginBoxNames.end()) {
    reporter.warn("css-unknown-at-rule", rule.offset, "unknown at-rule '@" + rule.keyword + "' in @page", {},
                  "@page @" + rule.keyword);
    return;
  }
  auto& box =
      page.marginBoxes.emplace_back(static_cast<MarginBox>(name - kMarginBoxNames.begin()), Declarations{});
  addDeclarations(inside.declarations, reporter, box.second);
}

FontStyle faceStyle(const Value& value) {
  const bool isItalic = value.keyword() == "italic";
  const bool isOblique = value.size() > 0 && value[0].isKeyword("oblique");
  return isItalic ? FontStyle::Italic : isOblique ? FontStyle::Oblique : FontStyle::Normal;
}

int faceWeight(const Value& value) {
  if (value.keyword() == "bold") return 700;
  const bool isNumber = value.size() > 0 && value[0].is(TokenType::Number);
  return isNumber ? static_cast<int>(std::clamp(value[0].token.number, 1.0, 1000.0)) : 400;
}

std::string addressOf(const ComponentValue& part) {
  if (part.is(TokenType::Url)) return part.token.text;
  const ValueSpan inside = trimmed(part.children);
  const bool isQuoted = part.isFunction("url") && !inside.empty() && inside[0].is(TokenType::String);
  return isQuoted ? inside[0].token.text : std::string();
}

void addSources(const Value& value, FontFaceRule& face) {
  for (const ValueSpan source : splitAtCommas(value.parts())) {
    if (source.empty()) continue;
    if (const std::string address = addressOf(source[0]); !address.empty()) face.urls.push_back(address);
    if (!source[0].isFunction("local")) continue;
    std::string name;
    for (const ComponentValue& word : trimmed(source[0].children)) {
      name += word.is(TokenType::WhiteSpace) ? " " : word.token.text;
    }
    if (!name.empty()) face.localNames.push_back(std::move(name));
  }
}

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// U+4E00, U+4E00-9FFF, U+4?? between commas. CSS Syntax 3, section 7: read from the text as written, since the
/// tokens of CSS cut it at odd places.
std::optional<std::vector<std::pair<char32_t, char32_t>>> unicodeRange(std::string_view written) {
  std::vector<std::pair<char32_t, char32_t>> ranges;
  while (!written.empty()) {
    const std::size_t comma = std::min(written.find(','), written.size());
    std::string_view part = written.substr(0, comma);
    written.remove_prefix(std::min(comma + 1, written.size()));
    while (!part.empty() && isBlank(part.front())) part.remove_prefix(1);
    while (!part.empty() && isBlank(part.back())) part.remove_suffix(1);
    if (part.size() < 3 || (part[0] != 'U' && part[0] != 'u') || part[1] != '+') return std::nullopt;
    part.remove_prefix(2);
    const std::size_t dash = part.find('-');
    std::string first(part.substr(0, dash)), last(dash == std::string_view::npos ? part : part.substr(dash + 1));
    if (dash == std::string_view::npos) {
      std::ranges::replace(first, '?', '0');
      std::ranges::replace(last, '?', 'F');
    }
    const auto isCode = [](const std::string& digits) {
      return !digits.empty() && digits.size() <= 6 && digits.find_first_not_of("0123456789abcdefABCDEF") == digits.npos;
    };
    if (!isCode(first) || !isCode(last)) return std::nullopt;
    const auto from = static_cast<char32_t>(std::stoul(first, nullptr, 16)), to = static_cast<char32_t>(std::stoul(last, nullptr, 16));
    if (from > to || to > 0x10FFFF) return std::nullopt;
    ranges.emplace_back(from, to);
  }
  return ranges.empty() ? std::nullopt : std::optional(ranges);
}

}  // namespace

bool PageRuleSelector::matches(const PageSelector& page) const {
  return (name.empty() || name == page.name) && (!first || page.isFirst) && (!left || page.isLeft) &&
         (!right || !page.isLeft) && (!blank || page.isBlank);
}

Specificity PageRuleSelector::weight() const {
  return specificity(name.empty() ? 0 : 1, (first ? 1U : 0U) + (blank ? 1U : 0U),
                     (left ? 1U : 0U) + (right ? 1U : 0U));
}

std::optional<PageRule> parsePageRule(const RawRule& rule, Reporter& reporter) {
  PageRule page;
  for (const ValueSpan part : splitAtCommas(rule.prelude)) {
    const auto selector = parseSelector(part);
    if (!selector) {
      reporter.warn("css-unsupported-selector", rule.offset, "'@page " + toCss(part) + "' is not supported",
                    "a page is named by its name, :first, :left, :right and :blank");
      return std::nullopt;
    }
    page.selectors.push_back(*selector);
  }
  auto inside = parseDeclarations(rule.block, reporter);
  takeSize(inside.declarations, page, reporter);
  addDeclarations(inside.declarations, reporter, page.declarations);
  for (const RawRule& nested : inside.atRules) addNested(nested, page, reporter);
  return page;
}

std::optional<FontFaceBlock> parseFontFace(const RawRule& rule, Reporter& reporter) {
  FontFaceBlock block;
  block.face.position = reporter.position(rule.offset);
  block.written = parseDeclarations(rule.block, reporter).declarations;
  for (const RawDeclaration& raw : block.written) {
    const Value value(raw.value);
    if (raw.name == "font-family" && value.size() > 0) {
      block.face.family.clear();
      for (const ComponentValue& word : value.parts()) {
        block.face.family += (block.face.family.empty() ? "" : " ") + word.token.text;
      }
    } else if (raw.name == "src") {
      addSources(value, block.face);
    } else if (raw.name == "font-weight") {
      block.face.weight = faceWeight(value);
    } else if (raw.name == "font-style") {
      block.face.style = faceStyle(value);
    } else if (raw.name == "unicode-range") {
      const std::string_view written = reporter.written(raw.offset);
      auto ranges = unicodeRange(written.substr(std::min(written.find(':') + 1, written.size())));
      if (ranges) {
        block.face.unicodeRange = *std::move(ranges);
      } else {
        reporter.warn("css-font-face", rule.offset, "this unicode-range cannot be read: the face is used for all characters",
                      "write U+4E00-9FFF, U+3000, U+4??");
      }
    }
  }
  if (!block.face.family.empty() && !(block.face.urls.empty() && block.face.localNames.empty())) return block;
  reporter.warn("css-font-face", rule.offset,
                "@font-face needs a font-family, and a src with url() or local()");
  return std::nullopt;
}

}  // namespace octavo::css
