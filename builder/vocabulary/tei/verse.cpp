// vocabulary/tei: verse and drama: stanzas, lines, speeches, stage directions, the cast.
#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

bool inVerse(const Element& source) {
  return source.parent() && isOneOf(source.parent()->name, {"lg", "lg1", "lg2", "lg3", "lg4", "lg5"});
}

void convertStanza(const Element& source, Element& into, Reading& reading) {
  Element& verse = appendAs(into, "div", source, reading, inVerse(source) ? "stanza" : "verse");
  if (source.attributeOr("type") != "stanza") addSourceClass(verse, "type", source.attributeOr("type"));
  appendTitleParagraphs(source, verse, reading, "verse-title");
  convertBlocks(source, verse, reading, {"head"});
}

/// How far a line is indented: rend="indent", "indent2", "indent(2)". 0: not at all.
int indentOf(const Element& source) {
  for (const auto* name : {"rend", "rendition"}) {
    const std::string_view rend = source.attributeOr(name);
    const std::size_t at = rend.find("indent");
    if (at == std::string_view::npos) continue;
    for (const char c : rend.substr(at)) {
      if (c >= '1' && c <= '9') return c - '0';
    }
    return 1;
  }
  return 0;
}

/// Every fifth number stands beside its line, as editions do; the others are kept as an attribute.
void appendLineNumber(const Element& source, Element& line, Reading& reading) {
  const std::string number(source.attributeOr("n"));
  if (number.empty()) return;
  line.setAttribute("data-n", number);
  const bool digits = number.size() < 6 && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || std::stoi(number) % 5 != 0) return;
  appendMade(line, "span", source, reading, "line-number").appendText(number, source.position());
}

void convertVerseLine(const Element& source, Element& into, Reading& reading) {
  const bool inText = isLine(into);
  if (!inText) flushNumbers(into, reading);
  Element& line = appendAs(into, inText ? "span" : "p", source, reading, "verse-line");
  if (const int indent = indentOf(source); indent > 0) addClass(line, "indent-" + std::to_string(indent));
  const std::string_view part = source.attributeOr("part");
  if (part == "M" || part == "F") addClass(line, "part-" + std::string(part));
  if (!inText) appendLineNumber(source, line, reading);
  convertInline(source, line, reading);
}

/// Before prose the speaker stands at the head of what is said, before verse in a line of its own.
void convertSpeech(const Element& source, Element& into, Reading& reading) {
  Element& speech = appendAs(into, "div", source, reading, "speech");
  const Element* speaker = dom::firstChild(source, "speaker");
  convertBlocks(source, speech, reading, {"speaker"});
  if (!speaker) return;
  Element* first = speech.children().empty() ? nullptr : dom::asElement(*speech.children().front());
  const bool runsIn = first && first->name == "p" && !first->hasWord("class", "stage");
  if (!runsIn) {
    convertInline(*speaker, appendAs(speech, "p", *speaker, reading, "speaker"), reading);
    auto line = speech.remove(speech.children().size() - 1);
    speech.insert(0, std::move(line));
    return;
  }
  convertInline(*speaker, appendAs(*first, "span", *speaker, reading, "speaker"), reading);
  auto name = first->remove(first->children().size() - 1);
  first->appendText(isCjkLanguage(languageAt(source)) ? "　" : " ", speaker->position());
  auto blank = first->remove(first->children().size() - 1);
  first->insert(0, std::move(blank));
  first->insert(0, std::move(name));
}

void convertLooseSpeaker(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, isLine(into) ? "span" : "p", source, reading, "speaker"), reading);
}

/// A direction in the line of a speech, or between speeches.
void convertStage(const Element& source, Element& into, Reading& reading) {
  const bool blocks = std::ranges::any_of(childrenOf(source), [](const Element* c) { return isBlock(*c); });
  Element& stage = appendAs(into, isLine(into) && !blocks ? "span" : blocks ? "div" : "p", source, reading, "stage");
  addSourceClass(stage, "type", source.attributeOr("type"));
  convertContent(source, stage, reading);
}

/// Who is on the stage stands out in a list of the cast, with `role` around the name or without: the words up to the
/// first stop are the name, but where the item is a list of several (type="list").
void fillCastItem(const Element& source, Element& item, Reading& reading) {
  convertParts(source, item, reading);
  if (dom::firstChild(source, "role") || source.attributeOr("type") == "list" || item.children().empty()) return;
  const auto* words = dynamic_cast<const dom::Text*>(item.children().front().get());
  if (!words) return;
  std::size_t end = words->value.size();
  for (const std::string_view stop : {",", ";", ":", " (", ". ", "，", "；", "：", "（", "。"}) {
    end = std::min(end, words->value.find(stop));
  }
  if (end == 0) return;
  const auto whole = item.remove(0);
  const std::string content = static_cast<const dom::Text&>(*whole).value;
  auto name = std::make_unique<Element>(dom::Namespace::Xhtml, "span", source.position());
  addClass(*name, "role");
  name->appendText(content.substr(0, end), source.position());
  if (end < content.size()) item.insert(0, std::make_unique<dom::Text>(content.substr(end), source.position()));
  item.insert(0, std::move(name));
}

}  // namespace

void fillCast(const Element& source, Element& into, Reading& reading) {
  Element* list = nullptr;
  for (const Element* child : childrenOf(source)) {
    if (child->name == "head") continue;
    if (!isOneOf(child->name, {"castItem", "castGroup"})) {
      list = nullptr;
      convert(*child, into, reading);
      continue;
    }
    if (!list) list = &appendMade(into, "ul", *child, reading, "cast-list");
    Element& item = appendAs(*list, "li", *child, reading, child->name);
    if (child->name == "castItem") {
      fillCastItem(*child, item, reading);
    } else {
      appendTitleParagraphs(*child, item, reading, "list-title");
      fillCast(*child, item, reading);
    }
  }
}

namespace {

void convertCast(const Element& source, Element& into, Reading& reading) {
  appendTitleParagraphs(source, into, reading, "list-title");
  fillCast(source, into, reading);
}

/// An item outside a list of the cast.
void convertCastItem(const Element& source, Element& into, Reading& reading) {
  fillCastItem(source, appendAs(into, isLine(into) ? "span" : "p", source, reading, source.name), reading);
}

void convertGroup(const Element& source, Element& into, Reading& reading) {
  Element& group = appendAs(into, "div", source, reading, source.name);
  appendTitleParagraphs(source, group, reading, "list-title");
  convertBlocks(source, group, reading, {"head"});
}

constexpr std::array kRules{
    Rule{"lg", Standing::Block, convertStanza},
    Rule{"lg1", Standing::Block, convertStanza},
    Rule{"lg2", Standing::Block, convertStanza},
    Rule{"lg3", Standing::Block, convertStanza},
    Rule{"l", Standing::Block, convertVerseLine},
    Rule{"sp", Standing::Block, convertSpeech},
    Rule{"spGrp", Standing::Block, convertGroup},
    Rule{"speaker", Standing::ByContent, convertLooseSpeaker},
    Rule{"stage", Standing::ByContent, convertStage},
    Rule{"move", Standing::Mark, [](const Element&, Element&, Reading&) {}},
    Rule{"castList", Standing::Block, convertCast},
    Rule{"castGroup", Standing::Block, convertCast},
    Rule{"castItem", Standing::Block, convertCastItem},
    Rule{"set", Standing::Block, convertGroup},
    Rule{"performance", Standing::Block, convertGroup},
    Rule{"prologue", Standing::Block, convertGroup},
    Rule{"epilogue", Standing::Block, convertGroup},
};

}  // namespace

std::span<const Rule> verseRules() { return kRules; }

}  // namespace octavo::vocabulary::tei
