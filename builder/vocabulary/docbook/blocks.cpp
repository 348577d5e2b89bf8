// vocabulary/docbook: paragraphs, admonitions, quotations, verse and drama, boxes, messages.
#include <array>

#include "vocabulary/docbook/reading.h"
#include "vocabulary/docbook/terms.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

void convertParagraph(const Element& source, Element& into, Reading& reading) {
  const bool isInLine = isPhrasingPlace(into);
  Element& paragraph = appendAs(into, isInLine ? "span" : "p", source, reading);
  if (isInLine && !into.children().empty()) paragraph.appendText(" ", source.position());
  convertInline(source, paragraph, reading);
}

/// A title that runs into its paragraph.
void convertFormalParagraph(const Element& source, Element& into, Reading& reading) {
  Element& group = appendAs(into, "div", source, reading, "formalpara");
  appendInfo(source, group, reading);
  const Element* title = titleOf(source);
  const std::size_t before = group.children().size();
  convertBlocks(source, group, reading, {"title", "titleabbrev", "info", "blockinfo"});
  if (!title) return;
  Element* first = before < group.children().size() ? dom::asElement(*group.children()[before]) : nullptr;
  Element& paragraph = first && first->name == "p" ? *first : appendMade(group, "p", source, reading);
  Element& line = appendAs(paragraph, "b", *title, reading, "run-in");
  convertInline(*title, line, reading);
  const std::string words = plainText(line);
  const bool isClosed = words.ends_with(".") || words.ends_with(":") || words.ends_with("?") || words.ends_with("。");
  if (!isClosed) line.appendText(isCjkLanguage(languageAt(source)) ? "：" : ".", title->position());
  paragraph.insert(0, paragraph.remove(paragraph.children().size() - 1));
  auto blank = std::make_unique<dom::Text>(" ", title->position());
  paragraph.insert(1, std::move(blank));
}

/// Note, tip, warning: by their own title or by what they are.
void convertAdmonition(const Element& source, Element& into, Reading& reading) {
  Element& box = appendAs(into, "div", source, reading, "admonition");
  addClass(box, source.name);
  if (titleOf(source)) {
    appendTitleLine(source, box, reading, "admonition-title");
  } else {
    appendMade(box, "p", source, reading, "admonition-title")
        .appendText(term(source.name, languageAt(source)), source.position());
  }
  convertBody(source, box, reading);
}

/// The attribution comes first in the source and last on the page.
void convertQuotation(const Element& source, Element& into, Reading& reading) {
  Element& quotation = appendAs(into, "blockquote", source, reading, source.name == "epigraph" ? "epigraph" : "");
  appendTitleLine(source, quotation, reading, "quote-title");
  appendInfo(source, quotation, reading);
  convertBlocks(source, quotation, reading, {"title", "titleabbrev", "info", "blockinfo", "attribution"});
  for (const Element* attribution : childrenOf(source, "attribution")) convert(*attribution, quotation, reading);
}

void convertAttribution(const Element& source, Element& into, Reading& reading) {
  Element& line = appendAs(into, isPhrasingPlace(into) ? "span" : "p", source, reading, "attribution");
  if (hasOwnText(source)) return convertInline(source, line, reading);
  bool isFirst = true;
  for (const Element* part : childrenOf(source)) {
    if (!isFirst) line.appendText(std::string(listSeparator(languageAt(source))), part->position());
    isFirst = false;
    convert(*part, line, reading);
  }
}

void convertBox(const Element& source, Element& into, Reading& reading) {
  Element& box = appendAs(into, "div", source, reading, "boxed-text");
  addClass(box, source.name);
  appendTitleLine(source, box, reading, "box-title");
  convertBody(source, box, reading);
}

/// DocBook 5.2: poetry and drama.
void convertVerse(const Element& source, Element& into, Reading& reading) {
  const bool isInner = source.name == "linegroup" && source.parent() && isOneOf(source.parent()->name, {"poetry", "linegroup"});
  Element& verse = appendAs(into, "div", source, reading, source.name == "drama" ? "drama" : isInner ? "stanza" : "verse");
  appendTitleLine(source, verse, reading, "verse-title");
  convertBody(source, verse, reading);
}

void convertLine(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, "p", source, reading, "verse-line"), reading);
}

void convertDialogue(const Element& source, Element& into, Reading& reading) {
  Element& speech = appendAs(into, "div", source, reading, "speech");
  convertBody(source, speech, reading);
}

void convertNamedLine(const Element& source, Element& into, Reading& reading) {
  Element& line = appendAs(into, isPhrasingPlace(into) ? "span" : "p", source, reading, source.name);
  convertInline(source, line, reading);
}

/// A remark of an editor, or a note on some element: for readers who look for it.
void convertAnnotation(const Element& source, Element& into, Reading& reading) {
  Element& note = appendAs(into, isPhrasingPlace(into) && into.name != "p" ? "span" : "div", source, reading, "annotation");
  if (note.name == "span") return convertInline(source, note, reading);
  appendTitleLine(source, note, reading, "box-title");
  convertBody(source, note, reading);
}

/// One production of a grammar: left ::= right, with its constraints.
void convertProduction(const Element& source, Element& into, Reading& reading) {
  Element& line = appendAs(into, "p", source, reading, "production");
  bool isFirst = true, hasRight = false;
  for (const Element* part : childrenOf(source)) {
    const bool isRight = part->name == "rhs";
    if (!isFirst) line.appendText(!isRight ? " " : hasRight ? " | " : " ::= ", part->position());
    isFirst = false;
    hasRight = hasRight || isRight;
    Element& made = appendAs(line, "code", *part, reading, part->name);
    if (const Element* target = part->attribute("linkend") ? part : nullptr) {
      Element& link = appendMade(made, "a", *target, reading);
      const auto found = reading.byId.find(target->attributeOr("linkend"));
      const Element* title = found == reading.byId.end() ? nullptr : titleOf(*found->second);
      link.appendText("[" + (title ? plainText(*title) : std::string(target->attributeOr("linkend"))) + "]", part->position());
      aimLink(link, *target, reading);
    }
    convertInline(*part, made, reading);
  }
}

void convertProductionRecap(const Element& source, Element& into, Reading& reading) {
  const std::string_view id = source.attributeOr("linkend");
  const auto found = reading.byId.find(id);
  if (found != reading.byId.end() && found->second->name == "production") {
    Element& group = appendMade(into, "div", source, reading, "productionrecap");
    Element& line = appendMade(group, "p", source, reading, "production");
    const Element* left = dom::firstChild(*found->second, "lhs");
    Element& link = appendMade(line, "a", source, reading);
    link.appendText(left ? plainText(*left) : std::string(id), source.position());
    return reading.conversion.linkTo(link, id);
  }
  reading.conversion.warn("xref-dangling", source.position(), "no production has the id " + std::string(id), std::string(id));
}

void convertNonterminal(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading, "nonterminal");
  const std::string_view target = source.attributeOr("def");
  if (!target.starts_with('#') || isInLink(into)) return convertInline(source, made, reading);
  Element& link = appendMade(made, "a", source, reading);
  convertInline(source, link, reading);
  reading.conversion.linkTo(link, target.substr(1));
}

constexpr std::array<std::string_view, 26> kGroups{
    "blockinfo", "msgset",      "msgentry", "simplemsgentry", "msg",     "msgmain",    "msgsub",   "msgrel",   "msgtext",
    "msginfo",   "msgexplan",   "productionset", "constraintdef", "content", "result", "tocchap",  "toclevel1", "toclevel2",
    "toclevel3", "tocpart",     "lot",      "revdescription-group", "stagedir", "div", "formalgroup-body", "partbody"};
constexpr std::array<std::string_view, 12> kLines{"msglevel", "msgorig", "msgaud", "tocentry",  "tocfront", "tocback",
                                                  "lotentry", "speaker", "subjectterm-line", "apply-templates", "style", "irrelevant"};

constexpr std::array kSpecial{
    Rule{"para", convertParagraph},          Rule{"simpara", convertParagraph},
    Rule{"formalpara", convertFormalParagraph}, Rule{"note", convertAdmonition},
    Rule{"tip", convertAdmonition},          Rule{"important", convertAdmonition},
    Rule{"warning", convertAdmonition},      Rule{"caution", convertAdmonition},
    Rule{"danger", convertAdmonition},       Rule{"blockquote", convertQuotation},
    Rule{"epigraph", convertQuotation},      Rule{"attribution", convertAttribution},
    Rule{"sidebar", convertBox},             Rule{"poetry", convertVerse},
    Rule{"linegroup", convertVerse},         Rule{"drama", convertVerse},
    Rule{"line", convertLine},               Rule{"dialogue", convertDialogue},
    Rule{"annotation", convertAnnotation},   Rule{"production", convertProduction},
    Rule{"productionrecap", convertProductionRecap}, Rule{"nonterminal", convertNonterminal},
    Rule{"toc", convertBox},
};

}  // namespace

std::span<const Rule> blockRules() {
  static const std::vector<Rule> rules = [] {
    std::vector<Rule> all(kSpecial.begin(), kSpecial.end());
    for (const std::string_view name : kGroups) all.push_back({name, convertGroup});
    for (const std::string_view name : kLines) all.push_back({name, convertNamedLine});
    return all;
  }();
  return rules;
}

}  // namespace octavo::vocabulary::docbook
