// vocabulary/tei: what editors did to the text: choices, additions, deletions, gaps, readings of witnesses.
#include <algorithm>
#include <array>

#include "vocabulary/lift_blocks.h"
#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

/// Which form of a choice is the text: the corrected, regular, expanded one, as a reading edition has it.
int rankOf(const Element& form) {
  constexpr std::array<std::string_view, 6> kOrder{"corr", "reg", "expan", "unclear", "seg", "supplied"};
  const auto place = std::ranges::find(kOrder, form.name);
  if (place != kOrder.end()) return static_cast<int>(place - kOrder.begin());
  return isOneOf(form.name, {"sic", "orig", "abbr"}) ? 20 : 10;
}

/// One form is the text, the others are its title.
void convertChoice(const Element& source, Element& into, Reading& reading) {
  const auto forms = childrenOf(source);
  if (forms.empty()) return convertInline(source, into, reading);
  const Element* best = *std::ranges::min_element(forms, {}, [](const Element* form) { return rankOf(*form); });
  Element& made = appendAs(into, "span", source, reading, "choice");
  std::string others;
  for (const Element* form : forms) {
    const std::string words = plainText(*form);
    if (form == best || words.empty()) continue;
    others += (others.empty() ? "" : "; ") + words;
  }
  convert(*best, made, reading);
  if (others.empty()) return;
  ++reading.choices;
  made.setAttribute("title", others);
}

void convertForm(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading, source.name);
  convertContent(source, made, reading);
}

void convertAbbreviation(const Element& source, Element& into, Reading& reading) {
  convertContent(source, appendAs(into, "abbr", source, reading), reading);
}

void convertDeletion(const Element& source, Element& into, Reading& reading) {
  convertContent(source, appendAs(into, "del", source, reading), reading);
}

void convertAddition(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "ins", source, reading);
  addSourceClass(made, "place", source.attributeOr("place"));
  convertContent(source, made, reading);
}

/// What the editor supplies stands in the brackets that editions use, unless the source has written them.
void convertSupplied(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading, source.name);
  const std::string words = plainText(source);
  const bool written = words.starts_with("[") || words.starts_with("<") || words.starts_with("⟨") ||
                       isOneOf(source.parent()->name, {"supplied", "choice"});
  if (!written) made.appendText("[", source.position());
  convertContent(source, made, reading);
  if (!written) made.appendText("]", source.position());
}

/// How many characters are missing, where the source says it of characters: quantity or extent ("3 chars").
int missingCharacters(const Element& source) {
  constexpr int kMost = 30;  // more are no sign any more but a wall
  const std::string extent = dom::collapseWhiteSpace(source.attributeOr("extent"));
  const std::string number(source.attributeOr("quantity", std::string_view(extent).substr(0, extent.find(' '))));
  const std::string unit = lowered(source.attributeOr("unit", extent));
  const bool isCounted = !number.empty() && number.size() < 4 &&
                         std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
  const bool isOfCharacters = unit.find("char") != std::string::npos || unit.find("letter") != std::string::npos ||
                              unit.find("graph") != std::string::npos || unit.find("glyph") != std::string::npos;
  const int count = isCounted && isOfCharacters ? std::stoi(number) : 0;
  return count <= kMost ? count : 0;
}

/// What stands for characters that nobody can read: a box each where they are Chinese, a point each in the brackets of
/// editions for others (as Leiden has them), an ellipsis where nobody counted them.
std::string signForMissing(const Element& source) {
  const int count = missingCharacters(source);
  const bool isBoxed = isCjkLanguage(languageAt(source));
  if (count == 0 && !(isBoxed && source.name != "gap" && !source.attribute("unit"))) return "[…]";
  std::string sign;
  for (int i = 0; i < std::max(count, 1); ++i) sign += isBoxed ? "□" : ".";
  return isBoxed ? sign : "[" + sign + "]";
}

/// A gap shows that something is missing, and what the source says of it.
void convertGap(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading, source.name);
  made.removeAttribute("style");
  const std::string words = plainText(source);
  std::string told(source.attributeOr("reason"));
  for (const auto* name : {"quantity", "extent", "unit"}) {
    const std::string_view part = source.attributeOr(name);
    if (!part.empty()) told += (told.empty() ? "" : " ") + std::string(part);
  }
  if (!told.empty()) made.setAttribute("title", told);
  made.appendText(words.empty() ? signForMissing(source) : words.starts_with("[") || words.starts_with("〈") ? words : "[" + words + "]",
                  source.position());
}

/// Letters that can hardly be read; one that nobody can read at all is missing.
void convertUnclear(const Element& source, Element& into, Reading& reading) {
  const bool isEmpty = plainText(source).empty() && childrenOf(source).empty();
  isEmpty ? convertGap(source, into, reading) : convertForm(source, into, reading);
}

/// An expanse of white, as wide as its unit says or as a word.
void convertSpace(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendMade(into, "span", source, reading, source.name), reading);
  const int count = std::max(missingCharacters(source), 1);
  for (int i = 0; i < count; ++i) into.appendText(isCjkLanguage(languageAt(source)) ? "\u3000" : "\u2003", source.position());
}

void appendWitnesses(const Element& source, Element& line, Reading& reading) {
  std::string sigla;
  for (const auto* name : {"wit", "source", "resp"}) {
    for (const char c : source.attributeOr(name)) {
      if (c != '#') sigla += c;
    }
    if (!sigla.empty()) break;
  }
  sigla = dom::collapseWhiteSpace(sigla);
  if (sigla.empty() || firstSaying(*source.parent(), "wit")) return;
  line.appendText(" ", source.position());
  appendMade(line, "i", source, reading, "witnesses").appendText(sigla, source.position());
}

bool isReading(const Element& part) { return isOneOf(localName(part), {"rdg", "rdgGrp", "lem", "t"}); }

/// The words of the text that the readings are for.
const Element* lemmaOf(const Element& app) { return dom::firstChild(app, "lem"); }

/// "reading A B; reading C", behind the words they stand for; those are named where they have witnesses, and where the
/// note stands behind more than them.
void appendReadings(const Element& app, const Element* text, Element& line, Reading& reading) {
  bool first = true;
  for (const Element* part : childrenOf(app)) {
    if (part == text) {
      const bool isElsewhere = app.attribute("from") || (app.parent() && app.parent()->name == "listApp");
      if ((part->attribute("wit") || isElsewhere) && !plainText(*part).empty()) {
        line.appendText(plainText(*part) + "]", part->position());
        appendWitnesses(*part, line, reading);
        first = false;
      }
      continue;
    }
    if (!first) line.appendText(isReading(*part) ? "; " : " ", part->position());
    first = false;
    if (part->name == "rdgGrp") {
      appendReadings(*part, nullptr, line, reading);
    } else if (isReading(*part)) {
      Element& words = appendAs(line, "span", *part, reading, "reading");
      const bool omits = plainText(*part).empty() && childrenOf(*part).empty();
      omits ? static_cast<void>(words.appendText("om.", part->position())) : convertInline(*part, words, reading);
      appendWitnesses(*part, line, reading);
    } else {
      convert(*part, line, reading);
    }
  }
}

bool holdsMore(const Element& app, const Element* text) {
  return (text && text->attribute("wit")) ||
         std::ranges::any_of(childrenOf(app), [&](const Element* part) { return part != text; });
}

/// The lemma, or where there is none the first reading, is the text; the readings are a note. An apparatus that
/// points to its place (from, loc) has no text of its own.
void convertApparatus(const Element& source, Element& into, Reading& reading) {
  const Element* text = lemmaOf(source);
  const bool elsewhere = source.attribute("from") || source.attribute("loc") ||
                         (source.parent() && source.parent()->name == "listApp");
  for (const Element* part : childrenOf(source)) {
    if (!text && !elsewhere && isOneOf(localName(*part), {"rdg", "t"})) text = part;
  }
  if (text && !elsewhere) {
    convertContent(*text, appendAs(into, "span", source, reading, "app"), reading);
  }
  if (!holdsMore(source, elsewhere ? nullptr : text)) return;
  Element& place = isLine(into) ? into : appendMade(into, "p", source, reading, "apparatus-call");
  appendApparatusNote(source, text, place, reading);
}

void convertApparatusList(const Element& source, Element& into, Reading& reading) {
  Element& block = appendAs(into, "div", source, reading, source.name);
  appendTitleParagraphs(source, block, reading, "list-title");
  for (const Element* part : childrenOf(source)) {
    if (part->name == "head" || reading.attached.moved.contains(part)) continue;
    if (part->name != "app") {
      convert(*part, block, reading);
      continue;
    }
    Element& line = appendAs(block, "p", *part, reading, "apparatus");
    if (const std::string* location = part->attribute("loc")) line.appendText(*location + ": ", part->position());
    appendReadings(*part, lemmaOf(*part), line, reading);
  }
}

void convertShift(const Element&, Element&, Reading&) {}

constexpr std::array kRules{
    Rule{"choice", Standing::InLine, convertChoice},
    Rule{"sic", Standing::InLine, convertForm},
    Rule{"corr", Standing::InLine, convertForm},
    Rule{"orig", Standing::InLine, convertForm},
    Rule{"reg", Standing::InLine, convertForm},
    Rule{"expan", Standing::InLine, convertForm},
    Rule{"ex", Standing::InLine, convertForm},
    Rule{"am", Standing::InLine, convertForm},
    Rule{"abbr", Standing::InLine, convertAbbreviation},
    Rule{"subst", Standing::InLine, convertForm},
    Rule{"substJoin", Standing::Mark, convertShift},
    Rule{"add", Standing::InLine, convertAddition},
    Rule{"addSpan", Standing::Mark, convertShift},
    Rule{"del", Standing::InLine, convertDeletion},
    Rule{"delSpan", Standing::Mark, convertShift},
    Rule{"surplus", Standing::InLine, convertForm},
    Rule{"secl", Standing::InLine, convertForm},
    Rule{"mod", Standing::InLine, convertForm},
    Rule{"retrace", Standing::InLine, convertForm},
    Rule{"restore", Standing::InLine, convertForm},
    Rule{"undo", Standing::InLine, convertForm},
    Rule{"redo", Standing::InLine, convertForm},
    Rule{"unclear", Standing::InLine, convertUnclear},
    Rule{"damage", Standing::InLine, convertUnclear},
    Rule{"damageSpan", Standing::Mark, convertShift},
    Rule{"supplied", Standing::InLine, convertSupplied},
    Rule{"gap", Standing::InLine, convertGap},
    Rule{"ellipsis", Standing::InLine, convertGap},
    Rule{"space", Standing::InLine, convertSpace},
    Rule{"handShift", Standing::Mark, convertShift},
    Rule{"app", Standing::InLine, convertApparatus},
    Rule{"tt", Standing::InLine, convertApparatus},
    Rule{"t", Standing::InLine, convertForm},
    Rule{"lem", Standing::InLine, convertForm},
    Rule{"rdg", Standing::InLine, convertForm},
    Rule{"wit", Standing::InLine, convertForm},
    Rule{"witDetail", Standing::InLine, convertForm},
    Rule{"listApp", Standing::Block, convertApparatusList},
};

}  // namespace

std::span<const Rule> editingRules() { return kRules; }

void appendApparatusNote(const Element& app, const Element* text, Element& place, Reading& reading) {
  const Conversion::Note note = reading.conversion.makeNote({}, app.position());
  addClass(note.body, "apparatus");
  Element& line = appendMade(note.body, "p", app, reading);
  if (const std::string* location = app.attribute("loc")) line.appendText(*location + ": ", app.position());
  appendReadings(app, text, line, reading);
  liftBlocks(note.body);
  tidyWhiteSpace(note.body);
  reading.conversion.appendNoteCall(place, note.key, {}, app.position());
}

}  // namespace octavo::vocabulary::tei
