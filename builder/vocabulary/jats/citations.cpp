// vocabulary/jats: reference lists and citations.
#include "vocabulary/jats/reading.h"

#include <algorithm>
#include <array>

#include "vocabulary/jats/names.h"
#include "vocabulary/jats/terms.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

void convertPlain(const Element& source, Element& into, Reading& reading) { convertInline(source, into, reading); }

void convertSource(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, "cite", source, reading), reading);
}

/// A name in a citation: as written where it has its own punctuation, else surname first.
void convertName(const Element& source, Element& into, Reading& reading) {
  if (hasOwnText(source)) return convertInline(source, into, reading);
  const bool cited = hasAncestor(source, "ref") || hasAncestor(source, "element-citation") ||
                     hasAncestor(source, "mixed-citation") || hasAncestor(source, "person-group");
  into.appendText(cited ? citedName(source) : personName(source).shown, source.position());
}

/// " et al.", ほか.
std::string_view othersIn(std::string_view language) { return words::of(language).around(words::Term::AndOthers).second; }

}  // namespace

std::string_view citationLanguage(const Element& part) {
  const std::string_view language = languageAt(part);
  return mayBeIn(language, plainText(part)) ? language : "en";
}

std::string_view separatorBefore(const Element& name, std::string_view language) {
  const std::string_view others = othersIn(language);
  const bool isLatin = others == othersIn("en");  // which has a comma there
  if (name.name != "etal" || isLatin) return listSeparator(language);
  return others.starts_with(' ') ? " " : "";
}

namespace {

/// Names without text between them are separated; text that is there stays, also between some of them only.
void convertPersonGroup(const Element& source, Element& into, Reading& reading) {
  const Element* before = nullptr;  // the name that nothing has followed yet
  for (const auto& child : source.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      const bool isBlank = dom::collapseWhiteSpace(text->value).empty();
      if (isBlank) continue;
      into.appendText(text->value, text->position());
      before = nullptr;
      continue;
    }
    const Element& name = *dom::asElement(*child);
    if (before) into.appendText(std::string(separatorBefore(name, citationLanguage(source))), name.position());
    convert(name, into, reading);
    before = &name;
  }
}

void convertEtal(const Element& source, Element& into, Reading& reading) {
  if (plainText(source).empty()) {
    const Element& citation = source.parent() ? *source.parent() : source;
    std::string_view others = othersIn(citationLanguage(citation));
    if (others.starts_with(' ')) others.remove_prefix(1);
    into.appendText(std::string(others), source.position());
  } else {
    convertInline(source, into, reading);
  }
}

struct Resolver {
  std::string_view type, before, address;
};
constexpr std::array kResolvers{
    Resolver{"doi", "doi:", "https://doi.org/"},
    Resolver{"pmid", "PMID:", "https://pubmed.ncbi.nlm.nih.gov/"},
    Resolver{"pmcid", "", "https://www.ncbi.nlm.nih.gov/pmc/articles/"},
    Resolver{"arxiv", "arXiv:", "https://arxiv.org/abs/"},
};

void convertPublicationId(const Element& source, Element& into, Reading& reading) {
  const std::string words = plainText(source);
  const auto resolver = std::ranges::find(kResolvers, source.attributeOr("pub-id-type"), &Resolver::type);
  const std::string_view href = source.attributeOr("xlink:href");
  const bool mixed = source.parent() && hasOwnText(*source.parent());
  std::string address(href);
  if (address.empty() && resolver != kResolvers.end()) {
    address = words.starts_with("http") ? words : std::string(resolver->address) + words;
  }
  if (address.empty()) return convertInline(source, into, reading);
  if (!mixed && resolver != kResolvers.end() && !words.starts_with("http")) {
    into.appendText(std::string(resolver->before), source.position());
  }
  appendAddress(into, address, words, source, reading);
}

void convertElementForm(const Element& source, Element& into, Reading& reading) {
  convertElementCitation(source, into, reading);
}

/// A citation as it is written; one that has no words of its own between its parts needs an order like the others.
void convertMixed(const Element& source, Element& into, Reading& reading) {
  if (!hasOwnText(source) && childrenOf(source).size() > 1) return convertElementCitation(source, into, reading);
  convertInline(source, into, reading);
}

bool isCitation(std::string_view name) {
  return isOneOf(name, {"mixed-citation", "element-citation", "nlm-citation", "citation", "citation-alternatives"});
}

/// The citation in parts that says no more than the one beside it, which has the words as they were written: some publishers
/// deliver each reference in both forms, for readers and for machines. Null where there are no two such.
const Element* repeatedCitation(const Element& reference) {
  const auto written = childrenOf(reference, "mixed-citation"), parted = childrenOf(reference, "element-citation");
  if (written.size() != 1 || parted.size() != 1 || !hasOwnText(*written.front())) return nullptr;
  const std::string words = lowered(plainText(*written.front()));
  std::size_t all = 0, found = 0;
  const auto count = [&](const Element& element, const auto& self) -> void {
    for (const auto& child : element.children()) {
      if (const Element* below = dom::asElement(*child)) {
        self(*below, self);
      } else if (const std::string part = lowered(dom::collapseWhiteSpace(dom::asText(*child)->value)); !isBlank(part)) {
        ++all;
        found += words.find(part.substr(0, part.find_last_not_of(" .,;:") + 1)) != std::string::npos;
      }
    }
  };
  count(*parted.front(), count);
  return found * 3 >= all * 2 ? parted.front() : nullptr;
}

/// Where the work is, if only its form in parts says so.
void appendAddresses(const Element& parts, const std::string& written, Element& line, Reading& reading) {
  for (const Element* part : childrenOf(parts)) {
    const std::string words = plainText(*part);
    if (!isOneOf(part->name, {"pub-id", "ext-link", "uri"}) || words.empty() || written.find(words) != std::string::npos) continue;
    line.appendText(" ", part->position());
    convert(*part, line, reading);
  }
}

void convertReference(const Element& source, Element& into, Reading& reading) {
  Element& entry = appendAs(into, into.name == "ul" ? "li" : "div", source, reading, "reference");
  const auto children = childrenOf(source);
  const Element* label = firstSaying(source, "label");
  const Element* repeated = repeatedCitation(source);
  const auto citations =
      std::ranges::count_if(children, [&](const Element* child) { return isCitation(child->name) && child != repeated; });
  bool labelled = !label;
  for (const Element* child : children) {
    if (child->name == "label") continue;
    if (child == repeated) {
      leaveUnshown(*child, reading);
      continue;
    }
    if (!isCitation(child->name)) {
      convert(*child, entry, reading);
      continue;
    }
    Element& line = appendAs(entry, "p", *child, reading, citations > 1 ? "citation" : "");
    if (!labelled) appendLabel(*label, line, reading);
    labelled = true;
    convert(*child, line, reading);
    if (repeated) appendAddresses(*repeated, plainText(*child), line, reading);
  }
  if (!labelled) {
    Element& line = appendMade(entry, "p", *label, reading);
    appendLabel(*label, line, reading);
    entry.insert(0, entry.remove(entry.children().size() - 1));
  }
}

/// The list with its title, the usual word where it has none.
void convertReferenceList(const Element& source, Element& into, Reading& reading) {
  const bool inner = source.parent() && source.parent()->name == "ref-list";
  const bool titled = firstSaying(source, "title") || firstSaying(source, "label");
  Element& section = appendAs(into, titled || !inner ? "section" : "div", source, reading, "references");
  if (section.name == "section" && !inner) section.setAttribute("role", "doc-bibliography");
  if (!appendHeading(source, section, reading) && !inner) {
    appendMade(section, "h2", source, reading).appendText(term("references", languageAt(source)), source.position());
  }
  Element* list = nullptr;
  for (const Element* child : childrenOf(source)) {
    if (isOneOf(child->name, {"title", "label", "subtitle"})) continue;
    if (child->name == "ref") {
      if (!list) {
        list = &appendMade(section, "ul", *child, reading, "reference-list");
        if (firstSaying(*child, "label")) addClass(*list, "labelled");
      }
      convert(*child, *list, reading);
    } else {
      list = nullptr;
      convert(*child, section, reading);
    }
  }
}

void convertCitationAlternatives(const Element& source, Element& into, Reading& reading) {
  const auto forms = childrenOf(source);
  if (forms.empty()) return;
  convert(*forms.front(), into, reading);
  for (const Element* other : std::span(forms).subspan(1)) leaveUnshown(*other, reading);
}

/// Works named in the text or the metadata: their words, linked where they say where they are.
void convertRelated(const Element& source, Element& into, Reading& reading) {
  const std::string_view href = source.attributeOr("xlink:href");
  if (plainText(source).empty()) {
    const std::string words =
        term(source.attributeOr(source.name + "-type", "related"), languageAt(source)) + ": ";
    if (href.empty()) return;
    into.appendText(words, source.position());
    appendAddress(into, href, href, source, reading);
    return;
  }
  Element& made = appendAs(into, "span", source, reading, source.name);
  // A link inside says where exactly that part is.
  const bool hasLinks = dom::firstChild(source, "ext-link") || dom::firstChild(source, "uri") || dom::firstChild(source, "self-uri");
  convertMixed(source, hasLinks ? made : openLink(made, source, reading), reading);
}

constexpr std::array kRules{
    Rule{"ref-list", convertReferenceList},
    Rule{"ref", convertReference},
    Rule{"mixed-citation", convertMixed},
    Rule{"citation", convertMixed},
    Rule{"element-citation", convertElementForm},
    Rule{"nlm-citation", convertElementForm},
    Rule{"citation-alternatives", convertCitationAlternatives},
    Rule{"product", convertRelated},
    Rule{"related-article", convertRelated},
    Rule{"related-object", convertRelated},
    Rule{"person-group", convertPersonGroup},
    Rule{"name", convertName},
    Rule{"string-name", convertName},
    Rule{"name-alternatives", convertPersonGroup},
    Rule{"collab", convertPlain},
    Rule{"etal", convertEtal},
    Rule{"source", convertSource},
    Rule{"pub-id", convertPublicationId},
    Rule{"surname", convertPlain},
    Rule{"given-names", convertPlain},
    Rule{"anonymous", convertPlain},
    Rule{"year", convertPlain},
    Rule{"month", convertPlain},
    Rule{"day", convertPlain},
    Rule{"season", convertPlain},
    Rule{"era", convertPlain},
    Rule{"string-date", convertPlain},
    Rule{"date-in-citation", convertPlain},
    Rule{"article-title", convertPlain},
    Rule{"chapter-title", convertPlain},
    Rule{"part-title", convertPlain},
    Rule{"data-title", convertPlain},
    Rule{"issue-title", convertPlain},
    Rule{"trans-title", convertPlain},
    Rule{"trans-source", convertPlain},
    Rule{"source-title", convertSource},
    Rule{"volume", convertPlain},
    Rule{"volume-series", convertPlain},
    Rule{"issue", convertPlain},
    Rule{"issue-id", convertPlain},
    Rule{"issue-part", convertPlain},
    Rule{"supplement", convertPlain},
    Rule{"fpage", convertPlain},
    Rule{"lpage", convertPlain},
    Rule{"page-range", convertPlain},
    Rule{"elocation-id", convertPlain},
    Rule{"size", convertPlain},
    Rule{"edition", convertPlain},
    Rule{"series", convertPlain},
    Rule{"version", convertPlain},
    Rule{"gov", convertPlain},
    Rule{"std", convertPlain},
    Rule{"std-organization", convertPlain},
    Rule{"patent", convertPlain},
    Rule{"publisher-name", convertPlain},
    Rule{"publisher-loc", convertPlain},
    Rule{"conf-name", convertPlain},
    Rule{"conf-date", convertPlain},
    Rule{"conf-loc", convertPlain},
    Rule{"conf-sponsor", convertPlain},
    Rule{"isbn", convertPlain},
    Rule{"issn", convertPlain},
    Rule{"comment", convertPlain},
    Rule{"annotation", convertPlain},
    Rule{"page-count", convertPlain},
    Rule{"time-stamp", convertPlain},
    Rule{"access-date", convertPlain},
};

}  // namespace

std::span<const Rule> citationRules() { return kRules; }

}  // namespace octavo::vocabulary::jats
