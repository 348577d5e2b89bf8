// vocabulary/docbook: words where DocBook has none: text between the items of a list, a second title. Rules do not look
// for them; they are gathered, so that nothing is lost.
#include <algorithm>
#include <array>

#include "vocabulary/docbook/misplaced.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

/// Elements that hold elements only in every version of DocBook, and whose rules look for those alone.
constexpr std::array<std::string_view, 82> kElementOnly{
    "areaspec",        "audioobject",      "bibliodiv",       "bibliography",      "bibliolist",    "book",
    "calloutlist",     "citerefentry",     "classsynopsis",   "cmdsynopsis",       "constructorsynopsis",
    "destructorsynopsis", "entrytbl",      "enumitem",        "enumsynopsis",      "equation",      "fieldsynopsis",
    "formalpara",      "funcprototype",    "glossary",        "glossdiv",          "glossentry",    "glosslist",
    "group",           "imagedata",        "imageobject",     "imageobjectco",     "index",         "indexdiv",
    "indexentry",      "indexterm",        "informalequation", "informaltable",    "inlineequation", "inlinemediaobject",
    "itemizedlist",    "itermset",         "keycombo",        "keywordset",        "mediaobject",   "mediaobjectco",
    "menuchoice",      "methodparam",      "methodsynopsis",  "oointerface",       "orderedlist",   "part",
    "procedure",       "production",       "productionrecap", "programlistingco",
    "reference",       "refmeta",          "refnamediv",      "revision",          "row",           "screenco",
    "segmentedlist",   "seglistitem",      "set",             "setindex",          "shortcut",      "simplelist",
    "stepalternatives", "substeps",        "synopfragment",   "table",             "tbody",         "tfoot",
    "tgroup",          "thead",            "tr",              "variablelist",      "varlistentry",  "videoobject",
    "xref",            "co",               "area",            "areaset",           "void",          "varargs",
    "anchor"};

/// The title of something else than a reference to a work.
bool isSecondTitle(const Element& source) {
  if (source.name != "title" || !source.parent()) return false;
  const Element* owner = isInfo(*source.parent()) && source.parent()->parent() ? source.parent()->parent() : source.parent();
  for (const Element* at = owner; at; at = at->parent()) {
    if (at->name.starts_with("biblio") && at->name != "bibliography" && at->name != "bibliodiv" && at->name != "bibliolist") return false;
  }
  const Element* shown = titleOf(*owner);
  return shown && shown != &source && plainText(*shown) != plainText(source);
}

}  // namespace

void findMisplaced(const Element& element, Reading& reading) {
  const bool mayLoseText = isInfo(element) || std::ranges::find(kElementOnly, element.name) != kElementOnly.end();
  const bool holdsElementsOnly = mayLoseText && hasOwnText(element);
  if (holdsElementsOnly || isSecondTitle(element)) reading.misplaced.push_back(&element);
}

void appendMisplaced(Element& into, Reading& reading) {
  if (reading.misplaced.empty()) return;
  Element& block = appendMade(into, "div", *reading.misplaced.front(), reading, "misplaced");
  for (const Element* source : reading.misplaced) {
    reading.conversion.warn("text-misplaced", source->position(),
                            "<" + source->name + "> has words where none may stand; they are at the end", source->name);
    if (source->name == "title") {
      convertInline(*source, appendMade(block, "p", *source, reading), reading);
      continue;
    }
    Element* line = nullptr;
    for (const auto& child : source->children()) {
      const dom::Text* text = dom::asText(*child);
      if (!text || isBlank(text->value)) continue;
      if (!line) line = &appendMade(block, "p", *source, reading);
      line->appendText(text->value + " ", text->position());
    }
  }
}

}  // namespace octavo::vocabulary::docbook
