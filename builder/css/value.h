// css: the values of declarations as numbers, lengths, colours. CSS Values and Units 4, CSS Color 4.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/geometry.h"
#include "base/paint.h"
#include "css/style.h"
#include "css/syntax.h"

namespace octavo::css {

/// What relative units and keywords are relative to.
struct UnitContext {
  Length fontSize;  // of the element; for font-size itself, of its parent
  Length rootFontSize;
  Length lineHeight;  // for lh; for font-size and line-height, of the parent
  Length rootLineHeight;
  const InheritedStyle* parent = nullptr;  // never null
  Color currentColor;
  WritingMode writingMode = WritingMode::HorizontalTb;
  Direction direction = Direction::LeftToRight;
};

/// The value of one declaration, without white space between its top-level parts.
class Value {
 public:
  Value() = default;
  explicit Value(Values parts);
  ValueSpan parts() const { return parts_; }
  std::size_t size() const { return parts_.size(); }
  const ComponentValue& operator[](std::size_t index) const { return parts_[index]; }
  /// The only part's keyword, lower case; empty when it is anything else.
  std::string_view keyword() const { return keyword_; }

 private:
  Values parts_;
  std::string keyword_;
};

/// A word of a table of keywords.
template <class Enum>
struct Keyword {
  std::string_view name;
  Enum value;
};

template <class Table>
auto findKeyword(const Table& table, std::string_view name) -> std::optional<decltype(table[0].value)> {
  for (const auto& row : table) {
    if (equalsIgnoringCase(row.name, name)) return row.value;
  }
  return std::nullopt;
}

/// A length or a percentage, sums of both not being representable. ch is half an em, ic an em, ex half an em:
/// true of text faces within a tenth, and free of the font.
std::optional<LengthPercentage> toLengthPercentage(const ComponentValue& part, const UnitContext& context);
std::optional<Length> toLength(const ComponentValue& part, const UnitContext& context);
/// Numbers and calc() of numbers.
std::optional<double> toNumber(const ComponentValue& part, const UnitContext& context);
std::optional<int> toInteger(const ComponentValue& part, const UnitContext& context);
std::optional<Color> toColor(const ComponentValue& part, const UnitContext& context);
/// Points, held within what a Length can add up without overflow.
Length pointsWithin(double points);

/// Rough line height in lengths: normal counts as 1.2.
Length usedLineHeight(const LineHeight& lineHeight, Length fontSize);

std::optional<Color> namedColor(std::string_view name);

}  // namespace octavo::css
