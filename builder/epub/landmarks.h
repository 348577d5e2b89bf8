// epub: what the navigation tells of besides the contents: figures, tables, the book's well-known parts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "epub/content_document.h"

namespace octavo::epub {

struct ListEntry {
  std::string label, language, id;
};

/// A part of the book that readers jump to.
struct Part {
  std::string_view type;  // in the words of EPUB Structural Semantics: index, endnotes…
  std::string label;      // its own heading; may be empty
  std::string id;
};

struct FoundParts {
  std::vector<ListEntry> figures, tables;  // with a caption, in reading order
  std::vector<Part> parts;  // index, loi, lot always; bibliography, glossary, endnotes where the book has just one
};

FoundParts findParts(const std::vector<Document>& documents);

}  // namespace octavo::epub
