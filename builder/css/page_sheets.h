// css: the sheets that pages bring along, as they count in a book.
#pragma once

#include <string>
#include <string_view>

#include "css/cascade.h"

namespace octavo::css {

/// The sheet where the media queries are met, as of `<link media="print">`. Empty: everywhere.
StylesheetPtr sheetInMedia(const StylesheetPtr& sheet, std::string_view media, Diagnostics& diagnostics);

/// How the classes of scopes begin; nothing else has such a class.
constexpr std::string_view kScopeClass = "own-style-";

/// The elements that a sheet is for: all in a root with the class, whose ids begin with the prefix.
struct SheetScope {
  std::string className;
  std::string idPrefix;
  bool isWholeBook = false;  // nothing else is in the book: html, body and the paper are the sheet's too
};

/// The sheet for these elements alone, and one class stronger than written, so that it wins over a look. Where there are others,
/// html and body are the root, and @page rules are left out. So are rules whose selectors are not understood, since nobody knows
/// what else they would meet, and `display: none` and `visibility: hidden` of elements: what is hidden was decided by the page.
StylesheetPtr sheetInScope(const StylesheetPtr& sheet, const SheetScope& scope);

}  // namespace octavo::css
