// vocabulary/docbook: links, cross-references with the words they lack, index marks, anchors.
#include <algorithm>
#include <array>

#include "base/address.h"
#include "vocabulary/docbook/numbering.h"
#include "vocabulary/docbook/reading.h"
#include "vocabulary/made_index.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

/// Authors leave out what their browsers add.
bool isOnWeb(std::string_view address) { return address.starts_with("www.") || hasSchemeOrHost(address); }

bool isEmpty(const Element& source) { return plainText(source).empty() && childrenOf(source).empty(); }

const Element* elementWithId(std::string_view id, const Reading& reading) {
  const auto found = reading.byId.find(id);
  return found == reading.byId.end() ? nullptr : found->second;
}

std::string_view firstId(std::string_view ids) {
  const std::size_t begin = ids.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return ids.substr(begin, ids.find_first_of(" \t\r\n", begin) - begin);
}

/// linkend, or the fragment of an xlink:href.
std::string_view targetId(const Element& source) {
  const std::string_view href = hrefOf(source);
  const std::string_view id = source.attributeOr("linkend");
  if (!id.empty()) return firstId(id);
  return href.starts_with('#') ? href.substr(1) : std::string_view();
}

/// What a reference without words shows: those of endterm, of the target, at last an arrow.
void fillReference(const Element& source, Element& link, Reading& reading) {
  if (const Element* words = elementWithId(source.attributeOr("endterm"), reading)) {
    return convertInline(*words, link, reading);
  }
  const std::string_view id = targetId(source);
  const Element* target = elementWithId(id, reading);
  std::string words = target ? wordsOf(*target, reading) : std::string();
  if (words.empty()) {
    words = target || id.empty() ? std::string(hrefOf(source).empty() ? "→" : hrefOf(source)) : "[" + std::string(id) + "]";
    if (target) {
      reading.conversion.warn("xref-unnamed", source.position(),
                              "a reference to " + std::string(id) + " has no words: its target has neither label nor title",
                              std::string(id));
    }
  }
  link.appendText(words, source.position());
}

Element& noteplace(Element& into) {
  Element* place = &into;
  for (Element* at = &into; at; at = at->parent()) {
    if (at->name == "a" && at->parent()) place = at->parent();
  }
  return *place;
}

void convertReference(const Element& source, Element& into, Reading& reading) {
  const std::string_view id = targetId(source);
  const Element* target = elementWithId(id, reading);
  if (target && target->name == "footnote") {
    reading.conversion.appendNoteCall(noteplace(into), id, plainText(source), source.position());
    return;
  }
  Element& link = appendAs(into, isInLink(into) ? "span" : "a", source, reading, "xref");
  isEmpty(source) ? fillReference(source, link, reading) : convertInline(source, link, reading);
  if (link.name == "a") aimLink(link, source, reading);
}

void convertLink(const Element& source, Element& into, Reading& reading) {
  const std::string_view type = source.attributeOr("xlink:type");
  if (type == "arc") return;  // joins two others; it has no words
  Element& link = appendAs(into, isInLink(into) ? "span" : "a", source, reading);
  if (!isEmpty(source)) {
    convertInline(source, link, reading);
  } else if (const std::string* title = source.attribute("xlink:title")) {
    link.appendText(*title, source.position());
  } else {
    fillReference(source, link, reading);
  }
  if (type == "locator" && &link != &into) into.appendText(" ", source.position());
  if (link.name == "a") aimLink(link, source, reading);
}

/// Another document's element: linked where the file is beside this one or an article of the booklet has it, else by words.
void convertOutsideLink(const Element& source, Element& into, Reading& reading) {
  const std::string_view document = source.attributeOr("targetdoc", source.attributeOr("targetdocent"));
  const std::string_view pointer = source.attributeOr("targetptr", source.attributeOr("localinfo"));
  Element& link = appendAs(into, isInLink(into) ? "span" : "a", source, reading, "olink");
  if (!isEmpty(source)) {
    convertInline(source, link, reading);
  } else {
    const Element* target = elementWithId(pointer, reading);
    std::string words = target ? wordsOf(*target, reading) : std::string();
    if (words.empty()) words = std::string(document) + (document.empty() || pointer.empty() ? "" : "#") + std::string(pointer);
    link.appendText(words.empty() ? "→" : words, source.position());
  }
  if (link.name != "a") return;
  // A name of a document that no file has may be that of a resource: any article of the booklet with the id will do.
  const bool isFile = document.find('.') != std::string_view::npos;
  if (!pointer.empty() && (!isFile || elementWithId(pointer, reading))) return reading.conversion.linkTo(link, pointer);
  if (!isFile) {
    link.name = "span";
    return;
  }
  reading.conversion.linkToFile(link, std::string(document) + (pointer.empty() ? "" : "#") + std::string(pointer));
}

void convertAnchor(const Element& source, Element& into, Reading& reading) {
  appendAs(into, "span", source, reading, "anchor");
}

std::string indexPath(const Element& source) {
  std::string path;
  for (const Element* child : childrenOf(source)) {
    std::string words = plainText(*child);
    if (child->name == "see") words = "→ " + words;
    if (child->name == "seealso") words = "⇒ " + words;
    path += (path.empty() || words.empty() ? "" : " : ") + words;
  }
  return path;
}

/// What the levels are sorted by, parted as in indexPath; empty where that is their words.
std::string sortPath(const Element& source) {
  std::string path;
  bool isOwn = false;
  for (const auto* level : {"primary", "secondary", "tertiary"}) {
    const Element* term = dom::firstChild(source, level);
    if (!term) break;
    const std::string* key = term->attribute("sortas");
    isOwn = isOwn || key;
    path += (path.empty() ? "" : " : ") + (key ? *key : plainText(*term));
  }
  return isOwn ? path : std::string();
}

/// An index mark is no part of the text; it stays as an empty span that carries its term.
void convertIndexTerm(const Element& source, Element& into, Reading& reading) {
  Element& place = isPhrasingPlace(into) ? into : appendMade(into, "div", source, reading, "index-marks");
  Element& mark = appendAs(place, "span", source, reading, "index-term");
  const std::string path = indexPath(source);
  if (!path.empty()) mark.setAttribute("data-term", path);
  if (const std::string keys = sortPath(source); !keys.empty()) mark.setAttribute("data-sort-as", keys);
  if (source.attributeOr("class") != "endofrange") return reading.indexMarks.push_back({&source, &mark});
  const auto start = reading.byId.find(source.attributeOr("startref"));
  const auto begun = std::ranges::find_if(reading.indexMarks, [&](const IndexMark& known) {
    return start != reading.byId.end() && known.source == start->second;
  });
  if (begun != reading.indexMarks.end()) {
    begun->mark->setAttribute(std::string(kRangeEnd), reading.conversion.ensureId(mark, "index-mark"));
  } else {
    reading.conversion.warn("index-range-open", source.position(), "no index term before this one begins the range that it ends");
  }
}

constexpr std::array kRules{
    Rule{"xref", convertReference},
    Rule{"biblioref", convertReference},
    Rule{"coref", convertReference},
    Rule{"link", convertLink},
    Rule{"ulink", convertLink},
    Rule{"olink", convertOutsideLink},
    Rule{"anchor", convertAnchor},
    Rule{"indexterm", convertIndexTerm},
};

}  // namespace

std::span<const Rule> linkRules() { return kRules; }

void aimLink(Element& link, const Element& source, Reading& reading) {
  const std::string_view id = targetId(source);
  const std::string_view href = hrefOf(source);
  if (!id.empty()) return reading.conversion.linkTo(link, id);
  if (href.empty()) {
    link.name = "span";
  } else if (isOnWeb(href)) {
    reading.conversion.linkToWeb(link, href, source.position());
  } else if (href.find_first_of(".#") != std::string_view::npos && !href.starts_with('/')) {
    reading.conversion.linkToFile(link, href);
  } else {
    link.name = "span";
    const std::string address(href);
    reading.conversion.warn("link-invalid", source.position(), "\"" + address + "\" leads nowhere from a book; its words stay", address);
  }
}

}  // namespace octavo::vocabulary::docbook
