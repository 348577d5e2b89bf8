// css: custom properties and var(). CSS Custom Properties for Cascading Variables Level 1.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "css/style.h"
#include "css/syntax.h"

namespace octavo::css {

/// Custom properties with all var() in them replaced. One that is invalid is absent.
using CustomProperties = std::map<std::string, Values, std::less<>>;

/// What elements hand down beside their style.
struct CascadeContext {
  std::shared_ptr<const CustomProperties> custom;  // never null
  Length rootFontSize, rootLineHeight;
};

/// The values with every var() replaced, or by its fallback. Nothing when one has neither, or when the result
/// would grow beyond reason.
std::optional<Values> substitute(ValueSpan values, const CustomProperties& custom);

/// Replaces var() in `own` (by themselves and `inherited`); properties in a cycle become invalid.
CustomProperties resolve(const CustomProperties& own, const CustomProperties& inherited);

}  // namespace octavo::css
