// vocabulary/jats: cross-references, links to the web, pictures and files in running text.
#include "vocabulary/jats/reading.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/address.h"
#include "dom/title_words.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

/// The address that an ext-link means: identifiers of known kinds stand there without their resolver.
std::string webAddress(std::string_view type, std::string_view written) {
  std::string address = dom::collapseWhiteSpace(written);
  if (address.starts_with("info:doi/")) return "https://doi.org/" + address.substr(9);
  if (address.starts_with("//")) return "https:" + address;
  if (address.empty() || hasScheme(address)) return address;
  if (type == "doi" || address.starts_with("10.")) return "https://doi.org/" + address;
  if (type == "pmid") return "https://pubmed.ncbi.nlm.nih.gov/" + address + "/";
  if (type == "pmcid" || type == "pmc") return "https://www.ncbi.nlm.nih.gov/pmc/articles/" + address + "/";
  if (type == "email" || type == "mailto") return "mailto:" + address;
  if (address.starts_with("www.")) return "http://" + address;
  return address;
}

/// Whether the address may be that of another text of the same book.
bool mayBeArticle(std::string_view href) {
  const std::string path = lowered(href.substr(0, href.find('#')));
  return std::ranges::any_of(std::array{".xml", ".nxml", ".xhtml", ".html", ".htm"},
                             [&](const char* ending) { return path.ends_with(ending); });
}

/// A file beside the article, or a code that is no address: it cannot be reached from a book.
void reportUnreached(std::string_view href, const Element& source, const Reading& reading) {
  reading.conversion.warn("link-invalid", source.position(), "\"" + std::string(href) + "\" is no web address; its words stay", std::string(href));
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
    // Words alone are no address. A file may be one of the book; one that is none is reported.
    const bool isArticle = mayBeArticle(href);
    Element& shown = isArticle ? appendLinkElement(into, source, reading) : appendAs(into, "span", source, reading);
    addClass(shown, source.name);
    fillLink(shown, source, address, reading);
    if (shown.name == "a") return reading.conversion.linkToFile(shown, href);
    if (!href.empty() && !isArticle) reportUnreached(href, source, reading);
    return;
  }
  Element& link = appendLinkElement(into, source, reading);
  fillLink(link, source, address, reading);
  if (link.name == "a") reading.conversion.linkToWeb(link, address, source.position());
}

void convertEmail(const Element& source, Element& into, Reading& reading) {
  std::string_view written = source.attributeOr("xlink:href");
  if (written.starts_with("mailto:")) written.remove_prefix(7);
  const std::string words = written.empty() ? plainText(source) : std::string(written);
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

/// The words between white space, and other characters of `separators`.
std::vector<std::string> wordsIn(std::string_view text, std::string_view separators = " \t\r\n") {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find_first_not_of(separators), text.size());
    const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
    if (end > begin) words.emplace_back(text.substr(begin, end - begin));
    text.remove_prefix(end);
  }
  return words;
}

/// Calls of the notes that a cross-reference names (IDREFS), each of its own; false where one of them is no note.
bool appendNoteCalls(const Element& source, const std::vector<std::string>& ids, Element& into, Reading& reading) {
  for (const std::string& id : ids) {
    const auto found = reading.byId.find(id);
    if (found == reading.byId.end() || found->second->name != "fn" || !isPageNote(*found->second, reading)) return false;
  }
  Element* place = &into;
  while (place->name == "a" && place->parent()) place = place->parent();
  const std::string words = plainText(source);
  const auto marks = wordsIn(words, " \t\r\n,;");
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string mark = marks.size() == ids.size() ? marks[i] : ids.size() == 1 ? words : std::string();
    reading.conversion.appendNoteCall(*place, ids[i], mark, source.position());
  }
  return !ids.empty();
}

/// What an empty cross-reference shows: the label of its target, else its title.
std::string wordsOfTarget(const Element* target) {
  if (!target) return {};
  // Parts of books have their titles in metadata of their own; their number alone would say too little.
  for (const auto* meta : {"book-part-meta", "front-stub"}) {
    const Element* own = dom::firstChild(*target, meta);
    const Element* titles = own ? dom::firstChild(*own, "title-group") : nullptr;
    if (!titles) continue;
    const Element* label = firstSaying(*titles, "label");
    const Element* title = firstSaying(*titles, "title");
    if (!title) title = firstSaying(*titles, "article-title");
    std::string words = label ? dom::titleWords(*label) : std::string();
    if (title) words += (words.empty() ? "" : " ") + dom::titleWords(*title);
    if (!words.empty()) return words;
  }
  for (const auto* name : {"label", "title"}) {
    if (const Element* child = dom::firstChild(*target, name)) return headingText(*child);
  }
  const Element* caption = dom::firstChild(*target, "caption");
  return caption ? wordsOfTarget(caption) : std::string();
}

void convertCrossReference(const Element& source, Element& into, Reading& reading) {
  const auto ids = wordsIn(source.attributeOr("rid"));
  const std::string_view id = ids.empty() ? std::string_view() : std::string_view(ids.front());
  const auto found = reading.byId.find(id);
  const Element* target = found == reading.byId.end() ? nullptr : found->second;
  const std::string words = plainText(source);
  if (appendNoteCalls(source, ids, into, reading)) return;
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

Element& openLink(Element& made, const Element& source, Reading& reading) {
  const std::string_view href = source.attributeOr("xlink:href");
  if (href.empty()) return made;
  for (const Element* at = &made; at; at = at->parent()) {
    if (at->name == "a") return made;
  }
  Element& link = appendMade(made, "a", source, reading);
  const std::string address = webAddress(source.attributeOr("ext-link-type"), href);
  if (address.starts_with("#")) {
    reading.conversion.linkTo(link, std::string_view(address).substr(1));
  } else if (hasScheme(address)) {
    reading.conversion.linkToWeb(link, address, source.position());
  } else if (mayBeArticle(href)) {
    reading.conversion.linkToFile(link, href);
  } else {
    link.name = "span";
    reportUnreached(href, source, reading);
  }
  return link;
}

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
