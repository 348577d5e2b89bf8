#include "epub/navigation.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "epub/landmarks.h"
#include "words/words.h"
#include "xml/xml.h"

namespace octavo::epub {
namespace {

using publication::ChapterKind;
using publication::NavigationEntry;
using words::Term;
using words::Words;

std::string languageAttributes(std::string_view language, std::string_view around) {
  if (language.empty() || language == around) return {};
  return fmt::format(" lang=\"{0}\" xml:lang=\"{0}\"", xml::escapeAttribute(language));
}

void writeList(const std::vector<NavigationEntry>& entries, const NavigationInputs& inputs, std::string& into) {
  into += "<ol>\n";
  for (const NavigationEntry& entry : entries) {
    const std::string attributes = languageAttributes(entry.language, inputs.publication.metadata.languages.front());
    into += fmt::format("<li><a href=\"{}\"{}>{}</a>", xml::escapeAttribute(addressOf(entry.target, inputs.files)),
                        attributes, xml::escapeText(entry.label));
    if (!entry.children.empty()) {
      into += "\n";
      writeList(entry.children, inputs, into);
    }
    into += "</li>\n";
  }
  into += "</ol>\n";
}

std::string landmark(std::string_view type, std::string_view address, std::string_view label) {
  return fmt::format("<li><a epub:type=\"{}\" href=\"{}\">{}</a></li>\n", type, xml::escapeAttribute(address),
                     xml::escapeText(label));
}

/// The word for a part of the book, by the part's name in EPUB Structural Semantics.
Term termFor(std::string_view type) {
  if (type == "loi") return Term::Figures;
  if (type == "lot") return Term::Tables;
  if (type == "index") return Term::Index;
  if (type == "bibliography") return Term::LiteratureLandmark;
  return type == "glossary" ? Term::Glossary : Term::Endnotes;
}

std::string landmarks(const NavigationInputs& inputs, const std::vector<Part>& parts, const Words& own) {
  std::string list = landmark("cover", "cover.xhtml", own[Term::Cover]);
  bool hasBody = false;
  for (const Document& document : inputs.documents) {
    if (document.kind == ChapterKind::TitlePage) list += landmark("titlepage", document.path, own[Term::TitlePage]);
    // Only where they are in the spine may the contents be pointed at (EPUBCheck RSC-011).
    if (document.kind == ChapterKind::Contents) list += landmark("toc", document.path, own[Term::Contents]);
    const bool isBody = document.kind == ChapterKind::Part || document.kind == ChapterKind::Chapter;
    if (isBody && !hasBody) list += landmark("bodymatter", document.path, own[Term::StartOfText]);
    hasBody |= isBody;
  }
  for (const Part& part : parts) {
    const std::string_view label = part.label.empty() ? own[termFor(part.type)] : std::string_view(part.label);
    list += landmark(part.type, addressOf(part.id, inputs.files), label);
  }
  return list;
}

/// A hidden list of figures (loi) or tables (lot).
std::string captionList(std::string_view type, const std::vector<ListEntry>& entries, const NavigationInputs& inputs,
                        const Words& own) {
  if (entries.empty()) return {};
  std::string nav = fmt::format("\n<nav id=\"{0}\" epub:type=\"{0}\" hidden=\"hidden\">\n<h2>{1}</h2>\n<ol>\n", type,
                                xml::escapeText(own[termFor(type)]));
  for (const ListEntry& entry : entries) {
    nav += fmt::format("<li><a href=\"{}\"{}>{}</a></li>\n", xml::escapeAttribute(addressOf(entry.id, inputs.files)),
                       languageAttributes(entry.language, inputs.publication.metadata.languages.front()),
                       xml::escapeText(entry.label));
  }
  return nav + "</ol>\n</nav>";
}

std::string pageList(const NavigationInputs& inputs, const Words& own) {
  if (inputs.pages.list.empty()) return {};
  std::string nav = fmt::format(
      "\n<nav id=\"page-list\" epub:type=\"page-list\" role=\"doc-pagelist\" hidden=\"hidden\">\n<h2>{}</h2>\n<ol>\n",
      xml::escapeText(own[Term::Pages]));
  for (const PageListEntry& page : inputs.pages.list) {
    nav += fmt::format("<li><a href=\"{}\">{}</a></li>\n", xml::escapeAttribute(addressOf(page.id, inputs.files)),
                       xml::escapeText(page.label));
  }
  return nav + "</ol>\n</nav>";
}

struct NcxState {
  const NavigationInputs& inputs;
  int nextPoint = 1;
  int depth = 0;
};

void writePoints(const std::vector<NavigationEntry>& entries, NcxState& state, int depth, std::string& into) {
  if (!entries.empty()) state.depth = std::max(state.depth, depth);
  for (const NavigationEntry& entry : entries) {
    const int number = state.nextPoint++;
    into += fmt::format(
        "<navPoint id=\"point-{0}\" playOrder=\"{0}\"><navLabel><text>{1}</text></navLabel><content src=\"{2}\"/>\n",
        number, xml::escapeText(entry.label), xml::escapeAttribute(addressOf(entry.target, state.inputs.files)));
    writePoints(entry.children, state, depth + 1, into);
    into += "</navPoint>\n";
  }
}

bool isNumber(std::string_view label) {
  return !label.empty() && label.size() < 7 && std::ranges::all_of(label, [](char c) { return c >= '0' && c <= '9'; });
}

/// Roman numbers are those of the front matter (NCX 2005-1: type front); only numbers have a value.
std::string_view pageType(std::string_view label) {
  if (isNumber(label)) return "normal";
  return label.find_first_not_of("ivxlcdm") == std::string_view::npos ? "front" : "special";
}

struct NcxPages {
  std::string list;
  int highest = 0;
};
NcxPages ncxPages(const NavigationInputs& inputs, int nextPoint) {
  NcxPages pages;
  if (inputs.pages.list.empty()) return pages;
  const Words own = words::of(inputs.publication.metadata.languages.front());
  pages.list = fmt::format("<pageList>\n<navLabel><text>{}</text></navLabel>\n", xml::escapeText(own[Term::Pages]));
  int number = 0;
  std::set<int> values;  // a source that counts anew repeats its numbers, and no two targets may have one value
  for (const PageListEntry& page : inputs.pages.list) {
    std::string value;
    if (isNumber(page.label) && values.insert(std::stoi(page.label)).second) {
      pages.highest = std::max(pages.highest, std::stoi(page.label));
      value = fmt::format(" value=\"{}\"", std::stoi(page.label));
    }
    pages.list += fmt::format(
        "<pageTarget id=\"page-target-{}\" type=\"{}\"{} playOrder=\"{}\"><navLabel><text>{}</text></navLabel><content "
        "src=\"{}\"/></pageTarget>\n",
        ++number, pageType(page.label), value, nextPoint++, xml::escapeText(page.label),
        xml::escapeAttribute(addressOf(page.id, inputs.files)));
  }
  pages.list += "</pageList>\n";
  return pages;
}

}  // namespace

std::string navigationDocument(const NavigationInputs& inputs) {
  const std::string& language = inputs.publication.metadata.languages.front();
  const Words own = words::of(language);
  const FoundParts found = findParts(inputs.documents);
  const auto contents = std::ranges::find(inputs.publication.chapters, ChapterKind::Contents, &publication::Chapter::kind);
  const bool hasOwn = contents != inputs.publication.chapters.end();
  const std::string heading = hasOwn && !contents->title.empty() ? contents->title : std::string(own[Term::Contents]);
  std::string body;
  for (const PageMark& mark : inputs.pages.inContents) body += xml::serialize(*pageBreak(mark)) + "\n";
  body += fmt::format("<nav id=\"{}\" class=\"contents\" epub:type=\"toc\" role=\"doc-toc\">\n<h1>{}</h1>\n",
                                 hasOwn ? contents->id : "toc", xml::escapeText(heading));
  writeList(inputs.publication.navigation, inputs, body);
  body += fmt::format("</nav>\n<nav id=\"landmarks\" epub:type=\"landmarks\" hidden=\"hidden\">\n<h2>{}</h2>\n<ol>\n{}</ol>\n</nav>",
                      xml::escapeText(own[Term::Landmarks]), landmarks(inputs, found.parts, own));
  body += pageList(inputs, own);
  body += captionList("loi", found.figures, inputs, own) + captionList("lot", found.tables, inputs, own);
  return documentText({heading, language, "frontmatter", body});
}

std::string ncxDocument(const NavigationInputs& inputs, const std::string& identifier) {
  NcxState state{inputs};
  std::string points;
  writePoints(inputs.publication.navigation, state, 1, points);
  const NcxPages pages = ncxPages(inputs, state.nextPoint);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\" xml:lang=\"{}\">\n<head>\n"
      "<meta name=\"dtb:uid\" content=\"{}\"/>\n<meta name=\"dtb:depth\" content=\"{}\"/>\n"
      "<meta name=\"dtb:totalPageCount\" content=\"{}\"/>\n<meta name=\"dtb:maxPageNumber\" content=\"{}\"/>\n</head>\n"
      "<docTitle><text>{}</text></docTitle>\n<navMap>\n{}</navMap>\n{}</ncx>\n",
      xml::escapeAttribute(inputs.publication.metadata.languages.front()), xml::escapeAttribute(identifier), state.depth,
      inputs.pages.list.size(), pages.highest, xml::escapeText(inputs.publication.metadata.title.text), points, pages.list);
}

}  // namespace octavo::epub
