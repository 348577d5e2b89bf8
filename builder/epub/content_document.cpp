#include "epub/content_document.h"

#include <set>

#include <fmt/format.h>

#include "text/direction.h"
#include "epub/prepare.h"
#include "epub/split.h"
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
    // EPUB Indexes 1.0 gives an index parts that ours need not have: the role alone says what it is.
    case ChapterKind::Index: return {"", "doc-index", "backmatter"};
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

/// A title page's and a cover's name says so.
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

/// Of the contents only their beginning lives on: their lines are written anew.
Document placeOfContents(const Chapter& chapter, const PageMarks& pages) {
  auto root = std::make_unique<dom::Element>(dom::Namespace::Xhtml, "nav", chapter.root->position());
  root->setAttribute("id", chapter.id);
  for (const PageMark& mark : pages.inContents) root->append(pageBreak(mark));
  return {fileName(chapter), chapter.kind, chapter.title, chapter.language, std::move(root)};
}

/// Room is left for the head and for characters that must be escaped.
constexpr std::size_t kMostMarkup = kMostDocumentBytes - 4'000;

/// Names for the parts of chapters that no chapter has.
class Paths {
 public:
  explicit Paths(const publication::Publication& publication) {
    for (const Chapter& chapter : publication.chapters) taken_.insert(fileName(chapter));
  }
  std::string fresh(const Chapter& chapter, int number) {
    std::string path = fmt::format("{}-{}.xhtml", chapter.id, number);
    while (!taken_.insert(path).second) path.insert(path.size() - std::string_view(".xhtml").size(), "-b");
    return path;
  }

 private:
  std::set<std::string> taken_;
};

/// Of all chapters but the contents; null for these.
std::vector<std::unique_ptr<dom::Element>> markedCopies(const publication::Publication& publication, const PageMarks& pages) {
  std::vector<std::unique_ptr<dom::Element>> roots(publication.chapters.size());
  for (std::size_t i = 0; i < roots.size(); ++i) {
    if (publication.chapters[i].kind == ChapterKind::Contents) continue;
    roots[i] = dom::clone(*publication.chapters[i].root);
    if (pages.arePrinted) removeSourceMarks(*roots[i]);
    insertPageMarks(*roots[i], pages.byChapter[i]);
  }
  return roots;
}

void sayWhatTheyAre(const publication::Publication& publication, const std::vector<std::unique_ptr<dom::Element>>& roots) {
  for (std::size_t i = 0; i < roots.size(); ++i) {
    if (!roots[i]) continue;
    const Semantics semantics = semanticsOf(publication.chapters[i].kind);
    setWhereAbsent(*roots[i], "epub:type", semantics.type);
    setWhereAbsent(*roots[i], "role", semantics.role);
  }
}

}  // namespace

std::vector<Document> makeDocuments(const publication::Publication& publication, const PageMarks& pages) {
  Paths paths(publication);
  std::vector<std::unique_ptr<dom::Element>> roots = markedCopies(publication, pages);
  prepareChapters(roots);
  sayWhatTheyAre(publication, roots);
  std::vector<Document> documents;
  for (std::size_t i = 0; i < publication.chapters.size(); ++i) {
    const Chapter& chapter = publication.chapters[i];
    if (chapter.kind == ChapterKind::Contents) {
      documents.push_back(placeOfContents(chapter, pages));
      continue;
    }
    const std::string& title = chapter.title.empty() ? publication.metadata.title.text : chapter.title;
    int number = 0;
    for (std::unique_ptr<dom::Element>& part : splitChapter(std::move(roots[i]), kMostMarkup)) {
      const bool goesOn = ++number > 1;
      documents.push_back({goesOn ? paths.fresh(chapter, number) : fileName(chapter), chapter.kind,
                           goesOn ? fmt::format("{} ({})", title, number) : title, chapter.language, std::move(part), goesOn});
    }
  }
  return documents;
}

FilesById filesById(const std::vector<Document>& documents) {
  FilesById files;
  for (const Document& document : documents) collectIds(*document.root, document.path, files);
  return files;
}

std::string addressOf(std::string_view id, const FilesById& files) {
  const auto found = files.find(id);
  if (found == files.end()) return {};
  const bool isWholeFile = found->second == std::string(id) + ".xhtml";
  return isWholeFile ? found->second : fmt::format("{}#{}", found->second, id);
}

ContentDocument contentDocument(Document document, const FilesById& files) {
  dom::Element& root = *document.root;
  Rewriting rewriting{files, document.path};
  rewrite(root, rewriting);
  const Semantics semantics = semanticsOf(document.kind);
  ContentDocument made;
  if (rewriting.hasMath) made.properties = "mathml";
  if (rewriting.hasSvg) made.properties += made.properties.empty() ? "svg" : " svg";
  made.bytes = documentText({document.title, document.language, std::string(semantics.bodyType), xml::serialize(root),
                             std::string(root.attributeOr("dir")), document.stylesheet});
  return made;
}

std::string documentText(const DocumentFrame& frame) {
  const std::string language = xml::escapeAttribute(frame.language);
  const std::string type =
      frame.bodyType.empty() ? std::string() : fmt::format(" epub:type=\"{}\"", xml::escapeAttribute(frame.bodyType));
  const bool isKnown = frame.direction == "ltr" || frame.direction == "rtl";
  const std::string direction = isKnown ? frame.direction : text::isRightToLeft(frame.language) ? "rtl" : "ltr";
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"{0}\" "
      "xml:lang=\"{0}\" dir=\"{1}\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>{2}</title>\n"
      "<link rel=\"stylesheet\" type=\"text/css\" href=\"{5}\"/>\n</head>\n"
      "<body lang=\"{0}\" xml:lang=\"{0}\" dir=\"{1}\"{3}>\n{4}\n</body>\n</html>\n",
      language, direction, xml::escapeText(frame.title), type, frame.body, xml::escapeAttribute(frame.stylesheet));
}

}  // namespace octavo::epub
