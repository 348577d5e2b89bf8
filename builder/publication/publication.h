// publication: the waist. What a finished publication is made of: every vocabulary writes it, every output reads it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "dom/dom.h"

namespace octavo::publication {

/// A text with its language (BCP 47; empty: that of the publication).
struct LocalizedText {
  std::string text;
  std::string language;
};

struct Contributor {
  std::string name;         // as shown: 山田 花子 is 山田花子, Xi Jinping, Ada Lovelace
  std::string fileAs;       // for sorting: "Lovelace, Ada"; empty: same as name
  std::string role = "aut";  // MARC relator code
  std::string language;
  std::vector<LocalizedText> alternates;  // the same name in other scripts
  std::vector<std::string> affiliations;
};

/// A series or collection that the book is one of.
struct Collection {
  LocalizedText title;
  std::string position;  // "3"; empty where it is not said
};

struct Metadata {
  LocalizedText title;
  LocalizedText subtitle;
  std::vector<LocalizedText> translatedTitles;
  std::vector<Contributor> contributors;
  std::vector<std::string> languages;  // BCP 47; the first is the main one; never empty in a finished publication
  std::string identifier;              // "doi:…", "urn:…"; empty: writers derive one from the content
  std::vector<std::string> otherIdentifiers;  // an ISBN beside a DOI, in the same form
  std::vector<Collection> collections;
  std::string publisher;
  std::string source;  // where it appeared: a journal, a web address
  std::string date;    // of publication, ISO 8601: 2024, 2024-06 or 2024-06-03
  LocalizedText description;
  std::vector<LocalizedText> subjects;  // keywords
  std::string rights;
};

/// What only one of the outputs can show says so by this attribute: "screen" or "paper". The other leaves it out.
inline constexpr std::string_view kMediumAttribute = "data-octavo-medium";
/// What of a formula is for paper alone, which sets it in one line: the signs before and behind a part (brackets, a slash) and how
/// an operator is spaced ("none", "behind").
inline constexpr std::string_view kBeforeAttribute = "data-octavo-before";
inline constexpr std::string_view kAfterAttribute = "data-octavo-after";
inline constexpr std::string_view kSpaceAttribute = "data-octavo-space";

/// The first identifier is the book's own, the others stand beside it.
void addIdentifier(Metadata& metadata, std::string identifier);

enum class ChapterKind { Cover, TitlePage, Contents, Part, Chapter, Appendix, Index };

/// One flow of pages, one XHTML file of the EPUB.
///
/// `root` is an XHTML5 `<section>` (`<nav>` for contents) in dom::Namespace::Xhtml with lang and xml:lang set.
/// What it holds:
///  - ids are unique in the whole publication; internal links are href="#id" wherever the target is;
///  - a chapter's title is its first h1, sections' titles h2…h6 in steps of one; sections are nested <section>s;
///  - a note call is <a id href="#note" role="doc-noteref" epub:type="noteref">1</a>, the note
///    <aside id role="doc-footnote" epub:type="footnote"> with block content, and a first
///    <a href="#call" role="doc-backlink">1</a> in its first block; the asides stand, in order, in a last
///    <section class="notes" role="doc-endnotes" epub:type="endnotes"> with no title, children asides;
///  - pictures are <img src="PATH" alt="…"> with the `path` of a resource;
///  - what paper cannot show (drawings, film, sound) is an <img>, <audio> or <video> for the screen beside words for paper:
///    see kMediumAttribute;
///  - formulas are MathML with alttext; ruby is <ruby>base<rp>(</rp><rt>reading</rt><rp>)</rp>…</ruby>;
///  - what the source's element was, where XHTML has no word for it, is told by class (class="speech");
///  - tables: caption, thead/tbody/tfoot, th with scope; figures: figure with figcaption.
struct Chapter {
  ChapterKind kind = ChapterKind::Chapter;
  std::string id;        // the root element's id, also the stem of the file name: "chapter-2"; ASCII
  std::string title;     // plain, base text of ruby only
  std::string language;  // BCP 47
  std::unique_ptr<dom::Element> root;
};

/// A line of the contents: chapters, and sections below them.
struct NavigationEntry {
  std::string label;  // plain text
  std::string language;
  std::string target;  // an id in some chapter
  std::vector<NavigationEntry> children;
};

struct Resource {
  std::string path;       // unique, safe ASCII, relative to the package: "images/rain-1.jpg"
  std::string mediaType;  // "image/png", "image/jpeg", "image/svg+xml"
  std::string bytes;
  SourcePosition requestedFrom;
  bool isCover = false;
};

/// A sheet that a page brought along, to be applied behind the look.
struct PageStyle {
  std::string file;   // the sheet's absolute path; of a style element the page's name
  std::string text;   // of a style element, with empty lines before it so that its lines are the page's; empty: the file's
  std::string media;  // media queries as the page has them; empty: all media
  std::string scope = {};     // a class of the chapters that the page became
  std::string idPrefix = {};  // begins the ids of these chapters
  bool isOfWholeBook = false;
};

/// The finished content of one book. Owns all its trees; a const value after the readers are done.
struct Publication {
  Metadata metadata;
  std::vector<Chapter> chapters;            // in reading order
  std::vector<NavigationEntry> navigation;  // the contents, nested
  std::vector<Resource> resources;
  std::vector<std::string> styleReferences;  // hrefs of <?xml-stylesheet?>, as absolute paths
  std::vector<PageStyle> pageStyles;         // of all pages, where they shall be applied
};

/// What the references of a publication resolve to, and a text dump of it for goldens: metadata, navigation,
/// resources (path, type, size), then each chapter's tree.
std::string dump(const Publication& publication);

}  // namespace octavo::publication
