// css: tokens → component values, rules and declarations, before anything is known of their meaning.
// CSS Syntax Module Level 3, section 5; a declaration gone wrong that ends in a block is skipped with the
// block, as the 2022 draft does, since nesting is not supported.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "css/token.h"

namespace octavo::css {

/// A token, or a function or block with what stands in it.
struct ComponentValue {
  Token token;  // for a block its opening bracket
  std::vector<ComponentValue> children;

  bool is(TokenType type) const { return token.type == type; }
  bool isKeyword(std::string_view keyword) const {
    return token.type == TokenType::Ident && equalsIgnoringCase(token.text, keyword);
  }
  bool isDelim(char c) const {
    return token.type == TokenType::Delim && token.text.size() == 1 && token.text[0] == c;
  }
  bool isFunction(std::string_view name) const {
    return token.type == TokenType::Function && equalsIgnoringCase(token.text, name);
  }
};
using Values = std::vector<ComponentValue>;
using ValueSpan = std::span<const ComponentValue>;

/// Reports about one stylesheet: turns byte offsets into lines and columns.
class Reporter {
 public:
  Reporter(const SourceFile& file, Diagnostics& diagnostics);
  /// For text that is not a file of its own (a style attribute): every message is placed there.
  Reporter(SourcePosition fixed, Diagnostics& diagnostics) : diagnostics_(diagnostics), fixed_(fixed) {}

  SourcePosition position(std::uint32_t offset) const;
  /// `subject`: see Diagnostic. All that CSS recovers from is a warning.
  void warn(std::string code, std::uint32_t offset, std::string message, std::string hint = {},
            std::string subject = {});
  Diagnostics& diagnostics() { return diagnostics_; }
  /// What is written from a declaration's beginning to its end: for values that tokens garble (unicode-range). Empty
  /// where there is no file.
  std::string_view written(std::uint32_t offset) const;

 private:
  Diagnostics& diagnostics_;
  const SourceFile* file_ = nullptr;
  std::vector<std::uint32_t> lineStarts_;
  SourcePosition fixed_;
  // Where the last message was: a sheet without line ends need not be counted from its start for each
  // message.
  mutable std::uint32_t lastOffset_ = 0, lastColumn_ = 1;
};

/// The whole text as component values. Blocks nested deeper than 100 levels are dropped and reported.
Values parseComponents(std::string_view text, Reporter& reporter);

struct RawDeclaration {
  std::string name;  // lower case, but for custom properties
  Values value;      // no white space at its ends, no !important
  bool isImportant = false;
  std::uint32_t offset = 0;
};

struct RawRule {
  std::string keyword;  // of an at-rule, lower case; empty for a style rule
  Values prelude;       // no white space at its ends
  bool hasBlock = false;
  Values block;
  std::uint32_t offset = 0;
};

/// `isTopLevel`: <!-- and --> are allowed.
std::vector<RawRule> parseRules(ValueSpan values, bool isTopLevel, Reporter& reporter);

struct DeclarationsAndRules {
  std::vector<RawDeclaration> declarations;
  std::vector<RawRule> atRules;  // @top-left, @footnote inside @page
};
DeclarationsAndRules parseDeclarations(ValueSpan values, Reporter& reporter);

ValueSpan trimmed(ValueSpan values);
/// The parts between top-level commas, each without white space at its ends.
std::vector<ValueSpan> splitAtCommas(ValueSpan values);
std::string toCss(ValueSpan values);
std::string toCss(const ComponentValue& value);

}  // namespace octavo::css
