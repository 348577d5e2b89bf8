// epub: one XHTML file for each chapter.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "publication/publication.h"

namespace octavo::epub {

/// Which file every id of the publication is in: "n-3" → "chapter-1.xhtml".
using FilesById = std::map<std::string, std::string, std::less<>>;

/// The file of a chapter; a title page's and a cover's name says so.
std::string fileName(const publication::Chapter& chapter);
FilesById filesById(const publication::Publication& publication);
/// The address of an id: "chapter-2.xhtml#s-1"; the chapter's root itself is the file alone. Empty for an unknown id.
std::string addressOf(std::string_view id, const FilesById& files);

struct ContentDocument {
  std::string bytes;
  std::string properties;  // "mathml", "svg" where the document has such
};

/// The chapter as an XHTML document: ids of other files become addresses, epub:type and role say what the chapter is.
ContentDocument contentDocument(const publication::Chapter& chapter, const publication::Publication& publication,
                                const FilesById& files);

/// The frame of any XHTML file of the package. `body` is markup; `bodyType` the epub:type of body, or empty.
struct DocumentFrame {
  std::string title, language, bodyType, body;
};
std::string documentText(const DocumentFrame& frame);

}  // namespace octavo::epub
