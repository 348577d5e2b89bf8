// epub: the navigation document of EPUB 3 and the NCX of EPUB 2.
#pragma once

#include <string>
#include <vector>

#include "epub/content_document.h"
#include "publication/publication.h"

namespace octavo::epub {

struct NavigationInputs {
  const publication::Publication& publication;
  const std::vector<Document>& documents;
  const FilesById& files;
  const PageMarks& pages;
};

/// nav.xhtml with toc and, hidden, landmarks, page list and lists of figures and tables. EPUB 3.3, section 7.
std::string navigationDocument(const NavigationInputs& inputs);
/// toc.ncx for old readers: the same entries and the same pages. OPF 2.0.1, section 2.4.1.
std::string ncxDocument(const NavigationInputs& inputs, const std::string& identifier);

}  // namespace octavo::epub
