#include "css/properties.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace octavo::css {
namespace {

/// The table with all that follows from it: ids by name, and by id what a row stands for.
struct Registry {
  std::vector<Property> rows;
  std::unordered_map<std::string_view, PropertyId> byName;
  std::vector<std::vector<PropertyId>> longhands;  // of shorthands
  std::vector<std::array<PropertyId, 4>> logical;  // block-start, inline-end, block-end, inline-start

  Registry() {
    for (const auto part : {fontProperties(), fontVariantProperties(), textProperties(), breakProperties(), lineProperties(),
                            decorationProperties(),
                            boxProperties(), generatedContentProperties(), shorthandProperties()}) {
      rows.insert(rows.end(), part.begin(), part.end());
    }
    for (std::size_t id = 0; id < rows.size(); ++id)
      byName.emplace(rows[id].name, static_cast<PropertyId>(id));
    longhands.resize(rows.size());
    logical.resize(rows.size());
    for (std::size_t id = 0; id < rows.size(); ++id) link(id);
  }

  void link(std::size_t id) {
    const Property& property = rows[id];
    for (const std::string_view name : property.longhands) longhands[id].push_back(byName.at(name));
    const std::string before(property.before), after(property.after);
    if (property.kind == Property::Kind::Physical) {
      constexpr std::array kSides{"block-start", "inline-end", "block-end", "inline-start"};
      for (std::size_t side = 0; side < 4; ++side)
        logical[id][side] = byName.at(before + kSides[side] + after);
    } else if (property.kind == Property::Kind::PhysicalSize) {
      logical[id] = {byName.at(before + "block-size"), byName.at(before + "inline-size"), 0, 0};
    }
  }
};

const Registry& registry() {
  static const Registry kRegistry;
  return kRegistry;
}

/// Where a side of the paper is in the flow: 0 block-start, 1 inline-end, 2 block-end, 3 inline-start.
std::size_t logicalSide(PhysicalSide side, WritingMode mode, Direction direction) {
  const bool isHorizontal = mode == WritingMode::HorizontalTb;
  const bool isLeftToRight = direction == Direction::LeftToRight;
  const bool isAlongLine = isHorizontal == (side == PhysicalSide::Left || side == PhysicalSide::Right);
  const bool isNear = side == PhysicalSide::Top || side == PhysicalSide::Left;
  if (isAlongLine) return isNear == isLeftToRight ? 3 : 1;
  // Across the lines: the block axis starts at the top, at the left (vertical-lr) or at the right
  // (vertical-rl).
  return isNear == (mode != WritingMode::VerticalRl) ? 0 : 2;
}

}  // namespace

const std::vector<Property>& properties() { return registry().rows; }

std::optional<PropertyId> findProperty(std::string_view name) {
  const auto found = registry().byName.find(name);
  return found == registry().byName.end() ? std::nullopt : std::optional(found->second);
}

PropertyId toLogical(PropertyId id, WritingMode mode, Direction direction) {
  const Property& property = registry().rows[id];
  if (property.kind == Property::Kind::Physical) {
    return registry().logical[id][logicalSide(property.side, mode, direction)];
  }
  if (property.kind == Property::Kind::PhysicalSize) {
    const bool isInline = (property.side == PhysicalSide::Left) == (mode == WritingMode::HorizontalTb);
    return registry().logical[id][isInline ? 1 : 0];
  }
  return id;
}

std::span<const PropertyId> longhandsOf(PropertyId id) { return registry().longhands[id]; }

}  // namespace octavo::css
