#include "box/generated_content.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dom/title_words.h"

namespace octavo::box {
namespace {

/// Open, close, inner open, inner close (CLDR 44, delimiters; clreq 3.1.2, JLREQ 3.1.1, klreq 4.2). Mainland Chinese
/// and English share the curly marks, the rest of the east of Asia has brackets. More special tags stand first.
struct QuotesOfLanguage {
  std::string_view language;
  std::array<std::string_view, 4> marks;
};
constexpr std::array<std::string_view, 4> kCurly{"“", "”", "‘", "’"}, kBrackets{"「", "」", "『", "』"};
constexpr std::array kQuotes{
    QuotesOfLanguage{"zh-Hans", kCurly},
    QuotesOfLanguage{"zh-Hant", kBrackets},
    QuotesOfLanguage{"zh-TW", kBrackets},
    QuotesOfLanguage{"zh-HK", kBrackets},
    QuotesOfLanguage{"zh-MO", kBrackets},
    QuotesOfLanguage{"yue", kBrackets},
    QuotesOfLanguage{"lzh", kBrackets},
    QuotesOfLanguage{"ja", kBrackets},
    QuotesOfLanguage{"ko", {"‘", "’", "“", "”"}},
    QuotesOfLanguage{"de-CH", {"«", "»", "‹", "›"}},
    QuotesOfLanguage{"de", {"„", "“", "‚", "‘"}},
    QuotesOfLanguage{"fr-CH", {"«", "»", "‹", "›"}},
    QuotesOfLanguage{"fr", {"« ", " »", "“", "”"}},
    QuotesOfLanguage{"pt-PT", {"«", "»", "“", "”"}},
    QuotesOfLanguage{"it", {"«", "»", "“", "”"}},
    QuotesOfLanguage{"es", {"«", "»", "“", "”"}},
    QuotesOfLanguage{"ca", {"«", "»", "“", "”"}},
    QuotesOfLanguage{"el", {"«", "»", "“", "”"}},
    QuotesOfLanguage{"nb", {"«", "»", "‘", "’"}},
    QuotesOfLanguage{"nn", {"«", "»", "‘", "’"}},
    QuotesOfLanguage{"no", {"«", "»", "‘", "’"}},
    QuotesOfLanguage{"sv", {"”", "”", "’", "’"}},
    QuotesOfLanguage{"fi", {"”", "”", "’", "’"}},
    QuotesOfLanguage{"he", {"”", "”", "’", "’"}},
    QuotesOfLanguage{"nl", {"‘", "’", "“", "”"}},
    QuotesOfLanguage{"pl", {"„", "”", "«", "»"}},
    QuotesOfLanguage{"ro", {"„", "”", "«", "»"}},
    QuotesOfLanguage{"hu", {"„", "”", "»", "«"}},
    QuotesOfLanguage{"cs", {"„", "“", "‚", "‘"}},
    QuotesOfLanguage{"sk", {"„", "“", "‚", "‘"}},
    QuotesOfLanguage{"sl", {"„", "“", "‚", "‘"}},
    QuotesOfLanguage{"hr", {"„", "”", "‚", "’"}},
    QuotesOfLanguage{"ru", {"«", "»", "„", "“"}},
    QuotesOfLanguage{"uk", {"«", "»", "„", "“"}},
    QuotesOfLanguage{"bg", {"„", "“", "„", "“"}},
    QuotesOfLanguage{"fa", {"«", "»", "‹", "›"}},
    QuotesOfLanguage{"ar", {"”", "“", "’", "‘"}},
};

std::string_view quoteOf(std::string_view language, std::size_t index) {
  const auto found = std::ranges::find_if(kQuotes, [&](const QuotesOfLanguage& quotes) {
    return language.starts_with(quotes.language) &&
           (language.size() == quotes.language.size() || language[quotes.language.size()] == '-');
  });
  return found == kQuotes.end() ? kCurly[index] : found->marks[index];
}

/// The id that an attribute's "#id" names; empty for anything else.
std::string_view referencedId(const dom::Element& element, std::string_view attribute) {
  const std::string_view reference = element.attributeOr(attribute);
  return reference.starts_with('#') ? reference.substr(1) : std::string_view{};
}

std::unique_ptr<Box> makeBox(Kind kind, std::string text) {
  auto box = std::make_unique<Box>();
  box->kind = kind;
  box->text = std::move(text);
  return box;
}

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};

}  // namespace

std::string plainTitle(const dom::Element& element) {
  return dom::titleWords(element);
}

std::vector<std::unique_ptr<Box>> GeneratedContent::boxes(const std::vector<css::ContentItem>& items,
                                                          const ContentPlace& place) {
  std::vector<std::unique_ptr<Box>> result;
  for (const css::ContentItem& item : items) {
    if (const auto* leader = std::get_if<css::ContentLeader>(&item)) {
      result.push_back(makeBox(Kind::Leader, leader->pattern));
      continue;
    }
    const auto* target = std::get_if<css::ContentTargetCounter>(&item);
    if (target && target->counter == "page") {
      result.push_back(makeBox(Kind::PageReference, std::string(referencedId(*place.element, target->attribute))));
      result.back()->counterStyle = target->style;
      continue;
    }
    std::string piece = text({item}, place);
    if (!piece.empty()) result.push_back(makeBox(Kind::Text, std::move(piece)));
  }
  return result;
}

std::string GeneratedContent::text(const std::vector<css::ContentItem>& items, const ContentPlace& place) {
  const dom::Element& element = *place.element;
  std::string result;
  for (const css::ContentItem& item : items) {
    result += std::visit(
        Overloaded{
            [](const css::ContentText& piece) { return piece.text; },
            [&](const css::ContentAttribute& piece) { return std::string(element.attributeOr(piece.name)); },
            [&](const css::ContentCounter& piece) { return counterText(piece); },
            [&](const css::ContentQuote& piece) { return quotationMark(piece.open, *place.style); },
            [&](const css::ContentOfElement&) { return plainTitle(element); },
            [&](const css::ContentTargetText& piece) { return targetText(piece, element); },
            [&](const css::ContentTargetCounter& piece) {
              diagnostics_.report({Severity::Warning, "css-target-counter", element.position(),
                                   "target-counter() knows the counter page only, not " + piece.counter,
                                   "give the referenced element an id and use target-text()", piece.counter});
              return std::string();
            },
            [&](const css::ContentString& piece) {
              diagnostics_.report({Severity::Warning, "css-string-in-flow", element.position(),
                                   "string(" + piece.name + ") has a value in page margin boxes only", {}, piece.name});
              return std::string();
            },
            [](const css::ContentLeader&) { return std::string(); },
        },
        item);
    limit(result.size(), element);
  }
  made_ += result.size();
  return result;
}

/// A few rules with long strings, for thousands of elements, make gigabytes out of kilobytes, as nested entities do.
void GeneratedContent::limit(std::size_t added, const dom::Element& element) const {
  constexpr std::size_t kMost = std::size_t{8} << 20;
  if (made_ + added <= kMost) return;
  throw BuildError({Severity::Error, "generated-text-large", element.position(),
                    fmt::format("the style generates more than {} MiB of text", kMost >> 20),
                    "shorten the strings of content, string-set and target-text()", {}});
}

std::string GeneratedContent::counterText(const css::ContentCounter& counter) const {
  const std::string_view style = counter.style.empty() ? "decimal" : std::string_view(counter.style);
  if (!counter.separator) return css::formatCounter(counters_.value(counter.name), style);
  std::string result;
  for (const int value : counters_.values(counter.name)) {
    if (!result.empty()) result += *counter.separator;
    result += css::formatCounter(value, style);
  }
  return result;
}

std::string GeneratedContent::quotationMark(bool open, const css::ComputedStyle& style) {
  if (!open && quoteDepth_ > 0) --quoteDepth_;
  const std::size_t level = quoteDepth_;
  if (open) ++quoteDepth_;
  const std::size_t offset = open ? 0 : 1;
  // Quotations inside quotations take the outer marks again (GB/T 15834, 4.8.3.3).
  if (style.quotes.size() < 2) return std::string(quoteOf(style.language, level % 2 * 2 + offset));
  const std::size_t pairs = style.quotes.size() / 2;
  return style.quotes[std::min(level, pairs - 1) * 2 + offset];
}

std::string GeneratedContent::targetText(const css::ContentTargetText& target, const dom::Element& element) const {
  const auto found = elementsById_.find(referencedId(element, target.attribute));
  return found == elementsById_.end() ? std::string() : plainTitle(*found->second);
}

}  // namespace octavo::box
