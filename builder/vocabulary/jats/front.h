// vocabulary/jats: the parts of an article's front matter, found once for title block, metadata and "about".
#pragma once

#include <vector>

#include "dom/dom.h"

namespace octavo::vocabulary::jats {

struct Front {
  const dom::Element* journal = nullptr;       // journal-meta
  const dom::Element* meta = nullptr;          // article-meta, front-stub, front itself, book-meta, book-part-meta
  const dom::Element* titles = nullptr;        // title-group, book-title-group
  std::vector<const dom::Element*> groups;     // contrib-group, directly in meta
  std::vector<const dom::Element*> affiliations;  // in meta and its contributors, in order
  const dom::Element* published = nullptr;     // the pub-date to show
};

/// The front matter of an article, sub-article or response, of a book or a part of one; all null where it has none.
Front findFront(const dom::Element& article);
/// article-title, book-title, or title; null where the group has none.
const dom::Element* mainTitleIn(const dom::Element& titles);
/// The alt-title for the heads of pages, where there is one; null where none is.
const dom::Element* shortTitleIn(const dom::Element& titles);

/// Contributors in a contrib-group, those in collaborations not included.
std::vector<const dom::Element*> contributorsOf(const dom::Element& group);
/// True where the contributor's group or type says author, or nothing.
bool isAuthor(const dom::Element& contrib);

}  // namespace octavo::vocabulary::jats
