// vocabulary/jats: cross-references, links to the web, pictures and files in running text.
#include "vocabulary/jats/reading.h"

#include <array>
#include <cctype>

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

/// The address that an ext-link means: identifiers of known kinds stand there without their resolver.
std::string webAddress(std::string_view type, std::string_view written) {
  std::string address = dom::collapseWhiteSpace(written);
  if (address.starts_with("info:doi/")) return "https://doi.org/" + address.substr(9);
  if (address.empty() || hasScheme(address)) return address;
  if (type == "doi" || address.starts_with("10.")) return "https://doi.org/" + address;
  if (type == "pmid") return "https://pubmed.ncbi.nlm.nih.gov/" + address + "/";
  if (type == "pmcid" || type == "pmc") return "https://www.ncbi.nlm.nih.gov/pmc/articles/" + address + "/";
  if (type == "email" || type == "mailto") return "mailto:" + address;
  if (address.starts_with("www.")) return "http://" + address;
  return address;
}

void fillLink(Element& link, const Element& source, std::string_view address, Reading& reading) {
  if (plainText(source).empty() && childrenOf(source).empty()) {
    link.appendText(std::string(address), source.position());
  } else {
    convertInline(source, link, reading);
  }
}

void convertExternalLink(const Element& source, Element& into, Reading& reading) {
  const std::string words = plainText(source);
  std::string_view href = source.attributeOr("xlink:href");
  if (href.empty()) href = source.attributeOr("href");
  const std::string address = webAddress(source.attributeOr("ext-link-type"), href.empty() ? words : href);
  if (address.starts_with("#")) {
    Element& link = appendLinkElement(into, source, reading);
    if (link.name == "a") reading.conversion.linkTo(link, std::string_view(address).substr(1));
    return fillLink(link, source, address, reading);
  }
  if (!hasScheme(address)) {
    // A file beside the article, or no address at all: it cannot be reached from a book.
    Element& shown = appendAs(into, "span", source, reading, source.name);
    return fillLink(shown, source, address, reading);
  }
  Element& link = appendLinkElement(into, source, reading);
  fillLink(link, source, address, reading);
  if (link.name == "a") reading.conversion.linkToWeb(link, address, source.position());
}

void convertEmail(const Element& source, Element& into, Reading& reading) {
  const std::string words = plainText(source);
  Element& link = appendLinkElement(into, source, reading);
  convertInline(source, link, reading);
  const bool single = words.find(' ') == std::string::npos && words.find('@') != std::string::npos;
  if (link.name != "a") return;
  if (single) {
    reading.conversion.linkToWeb(link, "mailto:" + words, source.position());
  } else {
    link.name = "span";
  }
}

std::string_view firstId(std::string_view ids) {
  const std::size_t begin = ids.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return ids.substr(begin, std::min(ids.find_first_of(" \t\r\n", begin), ids.size()) - begin);
}

/// What an empty cross-reference shows: the label of its target, else its title.
std::string wordsOfTarget(const Element* target) {
  if (!target) return {};
  for (const auto* name : {"label", "title"}) {
    if (const Element* child = dom::firstChild(*target, name)) return headingText(*child);
  }
  const Element* caption = dom::firstChild(*target, "caption");
  return caption ? wordsOfTarget(caption) : std::string();
}

void convertCrossReference(const Element& source, Element& into, Reading& reading) {
  const std::string_view id = firstId(source.attributeOr("rid"));
  const auto found = reading.byId.find(id);
  const Element* target = found == reading.byId.end() ? nullptr : found->second;
  const std::string words = plainText(source);
  if (target && target->name == "fn" && isPageNote(*target, reading)) {
    Element* place = &into;
    while (place->name == "a" && place->parent()) place = place->parent();
    reading.conversion.appendNoteCall(*place, id, words, source.position());
    return;
  }
  if (!target && words.empty()) return;
  Element& link = appendLinkElement(into, source, reading);
  addClass(link, "xref");
  addSourceClass(link, "ref", source.attributeOr("ref-type"));
  if (words.empty() && childrenOf(source).empty()) {
    std::string shown = wordsOfTarget(target);
    link.appendText(shown.empty() ? "→" : shown, source.position());
  } else {
    convertInline(source, link, reading);
  }
  if (link.name != "a") return;
  if (id.empty()) {
    link.name = "span";
  } else {
    reading.conversion.linkTo(link, id);
  }
}

void convertInlineGraphic(const Element& source, Element& into, Reading& reading) {
  const Element* alternative = dom::firstChild(source, "alt-text");
  const std::string words = alternative ? plainText(*alternative) : std::string();
  const std::string_view href = source.attributeOr("xlink:href", source.attributeOr("href"));
  Element& picture =
      reading.conversion.appendPicture(into, {href, words, {}, false, source.position()});
  if (const std::string* id = source.attribute("id"); id && !picture.attribute("id")) {
    reading.conversion.setId(picture, *id, source.position());
  }
  addClass(picture, "inline-graphic");
}

/// A sound, film or file named in the text.
void convertInlineFile(const Element& source, Element& into, Reading& reading) {
  const std::string_view href = source.attributeOr("xlink:href", source.attributeOr("href"));
  std::string words = plainText(source);
  appendAddress(into, href, words.empty() ? href : std::string_view(words), source, reading);
}

constexpr std::array kRules{
    Rule{"ext-link", convertExternalLink},
    Rule{"uri", convertExternalLink},
    Rule{"self-uri", convertExternalLink},
    Rule{"email", convertEmail},
    Rule{"xref", convertCrossReference},
    Rule{"inline-graphic", convertInlineGraphic},
    Rule{"inline-media", convertInlineFile},
    Rule{"inline-supplementary-material", convertInlineFile},
};

}  // namespace

std::span<const Rule> linkRules() { return kRules; }

Element& appendLinkElement(Element& into, const Element& source, Reading& reading) {
  for (const Element* at = &into; at; at = at->parent()) {
    if (at->name == "a") return appendAs(into, "span", source, reading);
  }
  return appendAs(into, "a", source, reading);
}

Element& appendAddress(Element& into, std::string_view address, std::string_view words, const Element& source,
                       Reading& reading) {
  const std::string target = webAddress(source.attributeOr("ext-link-type"), address);
  if (!hasScheme(target)) {
    Element& shown = appendMade(into, "span", source, reading, "file");
    shown.appendText(std::string(words), source.position());
    return shown;
  }
  Element& link = appendLinkElement(into, source, reading);
  link.appendText(std::string(words), source.position());
  if (link.name == "a") reading.conversion.linkToWeb(link, target, source.position());
  return link;
}

}  // namespace octavo::vocabulary::jats
