#include "vocabulary/tei/reading.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>

#include "publication/content_model.h"
#include "vocabulary/tei/rendition.h"
#include "words/words.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;
using dom::Namespace;

/// The tables in the order they are searched.
using Table = std::span<const Rule> (*)();
constexpr std::array<Table, 14> kTables{divisionRules, verseRules,    inlineRules, editingRules, noteRules,  listRules,  figureRules,
                                        tableRules,    citationRules, recordRules, markupRules,  canonRules, glyphRules, indexRules};

using Index = std::map<std::string_view, const Rule*, std::less<>>;

Index makeIndex() {
  Index index;
  for (const Table table : kTables) {
    for (const Rule& rule : table()) index.emplace(rule.name, &rule);
  }
  return index;
}

/// Ruby came into TEI late (P5 4.2): texts before that have it in a namespace of their own. Collections have divisions
/// of theirs, and the Chinese canon its scrolls.
std::string_view tableName(const Element& source) {
  if (source.namespaceName != Namespace::Other) return source.name;
  const std::string_view local = localName(source);
  constexpr std::array<std::string_view, 8> kElsewhere{"ruby", "rb", "rt", "rp", "egXML", "div", "tt", "t"};
  const bool isKnown = std::ranges::find(kElsewhere, local) != kElsewhere.end() ||
                       std::ranges::find(canonRules(), local, &Rule::name) != canonRules().end();
  return isKnown ? local : std::string_view();
}

const Rule* ruleFor(const Element& source) {
  static const Index all = makeIndex();
  if (source.namespaceName == Namespace::Xhtml || source.namespaceName == Namespace::Svg) return nullptr;
  const auto found = all.find(tableName(source));
  return found == all.end() ? nullptr : found->second;
}

bool hasBlockChild(const Element& source) {
  return std::ranges::any_of(childrenOf(source), [](const Element* child) { return isBlock(*child); });
}

/// Elements that have only elements, by the schema: text that stands there nonetheless makes them plain containers.
bool isMisfilled(const Element& source) {
  return isOneOf(source.name, {"app", "castList", "castGroup", "cit", "figure", "index", "list", "listBibl", "listApp",
                               "ruby", "table", "row", "TEI", "teiCorpus"}) &&
         hasOwnText(source);
}

void convertMisfilled(const Element& source, Element& into, Reading& reading) {
  const bool line = isLine(into) && !hasBlockChild(source);
  Element& kept = appendAs(into, line ? "span" : "div", source, reading, source.name);
  line ? convertInline(source, kept, reading) : convertBlocks(source, kept, reading);
}

void convertUnknown(const Element& source, Element& into, Reading& reading) {
  reading.conversion.reportUnknown(source);
  if (isLine(into) && !hasBlockChild(source)) {
    Element& words = appendAs(into, "span", source, reading);
    addElementClass(words, source.name);
    return convertParts(source, words, reading);
  }
  Element& kept = appendAs(into, "div", source, reading);
  addElementClass(kept, source.name);
  appendTitleParagraphs(source, kept, reading, "list-title");
  convertBlocks(source, kept, reading, {"head"});
}

/// What the children of an element are put into, one after the other.
struct Flow {
  Element& into;
  Element* paragraph = nullptr;  // takes text and inline elements between the blocks
  Element* stanza = nullptr;     // takes verse lines that no lg holds
};

bool standsInLine(const Element& child, const Flow& flow) {
  const Rule* rule = ruleFor(child);
  if (!rule) return flow.paragraph != nullptr && !isBlock(child);
  if (rule->standing == Standing::InLine) return !hasBlockChild(child);
  if (rule->standing == Standing::Mark) return flow.paragraph != nullptr;
  return rule->standing == Standing::ByContent && flow.paragraph != nullptr && !isBlock(child);
}

/// Marks between the lines of a stanza stay in the stanza.
bool isMarkInStanza(const Element& child, const Flow& flow) {
  const Rule* rule = flow.stanza && !flow.paragraph ? ruleFor(child) : nullptr;
  return rule && (rule->standing == Standing::Mark || child.name == "lb");
}

Element& openParagraph(Element& into, const Element& source, Reading& reading) {
  Element& paragraph = appendMade(into, "p", source, reading);
  flushNumbers(paragraph, reading);
  return paragraph;
}

/// A number that waits for a line of text: these have one, or hold what has.
bool passesNumbersOn(const Element& source) {
  constexpr std::array<std::string_view, 18> kThrough{"div", "div1", "div2", "div3", "div4", "div5", "div6", "div7", "p", "ab",
                                                      "l", "lg", "q", "quote", "said", "floatingText", "body", "text"};
  return std::ranges::find(kThrough, localName(source)) != kThrough.end();
}

void flowElement(const Element& child, const Element& source, Flow& flow, Reading& reading) {
  if (isMarkInStanza(child, flow)) {
    if (child.name != "lb") convert(child, *dom::asElement(*flow.stanza->children().back()), reading);
    return;
  }
  if (standsInLine(child, flow)) {
    if (!flow.paragraph) flow.paragraph = &openParagraph(flow.into, source, reading);
    flow.stanza = nullptr;
    return convert(child, *flow.paragraph, reading);
  }
  flow.paragraph = nullptr;
  if (child.name == "l" && !flow.into.hasWord("class", "verse") && !flow.into.hasWord("class", "stanza")) {
    if (!flow.stanza) flow.stanza = &appendMade(flow.into, "div", child, reading, "verse");
    return convert(child, *flow.stanza, reading);
  }
  flow.stanza = nullptr;
  convert(child, flow.into, reading);
}

}  // namespace

bool isLine(const Element& output) { return publication::holdsOnlyPhrasing(output); }

bool isBlock(const Element& source) {
  const Rule* rule = ruleFor(source);
  if (rule && rule->standing == Standing::Block) return true;
  // What a note or an apparatus holds stands at the foot of the page, not in the line.
  if (isOneOf(source.name, {"note", "app", "index"})) return false;
  return hasBlockChild(source);
}

bool standsInText(const Element& source) {
  const Rule* rule = ruleFor(source);
  return rule && rule->standing == Standing::InLine && !hasBlockChild(source);
}

void convert(const Element& source, Element& into, Reading& reading) {
  if (isMisfilled(source)) return convertMisfilled(source, into, reading);
  if (reading.attached.moved.contains(&source)) return;
  const Rule* rule = ruleFor(source);
  const bool isOwnBlock = rule && rule->standing == Standing::Block && !passesNumbersOn(source);
  if (isOwnBlock && !isLine(into)) flushNumbers(into, reading);
  const std::size_t before = into.children().size();
  rule ? rule->convert(source, into, reading) : convertUnknown(source, into, reading);
  if (!reading.attached.byId.empty()) callAttached(source, into, before, reading);
}

void convertInline(const Element& source, Element& into, Reading& reading) {
  for (std::size_t i = 0; i < source.children().size(); ++i) {
    const dom::Node& child = *source.children()[i];
    if (dom::asText(child)) {
      into.appendText(wordsAt(source, i), child.position());
    } else {
      convert(*dom::asElement(child), into, reading);
    }
  }
}

void convertBlocks(const Element& source, Element& into, Reading& reading,
                   std::initializer_list<std::string_view> except) {
  convertRange(source, {0, source.children().size()}, into, reading, except);
}

void convertRange(const Element& source, std::pair<std::size_t, std::size_t> places, Element& into, Reading& reading,
                  std::initializer_list<std::string_view> except) {
  Flow flow{into};
  for (std::size_t i = places.first; i < places.second; ++i) {
    const auto& child = source.children()[i];
    if (const dom::Text* text = dom::asText(*child)) {
      if (!flow.paragraph && isBlank(text->value)) continue;
      if (!flow.paragraph) flow.paragraph = &openParagraph(into, source, reading);
      flow.stanza = nullptr;
      flow.paragraph->appendText(wordsAt(source, i), text->position());
      continue;
    }
    const Element& element = *dom::asElement(*child);
    if (reading.attached.moved.contains(&element)) continue;
    if (!isOneOf(element.name, except)) flowElement(element, source, flow, reading);
  }
}

void convertContent(const Element& source, Element& into, Reading& reading) {
  hasBlockChild(source) ? convertBlocks(source, into, reading) : convertInline(source, into, reading);
}

Element& appendAs(Element& into, std::string_view name, const Element& source, Reading& reading,
                  std::string_view className) {
  Element& made = reading.conversion.append(into, name, source);
  addClass(made, dashed(className));
  takeRendition(made, source, reading);
  return made;
}

Element& appendMade(Element& into, std::string_view name, const Element& source, Reading& reading,
                    std::string_view className) {
  Element& made = reading.conversion.appendPlain(into, name, source.position());
  addClass(made, dashed(className));
  return made;
}

Element& appendLinkElement(Element& into, const Element& source, Reading& reading) {
  for (const Element* at = &into; at; at = at->parent()) {
    if (at->name == "a") return appendAs(into, "span", source, reading, source.name);
  }
  return appendAs(into, "a", source, reading, source.name);
}

std::string_view localName(const Element& source) {
  const std::string_view name = source.name;
  return source.namespaceName == Namespace::Other ? name.substr(name.find(':') + 1) : name;
}

std::string dashed(std::string_view name) {
  std::string result;
  bool afterSmall = false;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool upper = std::isupper(byte) != 0;
    if (upper && afterSmall) result += '-';
    result += upper ? static_cast<char>(std::tolower(byte)) : c;
    afterSmall = std::islower(byte) != 0;
  }
  return result;
}

std::string_view languageAt(const Element& source) { return dom::languageOf(source); }

const Element* targetOf(std::string_view pointer, const Reading& reading) {
  if (!pointer.starts_with("#")) return nullptr;
  const auto found = reading.byId.find(pointer.substr(1));
  return found == reading.byId.end() ? nullptr : found->second;
}

namespace {

/// True where the words end in a mark that parts them from what follows: "Bea,".
bool endsInMark(std::string_view words) {
  constexpr std::array<std::string_view, 9> kMarks{",", ";", ":", ".", "，", "；", "：", "、", "。"};
  const std::size_t end = words.find_last_not_of(" \t\r\n");
  return end != std::string_view::npos &&
         std::ranges::any_of(kMarks, [&](std::string_view mark) { return words.substr(0, end + 1).ends_with(mark); });
}

}  // namespace

void convertParts(const Element& source, Element& into, Reading& reading, std::string_view separator) {
  if (hasOwnText(source)) return convertInline(source, into, reading);
  const std::string_view between = separator.empty() ? words::listSeparator(languageAt(source)) : separator;
  bool first = true;
  for (const Element* child : childrenOf(source)) {
    const std::size_t before = into.children().size();
    convert(*child, into, reading);
    const bool said = into.children().size() > before && !isBlank(dom::textContent(*into.children().back()));
    if (!said) continue;
    if (!first) {
      const bool isParted = endsInMark(dom::textContent(*into.children()[before - 1]));
      const bool isWide = isParted && isCjkLanguage(languageAt(source));
      into.appendText(isWide ? std::string() : isParted ? " " : std::string(between), child->position());
      into.insert(before, into.remove(into.children().size() - 1));
    }
    first = false;
  }
}

}  // namespace octavo::vocabulary::tei
