// epub: what the chapters' trees need on a screen that they do not need on paper.
#pragma once

#include <memory>
#include <vector>

#include "dom/dom.h"

namespace octavo::epub {

/// Works on copies of all chapters, before they become files:
///  - figures and tables with a caption and sections of notes get an id, so that the navigation may point at them;
///  - a question gets a link to its answer, an answer to its explanation, where these stand elsewhere (they link back already);
///  - an index whose parts are not those that EPUB Indexes 1.0 asks for (one list of entries) is one by its role alone;
///  - an accent of a formula, a combining mark alone, is the character that stands by itself;
///  - a table's head cell without content is an ordinary one: WCAG 2.2, technique H51;
///  - what is for paper only goes, but for marks of pages in it; what is for screens only is like everything else;
///  - a line feed between two Chinese or Japanese characters goes: readers would show a space;
///  - a picture without words gets those of its caption.
void prepareChapters(const std::vector<std::unique_ptr<dom::Element>>& roots);

}  // namespace octavo::epub
