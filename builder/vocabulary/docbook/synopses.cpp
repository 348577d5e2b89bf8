// vocabulary/docbook: synopses of commands and of functions, with the punctuation that DocBook leaves out.
#include <array>

#include "vocabulary/docbook/reading.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

struct Brackets {
  std::string_view choice, open, close;
};
constexpr std::array kBrackets{Brackets{"opt", "[", "]"}, Brackets{"req", "{", "}"}, Brackets{"plain", "", ""}};

const Brackets& bracketsOf(const Element& source, std::string_view otherwise) {
  const std::string_view choice = source.attributeOr("choice", otherwise);
  for (const Brackets& one : kBrackets) {
    if (one.choice == choice) return one;
  }
  return kBrackets.front();
}

void appendRepeat(const Element& source, Element& into) {
  if (source.attributeOr("rep") == "repeat") into.appendText("…", source.position());
}

/// [-v | --verbose]…
void convertArgument(const Element& source, Element& into, Reading& reading) {
  const Brackets& brackets = bracketsOf(source, "opt");
  Element& made = appendAs(into, "span", source, reading, "arg");
  made.appendText(std::string(brackets.open), source.position());
  convertInline(source, made, reading);
  made.appendText(std::string(brackets.close), source.position());
  appendRepeat(source, made);
}

void convertArgumentGroup(const Element& source, Element& into, Reading& reading) {
  const Brackets& brackets = bracketsOf(source, "opt");
  Element& made = appendAs(into, "span", source, reading, "arg-group");
  made.appendText(std::string(brackets.open), source.position());
  bool isFirst = true;
  for (const Element* part : childrenOf(source)) {
    if (!isFirst && part->name != "sbr") made.appendText(" | ", part->position());
    isFirst = isFirst && part->name == "sbr";
    convert(*part, made, reading);
  }
  made.appendText(std::string(brackets.close), source.position());
  appendRepeat(source, made);
}

void convertBreak(const Element& source, Element& into, Reading& reading) { appendMade(into, "br", source, reading); }

/// A fragment stands below under its number; a reference shows that.
void convertFragmentReference(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, isInLink(into) ? "span" : "a", source, reading, "synopfragmentref");
  made.appendText("(", source.position());
  convertInline(source, made, reading);
  made.appendText(")", source.position());
  if (made.name == "a") aimLink(made, source, reading);
}

void convertParts(const Element& source, Element& line, Reading& reading) {
  bool isFirst = true;
  for (const Element* part : childrenOf(source)) {
    if (isInfo(*part) || isOneOf(part->name, {"title", "titleabbrev", "synopfragment", "synopsisinfo"})) continue;
    if (!isFirst) line.appendText(" ", part->position());
    isFirst = false;
    convert(*part, line, reading);
  }
}

void convertCommand(const Element& source, Element& into, Reading& reading) {
  Element& block = appendAs(into, "div", source, reading, "synopsis-block");
  appendTitleLine(source, block, reading, "box-title");
  appendInfo(source, block, reading);
  convertParts(source, appendMade(block, "p", source, reading, "cmdsynopsis"), reading);
  for (const Element* part : childrenOf(source)) {
    if (isOneOf(part->name, {"synopfragment", "synopsisinfo"})) convert(*part, block, reading);
  }
}

void convertFragment(const Element& source, Element& into, Reading& reading) {
  convertParts(source, appendAs(into, isPhrasingPlace(into) ? "span" : "p", source, reading, "cmdsynopsis"), reading);
}

/// int max(int a, int b);
void convertPrototype(const Element& source, Element& into, Reading& reading) {
  Element& line = appendAs(into, isPhrasingPlace(into) ? "span" : "p", source, reading, "funcprototype");
  bool isOpen = false, isFirst = true;
  const auto separate = [&](const Element& part) {
    if (isFirst) line.appendText("(", part.position());
    if (!isFirst) line.appendText(", ", part.position());
    isFirst = false;
    isOpen = true;
  };
  for (const Element* part : childrenOf(source)) {
    if (part->name == "funcdef") {
      Element& definition = appendAs(line, "span", *part, reading, "funcdef");
      convertInline(*part, definition, reading);
    } else if (part->name == "paramdef" || part->name == "void" || part->name == "varargs") {
      separate(*part);
      convert(*part, line, reading);
    } else {
      if (!isFirst) line.appendText(" ", part->position());
      convert(*part, line, reading);
    }
  }
  line.appendText(isOpen ? ");" : "();", source.position());
}

void convertParameter(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading, "paramdef");
  if (source.attributeOr("choice") == "opt") made.appendText("[", source.position());
  convertInline(source, made, reading);
  if (source.attributeOr("choice") == "opt") made.appendText("]", source.position());
}

/// A function as a parameter: its own parameters in brackets.
void convertFunctionParameters(const Element& source, Element& into, Reading& reading) {
  into.appendText("(", source.position());
  convertInline(source, into, reading);
  into.appendText(")", source.position());
}

void convertVoid(const Element& source, Element& into, Reading&) { into.appendText("void", source.position()); }
void convertVarargs(const Element& source, Element& into, Reading&) { into.appendText("…", source.position()); }

void convertFunctionSynopsis(const Element& source, Element& into, Reading& reading) {
  Element& block = appendAs(into, "div", source, reading, "synopsis-block");
  appendTitleLine(source, block, reading, "box-title");
  convertBody(source, block, reading);
}

constexpr std::array kRules{
    Rule{"cmdsynopsis", convertCommand},
    Rule{"synopfragment", convertFragment},
    Rule{"funcsynopsis", convertFunctionSynopsis},
    Rule{"funcprototype", convertPrototype},
};
constexpr std::array kInline{
    Rule{"arg", convertArgument},
    Rule{"group", convertArgumentGroup},
    Rule{"sbr", convertBreak},
    Rule{"synopfragmentref", convertFragmentReference},
    Rule{"paramdef", convertParameter},
    Rule{"funcparams", convertFunctionParameters},
    Rule{"void", convertVoid},
    Rule{"varargs", convertVarargs},
};

}  // namespace

std::span<const Rule> synopsisRules() { return kRules; }
std::span<const Rule> inlineSynopsisRules() { return kInline; }

}  // namespace octavo::vocabulary::docbook
