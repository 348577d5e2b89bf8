// css: the text of a sheet → its rules.
#include <algorithm>
#include <array>

#include "base/data_address.h"
#include "css/addresses.h"
#include "css/program_words.h"
#include "css/stylesheet.h"

namespace octavo::css {
namespace {

constexpr std::size_t kMaximumImports = 20;  // one inside the other
constexpr int kMaximumGroups = 50;           // @media inside @media

struct NamespaceName {
  std::string_view address, prefix;
};
/// The prefixes dom gives to attributes of well-known namespaces.
constexpr std::array kNamespaces{
    NamespaceName{"http://www.idpf.org/2007/ops", "epub"},
    NamespaceName{"http://www.w3.org/1999/xlink", "xlink"},
    NamespaceName{"http://www.w3.org/XML/1998/namespace", "xml"},
};

/// At-rules for screens, of no use on paper.
constexpr std::array<std::string_view, 5> kScreenRules{"keyframes", "-webkit-keyframes", "-moz-keyframes",
                                                       "viewport", "-ms-viewport"};

/// The address of an @import or @namespace; nothing when there is none.
std::optional<std::string> addressOf(const ComponentValue& part) {
  if (part.is(TokenType::String) || part.is(TokenType::Url)) return part.token.text;
  if (!part.isFunction("url")) return std::nullopt;
  const ValueSpan inside = trimmed(part.children);
  return inside.size() == 1 && inside[0].is(TokenType::String) ? std::optional(inside[0].token.text)
                                                               : std::nullopt;
}

class SheetParser {
 public:
  SheetParser(const SourceFile& source, const ImportLoader& load, std::vector<const SourceFile*>& open,
              Diagnostics& diagnostics, bool seesPages)
      : source_(source), load_(load), open_(open), reporter_(source, diagnostics), seesPages_(seesPages) {}

  StylesheetPtr run() {
    auto sheet = std::make_shared<Stylesheet>();
    open_.push_back(&source_);
    const Values values = parseComponents(source_.text, reporter_);
    addRules(parseRules(values, true, reporter_), 0, sheet->rules);
    open_.pop_back();
    return sheet;
  }

 private:
  void addRules(const std::vector<RawRule>& rules, int depth, std::vector<Rule>& into) {
    for (const RawRule& rule : rules) {
      if (rule.keyword.empty()) {
        addStyleRule(rule, into);
        mayImport_ = mayDeclareNamespace_ = false;
      } else {
        addAtRule(rule, depth, into);
      }
    }
  }

  void addStyleRule(const RawRule& rule, std::vector<Rule>& into) {
    StyleRule style;
    style.writtenSelector = toCss(ValueSpan(rule.prelude));
    ParsedSelectors parsed = parseSelectors(rule.prelude, prefixes_, seesPages_ && !source_.name.starts_with(kBuiltInSheet));
    if (parsed.problem && !parsed.problem->isUnsupported) {
      reporter_.warn("css-invalid-selector", std::max(rule.offset, parsed.problem->offset),
                     parsed.problem->message + "; the rule is dropped");
      return;
    }
    if (parsed.problem) {
      reporter_.warn("css-unsupported-selector", parsed.problem->offset,
                     parsed.problem->message + "; the rule is left out of the pages", {},
                     parsed.problem->message);
    } else {
      style.selectors = std::move(parsed.selectors);
      reportLetterless(rule, style.selectors);
    }
    auto inside = parseDeclarations(rule.block, reporter_);
    dropAddresses(inside.declarations);
    for (const RawRule& nested : inside.atRules) {
      reporter_.warn("css-nested-rule", nested.offset,
                     "rules inside rules are not supported; this one is dropped");
    }
    addDeclarations(inside.declarations, reporter_, style.declarations);
    style.written = std::move(inside.declarations);
    into.push_back({std::move(style)});
  }

  /// A book holds what it shows: what a declaration asks for from outside would be missing in it, and an e-reader would tell a
  /// stranger that the book is being read.
  void dropAddresses(std::vector<RawDeclaration>& declarations) {
    std::erase_if(declarations, [&](const RawDeclaration& each) {
      const auto address = outsideAddress(each.value);
      if (address) {
        reporter_.warn("css-outside-address", each.offset,
                       "'" + each.name + "' asks for " + shownAddress(*address) + ", which is not in the book; it is left out",
                       "a picture may be written into the sheet as data:", each.name + " " + *address);
      }
      return address.has_value();
    });
  }

  void reportLetterless(const RawRule& rule, const std::vector<Selector>& selectors) {
    for (const Selector& selector : selectors) {
      const std::string& name = selector.pseudoCss;
      if (!selector.hasOtherPseudoElement || name.starts_with("::-") || name == "::selection") continue;
      reporter_.warn("css-unsupported-selector", rule.offset, "'" + name + "' has no effect on the page", {},
                     name);
    }
  }

  void addAtRule(const RawRule& rule, int depth, std::vector<Rule>& into) {
    const std::string& keyword = rule.keyword;
    if (keyword == "charset") return;
    if (keyword == "import") return addImport(rule, depth, into);
    if (keyword == "layer" && !rule.hasBlock) return reportLayer(rule);
    mayImport_ = false;
    if (keyword == "namespace") return addNamespace(rule, depth, into);
    mayDeclareNamespace_ = false;
    const bool isGroup = keyword == "media" || keyword == "supports" || keyword == "layer";
    const bool needsBlock = isGroup || keyword == "page" || keyword == "font-face";
    if (needsBlock && !rule.hasBlock) {
      reporter_.warn("css-parse-error", rule.offset, "'@" + keyword + "' needs a block");
    } else if (isGroup) {
      addGroup(rule, depth, into);
    } else if (keyword == "page") {
      if (auto page = parsePageRule(rule, reporter_)) into.push_back({*std::move(page)});
    } else if (keyword == "font-face") {
      if (auto face = parseFontFace(rule, reporter_)) addFace(*std::move(face), into);
    } else if (std::ranges::find(kScreenRules, keyword) == kScreenRules.end()) {
      reporter_.warn("css-unknown-at-rule", rule.offset,
                     "'@" + keyword + "' is not supported; it is left out", {}, "@" + keyword);
    }
  }

  /// The addresses of src are those of files beside the sheet, which come into the book.
  void addFace(FontFaceBlock face, std::vector<Rule>& into) {
    std::erase_if(face.written, [](const RawDeclaration& each) { return each.name == "src"; });
    dropAddresses(face.written);
    into.push_back({std::move(face)});
  }

  void reportLayer(const RawRule& rule) {
    reporter_.warn("css-layer", rule.offset,
                   "layers are not supported; the rules count in the order they stand", {}, "layer");
  }

  void addGroup(const RawRule& rule, int depth, std::vector<Rule>& into) {
    GroupRule group;
    if (rule.keyword == "media") group.media = parseMediaQueries(rule.prelude, reporter_);
    if (rule.keyword == "supports") group.holds = evaluateSupports(rule.prelude, prefixes_);
    if (rule.keyword == "layer") reportLayer(rule);
    if (depth >= kMaximumGroups)
      return;  // deeper than any hand writes; the tokens' own limit has been reported
    addRules(parseRules(rule.block, false, reporter_), depth + 1, group.rules);
    into.push_back({std::move(group)});
  }

  void addNamespace(const RawRule& rule, int depth, std::vector<Rule>& into) {
    Values parts;
    for (const ComponentValue& part : rule.prelude) {
      if (!part.is(TokenType::WhiteSpace)) parts.push_back(part);
    }
    const auto address = parts.empty() ? std::nullopt : addressOf(parts.back());
    const bool hasPrefix = parts.size() == 2 && parts[0].is(TokenType::Ident);
    if (depth > 0 || !mayDeclareNamespace_ || !address || !(parts.size() == 1 || hasPrefix)) {
      reporter_.warn("css-misplaced-rule", rule.offset,
                     "@namespace takes a prefix and an address, and stands before all style rules");
      return;
    }
    if (hasPrefix) {
      const std::string& prefix = parts[0].token.text;
      const auto known = std::ranges::find(kNamespaces, *address, &NamespaceName::address);
      prefixes_[prefix] = known == kNamespaces.end() ? prefix : std::string(known->prefix);
      into.push_back(
          {NamespaceRule{"@namespace " + identifierToCss(prefix) + " " + stringToCss(*address) + ";"}});
    }
  }

  void addImport(const RawRule& rule, int depth, std::vector<Rule>& into) {
    const auto address = rule.prelude.empty() ? std::nullopt : addressOf(rule.prelude[0]);
    if (!address || rule.hasBlock) {
      reporter_.warn("css-parse-error", rule.offset, "@import needs an address: @import \"base.css\"");
      return;
    }
    if (depth > 0 || !mayImport_) {
      reporter_.warn("css-misplaced-rule", rule.offset,
                     "@import must stand before all other rules; it is left out");
      return;
    }
    const auto media = importMedia(rule);
    if (!media) return;
    const SourceFile* file = load_ ? load_(*address, source_) : nullptr;
    if (!file) {
      reporter_.warn("css-import-missing", rule.offset, "cannot import '" + shownAddress(*address) + "'",
                     "the file must exist and lie in the folder of the input or of the styles");
      return;
    }
    if (std::ranges::find(open_, file) != open_.end() || open_.size() >= kMaximumImports) {
      reporter_.warn("css-import-cycle", rule.offset, "'" + *address + "' would import itself");
      return;
    }
    SheetParser parser(*file, load_, open_, reporter_.diagnostics(), seesPages_);
    into.push_back({ImportRule{parser.run(), *media}});
  }

  /// What follows the address: layer, supports(…), media. Nothing when the import does not hold.
  std::optional<MediaQueries> importMedia(const RawRule& rule) {
    ValueSpan rest = trimmed(ValueSpan(rule.prelude).subspan(1));
    if (!rest.empty() && (rest[0].isKeyword("layer") || rest[0].isFunction("layer"))) {
      reportLayer(rule);
      rest = trimmed(rest.subspan(1));
    }
    if (!rest.empty() && rest[0].isFunction("supports")) {
      ComponentValue condition = rest[0];
      condition.token.type = TokenType::OpenRound;
      if (!evaluateSupports(ValueSpan(&condition, 1), prefixes_)) return std::nullopt;
      rest = trimmed(rest.subspan(1));
    }
    return parseMediaQueries(rest, reporter_);
  }

  const SourceFile& source_;
  const ImportLoader& load_;
  std::vector<const SourceFile*>& open_;  // the files whose imports are being followed
  Reporter reporter_;
  NamespacePrefixes prefixes_;
  bool seesPages_;
  bool mayImport_ = true, mayDeclareNamespace_ = true;
};

}  // namespace

StylesheetPtr parse(const SourceFile& source, const ImportLoader& load, Diagnostics& diagnostics, bool seesPages) {
  std::vector<const SourceFile*> open;
  return SheetParser(source, load, open, diagnostics, seesPages).run();
}

}  // namespace octavo::css
