// epub: where the pages of the printed book, or of the source, begin in the text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "publication/publication.h"

namespace octavo::epub {

/// Where a page of the book on paper begins.
struct PrintedPage {
  std::string label;                      // as printed: "iv", "12"
  const dom::Element* element = nullptr;  // in the publication: whose own text, or which picture; null: no place of its own
  std::size_t inkBefore = 0;              // characters of that text (leavesInk) on earlier pages
  std::string text;                       // what the page's first line begins with; empty for a picture
};

/// The book on paper that the pages are of.
struct Pagination {
  std::string source;  // what to call it: its title, form and size
  std::vector<PrintedPage> pages;  // none: the EPUB is made alone
};

/// An empty element to be put into a chapter's tree.
struct PageMark {
  std::string id, label;
  std::vector<std::size_t> path;  // numbers of children from the chapter's root to the node that it stands before…
  std::size_t offset = 0;         // …or in, where that is a text: behind so many bytes
};

struct PageListEntry {
  std::string label, id;
};

/// The page list and the marks that it points to.
struct PageMarks {
  std::string source;                            // of the pagination; empty where there is none
  bool arePrinted = false;                       // the list is of the book on paper, not of the source
  std::vector<PageListEntry> list;               // in reading order
  std::vector<std::vector<PageMark>> byChapter;  // as the publication's chapters; in reading order
  std::vector<PageMark> inContents;  // the contents are written anew for screens: no more than their first page has a place
};

/// Finds the place of each page: in the text where its first line begins, or just before a link, a formula, a word with
/// readings or a heading there. Without pages, the marks that stand in the content itself (role doc-pagebreak).
PageMarks findPageMarks(const publication::Publication& publication, const Pagination& pagination);

/// Puts the marks into a copy of the chapter's tree and takes the meaning off those of another pagination there.
void insertPageMarks(dom::Element& root, const std::vector<PageMark>& marks);
void removeSourceMarks(dom::Element& root);

/// `<span epub:type="pagebreak" …></span>`
std::unique_ptr<dom::Element> pageBreak(const PageMark& mark);

}  // namespace octavo::epub
