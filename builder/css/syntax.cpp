#include "css/syntax.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace octavo::css {
namespace {

constexpr int kMaximumDepth = 100;

TokenType closerOf(TokenType opener) {
  if (opener == TokenType::OpenCurly) return TokenType::CloseCurly;
  if (opener == TokenType::OpenSquare) return TokenType::CloseSquare;
  return TokenType::CloseRound;
}

bool opensBlock(TokenType type) {
  return type == TokenType::OpenCurly || type == TokenType::OpenSquare || type == TokenType::OpenRound ||
         type == TokenType::Function;
}

bool isCloser(TokenType type) {
  return type == TokenType::CloseCurly || type == TokenType::CloseSquare || type == TokenType::CloseRound;
}

class ComponentParser {
 public:
  ComponentParser(std::vector<Token> tokens, Reporter& reporter)
      : tokens_(std::move(tokens)), reporter_(reporter) {}

  Values run() {
    Values values = takeUntil(TokenType::End, 0);
    if (current().isUnclosed)
      reporter_.warn("css-parse-error", current().begin, "this comment is not closed");
    return values;
  }

 private:
  const Token& current() const { return tokens_[at_]; }

  Values takeUntil(TokenType closer, int depth) {
    Values values;
    while (current().type != TokenType::End && current().type != closer) {
      reportBad(current());
      if (opensBlock(current().type)) {
        takeBlock(values, depth);
      } else {
        values.push_back({std::move(tokens_[at_++]), {}});
      }
    }
    return values;
  }

  void takeBlock(Values& into, int depth) {
    ComponentValue block{std::move(tokens_[at_]), {}};
    ++at_;
    const TokenType closer = closerOf(block.token.type);
    if (depth >= kMaximumDepth) {
      reporter_.warn("css-nesting-too-deep", block.token.begin,
                     "blocks are nested too deep; this one is dropped", {}, "depth");
      return skipBlock(closer);
    }
    block.children = takeUntil(closer, depth + 1);
    if (current().type != TokenType::End) {
      ++at_;
    } else if (!std::exchange(hasReportedEnd_, true)) {
      // The innermost one is told; the others around it are open for the same reason.
      reporter_.warn("css-parse-error", block.token.begin, "'" + toCss(block.token) + "' is not closed");
    }
    into.push_back(std::move(block));
  }

  void skipBlock(TokenType closer) {
    std::vector<TokenType> open{closer};
    while (!open.empty() && current().type != TokenType::End) {
      if (current().type == open.back()) {
        open.pop_back();
      } else if (opensBlock(current().type)) {
        open.push_back(closerOf(current().type));
      }
      ++at_;
    }
  }

  void reportBad(const Token& token) {
    if (token.type == TokenType::BadString) {
      reporter_.warn("css-parse-error", token.begin, "a string must end on its line");
    } else if (token.type == TokenType::BadUrl) {
      reporter_.warn("css-parse-error", token.begin,
                     "this url() holds characters that must be quoted or escaped");
    } else if (token.isUnclosed) {
      reporter_.warn("css-parse-error", token.begin, "this is not closed before the end of the text");
    }
  }

  std::vector<Token> tokens_;
  Reporter& reporter_;
  std::size_t at_ = 0;
  bool hasReportedEnd_ = false;
};

bool isBlock(const ComponentValue& value) { return value.is(TokenType::OpenCurly); }

class RuleParser {
 public:
  RuleParser(ValueSpan values, Reporter& reporter) : values_(values), reporter_(reporter) {}

  std::vector<RawRule> rules(bool isTopLevel) {
    std::vector<RawRule> rules;
    while (at_ < values_.size()) {
      const ComponentValue& value = values_[at_];
      const bool isComment = value.is(TokenType::Cdo) || value.is(TokenType::Cdc);
      if (value.is(TokenType::WhiteSpace) || (isTopLevel && isComment)) {
        ++at_;
      } else if (value.is(TokenType::AtKeyword)) {
        rules.push_back(takeAtRule());
      } else {
        takeStyleRule(rules);
      }
    }
    return rules;
  }

  DeclarationsAndRules declarations() {
    DeclarationsAndRules result;
    while (at_ < values_.size()) {
      const ComponentValue& value = values_[at_];
      if (value.is(TokenType::WhiteSpace) || value.is(TokenType::Semicolon)) {
        ++at_;
      } else if (value.is(TokenType::AtKeyword)) {
        result.atRules.push_back(takeAtRule());
      } else {
        takeDeclaration(result.declarations);
      }
    }
    return result;
  }

 private:
  RawRule takeAtRule() {
    RawRule rule;
    rule.keyword = toLower(values_[at_].token.text);
    rule.offset = values_[at_].token.begin;
    const std::size_t begin = ++at_;
    while (at_ < values_.size() && !values_[at_].is(TokenType::Semicolon) && !isBlock(values_[at_])) ++at_;
    setPrelude(rule, begin);
    return rule;
  }

  void takeStyleRule(std::vector<RawRule>& into) {
    RawRule rule;
    rule.offset = values_[at_].token.begin;
    const std::size_t begin = at_;
    while (at_ < values_.size() && !isBlock(values_[at_])) ++at_;
    if (at_ == values_.size()) {
      const bool isStray = std::ranges::all_of(values_.subspan(begin), [](const ComponentValue& value) {
        return value.is(TokenType::WhiteSpace) || value.is(TokenType::Semicolon) ||
               isCloser(value.token.type);
      });
      reporter_.warn("css-parse-error", rule.offset,
                     isStray ? "this closes nothing" : "a rule needs a block: selector { … }");
      return;
    }
    setPrelude(rule, begin);
    into.push_back(std::move(rule));
  }

  void setPrelude(RawRule& rule, std::size_t begin) {
    const ValueSpan prelude = trimmed(values_.subspan(begin, at_ - begin));
    rule.prelude.assign(prelude.begin(), prelude.end());
    if (at_ == values_.size()) return;
    if (isBlock(values_[at_])) {
      rule.hasBlock = true;
      rule.block = values_[at_].children;
    }
    ++at_;
  }

  void takeDeclaration(std::vector<RawDeclaration>& into) {
    const ComponentValue& first = values_[at_];
    const std::size_t begin = at_;
    std::size_t colon = at_ + 1;
    while (colon < values_.size() && values_[colon].is(TokenType::WhiteSpace)) ++colon;
    const bool isDeclaration =
        first.is(TokenType::Ident) && colon < values_.size() && values_[colon].is(TokenType::Colon);
    if (isDeclaration) {
      while (at_ < values_.size() && !values_[at_].is(TokenType::Semicolon)) ++at_;
      const ValueSpan value = trimmed(values_.subspan(colon + 1, at_ - colon - 1));
      const bool isCustom = first.token.text.starts_with("--");
      if (isCustom || std::ranges::none_of(value, isBlock)) return addDeclaration(first.token, value, into);
      at_ = begin;  // "a:hover { … }" looks like a declaration: a nested rule
    }
    skipBadDeclaration(first);
  }

  void skipBadDeclaration(const ComponentValue& first) {
    while (at_ < values_.size() && !values_[at_].is(TokenType::Semicolon) && !isBlock(values_[at_])) ++at_;
    const bool isNested = at_ < values_.size() && isBlock(values_[at_]);
    if (at_ < values_.size()) ++at_;
    if (isNested) {
      reporter_.warn("css-nested-rule", first.token.begin,
                     "rules inside rules are not supported; this one is dropped");
    } else {
      reporter_.warn("css-parse-error", first.token.begin, "a declaration is written 'property: value'");
    }
  }

  void addDeclaration(const Token& name, ValueSpan value, std::vector<RawDeclaration>& into) {
    RawDeclaration declaration;
    const bool isCustom = name.text.starts_with("--");
    declaration.name = isCustom ? name.text : toLower(name.text);
    declaration.offset = name.begin;
    if (!value.empty() && value.back().isKeyword("important")) {
      ValueSpan before = trimmed(value.first(value.size() - 1));
      if (!before.empty() && before.back().isDelim('!')) {
        declaration.isImportant = true;
        value = trimmed(before.first(before.size() - 1));
      }
    }
    const bool isBad = std::ranges::any_of(value, [](const ComponentValue& part) {
      return part.is(TokenType::BadString) || part.is(TokenType::BadUrl) || isCloser(part.token.type);
    });
    if (isBad || (value.empty() && !isCustom)) {
      reporter_.warn("css-parse-error", name.begin,
                     "'" + declaration.name + "' has " + (isBad ? "a broken value" : "no value"));
      return;
    }
    declaration.value.assign(value.begin(), value.end());
    into.push_back(std::move(declaration));
  }

  ValueSpan values_;
  Reporter& reporter_;
  std::size_t at_ = 0;
};

/// Tokens that would merge with each other when written side by side: CSS Syntax 3, section 9.
bool needsComment(const Token& left, const Token& right) {
  const auto isWord = [](TokenType type) {
    return type == TokenType::Ident || type == TokenType::Function || type == TokenType::Url ||
           type == TokenType::BadUrl || type == TokenType::Number || type == TokenType::Percentage ||
           type == TokenType::Dimension || type == TokenType::Cdc;
  };
  const bool leftJoins = left.type == TokenType::Ident || left.type == TokenType::AtKeyword ||
                         left.type == TokenType::Hash || left.type == TokenType::Dimension ||
                         left.type == TokenType::Number;
  const bool isPlus = right.hasSign && right.number >= 0;  // 2n+1: a plus never goes on a name or a number
  if (isPlus) return false;
  if (leftJoins && (isWord(right.type) || (right.type == TokenType::Delim && right.text == "-"))) return true;
  if (left.type == TokenType::Ident && right.type == TokenType::OpenRound) return true;
  if (left.type == TokenType::Number && right.type == TokenType::Delim && right.text == "%") return true;
  if (left.type != TokenType::Delim) return false;
  const bool leftOpens = left.text == "#" || left.text == "-" || left.text == "@" || left.text == "." ||
                         left.text == "+" || left.text == "/" || left.text == "<";
  return leftOpens &&
         (isWord(right.type) || (right.type == TokenType::Delim && left.text == "/" && right.text == "*"));
}

void appendCss(const ComponentValue& value, std::string& css) {
  css += toCss(value.token);
  if (!opensBlock(value.token.type)) return;
  css += toCss(ValueSpan(value.children));
  Token closer;
  closer.type = closerOf(value.token.type);
  css += toCss(closer);
}

}  // namespace

Reporter::Reporter(const SourceFile& file, Diagnostics& diagnostics)
    : diagnostics_(diagnostics), file_(&file) {
  lineStarts_.push_back(0);
  for (std::size_t i = 0; i < file.text.size(); ++i) {
    if (file.text[i] == '\n') lineStarts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

std::string_view Reporter::written(std::uint32_t offset) const {
  if (!file_ || offset >= file_->text.size()) return {};
  const std::string_view rest = std::string_view(file_->text).substr(offset);
  return rest.substr(0, rest.find_first_of(";}"));
}

SourcePosition Reporter::position(std::uint32_t offset) const {
  if (!file_) return fixed_;
  const auto after = std::ranges::upper_bound(lineStarts_, offset);
  const std::uint32_t start = *std::prev(after);
  const auto line = static_cast<std::uint32_t>(after - lineStarts_.begin());
  const bool goesOn = lastOffset_ >= start && lastOffset_ <= offset;
  std::uint32_t column = goesOn ? lastColumn_ : 1;
  std::size_t i = goesOn ? lastOffset_ : start;
  for (; i < offset && i < file_->text.size(); ++column) decodeUtf8(file_->text, i);
  lastOffset_ = offset;
  lastColumn_ = column;
  return {file_, line, column};
}

void Reporter::warn(std::string code, std::uint32_t offset, std::string message, std::string hint,
                    std::string subject) {
  diagnostics_.report({Severity::Warning, std::move(code), position(offset), std::move(message),
                       std::move(hint), std::move(subject)});
}

Values parseComponents(std::string_view text, Reporter& reporter) {
  return ComponentParser(tokenize(text), reporter).run();
}

std::vector<RawRule> parseRules(ValueSpan values, bool isTopLevel, Reporter& reporter) {
  return RuleParser(values, reporter).rules(isTopLevel);
}

DeclarationsAndRules parseDeclarations(ValueSpan values, Reporter& reporter) {
  return RuleParser(values, reporter).declarations();
}

ValueSpan trimmed(ValueSpan values) {
  while (!values.empty() && values.front().is(TokenType::WhiteSpace)) values = values.subspan(1);
  while (!values.empty() && values.back().is(TokenType::WhiteSpace)) values = values.first(values.size() - 1);
  return values;
}

std::vector<ValueSpan> splitAtCommas(ValueSpan values) {
  std::vector<ValueSpan> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= values.size(); ++i) {
    if (i < values.size() && !values[i].is(TokenType::Comma)) continue;
    parts.push_back(trimmed(values.subspan(begin, i - begin)));
    begin = i + 1;
  }
  return parts;
}

std::string toCss(ValueSpan values) {
  std::string css;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0 && needsComment(values[i - 1].token, values[i].token) && values[i - 1].children.empty())
      css += "/**/";
    appendCss(values[i], css);
  }
  return css;
}

std::string toCss(const ComponentValue& value) { return toCss(ValueSpan(&value, 1)); }

}  // namespace octavo::css
