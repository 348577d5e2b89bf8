// css: the table of properties: one row for each, what sets it and what copies it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "css/style.h"
#include "css/value.h"

namespace octavo::css {

enum class PhysicalSide : std::uint8_t { Top, Right, Bottom, Left };

struct Property {
  enum class Kind : std::uint8_t {
    Longhand,      // a field of ComputedStyle
    Physical,      // stands for a logical longhand that the writing mode decides
    PhysicalSize,  // width, height and their limits
    Shorthand,     // stands for several others
    Alias          // another name of one other
  };
  std::string_view name;
  std::string_view values;  // for the reader of styles/README.md
  Kind kind = Kind::Longhand;
  bool isInherited = false;

  // Longhand. False: not understood.
  bool (*set)(ComputedStyle&, const Value&, const UnitContext&) = nullptr;
  void (*copy)(ComputedStyle& to, const ComputedStyle& from) = nullptr;  // for inherit and initial

  // Physical: the logical name is before + "block-start" (…) + after; PhysicalSize: before + "inline-size".
  std::string_view before, after;
  PhysicalSide side = PhysicalSide::Top;  // PhysicalSize: Left is the width, Top the height

  // Shorthand: the values of `longhands`, in their order, an empty one for the initial value. Nothing: not
  // understood. Alias: `longhands` is the one name; `expand` translates the value.
  std::span<const std::string_view> longhands = {};
  std::optional<std::vector<Value>> (*expand)(const Value&) = nullptr;
};

using PropertyId = std::uint16_t;

/// All rows; a PropertyId is a place here.
const std::vector<Property>& properties();
std::optional<PropertyId> findProperty(std::string_view name);
/// The longhand that a physical property stands for; any other id is given back.
PropertyId toLogical(PropertyId id, WritingMode mode, Direction direction);
/// The shorthand's longhands.
std::span<const PropertyId> longhandsOf(PropertyId id);

/// Rows by theme; `properties()` joins them.
std::span<const Property> fontProperties();
std::span<const Property> fontVariantProperties();
std::span<const Property> textProperties();
std::span<const Property> breakProperties();
std::span<const Property> decorationProperties();
std::span<const Property> lineProperties();
std::span<const Property> boxProperties();
std::span<const Property> generatedContentProperties();
std::span<const Property> shorthandProperties();

/// What a stylesheet may say that paper does not do.
enum class NotInPrint : std::uint8_t {
  Unknown,   // no such property: reported
  Harmless,  // a page is no worse without it: silent
  Missing    // CSS knows it, pages don't: reported
};
NotInPrint whyNotInPrint(std::string_view property);
/// The supported property whose name is nearest, if any is near.
std::optional<std::string_view> nearestProperty(std::string_view name);

/// What happens to a property on its way into an EPUB.
enum class EpubTreatment : std::uint8_t { Kept, Dropped, WithTwins };
EpubTreatment epubTreatment(std::string_view property);

}  // namespace octavo::css
