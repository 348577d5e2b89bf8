#include "epub/package.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/direction.h"
#include "xml/xml.h"

namespace octavo::epub {
namespace {

using publication::Contributor;
using publication::LocalizedText;
using publication::Metadata;

/// Collects `<dc:…>` and `<meta>` lines.
class MetadataLines {
 public:
  explicit MetadataLines(std::string_view mainLanguage) : mainLanguage_(mainLanguage) {}

  /// A Dublin Core element; its id where refinements will follow.
  void core(std::string_view name, const LocalizedText& text, std::string_view id = {}) {
    if (text.text.empty()) return;
    lines_ += fmt::format("<dc:{0}{1}{2}>{3}</dc:{0}>\n", name, idAttribute(id), language(text.language),
                          xml::escapeText(text.text));
  }
  void meta(std::string_view property, const LocalizedText& text, std::string_view id = {}) {
    lines_ += fmt::format("<meta property=\"{}\"{}{}>{}</meta>\n", property, idAttribute(id), language(text.language),
                          xml::escapeText(text.text));
  }
  void refine(std::string_view id, std::string_view property, const LocalizedText& text, std::string_view scheme = {}) {
    if (text.text.empty()) return;
    const std::string schemeAttribute = scheme.empty() ? std::string() : fmt::format(" scheme=\"{}\"", scheme);
    lines_ += fmt::format("<meta refines=\"#{}\" property=\"{}\"{}{}>{}</meta>\n", id, property, schemeAttribute,
                          language(text.language), xml::escapeText(text.text));
  }
  void raw(std::string_view line) { lines_ += line; }
  const std::string& text() const { return lines_; }

 private:
  static std::string idAttribute(std::string_view id) {
    return id.empty() ? std::string() : fmt::format(" id=\"{}\"", id);
  }
  std::string language(std::string_view tag) const {
    return tag.empty() || tag == mainLanguage_ ? std::string()
                                               : fmt::format(" xml:lang=\"{}\"", xml::escapeAttribute(tag));
  }

  std::string mainLanguage_;
  std::string lines_;
};

void writeTitles(const Metadata& metadata, MetadataLines& lines) {
  lines.core("title", metadata.title, "title");
  lines.refine("title", "title-type", {"main", {}});
  for (const LocalizedText& translated : metadata.translatedTitles) lines.refine("title", "alternate-script", translated);
  if (metadata.subtitle.text.empty()) return;
  lines.core("title", metadata.subtitle, "subtitle");
  lines.refine("subtitle", "title-type", {"subtitle", {}});
}

/// EPUB 3.3, D.4: the series and the place in it, a number of one or more levels ("3", "2.1").
void writeCollections(const Metadata& metadata, MetadataLines& lines) {
  int number = 0;
  for (const publication::Collection& collection : metadata.collections) {
    const std::string id = fmt::format("collection-{}", ++number);
    lines.meta("belongs-to-collection", collection.title, id);
    lines.refine(id, "collection-type", {"series", {}});
    const bool isNumber = collection.position.find_first_not_of("0123456789.") == std::string::npos;
    if (isNumber) lines.refine(id, "group-position", {collection.position, {}});
  }
}

void writeContributors(const Metadata& metadata, MetadataLines& lines) {
  int number = 0;
  for (const Contributor& contributor : metadata.contributors) {
    const std::string id = fmt::format("contributor-{}", ++number);
    lines.core(contributor.role == "aut" ? "creator" : "contributor", {contributor.name, contributor.language}, id);
    lines.refine(id, "role", {contributor.role, {}}, "marc:relators");
    lines.refine(id, "file-as", {contributor.fileAs, {}});
    for (const LocalizedText& alternate : contributor.alternates) lines.refine(id, "alternate-script", alternate);
  }
}

void writeAccessibility(const AccessibilityMetadata& accessibility, MetadataLines& lines) {
  for (const std::string& mode : accessibility.accessModes) lines.meta("schema:accessMode", {mode, {}});
  for (const std::string& modes : accessibility.accessModesSufficient) lines.meta("schema:accessModeSufficient", {modes, {}});
  for (const std::string& feature : accessibility.features) lines.meta("schema:accessibilityFeature", {feature, {}});
  lines.meta("schema:accessibilityHazard", {accessibility.hazard, {}});
  lines.meta("schema:accessibilitySummary", {accessibility.summary, accessibility.summaryLanguage});
  if (!accessibility.conforms) return;
  lines.meta("dcterms:conformsTo", {"EPUB Accessibility 1.1 - WCAG 2.2 Level AA", "en"}, "conformance");
  lines.refine("conformance", "a11y:certifiedBy", {"Octavo", {}});
}

/// EPUB Accessibility 1.1, section 4.1.2; the refined dc:source says the same to readers of EPUB 3.2.
void writePageSource(const std::string& source, MetadataLines& lines) {
  if (source.empty()) return;
  lines.meta("pageBreakSource", {source, {}});
  if (source == "none") return;
  lines.core("source", {source, {}}, "page-source");
  lines.refine("page-source", "source-of", {"pagination", {}});
}

std::string metadataElement(const PackageFacts& facts, const std::vector<Item>& items) {
  const Metadata& metadata = facts.metadata;
  MetadataLines lines(metadata.languages.front());
  lines.raw(fmt::format("<dc:identifier id=\"identifier\">{}</dc:identifier>\n", xml::escapeText(facts.identifier)));
  for (const std::string& other : metadata.otherIdentifiers) lines.core("identifier", {other, {}});
  writeTitles(metadata, lines);
  writeCollections(metadata, lines);
  for (const std::string& language : metadata.languages) lines.core("language", {language, {}});
  writeContributors(metadata, lines);
  lines.core("publisher", {metadata.publisher, {}});
  if (metadata.source != facts.pageSource) lines.core("source", {metadata.source, {}});
  writePageSource(facts.pageSource, lines);
  lines.core("date", {metadata.date, {}});
  lines.core("description", metadata.description);
  for (const LocalizedText& subject : metadata.subjects) lines.core("subject", subject);
  lines.core("rights", {metadata.rights, {}});
  lines.meta("dcterms:modified", {facts.modified, {}});
  writeAccessibility(facts.accessibility, lines);
  const auto cover = std::ranges::find(items, "cover-image", &Item::properties);
  if (facts.allowsFonts) lines.meta("ibooks:specified-fonts", {"true", {}});
  // EPUB 2's way to name the cover, for Kindle and old readers.
  if (cover != items.end()) lines.raw(fmt::format("<meta name=\"cover\" content=\"{}\"/>\n", manifestId(cover->path)));
  return lines.text();
}

}  // namespace

std::string manifestId(std::string_view path) {
  std::string id = "item-";
  for (const char c : path) id += c == '/' || c == '.' ? '-' : c;
  return id;
}

std::string packageDocument(const PackageFacts& facts, const std::vector<Item>& items) {
  std::string manifest;
  std::string spine;
  for (const Item& item : items) {
    const std::string properties =
        item.properties.empty() ? std::string() : fmt::format(" properties=\"{}\"", item.properties);
    manifest += fmt::format("<item id=\"{}\" href=\"{}\" media-type=\"{}\"{}/>\n", manifestId(item.path), item.path,
                            item.mediaType, properties);
    if (item.isInSpine) spine += fmt::format("<itemref idref=\"{}\"/>\n", manifestId(item.path));
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"identifier\" "
      "xml:lang=\"{}\" dir=\"{}\" prefix=\"a11y: http://www.idpf.org/epub/vocab/package/a11y/#{}\">\n"
      "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n{}</metadata>\n<manifest>\n{}</manifest>\n"
      "<spine toc=\"item-toc-ncx\"{}>\n{}</spine>\n</package>\n",
      xml::escapeAttribute(facts.metadata.languages.front()), text::isRightToLeft(facts.metadata.languages.front()) ? "rtl" : "ltr",
      facts.allowsFonts ? " ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/" : "",
      metadataElement(facts, items), manifest,
      facts.readsRightToLeft ? " page-progression-direction=\"rtl\"" : "", spine);
}

}  // namespace octavo::epub
