// css: @media and @supports: when do rules hold. Media Queries 4, Conditional Rules 3.
#include <algorithm>
#include <array>

#include "css/stylesheet.h"

namespace octavo::css {
namespace {

/// Features that ask about a screen or its user: on paper they are not met, and nobody expects them to be.
constexpr std::array<std::string_view, 9> kScreenFeatures{"prefers-color-scheme",
                                                          "prefers-reduced-motion",
                                                          "prefers-contrast",
                                                          "hover",
                                                          "any-hover",
                                                          "pointer",
                                                          "any-pointer",
                                                          "scan",
                                                          "update"};

void reportFeature(const ComponentValue& feature, Reporter& reporter) {
  const ValueSpan inside = trimmed(feature.children);
  const std::string name = inside.empty() ? std::string() : toLower(inside.front().token.text);
  if (std::ranges::find(kScreenFeatures, name) != kScreenFeatures.end()) return;
  reporter.warn("css-unsupported-media-feature", feature.token.begin,
                "paper does not know " + toCss(feature) + "; the rules under it are left out of the pages",
                {}, "media feature");
}

std::optional<MediaQuery> parseQuery(ValueSpan parts, Reporter& reporter) {
  MediaQuery query;
  bool hasType = false, expectsAnd = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const ComponentValue& part = parts[i];
    if (part.is(TokenType::WhiteSpace)) continue;
    if (i == 0 && (part.isKeyword("not") || part.isKeyword("only"))) {
      query.isNegated = part.isKeyword("not");
    } else if (part.isKeyword("and") || part.isKeyword("or")) {
      if (!expectsAnd) return std::nullopt;
      if (!query.features.empty()) query.features += " " + toLower(part.token.text) + " ";
      expectsAnd = false;
    } else if (part.is(TokenType::Ident) && !hasType && query.features.empty() && !expectsAnd) {
      query.type = toLower(part.token.text);
      hasType = expectsAnd = true;
    } else if (part.is(TokenType::OpenRound) && !expectsAnd) {
      reportFeature(part, reporter);
      query.features += toCss(part);
      expectsAnd = true;
    } else {
      return std::nullopt;
    }
  }
  return expectsAnd ? std::optional(query) : std::nullopt;
}

class SupportsCondition {
 public:
  SupportsCondition(ValueSpan parts, const NamespacePrefixes& prefixes) : prefixes_(prefixes) {
    for (const ComponentValue& part : parts) {
      if (!part.is(TokenType::WhiteSpace)) parts_.push_back(&part);
    }
  }

  bool holds() const {
    if (parts_.empty()) return false;
    if (parts_[0]->isKeyword("not"))
      return parts_.size() == 2 && isTerm(*parts_[1]) && !termHolds(*parts_[1]);
    bool result = isTerm(*parts_[0]) && termHolds(*parts_[0]);
    for (std::size_t i = 1; i + 1 < parts_.size(); i += 2) {
      const bool term = isTerm(*parts_[i + 1]) && termHolds(*parts_[i + 1]);
      if (parts_[i]->isKeyword("and")) {
        result = result && term;
      } else if (parts_[i]->isKeyword("or")) {
        result = result || term;
      } else {
        return false;
      }
    }
    return result && parts_.size() % 2 == 1;
  }

 private:
  static bool isTerm(const ComponentValue& part) {
    return part.is(TokenType::OpenRound) || part.is(TokenType::Function);
  }

  bool termHolds(const ComponentValue& term) const {
    if (term.isFunction("selector")) return !parseSelectors(trimmed(term.children), prefixes_).problem;
    if (!term.is(TokenType::OpenRound)) return false;
    const ValueSpan inside = trimmed(term.children);
    const auto colon =
        std::ranges::find_if(inside, [](const ComponentValue& v) { return v.is(TokenType::Colon); });
    const bool isDeclaration = !inside.empty() && inside[0].is(TokenType::Ident) && colon != inside.end() &&
                               !inside[0].isKeyword("not");
    if (!isDeclaration) return SupportsCondition(inside, prefixes_).holds();
    return isSupported(inside[0].token.text,
                       trimmed(inside.subspan(static_cast<std::size_t>(colon - inside.begin()) + 1)));
  }

  std::vector<const ComponentValue*> parts_;
  const NamespacePrefixes& prefixes_;
};

}  // namespace

bool MediaQueries::match(Medium medium) const {
  const std::string_view wanted = medium == Medium::Print ? "print" : "screen";
  return queries.empty() || std::ranges::any_of(queries, [&](const MediaQuery& query) {
           const bool isType = query.type == "all" || query.type == wanted;
           // Unknown stays unknown under "not" (Media Queries 4, section 3.1), hence false both ways.
           return query.features.empty() && isType != query.isNegated;
         });
}

MediaQueries parseMediaQueries(ValueSpan prelude, Reporter& reporter) {
  MediaQueries media;
  if (trimmed(prelude).empty()) return media;
  for (const ValueSpan part : splitAtCommas(prelude)) {
    const auto query = parseQuery(part, reporter);
    if (!query) {
      reporter.warn("css-parse-error", prelude.front().token.begin,
                    "'" + toCss(part) + "' is not a media query; it is never met");
    }
    media.queries.push_back(query.value_or(MediaQuery{true, "all", {}}));
  }
  return media;
}

bool evaluateSupports(ValueSpan condition, const NamespacePrefixes& prefixes) {
  return SupportsCondition(condition, prefixes).holds();
}

}  // namespace octavo::css
