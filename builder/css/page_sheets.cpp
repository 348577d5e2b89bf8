// css: the sheets that pages bring along, as they count in a book.
#include "css/page_sheets.h"

#include <algorithm>

#include "css/stylesheet.h"

namespace octavo::css {
namespace {

bool isOfPage(const SimpleSelector& part) {
  return part.kind == SimpleKind::Root || (part.kind == SimpleKind::Type && (part.name == "html" || part.name == "body"));
}

void prefixIds(Selector& selector, const std::string& prefix);

void prefixIds(SimpleSelector& part, const std::string& prefix) {
  if (part.kind == SimpleKind::Id) {
    part.name = prefix + part.name;
    part.css = "#" + prefix + part.css.substr(part.css.starts_with('#') ? 1 : 0);
  }
  if (!part.alternatives) return;
  auto alternatives = std::make_shared<std::vector<Selector>>(*part.alternatives);
  for (Selector& each : *alternatives) prefixIds(each, prefix);
  part.alternatives = std::move(alternatives);
}

void prefixIds(Selector& selector, const std::string& prefix) {
  for (CompoundSelector& compound : selector.compounds) {
    for (SimpleSelector& part : compound.parts) prefixIds(part, prefix);
  }
}

SimpleSelector classPart(const std::string& name) {
  SimpleSelector part;
  part.kind = SimpleKind::Class;
  part.name = name;
  part.css = "." + name;
  return part;
}

/// Takes away what stands for html and body at the selector's beginning; what is left of such a compound (its classes) is
/// asked of the root.
CompoundSelector rootOf(Selector& selector, const std::string& className, bool& isStripped) {
  CompoundSelector root;
  root.parts.push_back(classPart(className));
  isStripped = false;
  while (!selector.compounds.empty()) {
    CompoundSelector& first = selector.compounds.front();
    if (std::ranges::none_of(first.parts, isOfPage)) break;
    std::ranges::copy_if(first.parts, std::back_inserter(root.parts), [](const SimpleSelector& part) { return !isOfPage(part); });
    selector.compounds.erase(selector.compounds.begin());
    isStripped = true;
  }
  return root;
}

void addScoped(Selector selector, const SheetScope& scope, std::vector<Selector>& into) {
  if (!scope.idPrefix.empty()) prefixIds(selector, scope.idPrefix);
  Selector written = selector;
  selector.weight += specificity(0, 1, 0);
  bool isStripped = false;
  const CompoundSelector root = rootOf(selector, scope.className, isStripped);
  if (selector.compounds.empty() && scope.isWholeBook) {
    into.push_back(std::move(written));
    return;
  }
  if (!isStripped) {
    // The root itself may be what the first compound means.
    Selector own = selector;
    own.compounds.front().parts.push_back(root.parts.front());
    into.push_back(std::move(own));
    selector.compounds.front().toPrevious = Combinator::Descendant;
  }
  selector.compounds.insert(selector.compounds.begin(), root);
  into.push_back(std::move(selector));
}

bool hides(const RawDeclaration& declaration) {
  const ValueSpan value = trimmed(declaration.value);
  if (value.size() != 1) return false;
  if (declaration.name == "display") return value[0].isKeyword("none");
  return declaration.name == "visibility" && (value[0].isKeyword("hidden") || value[0].isKeyword("collapse"));
}

/// `display: none` on ::before and its like says that nothing is generated.
void dropHiding(StyleRule& rule) {
  const bool isOfElements = std::ranges::any_of(rule.selectors, [](const Selector& selector) { return selector.pseudoCss.empty(); });
  if (!isOfElements || std::erase_if(rule.written, hides) == 0) return;
  Diagnostics told;  // what is wrong in them was reported when the sheet was parsed
  Reporter reporter(SourcePosition{}, told);
  rule.declarations.clear();
  addDeclarations(rule.written, reporter, rule.declarations);
}

std::vector<Rule> scoped(const std::vector<Rule>& rules, const SheetScope& scope) {
  std::vector<Rule> made;
  for (const Rule& rule : rules) {
    if (const auto* style = std::get_if<StyleRule>(&rule.content)) {
      StyleRule copy = *style;
      copy.selectors.clear();
      for (const Selector& selector : style->selectors) addScoped(selector, scope, copy.selectors);
      dropHiding(copy);
      if (!copy.selectors.empty()) made.push_back({std::move(copy)});
    } else if (const auto* group = std::get_if<GroupRule>(&rule.content)) {
      made.push_back({GroupRule{group->media, group->holds, scoped(group->rules, scope)}});
    } else if (const auto* import = std::get_if<ImportRule>(&rule.content)) {
      made.push_back({ImportRule{sheetInScope(import->sheet, scope), import->media}});
    } else if (scope.isWholeBook || !std::holds_alternative<PageRule>(rule.content)) {
      made.push_back(rule);
    }
  }
  return made;
}

}  // namespace

StylesheetPtr sheetInMedia(const StylesheetPtr& sheet, std::string_view media, Diagnostics& diagnostics) {
  if (media.find_first_not_of(" \t\r\n\f") == std::string_view::npos) return sheet;
  Reporter reporter(SourcePosition{}, diagnostics);
  const Values values = parseComponents(media, reporter);
  auto around = std::make_shared<Stylesheet>();
  around->rules.push_back({ImportRule{sheet, parseMediaQueries(values, reporter)}});
  return around;
}

StylesheetPtr sheetInScope(const StylesheetPtr& sheet, const SheetScope& scope) {
  auto made = std::make_shared<Stylesheet>();
  made->rules = scoped(sheet->rules, scope);
  return made;
}

}  // namespace octavo::css
