// vocabulary/docbook: synopses of classes, their fields and methods, enumerations and packages, in the manner of the
// language they are for: Java's where none is named.
#include <algorithm>
#include <array>

#include "vocabulary/docbook/reading.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

/// The nearest language attribute.
std::string_view codeLanguage(const Element& source) {
  for (const Element* at = &source; at; at = at->parent()) {
    if (const std::string* language = at->attribute("language")) return *language;
    if (isOneOf(at->name, {"section", "refentry", "chapter", "article"})) break;
  }
  return {};
}

/// Parts with blanks between them; those named are left to the caller.
void appendWords(const Element& source, Element& into, Reading& reading, std::initializer_list<std::string_view> except) {
  bool isFirst = true;
  for (const Element* part : childrenOf(source)) {
    if (isInfo(*part) || isOneOf(part->name, except) || isOneOf(part->name, {"title", "titleabbrev"})) continue;
    if (!isFirst) into.appendText(" ", part->position());
    isFirst = false;
    convert(*part, into, reading);
  }
}

/// string $format = "Y": type, name, default value; PHP has a dollar sign before the name.
void appendParameter(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading, "methodparam");
  const bool isPhp = codeLanguage(source) == "php";
  bool isFirst = true;
  for (const Element* part : childrenOf(source)) {
    if (part->name == "initializer") {
      made.appendText(" = ", part->position());
    } else if (!isFirst) {
      made.appendText(" ", part->position());
    }
    isFirst = false;
    const std::string words = plainText(*part);
    if (isPhp && part->name == "parameter" && !words.starts_with('$') && !words.starts_with('&')) made.appendText("$", part->position());
    convert(*part, made, reading);
  }
}

/// public static int max(int a, int b) throws E: everything before the name, the name, the parameters in brackets.
/// Types come last in PHP: max(int $a, int $b): int.
void fillMethod(const Element& source, Element& line, Reading& reading) {
  const bool isTypeLast = isOneOf(codeLanguage(source), {"php", "typescript", "python", "kotlin", "rust"});
  const Element* type = isTypeLast ? dom::firstChild(source, "type") : nullptr;
  bool isFirst = true, hasName = false, isOpen = false;
  for (const Element* part : childrenOf(source)) {
    if (part == type || isInfo(*part) || part->name == "exceptionname") continue;
    const bool isVoidType = part->name == "void" && !hasName;
    const bool isParameter = isOneOf(part->name, {"methodparam", "varargs"}) || (part->name == "void" && hasName);
    if (isVoidType || !isParameter) {
      if (!isFirst) line.appendText(" ", part->position());
      isFirst = false;
      hasName = hasName || part->name == "methodname";
      convert(*part, line, reading);
      continue;
    }
    line.appendText(isOpen ? ", " : "(", part->position());
    isOpen = true;
    const bool isOptional = part->attributeOr("choice") == "opt";
    if (isOptional) line.appendText("[", part->position());
    if (part->name == "methodparam") appendParameter(*part, line, reading);
    if (part->name == "varargs") line.appendText("…", part->position());
    if (isOptional) line.appendText("]", part->position());
  }
  line.appendText(isOpen ? ")" : "()", source.position());
  if (type) {
    line.appendText(": ", type->position());
    convert(*type, line, reading);
  }
  bool isFirstException = true;
  for (const Element* exception : childrenOf(source, "exceptionname")) {
    line.appendText(isFirstException ? " throws " : ", ", exception->position());
    isFirstException = false;
    convert(*exception, line, reading);
  }
  if (!isTypeLast) line.appendText(";", source.position());
}

/// private int count = 0;
void fillField(const Element& source, Element& line, Reading& reading) {
  appendWords(source, line, reading, {"initializer"});
  for (const Element* value : childrenOf(source, "initializer")) {
    line.appendText(" = ", value->position());
    convert(*value, line, reading);
  }
  line.appendText(";", source.position());
}

void fillMember(const Element& source, Element& line, Reading& reading) {
  source.name == "fieldsynopsis" ? fillField(source, line, reading) : fillMethod(source, line, reading);
}

void convertMember(const Element& source, Element& into, Reading& reading) {
  const bool isInLine = isPhrasingPlace(into);
  fillMember(source, appendAs(into, isInLine ? "span" : "p", source, reading, source.name), reading);
}

bool isMember(const Element& source) {
  return isOneOf(source.name, {"fieldsynopsis", "methodsynopsis", "constructorsynopsis", "destructorsynopsis"});
}

/// class A extends B implements C, D: by ooclass, ooexception and oointerface.
void fillClassHead(const Element& source, Element& into, Reading& reading) {
  const bool isInterface = source.attributeOr("class") == "interface";
  std::string_view before;
  bool hasName = false;
  for (const Element* part : childrenOf(source)) {
    if (!isOneOf(part->name, {"ooclass", "oointerface", "ooexception"})) continue;
    const bool isInheritance = hasName;
    const std::string_view word = part->name == "oointerface" && !isInterface ? "implements" : "extends";
    if (isInheritance) into.appendText(before == word ? ", " : " " + std::string(word) + " ", part->position());
    if (isInheritance) before = word;
    Element& made = appendAs(into, "span", *part, reading, part->name);
    bool isFirst = true;
    for (const Element* inner : childrenOf(*part)) {
      const bool isClassName = isOneOf(inner->name, {"classname", "interfacename", "exceptionname"});
      if (!isFirst) made.appendText(" ", inner->position());
      isFirst = false;
      if (isClassName && !hasName && !isInheritance) made.appendText(isInterface ? "interface " : "class ", inner->position());
      convert(*inner, made, reading);
    }
    hasName = true;
  }
}

/// A class on lines of its own: head, members between braces.
void convertClass(const Element& source, Element& into, Reading& reading) {
  if (!isPhrasingPlace(into)) {
    appendTitleLine(source, into, reading, "box-title");
    appendInfo(source, into, reading);
  }
  Element& block = appendAs(into, isPhrasingPlace(into) ? "span" : "pre", source, reading, "classsynopsis");
  fillClassHead(source, block, reading);
  block.appendText(" {\n", source.position());
  for (const Element* part : childrenOf(source)) {
    if (isInfo(*part) || isOneOf(part->name, {"ooclass", "oointerface", "ooexception", "title", "titleabbrev"})) continue;
    if (isMember(*part)) {
      block.appendText("  ", part->position());
      fillMember(*part, appendAs(block, "span", *part, reading, part->name), reading);
    } else if (part->name == "classsynopsisinfo") {
      convertInline(*part, appendAs(block, "span", *part, reading, part->name), reading);
    } else {
      convert(*part, block, reading);
    }
    block.appendText("\n", part->position());
  }
  block.appendText("}", source.position());
}

/// enum Name { case A = 1; }
void convertEnumeration(const Element& source, Element& into, Reading& reading) {
  Element& block = appendAs(into, isPhrasingPlace(into) ? "span" : "pre", source, reading, "classsynopsis");
  addClass(block, source.name);
  block.appendText("enum ", source.position());
  appendWords(source, block, reading, {"enumitem", "synopsisinfo", "enumsynopsisinfo"});
  block.appendText(" {\n", source.position());
  for (const Element* item : childrenOf(source, "enumitem")) {
    block.appendText("  ", item->position());
    convert(*item, block, reading);
    block.appendText("\n", item->position());
  }
  for (const auto* name : {"synopsisinfo", "enumsynopsisinfo"}) {
    for (const Element* part : childrenOf(source, name)) convertInline(*part, appendAs(block, "span", *part, reading), reading);
  }
  block.appendText("}", source.position());
}

void convertEnumerator(const Element& source, Element& into, Reading& reading) {
  Element& item = appendAs(into, isPhrasingPlace(into) ? "span" : "p", source, reading, "enumitem");
  for (const Element* part : childrenOf(source)) {
    if (part->name == "enumvalue") item.appendText(" = ", part->position());
    if (part->name == "enumitemdescription") item.appendText("  // ", part->position());
    part->name == "enumitemdescription" ? convertInline(*part, appendAs(item, "i", *part, reading), reading)
                                        : convert(*part, item, reading);
  }
}

void convertPackage(const Element& source, Element& into, Reading& reading) {
  Element& block = appendAs(into, "div", source, reading, "synopsis-block");
  addClass(block, source.name);
  appendTitleLine(source, block, reading, "box-title");
  convertBody(source, block, reading);
}

/// typedef, union and macro synopses (DocBook 5.2): their parts in a line.
void convertOther(const Element& source, Element& into, Reading& reading) {
  Element& line = appendAs(into, isPhrasingPlace(into) ? "span" : "p", source, reading, "methodsynopsis");
  addClass(line, source.name);
  appendWords(source, line, reading, {});
}

constexpr std::array kRules{
    Rule{"classsynopsis", convertClass},        Rule{"methodsynopsis", convertMember},
    Rule{"fieldsynopsis", convertMember},       Rule{"constructorsynopsis", convertMember},
    Rule{"destructorsynopsis", convertMember},  Rule{"enumsynopsis", convertEnumeration},
    Rule{"enumitem", convertEnumerator},        Rule{"packagesynopsis", convertPackage},
    Rule{"typedefsynopsis", convertOther},      Rule{"unionsynopsis", convertOther},
    Rule{"macrosynopsis", convertOther},        Rule{"methodparam", appendParameter},
};

}  // namespace

std::span<const Rule> classSynopsisRules() { return kRules; }

}  // namespace octavo::vocabulary::docbook
