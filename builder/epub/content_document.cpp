#include "epub/content_document.h"

#include <fmt/format.h>

#include "xml/xml.h"

namespace octavo::epub {
namespace {

using publication::Chapter;
using publication::ChapterKind;

/// What a chapter is, in the words of EPUB Structural Semantics and DPUB-ARIA.
struct Semantics {
  std::string_view type, role, bodyType;
};
Semantics semanticsOf(ChapterKind kind) {
  switch (kind) {
    case ChapterKind::Cover: return {"cover", "", "frontmatter"};
    case ChapterKind::TitlePage: return {"titlepage", "", "frontmatter"};
    case ChapterKind::Contents: return {"toc", "doc-toc", "frontmatter"};
    case ChapterKind::Part: return {"part", "doc-part", "bodymatter"};
    case ChapterKind::Chapter: return {"chapter", "doc-chapter", "bodymatter"};
    case ChapterKind::Appendix: return {"appendix", "doc-appendix", "backmatter"};
    case ChapterKind::Index: return {"index", "doc-index", "backmatter"};
  }
  return {};
}

void collectIds(const dom::Element& element, const std::string& file, FilesById& into) {
  if (const std::string* id = element.attribute("id")) into.try_emplace(*id, file);
  for (const auto& child : element.children()) {
    if (const dom::Element* below = dom::asElement(*child)) collectIds(*below, file, into);
  }
}

struct Rewriting {
  const FilesById& files;
  std::string file;
  bool hasMath = false, hasSvg = false;
};

/// Turns "#id" into an address where the id is in another file; notes which languages besides XHTML are there.
void rewrite(dom::Element& element, Rewriting& rewriting) {
  rewriting.hasMath |= element.is(dom::Namespace::MathMl, "math");
  rewriting.hasSvg |= element.is(dom::Namespace::Svg, "svg");
  const std::string_view reference = element.attributeOr("href");
  if (reference.starts_with('#')) {
    const std::string address = addressOf(reference.substr(1), rewriting.files);
    const bool isElsewhere = !address.empty() && !address.starts_with(rewriting.file);
    if (isElsewhere) element.setAttribute("href", address);
  }
  for (const auto& child : element.children()) {
    if (dom::Element* below = dom::asElement(*child)) rewrite(*below, rewriting);
  }
}

void setWhereAbsent(dom::Element& element, std::string_view name, std::string_view value) {
  if (!element.attribute(name) && !value.empty()) element.setAttribute(name, std::string(value));
}

}  // namespace

std::string fileName(const Chapter& chapter) {
  switch (chapter.kind) {
    case ChapterKind::Cover: return "cover.xhtml";
    case ChapterKind::TitlePage: return "title-page.xhtml";
    case ChapterKind::Contents: return "nav.xhtml";
    case ChapterKind::Part:
    case ChapterKind::Chapter:
    case ChapterKind::Appendix:
    case ChapterKind::Index:
      return chapter.id + ".xhtml";
  }
  return {};
}

FilesById filesById(const publication::Publication& publication) {
  FilesById files;
  for (const Chapter& chapter : publication.chapters) collectIds(*chapter.root, fileName(chapter), files);
  return files;
}

std::string addressOf(std::string_view id, const FilesById& files) {
  const auto found = files.find(id);
  if (found == files.end()) return {};
  const bool isWholeFile = found->second == std::string(id) + ".xhtml";
  return isWholeFile ? found->second : fmt::format("{}#{}", found->second, id);
}

ContentDocument contentDocument(const Chapter& chapter, const publication::Publication& publication,
                                const FilesById& files) {
  const std::unique_ptr<dom::Element> root = dom::clone(*chapter.root);
  Rewriting rewriting{files, fileName(chapter)};
  rewrite(*root, rewriting);
  const Semantics semantics = semanticsOf(chapter.kind);
  setWhereAbsent(*root, "epub:type", semantics.type);
  setWhereAbsent(*root, "role", semantics.role);
  ContentDocument document;
  if (rewriting.hasMath) document.properties = "mathml";
  if (rewriting.hasSvg) document.properties += document.properties.empty() ? "svg" : " svg";
  const std::string& title = chapter.title.empty() ? publication.metadata.title.text : chapter.title;
  document.bytes = documentText({title, chapter.language, std::string(semantics.bodyType), xml::serialize(*root)});
  return document;
}

std::string documentText(const DocumentFrame& frame) {
  const std::string language = xml::escapeAttribute(frame.language);
  const std::string type =
      frame.bodyType.empty() ? std::string() : fmt::format(" epub:type=\"{}\"", xml::escapeAttribute(frame.bodyType));
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"{0}\" "
      "xml:lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>{1}</title>\n"
      "<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body{2}>\n{3}\n</body>\n</html>\n",
      language, xml::escapeText(frame.title), type, frame.body);
}

}  // namespace octavo::epub
