#include "css/addresses.h"

#include <algorithm>
#include <array>
#include <utility>

namespace octavo::css {
namespace {

/// Functions whose strings, variables and attributes are words, colours or numbers, never addresses; vendors' prefixes apart.
constexpr std::array<std::string_view, 112> kWordFunctions{
    "abs", "acos", "annotation", "asin", "atan", "atan2", "attr", "blur", "brightness", "calc", "character-variant", "circle",
    "clamp", "color", "color-mix", "conic-gradient", "content", "contrast", "cos", "counter", "counters", "cubic-bezier",
    "device-cmyk", "dir", "drop-shadow", "ellipse", "env", "exp", "fit-content", "format", "grayscale", "has", "hsl", "hsla",
    "hue-rotate", "hwb", "hypot", "icc-color", "inset", "invert", "is", "lab", "lang", "layer", "lch", "leader", "light-dark",
    "linear", "linear-gradient", "local", "log", "matrix", "matrix3d", "max", "min", "minmax", "mod", "not", "nth-child",
    "nth-last-child", "nth-last-of-type", "nth-of-type", "oklab", "oklch", "opacity", "ornaments", "path", "perspective",
    "polygon", "pow", "radial-gradient", "ray", "rect", "rem", "repeat", "repeating-linear-gradient", "rgb", "rgba", "rotate",
    "rotatex", "rotatey", "rotatez", "round", "saturate", "scale", "scalex", "scaley", "selector", "sepia", "sign", "sin", "skew",
    "skewx", "skewy", "sqrt", "steps", "string", "styleset", "stylistic", "swash", "symbols", "tan", "target-counter",
    "target-counters", "target-text", "tech", "translate", "translatex", "translatey", "var", "where", "xywh"};
constexpr std::array<std::string_view, 4> kPrefixes{"-webkit-", "-moz-", "-ms-", "-o-"};

bool takesWords(std::string_view function) {
  std::string name = toLower(function);
  for (const std::string_view prefix : kPrefixes) {
    if (name.starts_with(prefix)) name.erase(0, prefix.size());
  }
  return std::ranges::find(kWordFunctions, name) != kWordFunctions.end();
}

bool isHeldData(std::string_view address) {
  constexpr std::array<std::string_view, 7> kHeld{"data:image/png",        "data:image/jpeg",         "data:image/gif", "data:image/webp", "data:font/",
                                                  "data:application/font-", "data:application/x-font-"};
  const std::string begin = toLower(address.substr(0, 32));
  return std::ranges::any_of(kHeld, [&](std::string_view each) { return begin.starts_with(each); });
}

bool isHeld(std::string_view address, const IsOwnId& isOwn) {
  const std::size_t first = address.find_first_not_of(" \t\r\n\f");
  if (first == std::string_view::npos) return false;
  address.remove_prefix(first);
  if (!address.starts_with('#')) return isHeldData(address);
  return !isOwn || isOwn(address.substr(1, address.find_last_not_of(" \t\r\n\f")));
}

/// Names of namespaces are not fetched, but an unknown one is still somebody's address.
bool isKnownNamespace(std::string_view address) {
  return address.starts_with("http://www.w3.org/") || address.starts_with("http://www.idpf.org/");
}

/// An address has one ("http:"), numbers and keywords have none.
bool hasColon(ValueSpan values) {
  return std::ranges::any_of(values, [](const ComponentValue& part) { return part.is(TokenType::Colon) || hasColon(part.children); });
}

/// An address without marks around it, in a function that was written so as not to be url(): "u/**/rl(http://x.y)".
bool holdsBareAddress(ValueSpan values) {
  for (std::size_t i = 0; i + 1 < values.size(); ++i) {
    if (values[i].is(TokenType::Colon) && values[i + 1].isDelim('/')) return true;
  }
  return false;
}

/// Looks for what outsideAddress tells of.
class Finder {
 public:
  explicit Finder(const IsOwnId& isOwn) : isOwn_(isOwn) {}

  std::optional<std::string> find(ValueSpan values, bool isInAddress) const {
    for (const ComponentValue& part : values) {
      if (auto found = findIn(part, isInAddress)) return found;
    }
    return std::nullopt;
  }

 private:
  std::optional<std::string> findIn(const ComponentValue& part, bool isInAddress) const {
    const std::string& text = part.token.text;
    switch (part.token.type) {
      case TokenType::Url:
        return isHeld(text, isOwn_) ? std::nullopt : std::optional(text);
      case TokenType::BadUrl:
        return "url()";
      case TokenType::String:
        return isInAddress && !isHeld(text, isOwn_) ? std::optional(text) : std::nullopt;
      case TokenType::AtKeyword:
        return equalsIgnoringCase(text, "import") ? std::optional<std::string>("@import") : std::nullopt;
      case TokenType::Function:
        if (isInAddress && (part.isFunction("var") || part.isFunction("attr") || part.isFunction("env"))) return toCss(part);
        if (!takesWords(text) && holdsBareAddress(part.children)) return toCss(part);
        return find(part.children, !takesWords(text));
      case TokenType::OpenRound:
      case TokenType::OpenSquare:
        return find(part.children, isInAddress);
      default:
        return find(part.children, false);
    }
  }

  const IsOwnId& isOwn_;
};

/// The name that a rule @import or @namespace gives, or its text where there is none.
std::string namedBy(const RawRule& rule) {
  for (const ComponentValue& part : rule.prelude) {
    if (part.is(TokenType::String) || part.is(TokenType::Url)) return part.token.text;
    if (part.is(TokenType::Function) && part.children.size() == 1) return part.children[0].token.text;
  }
  return toCss(ValueSpan(rule.prelude));
}

/// Writes rules and declarations anew without those that ask for something from outside.
class HeldWriter {
 public:
  HeldWriter(Reporter& reporter, const IsOwnId& isOwn) : reporter_(reporter), isOwn_(isOwn) {}

  std::string rules(ValueSpan values, bool isTopLevel) {
    std::string css;
    for (const RawRule& rule : parseRules(values, isTopLevel, reporter_)) css += written(rule);
    return css;
  }

  std::string declarations(ValueSpan values) {
    std::string css;
    for (const RawDeclaration& each : parseDeclarations(values, reporter_).declarations) {
      if (auto address = outsideAddress(each.value, isOwn_)) {
        left_.push_back(*std::move(address));
      } else {
        css += (css.empty() ? "" : ";") + identifierToCss(each.name) + ":" + toCss(ValueSpan(each.value)) +
               (each.isImportant ? "!important" : "");
      }
    }
    return css;
  }

  std::vector<std::string> takeLeft() { return std::move(left_); }

 private:
  /// Roughly: what a rule that is torn has before its block is none.
  static bool isSelector(ValueSpan prelude) {
    return std::ranges::none_of(prelude, [](const ComponentValue& part) { return part.is(TokenType::String) || part.is(TokenType::Semicolon); });
  }

  std::string written(const RawRule& rule) {
    constexpr std::array<std::string_view, 6> kGroups{"media", "supports", "layer", "container", "keyframes", "-webkit-keyframes"};
    const std::string prelude = toCss(ValueSpan(rule.prelude));
    const bool isGroup = std::ranges::find(kGroups, rule.keyword) != kGroups.end() && rule.hasBlock;
    const bool isPlain = (rule.keyword.empty() ? isSelector(rule.prelude) : rule.keyword == "font-face") && rule.hasBlock;
    const bool isName = rule.keyword == "namespace" && !rule.hasBlock && isKnownNamespace(namedBy(rule));
    const std::string begin = rule.keyword.empty() ? prelude : "@" + rule.keyword + (prelude.empty() ? "" : " ") + prelude;
    if (isName) return begin + ";";
    const auto address = outsideAddress(rule.prelude, isOwn_);
    if (!address && isGroup) return begin + "{" + rules(rule.block, false) + "}";
    if (!address && isPlain) return begin + "{" + declarations(rule.block) + "}";
    const bool isNaming = rule.keyword == "import" || rule.keyword == "namespace";
    if (isNaming) left_.push_back(namedBy(rule));
    else if (rule.keyword != "charset") left_.push_back(address.value_or(begin));
    return {};
  }

  Reporter& reporter_;
  const IsOwnId& isOwn_;
  std::vector<std::string> left_;
};

/// Whether the text may stay as it is written: all of it was understood, and no part of it asks for anything.
bool isHarmless(ValueSpan values, const IsOwnId& isOwn, const Diagnostics& diagnostics) {
  const bool namesAnything = std::ranges::any_of(values, [](const ComponentValue& part) {
    if (part.is(TokenType::String)) return true;
    return part.is(TokenType::AtKeyword) && !equalsIgnoringCase(part.token.text, "media") && !equalsIgnoringCase(part.token.text, "font-face");
  });
  return !namesAnything && diagnostics.entries().empty() && !outsideAddress(values, isOwn);
}

template <class Write>
HeldStyle held(std::string_view text, const IsOwnId& isOwn, const Write& write) {
  Diagnostics unsaid;  // whoever uses the document cannot mend its style
  Reporter reporter(SourcePosition{}, unsaid);
  const Values values = parseComponents(text, reporter);
  if (isHarmless(values, isOwn, unsaid)) return {std::string(text), {}};
  HeldWriter writer(reporter, isOwn);
  std::string css = write(writer, ValueSpan(values));
  return {std::move(css), writer.takeLeft()};
}

}  // namespace

std::optional<std::string> outsideAddress(ValueSpan value, const IsOwnId& isOwn) { return Finder(isOwn).find(value, false); }

HeldStyle heldSheet(std::string_view sheet, const IsOwnId& isOwn) {
  return held(sheet, isOwn, [](HeldWriter& writer, ValueSpan values) { return writer.rules(values, true); });
}

HeldStyle heldDeclarations(std::string_view style, const IsOwnId& isOwn) {
  return held(style, isOwn, [](HeldWriter& writer, ValueSpan values) { return writer.declarations(values); });
}

HeldStyle heldValue(std::string_view value, const IsOwnId& isOwn) {
  Diagnostics unsaid;
  Reporter reporter(SourcePosition{}, unsaid);
  const Values values = parseComponents(value, reporter);
  if (auto address = outsideAddress(values, isOwn)) return {{}, {*std::move(address)}};
  if (hasColon(values)) return {{}, {std::string(value)}};
  return {std::string(value), {}};
}

}  // namespace octavo::css
