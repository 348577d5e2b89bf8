// epub: one XHTML file for each chapter.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "epub/page_marks.h"
#include "publication/publication.h"

namespace octavo::epub {

/// Which file every id of the publication is in: "n-3" → "chapter-1.xhtml".
using FilesById = std::map<std::string, std::string, std::less<>>;

/// A content document in the making: a copy of a chapter, or of a part of one.
struct Document {
  std::string path;  // "chapter-3.xhtml"
  publication::ChapterKind kind = publication::ChapterKind::Chapter;
  std::string title, language;
  std::unique_ptr<dom::Element> root;
  bool goesOn = false;  // with what the file before began
  std::string stylesheet = "style.css";
};

/// The documents of all chapters, in reading order, with the marks of pages in their places, epub:type and role
/// saying what each chapter is; long chapters in parts
/// (chapter-3.xhtml, chapter-3-2.xhtml…). Of the contents, whose lines
/// the navigation document writes anew, there is only the root with its page mark.
std::vector<Document> makeDocuments(const publication::Publication& publication, const PageMarks& pages);

FilesById filesById(const std::vector<Document>& documents);
/// The address of an id: "chapter-2.xhtml#s-1"; the chapter's root itself is the file alone. Empty for an unknown id.
std::string addressOf(std::string_view id, const FilesById& files);

struct ContentDocument {
  std::string bytes;
  std::string properties;  // "mathml", "svg" where the document has such
};

/// The document as XHTML: ids of other files become addresses.
ContentDocument contentDocument(Document document, const FilesById& files);

/// The frame of any XHTML file of the package. `body` is markup; `bodyType` the epub:type of body, or empty; `direction`
/// ltr or rtl, or empty: that of the language.
struct DocumentFrame {
  std::string title, language, bodyType, body, direction = {}, stylesheet = "style.css";
};
std::string documentText(const DocumentFrame& frame);

}  // namespace octavo::epub
