// css: what an EPUB's stylesheet must know of the book and of the readers it is for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "css/cascade.h"

namespace octavo::css {

/// Which way the text of the documents that use a sheet runs: all ways that occur in them.
struct TextFlow {
  WritingMode writingMode = WritingMode::HorizontalTb;
  bool hasLeftToRight = true, hasRightToLeft = false;
  auto operator<=>(const TextFlow&) const = default;
};

struct EpubStyle {
  bool isRewritten = false;  // false: the sheets as they are; nothing below counts
  TextFlow flow;
  double baseSize = 12;                // points: the running text's size on paper, one em on a screen
  std::string mainLanguage;            // of the book
  std::vector<std::string> languages;  // other values of lang attributes in it

  // For some devices; builder/epub/devices.cpp says which, and why.
  bool hasReadersFont = false;         // no family for html and body
  bool hasReadersLines = false;        // no line height for html and body
  bool hasNoBackgrounds = false;
  bool hasNoNegativeMargins = false;
  bool hasSideMarginsInPercent = false;
  bool fitsTables = false;             // no fixed widths in tables
  bool isPlain = false;                // CSS 2.1: no conditions, no younger selectors, units, colours
  bool hasDuokanFaces = false;
  std::string closing;                 // rules behind all others
};

/// Of HTML 5 only: where a style is plain, its rules are for div with the element's name as class.
bool isYoungerElement(std::string_view name);

/// As serializeForEpub without a style, but rewritten for reading systems of any age:
///  - flow-relative properties become physical ones where all text of the flow agrees on the side;
///  - absolute lengths become relative ones, so that the reader's own size counts;
///  - colours stay where they carry meaning, and can be read on white and on black;
///  - generic families name the faces that devices have for the book's languages;
///  - emphasis marks have a fallback: bold, where an engine does not know them.
std::string serializeForEpub(const std::vector<StylesheetPtr>& sheets,
                             const std::function<std::string(const FontFaceRule&)>& fontPath, const EpubStyle& style);

}  // namespace octavo::css
