// css: the sheets once more as text, for reading systems. EPUB 3.3, section 6.3.1.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "css/stylesheet.h"
#include "css/variables.h"

namespace octavo::css {
namespace {

/// Properties with twins that older reading systems want. word-break never had one of WebKit's, initial-letter none of
/// EPUB's.
struct Twin {
  std::string_view name;
  bool hasWebkit;
  bool hasEpub = true;
};
constexpr std::array kTwins{
    Twin{"writing-mode", true},
    Twin{"text-orientation", true},
    Twin{"text-emphasis", true},
    Twin{"text-emphasis-style", true},
    Twin{"text-emphasis-color", true},
    Twin{"text-emphasis-position", true},
    Twin{"ruby-position", true},
    Twin{"hyphens", true},
    Twin{"line-break", true},
    Twin{"word-break", false},
    Twin{"initial-letter", true, false},
};

/// The last two must not be in an EPUB at all (EPUB 3.3, section 6.3.1.2): there the markup's dir attribute
/// rules.
constexpr std::array<std::string_view, 6> kLeftOut{"string-set",      "page",      "footnote-display",
                                                   "footnote-policy", "direction", "unicode-bidi"};
constexpr std::array<std::string_view, 5> kPaperFloats{"footnote", "block-start", "block-end", "top",
                                                       "bottom"};
constexpr std::array<std::string_view, 5> kPaperContent{"target-counter", "target-counters", "target-text",
                                                        "leader", "string"};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Page numbers and what else only a page can say.
bool isPaperContent(const ComponentValue& part) {
  if (!part.is(TokenType::Function)) return part.isKeyword("contents");
  const std::string name = toLower(part.token.text);
  if (isOneOf(kPaperContent, name) || name == "content") return true;
  const ValueSpan inside = trimmed(part.children);
  const bool isCounter = name == "counter" || name == "counters";
  return isCounter && !inside.empty() && (inside[0].isKeyword("page") || inside[0].isKeyword("pages"));
}

bool isForPaper(const RawDeclaration& declaration, const Value& value) {
  if (epubTreatment(declaration.name) == EpubTreatment::Dropped) return true;
  if (declaration.name == "float") return isOneOf(kPaperFloats, value.keyword());
  if (declaration.name == "content") return std::ranges::any_of(value.parts(), isPaperContent);
  return false;
}

/// Whether a rule's custom properties hold for the whole document.
bool isForAll(const StyleRule& rule) {
  return std::ranges::any_of(rule.selectors, [](const Selector& selector) {
    if (selector.compounds.size() != 1 || !selector.pseudoCss.empty()) return false;
    const auto& parts = selector.compounds[0].parts;
    if (parts.size() != 1) return false;
    const bool isTop =
        parts[0].kind == SimpleKind::Type && (parts[0].name == "html" || parts[0].name == "body");
    return isTop || parts[0].kind == SimpleKind::Root || parts[0].kind == SimpleKind::Universal;
  });
}

class EpubWriter {
 public:
  EpubWriter(const std::vector<StylesheetPtr>& sheets,
             const std::function<std::string(const FontFaceRule&)>& fontPath)
      : sheets_(sheets), fontPath_(fontPath) {}

  std::string run() {
    CustomProperties custom;
    for (const StylesheetPtr& sheet : sheets_) collect(sheet->rules, custom);
    custom_ = resolve(custom, {});
    for (const StylesheetPtr& sheet : sheets_) writeRules(sheet->rules, 0);
    std::string head;
    for (const std::string& each : namespaces_) head += each + "\n";
    return head + css_;
  }

 private:
  enum class Reach { Never, Always, Sometimes };

  /// Whether a screen meets the queries; `Sometimes`: where it has the features that `wanted` names.
  static Reach reach(const MediaQueries& media, std::string& wanted) {
    if (media.queries.empty()) return Reach::Always;
    wanted.clear();
    for (const MediaQuery& query : media.queries) {
      const bool isScreen = query.type == "all" || query.type == "screen";
      if (query.features.empty() ? isScreen != query.isNegated : !isScreen && query.isNegated)
        return Reach::Always;
      if (query.features.empty() || !isScreen) continue;
      wanted +=
          (wanted.empty() ? "" : ", ") + std::string(query.isNegated ? "not all and " : "") + query.features;
    }
    return wanted.empty() ? Reach::Never : Reach::Sometimes;
  }

  void collect(const std::vector<Rule>& rules, CustomProperties& custom) {
    std::string features;
    for (const Rule& rule : rules) {
      if (const auto* style = std::get_if<StyleRule>(&rule.content)) {
        if (!isForAll(*style)) continue;
        for (const RawDeclaration& each : style->written) {
          if (each.name.starts_with("--")) custom[each.name] = each.value;
        }
      } else if (const auto* group = std::get_if<GroupRule>(&rule.content)) {
        if (group->holds && reach(group->media, features) == Reach::Always) collect(group->rules, custom);
      } else if (const auto* import = std::get_if<ImportRule>(&rule.content)) {
        if (reach(import->media, features) == Reach::Always) collect(import->sheet->rules, custom);
      }
    }
  }

  void writeRules(const std::vector<Rule>& rules, int depth) {
    for (const Rule& rule : rules) {
      if (const auto* style = std::get_if<StyleRule>(&rule.content)) {
        writeStyle(*style, depth);
      } else if (const auto* group = std::get_if<GroupRule>(&rule.content)) {
        if (group->holds) writeGroup(group->media, group->rules, depth);
      } else if (const auto* import = std::get_if<ImportRule>(&rule.content)) {
        writeGroup(import->media, import->sheet->rules, depth);
      } else if (const auto* face = std::get_if<FontFaceBlock>(&rule.content)) {
        writeFace(*face, depth);
      } else if (const auto* space = std::get_if<NamespaceRule>(&rule.content)) {
        if (std::ranges::find(namespaces_, space->css) == namespaces_.end())
          namespaces_.push_back(space->css);
      }
    }
  }

  void writeGroup(const MediaQueries& media, const std::vector<Rule>& rules, int depth) {
    std::string features;
    switch (reach(media, features)) {
      case Reach::Never:
        return;
      case Reach::Always:
        return writeRules(rules, depth);
      case Reach::Sometimes:
        break;
    }
    const std::string before = std::exchange(css_, {});
    writeRules(rules, depth + 1);
    const std::string inside = std::exchange(css_, before);
    if (!inside.empty())
      css_ += indent(depth) + "@media " + features + " {\n" + inside + indent(depth) + "}\n";
  }

  static std::string indent(int depth) { return std::string(static_cast<std::size_t>(depth) * 2, ' '); }

  void writeStyle(const StyleRule& rule, int depth) {
    std::string selectors = rule.selectors.empty() ? rule.writtenSelector : "";
    for (const Selector& selector : rule.selectors) {
      for (const std::string& each : toPlainCss(selector))
        selectors += (selectors.empty() ? "" : ", ") + each;
    }
    const std::string inside = declarations(rule.written, depth + 1);
    if (selectors.empty() || inside.empty()) return;
    css_ += indent(depth) + selectors + " {\n" + inside + indent(depth) + "}\n";
  }

  std::string declarations(const std::vector<RawDeclaration>& written, int depth) {
    CustomProperties own;
    for (const RawDeclaration& each : written) {
      if (each.name.starts_with("--")) own[each.name] = each.value;
    }
    const CustomProperties custom = own.empty() ? custom_ : resolve(own, custom_);
    std::string css;
    for (const RawDeclaration& each : written) {
      if (each.name.starts_with("--")) continue;
      const auto values = substitute(each.value, custom);
      if (!values || values->empty() || isForPaper(each, Value(*values))) continue;
      const std::string value = toCss(trimmed(*values)) + (each.isImportant ? " !important" : "");
      const auto add = [&](const std::string& name, const std::string& as) {
        css += indent(depth) + name + ": " + as + ";\n";
      };
      for (const std::string& twin : twinsOf(each.name)) {
        const std::string as = valueOfTwin(twin, value);
        if (!as.empty() && std::ranges::find(written, twin, &RawDeclaration::name) == written.end()) add(twin, as);
      }
      add(identifierToCss(each.name), value);
    }
    return css;
  }

  static std::string initialLetterInNumbers(std::string value) {
    for (const std::string_view word : {"drop", "raise"}) {
      const std::size_t at = value.find(word);
      if (at == std::string::npos) continue;
      value.erase(at, word.size());
      if (value.find_first_not_of(' ') == std::string::npos) return {};
      const std::size_t begin = value.find_first_not_of(' '), end = value.find_last_not_of(' ');
      value = value.substr(begin, end - begin + 1);
      if (word == "raise") value += " 1";
    }
    return value;
  }

  /// The twins of ruby-position are older than `alternate`, and WebKit's has its own words for the sides. Empty:
  /// not to be written. That of initial-letter knows numbers only.
  static std::string valueOfTwin(std::string_view twin, const std::string& value) {
    if (twin == "-webkit-initial-letter") return initialLetterInNumbers(value);
    if (!twin.ends_with("-ruby-position")) return value;
    if (value.starts_with("alternate") || value.ends_with("alternate")) return {};
    if (twin.starts_with("-epub-")) return value;
    if (value.starts_with("over")) return "before" + value.substr(4);
    return value.starts_with("under") ? "after" + value.substr(5) : value;
  }

  static std::vector<std::string> twinsOf(std::string_view name) {
    const auto twin = std::ranges::find(kTwins, name, &Twin::name);
    if (twin == kTwins.end()) return {};
    std::vector<std::string> names;
    if (twin->hasEpub) names.push_back("-epub-" + std::string(name));
    if (twin->hasWebkit) names.push_back("-webkit-" + std::string(name));
    return names;
  }

  void writeFace(const FontFaceBlock& block, int depth) {
    const std::string path = fontPath_ ? fontPath_(block.face) : std::string();
    if (path.empty()) return;
    css_ += indent(depth) + "@font-face {\n";
    for (const RawDeclaration& each : block.written) {
      if (each.name == "src" || each.name == "unicode-range") continue;
      css_ += indent(depth + 1) + identifierToCss(each.name) + ": " + toCss(ValueSpan(each.value)) + ";\n";
    }
    std::string ranges;
    for (const auto& [first, last] : block.face.unicodeRange) {
      ranges += (ranges.empty() ? "" : ", ") +
                fmt::format("U+{:X}-{:X}", static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last));
    }
    if (!ranges.empty()) css_ += indent(depth + 1) + "unicode-range: " + ranges + ";\n";
    css_ += indent(depth + 1) + "src: url(" + stringToCss(path) + ");\n" + indent(depth) + "}\n";
  }

  const std::vector<StylesheetPtr>& sheets_;
  const std::function<std::string(const FontFaceRule&)>& fontPath_;
  CustomProperties custom_;
  std::vector<std::string> namespaces_;
  std::string css_;
};

}  // namespace

EpubTreatment epubTreatment(std::string_view property) {
  if (isOneOf(kLeftOut, property)) return EpubTreatment::Dropped;
  for (const std::string_view prefix : {"bookmark-", "-octavo-"}) {
    if (property.starts_with(prefix)) return EpubTreatment::Dropped;
  }
  for (const std::string_view prefix : {"-epub-", "-webkit-"}) {
    if (property.starts_with(prefix)) {
      const bool isLeftOut = epubTreatment(property.substr(prefix.size())) == EpubTreatment::Dropped;
      return isLeftOut ? EpubTreatment::Dropped : EpubTreatment::Kept;
    }
  }
  const bool hasTwins = std::ranges::find(kTwins, property, &Twin::name) != kTwins.end();
  return hasTwins ? EpubTreatment::WithTwins : EpubTreatment::Kept;
}

std::string serializeForEpub(const std::vector<StylesheetPtr>& sheets,
                             const std::function<std::string(const FontFaceRule&)>& fontPath) {
  return EpubWriter(sheets, fontPath).run();
}

}  // namespace octavo::css
