// epub: what a package holds, and the package document that lists it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "epub/accessibility.h"
#include "epub/content_document.h"
#include "publication/publication.h"

namespace octavo::epub {

/// A file of the package below EPUB/, with its line in the manifest.
struct Item {
  std::string path;  // relative to the package document, ASCII
  std::string mediaType;
  std::string properties;  // of the manifest item: "nav", "cover-image", "mathml"…; empty for none
  std::string bytes;
  bool isInSpine = false;  // in the order of the items
};

/// An item's id in the manifest, from its path: "chapter-1.xhtml" is "chapter-1-xhtml".
std::string manifestId(std::string_view path);

struct PackageFacts {
  const publication::Metadata& metadata;
  std::string identifier;  // a URI
  std::string modified;    // CCYY-MM-DDThh:mm:ssZ
  AccessibilityMetadata accessibility;
  std::string pageSource;          // of the page list; empty where there is none
  bool readsRightToLeft = false;  // the book turns its pages to the right
  bool allowsFonts = false;        // says to Apple's readers that its fonts are to be used
};

/// package.opf. EPUB 3.3, section 5.
std::string packageDocument(const PackageFacts& facts, const std::vector<Item>& items);

}  // namespace octavo::epub
