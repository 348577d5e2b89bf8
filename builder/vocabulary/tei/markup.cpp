// vocabulary/tei: markup shown as markup, documentation of elements (ODD), trees.
#include <algorithm>
#include <array>

#include "vocabulary/tei/reading.h"
#include "vocabulary/tei/terms.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

/// The markup of an example, as an author would write it. Names of elements in other namespaces have their prefixes.
void writeMarkup(const dom::Node& node, std::string& text) {
  if (const dom::Text* words = dom::asText(node)) {
    text += words->value;
    return;
  }
  const Element& element = *dom::asElement(node);
  text += "<" + element.name;
  for (const dom::Attribute& attribute : element.attributes) text += " " + attribute.name + "=\"" + attribute.value + "\"";
  if (element.children().empty()) {
    text += "/>";
    return;
  }
  text += ">";
  for (const auto& child : element.children()) writeMarkup(*child, text);
  text += "</" + element.name + ">";
}

/// The indentation that all lines after the first share goes; so do blank lines at both ends.
std::string unindented(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  while (!lines.empty() && isBlank(lines.front())) lines.erase(lines.begin());
  while (!lines.empty() && isBlank(lines.back())) lines.pop_back();
  std::size_t shared = std::string::npos;
  for (const std::string& line : lines) {
    const std::size_t indent = line.find_first_not_of(" \t");
    if (indent != std::string::npos) shared = std::min(shared, indent);
  }
  std::string result;
  for (const std::string& line : lines) {
    result += (result.empty() ? "" : "\n") + (line.size() > shared ? line.substr(shared) : std::string());
  }
  return result;
}

void appendCode(const Element& source, const std::string& text, Element& into, Reading& reading) {
  const bool line = isLine(into) && text.find('\n') == std::string::npos;
  Element& block = appendAs(into, line ? "code" : "pre", source, reading, source.name);
  Element& code = line ? block : appendMade(block, "code", source, reading);
  code.appendText(text, source.position());
}

void convertExample(const Element& source, Element& into, Reading& reading) {
  std::string text;
  for (const auto& child : source.children()) writeMarkup(*child, text);
  if (!isBlank(text)) appendCode(source, unindented(text), into, reading);
}

/// An example of anything that is no XML: lines as they are.
void convertListing(const Element& source, Element& into, Reading& reading) {
  if (!std::ranges::any_of(childrenOf(source), [](const Element* child) { return isBlock(*child); })) {
    Element& block = appendAs(into, "pre", source, reading, source.name);
    return convertInline(source, block, reading);
  }
  convertBlocks(source, appendAs(into, "div", source, reading, source.name), reading);
}

/// A declaration of the schema under the name of what it declares.
void convertSpecification(const Element& source, Element& into, Reading& reading) {
  Element& block = appendAs(into, "div", source, reading, source.name);
  addClass(block, "record");
  const std::string ident(source.attributeOr("ident"));
  if (!ident.empty()) {
    appendMade(appendMade(block, "p", source, reading, "list-title"), "code", source, reading)
        .appendText(ident, source.position());
  }
  convertBlocks(source, block, reading);
}

/// References between declarations, by name.
void convertSpecificationName(const Element& source, Element& into, Reading& reading) {
  const std::string name(source.attributeOr("key", source.attributeOr("name", source.attributeOr("include"))));
  if (!name.empty()) {
    Element& line = isLine(into) ? into : appendMade(into, "p", source, reading);
    appendAs(line, "code", source, reading, source.name).appendText(name, source.position());
  }
  if (!plainText(source).empty()) convertContent(source, into, reading);
}

/// A tree drawn as nested lists: the label, below it what hangs from it.
void convertTree(const Element& source, Element& into, Reading& reading) {
  const bool root = into.name != "ul";
  Element& list = root ? appendMade(into, "ul", source, reading, "tree") : into;
  Element& item = appendAs(list, "li", source, reading);
  Element* below = nullptr;
  for (const auto& child : source.children()) {
    const Element* part = dom::asElement(*child);
    if (!part) {
      if (!isBlank(dom::asText(*child)->value)) item.appendText(dom::asText(*child)->value, child->position());
    } else if (isOneOf(part->name, {"eTree", "eLeaf", "node", "triangle"})) {
      if (!below) below = &appendMade(item, "ul", *part, reading);
      convertTree(*part, *below, reading);
    } else if (isOneOf(part->name, {"label", "desc"})) {
      convertContent(*part, appendAs(item, "span", *part, reading, part->name), reading);
    } else {
      convert(*part, item, reading);
    }
  }
  if (item.children().empty()) item.appendText("·", source.position());
}

void convertForest(const Element& source, Element& into, Reading& reading) {
  Element& block = appendAs(into, "div", source, reading, source.name);
  appendTitleParagraphs(source, block, reading, "list-title");
  convertBlocks(source, block, reading, {"head"});
}

constexpr std::array kRules{
    Rule{"egXML", Standing::Block, convertExample},
    Rule{"eg", Standing::Block, convertListing},
    Rule{"exemplum", Standing::Block, convertForest},
    Rule{"schemaSpec", Standing::Block, convertSpecification},
    Rule{"moduleSpec", Standing::Block, convertSpecification},
    Rule{"elementSpec", Standing::Block, convertSpecification},
    Rule{"classSpec", Standing::Block, convertSpecification},
    Rule{"macroSpec", Standing::Block, convertSpecification},
    Rule{"dataSpec", Standing::Block, convertSpecification},
    Rule{"constraintSpec", Standing::Block, convertSpecification},
    Rule{"constraint", Standing::Block, convertExample},
    Rule{"attDef", Standing::Block, convertSpecification},
    Rule{"valItem", Standing::Block, convertSpecification},
    Rule{"paramSpec", Standing::Block, convertSpecification},
    Rule{"attList", Standing::Block, convertForest},
    Rule{"valList", Standing::Block, convertForest},
    Rule{"specGrp", Standing::Block, convertForest},
    Rule{"specList", Standing::Block, convertForest},
    Rule{"paramList", Standing::Block, convertForest},
    Rule{"classes", Standing::Block, convertForest},
    Rule{"remarks", Standing::Block, convertForest},
    Rule{"content", Standing::Block, convertExample},
    Rule{"datatype", Standing::Block, convertExample},
    Rule{"model", Standing::Block, convertExample},
    Rule{"modelGrp", Standing::Block, convertForest},
    Rule{"memberOf", Standing::InLine, convertSpecificationName},
    Rule{"specDesc", Standing::InLine, convertSpecificationName},
    Rule{"specGrpRef", Standing::InLine, convertSpecificationName},
    Rule{"moduleRef", Standing::InLine, convertSpecificationName},
    Rule{"elementRef", Standing::InLine, convertSpecificationName},
    Rule{"classRef", Standing::InLine, convertSpecificationName},
    Rule{"macroRef", Standing::InLine, convertSpecificationName},
    Rule{"equiv", Standing::Mark, convertSpecificationName},
    Rule{"altIdent", Standing::InLine, convertSpecificationName},
    Rule{"defaultVal", Standing::InLine, convertSpecificationName},
    Rule{"eTree", Standing::Block, convertTree},
    Rule{"eLeaf", Standing::Block, convertTree},
    Rule{"triangle", Standing::Block, convertTree},
    Rule{"tree", Standing::Block, convertForest},
    Rule{"forest", Standing::Block, convertForest},
    Rule{"listForest", Standing::Block, convertForest},
    Rule{"forestGrp", Standing::Block, convertForest},
};

}  // namespace

std::span<const Rule> markupRules() { return kRules; }

}  // namespace octavo::vocabulary::tei
