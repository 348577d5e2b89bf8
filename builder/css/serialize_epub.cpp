// css: the sheets once more as text, for reading systems. EPUB 3.3, section 6.3.1.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "css/epub_rewriting_private.h"
#include "css/stylesheet.h"
#include "css/variables.h"

namespace octavo::css {
namespace {

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
             const std::function<std::string(const FontFaceRule&)>& fontPath, const EpubStyle& style)
      : sheets_(sheets), fontPath_(fontPath), style_(style) {
    keepWidestLanguages(style_.languages);
  }

  std::string run() {
    CustomProperties custom;
    for (const StylesheetPtr& sheet : sheets_) collect(sheet->rules, custom);
    custom_ = resolve(custom, {});
    for (const StylesheetPtr& sheet : sheets_) writeRules(sheet->rules, 0);
    std::string head;
    for (const std::string& each : namespaces_) head += style_.isPlain ? "" : each + "\n";
    return head + css_ + style_.closing + withoutFallbackForMarks();
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
      } else if (const auto* face = std::get_if<FontFaceBlock>(&rule.content)) {
        if (fontPath_ && !fontPath_(face->face).empty()) embedded_.push_back(face->face.family);
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
    if (style_.isPlain) return;
    const std::string before = std::exchange(css_, {});
    writeRules(rules, depth + 1);
    const std::string inside = std::exchange(css_, before);
    if (!inside.empty())
      css_ += indent(depth) + "@media " + features + " {\n" + inside + indent(depth) + "}\n";
  }

  static std::string indent(int depth) { return std::string(static_cast<std::size_t>(depth) * 2, ' '); }

  /// The texts of one selector of the rule.
  std::vector<std::string> textsOf(const Selector& selector) const {
    std::vector<std::string> texts = toPlainCss(selector);
    if (!style_.isPlain || texts.empty()) return texts;
    texts.clear();
    for (const Selector& plain : withoutLists(selector).value_or(std::vector<Selector>())) {
      if (std::string css = plainSelector(plain); !css.empty()) texts.push_back(std::move(css));
    }
    return texts;
  }

  /// A rule's selectors that go together into one rule of the EPUB: all, or those for the same language.
  struct Group {
    std::string language;
    std::vector<std::string> selectors;
  };
  std::vector<Group> groupsOf(const StyleRule& rule) const {
    const bool hasFaces = style_.isRewritten && std::ranges::find(rule.written, "font-family", &RawDeclaration::name) != rule.written.end();
    std::vector<Group> groups;
    if (rule.selectors.empty() && !style_.isPlain) groups.push_back({{}, {rule.writtenSelector}});
    for (const Selector& selector : rule.selectors) {
      for (const Selector& each : hasFaces ? withoutLists(selector).value_or(std::vector{selector}) : std::vector{selector}) {
        const std::string language = hasFaces ? languageOf(each) : std::string();
        if (groups.empty() || groups.back().language != language) groups.push_back({language, {}});
        std::ranges::move(textsOf(each), std::back_inserter(groups.back().selectors));
      }
    }
    return groups;
  }

  void writeStyle(const StyleRule& rule, int depth) {
    const EpubDeclarations written = declarations(rule.written);
    for (const Group& group : groupsOf(rule)) {
      if (group.selectors.empty()) continue;
      const std::string selectors = fmt::format("{}", fmt::join(group.selectors, ", "));
      EpubDeclarations declared = written;
      if (style_.isRewritten) rewrite(declared, rule, group.language, selectors);
      writeRule(selectors, declared, depth);
      const EpubDeclaration* families = find(written, "font-family");
      if (style_.isRewritten && families && find(declared, "font-family")) writeFamilies(rule, group, *families, depth);
    }
  }

  void writeRule(const std::string& selectors, const EpubDeclarations& declared, int depth) {
    const std::string inside = textOf(declared, depth + 1);
    if (!inside.empty()) css_ += indent(depth) + selectors + " {\n" + inside + indent(depth) + "}\n";
  }

  EpubDeclarations declarations(const std::vector<RawDeclaration>& written) const {
    CustomProperties own;
    for (const RawDeclaration& each : written) {
      if (each.name.starts_with("--")) own[each.name] = each.value;
    }
    const CustomProperties custom = own.empty() ? custom_ : resolve(own, custom_);
    EpubDeclarations made;
    for (const RawDeclaration& each : written) {
      if (each.name.starts_with("--")) continue;
      auto values = substitute(each.value, custom);
      if (!values || values->empty() || isForPaper(each, Value(*values))) continue;
      const ValueSpan value = trimmed(*values);
      made.push_back({each.name, Values(value.begin(), value.end()), each.isImportant});
    }
    return made;
  }

  void rewrite(EpubDeclarations& declared, const StyleRule& rule, std::string_view language, const std::string& selectors) {
    const RuleSubject subject = subjectOf(rule);
    makeRelative(declared, subject, style_);
    makeReadable(declared, subject, style_);
    makePhysical(declared, style_.flow);
    makeFit(declared, subject, style_);
    if (subject.isRoot && style_.hasReadersFont) {
      std::erase_if(declared, [&](const EpubDeclaration& each) { return each.name == "font-family" && !namesEmbedded(each); });
    }
    for (EpubDeclaration& each : declared) {
      if (each.name == "font-family") each.value = withDeviceFaces(each.value, textLanguage(language), style_);
    }
    addFallbackForMarks(declared, subject, selectors);
  }

  bool namesEmbedded(const EpubDeclaration& families) const {
    return std::ranges::any_of(families.value, [&](const ComponentValue& part) {
      return part.is(TokenType::String) && std::ranges::find(embedded_, part.token.text) != embedded_.end();
    });
  }

  static bool isWithin(std::string_view tag, std::string_view range) {
    return range.empty() || (tag.starts_with(range) && (tag.size() == range.size() || tag[range.size()] == '-'));
  }

  /// The language of the text that a rule for `range` is for: for :lang(zh) in a book in zh-Hant that.
  std::string textLanguage(std::string_view range) const {
    return std::string(isWithin(style_.mainLanguage, range) ? style_.mainLanguage : range);
  }

  /// The families once more for text in another language inside: it has other faces.
  void writeFamilies(const StyleRule& rule, const Group& group, const EpubDeclaration& families, int depth) {
    const bool hasPseudo = std::ranges::any_of(rule.selectors, [](const Selector& each) { return !each.pseudoCss.empty(); });
    if (hasPseudo || rule.selectors.empty()) return;
    const std::string own = toCss(withDeviceFaces(families.value, textLanguage(group.language), style_));
    const bool isRoot = subjectOf(rule).isRoot;
    for (const std::string& tag : style_.languages) {
      if (!isWithin(tag, group.language) || !hasDeviceFaces(tag)) continue;
      const Values others = withDeviceFaces(families.value, tag, style_);
      if (toCss(others) == own) continue;
      const std::string language = "[lang|=" + stringToCss(tag) + "]";
      std::string inside;
      for (const std::string& each : group.selectors) {
        inside += (inside.empty() ? "" : ", ") + (isRoot ? "" : each + language + ", ") + each + " " + language;
      }
      writeRule(inside, {{"font-family", others, families.isImportant}}, depth);
    }
  }

  /// Where marks beside the characters are unknown, bold says what they say: the custom of plain text in Chinese and
  /// Japanese, and no slant, which these scripts do not have. (Requirements for Japanese Text Layout, 3.3.9.)
  void addFallbackForMarks(EpubDeclarations& declared, const RuleSubject& subject, const std::string& selectors) {
    const bool hasWeight = find(declared, "font-weight");
    if (hasWeight) std::erase(boldForMarks_, selectors);
    const EpubDeclaration* marks = find(declared, "text-emphasis");
    if (!marks) marks = find(declared, "text-emphasis-style");
    if (!marks || hasWeight || subject.isBold || marks->value.empty()) return;
    const bool isNone = std::ranges::any_of(marks->value, [](const ComponentValue& part) {
      return part.isKeyword("none") || part.isKeyword("inherit") || part.isKeyword("initial") || part.isKeyword("unset");
    });
    if (isNone) return;
    declared.push_back({"font-weight", valuesOf("bold"), false});
    boldForMarks_.push_back(selectors);
  }

  /// At the end, where an engine that stumbles over conditions has read everything else (dvschultz/99problems#22).
  std::string withoutFallbackForMarks() const {
    if (boldForMarks_.empty() || style_.isPlain) return {};
    return fmt::format("@supports (text-emphasis: filled) or (-webkit-text-emphasis: filled) {{\n  {} {{\n    font-weight: inherit;\n  }}\n}}\n",
                       fmt::join(boldForMarks_, ", "));
  }

  std::string textOf(const EpubDeclarations& declared, int depth) const {
    std::string css;
    const auto add = [&](std::string_view name, const std::string& as) {
      css += indent(depth) + std::string(name) + ": " + as + ";\n";
    };
    const auto valueOf = [](const EpubDeclaration& each) { return toCss(each.value) + (each.isImportant ? " !important" : ""); };
    for (const EpubDeclaration& each : declared) {
      const std::string value = valueOf(each);
      for (const auto& [twin, as] : twinsOf(each.name, value)) {
        if (!find(declared, twin)) add(twin, as);
      }
      EpubDeclaration older = each;
      if (style_.isRewritten) older.value = withoutRem(each, declared);
      const bool hasOlder = style_.isRewritten && !older.value.empty();
      if (hasOlder) add(each.name, valueOf(older));
      if (style_.isRewritten) {
        for (const EpubDeclaration& form : olderForms(each, style_.flow)) add(form.name, valueOf(form));
      }
      if (!hasOlder || !style_.isPlain) add(identifierToCss(each.name), value);
    }
    return css;
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
  EpubStyle style_;
  CustomProperties custom_;
  std::vector<std::string> boldForMarks_;  // selectors
  std::vector<std::string> embedded_;      // families that the book brings along
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
  return hasTwins(property) ? EpubTreatment::WithTwins : EpubTreatment::Kept;
}

Values valuesOf(std::string_view css) {
  Diagnostics none;  // the text is ours
  Reporter reporter(SourcePosition{}, none);
  return parseComponents(css, reporter);
}

const EpubDeclaration* find(const EpubDeclarations& declarations, std::string_view name) {
  const auto found = std::ranges::find(declarations, name, &EpubDeclaration::name);
  return found == declarations.end() ? nullptr : &*found;
}

std::string serializeForEpub(const std::vector<StylesheetPtr>& sheets,
                             const std::function<std::string(const FontFaceRule&)>& fontPath) {
  return serializeForEpub(sheets, fontPath, {});
}

std::string serializeForEpub(const std::vector<StylesheetPtr>& sheets,
                             const std::function<std::string(const FontFaceRule&)>& fontPath, const EpubStyle& style) {
  return EpubWriter(sheets, fontPath, style).run();
}

}  // namespace octavo::css
