// css: how a row of the property table is made from a field and a parser.
#pragma once

#include <functional>
#include <type_traits>

#include "css/limits.h"
#include "css/properties.h"

namespace octavo::css {

template <class Member>
inline constexpr bool kIsInheritedField = false;
template <class T>
inline constexpr bool kIsInheritedField<T InheritedStyle::*> = true;

/// A row for one field. `Access` is a pointer to a member, or a lambda from a style to a field inside a
/// member. `Parse` gives the field's value, or nothing when it does not understand.
template <auto Access, auto Parse>
constexpr Property row(std::string_view name, std::string_view values) {
  Property property;
  property.name = name;
  property.values = values;
  property.isInherited = kIsInheritedField<std::remove_const_t<decltype(Access)>>;
  property.set = [](ComputedStyle& style, const Value& value, const UnitContext& context) {
    auto parsed = Parse(value, context);
    if (parsed) std::invoke(Access, style) = *std::move(parsed);
    return parsed.has_value();
  };
  property.copy = [](ComputedStyle& to, const ComputedStyle& from) {
    std::invoke(Access, to) = std::invoke(Access, from);
  };
  return property;
}

/// A parser of one keyword of a table.
template <const auto& Table>
constexpr auto keyword =
    [](const Value& value, const UnitContext&) { return findKeyword(Table, value.keyword()); };

inline std::optional<LengthPercentage> parseLengthPercentage(const Value& value, const UnitContext& context) {
  return value.size() == 1 ? toLengthPercentage(value[0], context) : std::nullopt;
}

inline bool isNegative(const LengthPercentage& value) {
  const Length* length = std::get_if<Length>(&value);
  return length ? *length < Length{} : std::get<Percentage>(value).ratio < 0;
}

inline std::optional<LengthPercentage> parseNonNegative(const Value& value, const UnitContext& context) {
  const auto parsed = parseLengthPercentage(value, context);
  return parsed && !isNegative(*parsed) ? parsed : std::nullopt;
}

inline std::optional<Color> parseColor(const Value& value, const UnitContext& context) {
  return value.size() == 1 ? toColor(value[0], context) : std::nullopt;
}

/// A whole number from 1 up.
inline std::optional<int> parseCount(const Value& value, const UnitContext& context) {
  const auto number = value.size() == 1 ? toInteger(value[0], context) : std::nullopt;
  return number && *number >= 1 ? number : std::nullopt;
}

}  // namespace octavo::css
