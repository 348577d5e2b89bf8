// css: written declarations → checked declarations of longhands.
#include <algorithm>

#include "css/stylesheet.h"

namespace octavo::css {
namespace {

const InheritedStyle& initialStyle() {
  static const InheritedStyle kInitial;
  return kInitial;
}

UnitContext initialContext() {
  UnitContext context;
  context.parent = &initialStyle();
  context.fontSize = context.rootFontSize = initialStyle().fontSize;
  context.lineHeight = context.rootLineHeight =
      usedLineHeight(initialStyle().lineHeight, initialStyle().fontSize);
  return context;
}

bool isUnderstood(PropertyId id, const Value& value) {
  const PropertyId logical = toLogical(id, WritingMode::HorizontalTb, Direction::LeftToRight);
  ComputedStyle scratch;
  return properties()[logical].set(scratch, value, initialContext());
}

bool isCompound(const Property& property) {
  return property.kind == Property::Kind::Shorthand || property.kind == Property::Kind::Alias;
}

void pushWide(PropertyId id, WideKeyword wide, bool isImportant, Declarations& into) {
  Declaration declaration;
  declaration.property = id;
  declaration.wide = wide;
  declaration.isImportant = isImportant;
  into.push_back(std::move(declaration));
}

void pushWritten(PropertyId id, const RawDeclaration& raw, Declarations& into) {
  Declaration declaration;
  declaration.property = id;
  declaration.isImportant = raw.isImportant;
  declaration.written = std::make_shared<const Values>(raw.value);
  into.push_back(std::move(declaration));
}

void addCustom(const RawDeclaration& raw, Declarations& into) {
  Declaration declaration;
  declaration.customName = raw.name;
  declaration.isImportant = raw.isImportant;
  declaration.wide = wideKeyword(Value(raw.value));
  declaration.written = std::make_shared<const Values>(raw.value);
  into.push_back(std::move(declaration));
}

/// False: the value is not understood.
bool addKnown(PropertyId id, const RawDeclaration& raw, Declarations& into) {
  if (hasVariables(raw.value)) {
    pushWritten(id, raw, into);
    return true;
  }
  const Value value(raw.value);
  const WideKeyword wide = wideKeyword(value);
  const Property& property = properties()[id];
  Declaration written;
  written.isImportant = raw.isImportant;
  if (isCompound(property)) {
    if (wide == WideKeyword::None) return expandShorthand(id, value, written, into);
    for (const PropertyId longhand : longhandsOf(id)) pushWide(longhand, wide, raw.isImportant, into);
    return true;
  }
  if (wide != WideKeyword::None) {
    pushWide(id, wide, raw.isImportant, into);
    return true;
  }
  if (!isUnderstood(id, value)) return false;
  written.property = id;
  written.value = std::make_shared<const Value>(value);
  into.push_back(std::move(written));
  return true;
}

void reportUnknown(const RawDeclaration& raw, Reporter& reporter) {
  switch (whyNotInPrint(raw.name)) {
    case NotInPrint::Harmless:
      return;
    case NotInPrint::Missing:
      reporter.warn("css-unsupported-property", raw.offset, "'" + raw.name + "' has no effect on the page",
                    {}, raw.name);
      return;
    case NotInPrint::Unknown:
      break;
  }
  const auto nearest = nearestProperty(raw.name);
  reporter.warn("css-unknown-property", raw.offset, "unknown property '" + raw.name + "'",
                nearest ? "did you mean '" + std::string(*nearest) + "'?" : "", raw.name);
}

/// -epub-hyphens and -webkit-hyphens mean hyphens: EPUB 3.3, section 6.3.1.3.
std::optional<std::string_view> withoutPrefix(std::string_view name) {
  for (const std::string_view prefix : {"-epub-", "-webkit-"}) {
    if (name.starts_with(prefix) && findProperty(name.substr(prefix.size())))
      return name.substr(prefix.size());
  }
  return std::nullopt;
}

void addOne(const RawDeclaration& raw, Reporter& reporter, Declarations& into) {
  if (raw.name.starts_with("--")) return addCustom(raw, into);
  if (const auto id = findProperty(raw.name)) {
    if (addKnown(*id, raw, into)) return;
    const std::string text = raw.name + ": " + toCss(ValueSpan(raw.value));
    reporter.warn("css-unsupported-value", raw.offset, "'" + text + "' is not supported",
                  "'" + raw.name + "' takes: " + std::string(properties()[*id].values), text);
    return;
  }
  if (const auto twin = withoutPrefix(raw.name)) {
    addKnown(*findProperty(*twin), raw, into);  // a value we don't know is one for the screen
    return;
  }
  reportUnknown(raw, reporter);
}

}  // namespace

WideKeyword wideKeyword(const Value& value) {
  const std::string_view word = value.keyword();
  if (word == "inherit") return WideKeyword::Inherit;
  if (word == "initial") return WideKeyword::Initial;
  // revert would go back to an earlier origin; to unset is the nearest without one.
  const bool isUnset = word == "unset" || word == "revert" || word == "revert-layer";
  return isUnset ? WideKeyword::Unset : WideKeyword::None;
}

bool hasVariables(ValueSpan values) {
  return std::ranges::any_of(values, [](const ComponentValue& value) {
    return value.isFunction("var") || hasVariables(value.children);
  });
}

bool expandShorthand(PropertyId id, const Value& value, const Declaration& written, Declarations& into) {
  const auto expanded = properties()[id].expand(value);
  if (!expanded) return false;
  const auto longhands = longhandsOf(id);
  Declarations declarations;
  for (std::size_t i = 0; i < longhands.size(); ++i) {
    const Value& part = (*expanded)[i];
    Declaration declaration;
    declaration.property = longhands[i];
    declaration.isImportant = written.isImportant;
    if (part.size() == 0) {
      declaration.wide = WideKeyword::Initial;
    } else if (wideKeyword(part) != WideKeyword::None || !isUnderstood(longhands[i], part)) {
      return false;
    } else {
      declaration.value = std::make_shared<const Value>(part);
    }
    declarations.push_back(std::move(declaration));
  }
  into.insert(into.end(), declarations.begin(), declarations.end());
  return true;
}

void addDeclarations(const std::vector<RawDeclaration>& written, Reporter& reporter, Declarations& into) {
  for (const RawDeclaration& raw : written) addOne(raw, reporter, into);
}

bool isSupported(std::string_view property, ValueSpan value) {
  if (property.starts_with("--")) return true;
  const auto id = findProperty(toLower(property));
  if (!id) return false;
  RawDeclaration raw;
  raw.value.assign(value.begin(), value.end());
  Declarations ignored;
  return !raw.value.empty() && addKnown(*id, raw, ignored);
}

}  // namespace octavo::css
