// epub: the stylesheets of the package, one for each way in which text runs in the book.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "css/epub_style.h"
#include "epub/content_document.h"
#include "epub/package.h"
#include "publication/publication.h"

namespace octavo::epub {

struct BookStyle {
  struct Sheet {
    std::string path;  // in the package
    css::TextFlow flow;
  };
  css::EpubStyle reader;      // but for the flow
  std::vector<Sheet> sheets;  // style.css, the main one, and others where the text of some documents runs otherwise
  WritingMode writingMode = WritingMode::HorizontalTb;  // of the book
};

/// Finds which sheets the book needs and tells each document which one is its own: an engine that knows no flow-relative
/// properties gets physical ones, and these are right for one direction and writing mode only. `device` says what the device
/// cannot take; the rest is found here.
BookStyle planStyle(const publication::Publication& publication, const std::vector<css::StylesheetPtr>& sheets,
                    css::EpubStyle device, std::vector<Document>& documents);

/// The sheets as planned; `fontPath` as for serializeForEpub.
std::vector<Item> styleItems(const BookStyle& style, const std::vector<css::StylesheetPtr>& sheets,
                             const std::function<std::string(const css::FontFaceRule&)>& fontPath);

}  // namespace octavo::epub
