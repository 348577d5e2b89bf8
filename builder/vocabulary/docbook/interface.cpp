// vocabulary/docbook: what is pressed, clicked and chosen.
#include <array>

#include "vocabulary/docbook/reading.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

void convertPart(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, "span", source, reading, source.name), reading);
}

void convertKey(const Element& source, Element& into, Reading& reading) {
  Element& key = appendAs(into, "kbd", source, reading, source.name);
  if (!plainText(source).empty()) return convertInline(source, key, reading);
  key.appendText(std::string(source.attributeOr("function")), source.position());
}

/// Parts with a mark between them.
void convertJoined(const Element& source, Element& into, std::string_view mark, Reading& reading) {
  bool isFirst = true;
  for (const Element* part : childrenOf(source)) {
    if (!isFirst) into.appendText(std::string(mark), part->position());
    isFirst = false;
    convert(*part, into, reading);
  }
}

/// DocBook 5.1, keycombo: how keys come together.
std::string_view joinOf(const Element& combination) {
  const std::string_view action = combination.attributeOr("action");
  if (action == "seq" || action == "other") return " ";
  return action == "click" || action == "double-click" || action == "press" ? "-" : "+";
}

void convertKeyCombination(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading, "keycombo");
  convertJoined(source, made, joinOf(source), reading);
}

/// File → Open (Ctrl+O)
void convertMenuChoice(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading, "menuchoice");
  bool isFirst = true;
  for (const Element* part : childrenOf(source)) {
    if (part->name == "shortcut") continue;
    if (!isFirst) made.appendText(" → ", part->position());
    isFirst = false;
    convert(*part, made, reading);
  }
  for (const Element* shortcut : childrenOf(source, "shortcut")) {
    made.appendText(" (", shortcut->position());
    convert(*shortcut, made, reading);
    made.appendText(")", shortcut->position());
  }
}

void convertShortcut(const Element& source, Element& into, Reading& reading) {
  convertJoined(source, appendAs(into, "span", source, reading, "shortcut"), joinOf(source), reading);
}

constexpr std::array kRules{
    Rule{"guibutton", convertPart},    Rule{"guiicon", convertPart},     Rule{"guilabel", convertPart},
    Rule{"guimenu", convertPart},      Rule{"guimenuitem", convertPart}, Rule{"guisubmenu", convertPart},
    Rule{"mousebutton", convertPart},  Rule{"accel", convertPart},       Rule{"keycap", convertKey},
    Rule{"keycombo", convertKeyCombination}, Rule{"menuchoice", convertMenuChoice},
    Rule{"shortcut", convertShortcut},
};

}  // namespace

std::span<const Rule> interfaceRules() { return kRules; }

}  // namespace octavo::vocabulary::docbook
