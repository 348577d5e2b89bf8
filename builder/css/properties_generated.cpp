// css: generated content: content, counters, string-set. CSS Content 3, Lists 3, Generated Content for Paged
// Media.
#include <algorithm>

#include "css/property_row.h"

namespace octavo::css {
namespace {

using Arguments = std::vector<ValueSpan>;

bool isOne(ValueSpan argument, TokenType type) { return argument.size() == 1 && argument[0].is(type); }

/// A counter style: a name, or a string that stands for every number. Absent: decimal.
std::optional<std::string> toStyle(const Arguments& arguments, std::size_t index) {
  if (index >= arguments.size()) return "decimal";
  if (isOne(arguments[index], TokenType::Ident)) return toLower(arguments[index][0].token.text);
  if (isOne(arguments[index], TokenType::String)) return "\"" + arguments[index][0].token.text + "\"";
  return std::nullopt;
}

std::optional<ContentItem> toCounter(const Arguments& arguments, bool isNested) {
  const std::size_t styleAt = isNested ? 2 : 1;
  if (arguments.size() < styleAt || arguments.size() > styleAt + 1) return std::nullopt;
  if (!isOne(arguments[0], TokenType::Ident)) return std::nullopt;
  if (isNested && !isOne(arguments[1], TokenType::String)) return std::nullopt;
  const auto style = toStyle(arguments, styleAt);
  if (!style) return std::nullopt;
  ContentCounter counter{arguments[0][0].token.text, *style, std::nullopt};
  if (isNested) counter.separator = arguments[1][0].token.text;
  return counter;
}

std::optional<ContentItem> toString(const Arguments& arguments) {
  constexpr static std::array kKeywords{
      Keyword<StringKeyword>{"first", StringKeyword::First},
      Keyword<StringKeyword>{"start", StringKeyword::Start},
      Keyword<StringKeyword>{"last", StringKeyword::Last},
      Keyword<StringKeyword>{"first-except", StringKeyword::FirstExcept},
  };
  if (arguments.empty() || arguments.size() > 2 || !isOne(arguments[0], TokenType::Ident))
    return std::nullopt;
  ContentString string{arguments[0][0].token.text};
  if (arguments.size() == 1) return string;
  const auto which = isOne(arguments[1], TokenType::Ident)
                         ? findKeyword(kKeywords, arguments[1][0].token.text)
                         : std::nullopt;
  if (!which) return std::nullopt;
  string.keyword = *which;
  return string;
}

/// `attr(name)`, `attr(name url)`, `attr(prefix|name)`: the attribute's name.
std::optional<std::string> toAttribute(ValueSpan parts) {
  std::vector<const ComponentValue*> words;
  for (const ComponentValue& part : parts) {
    if (!part.is(TokenType::WhiteSpace)) words.push_back(&part);
  }
  if (words.empty() || !words[0]->is(TokenType::Ident)) return std::nullopt;
  std::string name = words[0]->token.text;
  if (words.size() >= 3 && words[1]->isDelim('|') && words[2]->is(TokenType::Ident)) {
    name += ":" + words[2]->token.text;
    words.erase(words.begin(), words.begin() + 2);
  }
  const bool hasType = words.size() == 2 && words[1]->is(TokenType::Ident);
  return words.size() == 1 || hasType ? std::optional(name) : std::nullopt;
}

/// The first argument of target-counter() and target-text(): attr(href), attr(href url).
std::optional<std::string> toTarget(const Arguments& arguments) {
  if (arguments.empty() || arguments[0].size() != 1 || !arguments[0][0].isFunction("attr"))
    return std::nullopt;
  return toAttribute(arguments[0][0].children);
}

std::optional<ContentItem> toTargetCounter(const Arguments& arguments) {
  const auto attribute = toTarget(arguments);
  if (!attribute || arguments.size() < 2 || arguments.size() > 3) return std::nullopt;
  if (!isOne(arguments[1], TokenType::Ident)) return std::nullopt;
  const auto style = toStyle(arguments, 2);
  if (!style) return std::nullopt;
  return ContentTargetCounter{*attribute, arguments[1][0].token.text, *style};
}

std::optional<ContentItem> toTargetText(const Arguments& arguments) {
  const auto attribute = toTarget(arguments);
  if (!attribute || arguments.size() > 2) return std::nullopt;
  const bool isContent =
      arguments.size() < 2 || (isOne(arguments[1], TokenType::Ident) && arguments[1][0].isKeyword("content"));
  return isContent ? std::optional<ContentItem>(ContentTargetText{*attribute}) : std::nullopt;
}

std::optional<ContentItem> toLeader(const Arguments& arguments) {
  if (arguments.size() != 1) return std::nullopt;
  if (isOne(arguments[0], TokenType::String)) {
    const std::string& pattern = arguments[0][0].token.text;
    return pattern.size() <= kLongestSign ? std::optional<ContentItem>(ContentLeader{pattern}) : std::nullopt;
  }
  if (!isOne(arguments[0], TokenType::Ident)) return std::nullopt;
  const ComponentValue& word = arguments[0][0];
  if (word.isKeyword("dotted")) return ContentLeader{"."};
  if (word.isKeyword("solid")) return ContentLeader{"_"};
  if (word.isKeyword("space")) return ContentLeader{" "};
  return std::nullopt;
}

std::optional<ContentItem> toItem(const ComponentValue& part) {
  if (part.is(TokenType::String)) return ContentText{part.token.text};
  if (part.isKeyword("open-quote")) return ContentQuote{true};
  if (part.isKeyword("close-quote")) return ContentQuote{false};
  if (part.isKeyword("no-open-quote") || part.isKeyword("no-close-quote")) return ContentText{};
  if (part.isKeyword("contents")) return ContentOfElement{};
  if (!part.is(TokenType::Function)) return std::nullopt;
  const bool isEmpty = trimmed(part.children).empty();
  const Arguments arguments = isEmpty ? Arguments{} : splitAtCommas(part.children);
  if (part.isFunction("counter")) return toCounter(arguments, false);
  if (part.isFunction("counters")) return toCounter(arguments, true);
  if (part.isFunction("string")) return toString(arguments);
  if (part.isFunction("target-counter")) return toTargetCounter(arguments);
  if (part.isFunction("target-text")) return toTargetText(arguments);
  if (part.isFunction("leader")) return toLeader(arguments);
  if (part.isFunction("attr")) {
    const auto name = arguments.empty() ? std::nullopt : toAttribute(arguments[0]);
    return name ? std::optional<ContentItem>(ContentAttribute{*name}) : std::nullopt;
  }
  if (part.isFunction("content")) {
    const bool isText =
        isEmpty || (isOne(arguments[0], TokenType::Ident) && arguments[0][0].isKeyword("text"));
    return isText ? std::optional<ContentItem>(ContentOfElement{}) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::vector<ContentItem>> toItems(ValueSpan parts) {
  std::vector<ContentItem> items;
  for (const ComponentValue& part : parts) {
    auto item = toItem(part);
    if (!item) return std::nullopt;
    items.push_back(*std::move(item));
  }
  return items.empty() || items.size() > kMostListed ? std::nullopt : std::optional(items);
}

std::optional<Content> parseContent(const Value& value, const UnitContext&) {
  Content content;
  if (value.keyword() == "normal") return content;
  content.isNormal = false;
  content.isNone = value.keyword() == "none";
  if (content.isNone) return content;
  // What follows a slash is speech for the screen: CSS Content 3, section 1.2.
  const ValueSpan parts = value.parts();
  const auto slash =
      std::ranges::find_if(parts, [](const ComponentValue& part) { return part.isDelim('/'); });
  auto items = toItems(parts.first(static_cast<std::size_t>(slash - parts.begin())));
  if (!items) return std::nullopt;
  content.items = *std::move(items);
  return content;
}

template <int kDefault>
std::optional<std::vector<CounterChange>> parseCounters(const Value& value, const UnitContext& context) {
  std::vector<CounterChange> changes;
  if (value.keyword() == "none") return changes;
  for (const ComponentValue& part : value.parts()) {
    if (part.is(TokenType::Ident) && !part.isKeyword("none")) {
      changes.push_back({part.token.text, kDefault});
      continue;
    }
    const auto number = toInteger(part, context);
    const bool follows =
        !changes.empty() && &part != value.parts().data() && (&part - 1)->is(TokenType::Ident);
    if (!number || !follows) return std::nullopt;
    changes.back().value = *number;
  }
  return changes.empty() || changes.size() > kMostListed ? std::nullopt : std::optional(changes);
}

std::optional<std::vector<StringSet>> parseStringSet(const Value& value, const UnitContext&) {
  std::vector<StringSet> sets;
  if (value.keyword() == "none") return sets;
  for (const ValueSpan part : splitAtCommas(value.parts())) {
    if (part.size() < 2 || !part[0].is(TokenType::Ident)) return std::nullopt;
    auto items = toItems(part.subspan(1));
    if (!items) return std::nullopt;
    sets.push_back({part[0].token.text, *std::move(items)});
  }
  return sets.size() <= kMostListed ? std::optional(sets) : std::nullopt;
}

constexpr std::string_view kCounterValues = "none, names with whole numbers";

constexpr std::array kRows{
    row<&ComputedStyle::content, parseContent>(
        "content",
        "normal, none, up to 500 of: strings, attr(), counter(), counters(), string(), target-counter(), target-text(), "
        "leader(), content(), open-quote, close-quote"),
    row<&ComputedStyle::counterReset, parseCounters<0>>("counter-reset", kCounterValues),
    row<&ComputedStyle::counterIncrement, parseCounters<1>>("counter-increment", kCounterValues),
    row<&ComputedStyle::counterSet, parseCounters<0>>("counter-set", kCounterValues),
    row<&ComputedStyle::stringSet, parseStringSet>("string-set", "none, names with content lists"),
};

}  // namespace

std::span<const Property> generatedContentProperties() { return kRows; }

}  // namespace octavo::css
