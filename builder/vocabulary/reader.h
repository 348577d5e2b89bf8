// vocabulary: what every vocabulary's reader is given and gives back.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"
#include "dom/dom.h"
#include "publication/publication.h"
#include "vocabulary/page_styles.h"

namespace octavo::vocabulary {

/// One document to read. Everything referred to lives longer than the reading.
struct ReaderInputs {
  const dom::Document& document;
  const std::filesystem::path& file;  // where the document stands; references are followed from here
  const InputFolder& folder;          // which references must not leave
  std::string chapterId;              // the id of the chapter's root: "chapter-1"
  std::string idPrefix;  // begins every other id and every resource's file name: "a1-"; may be empty
  Diagnostics& diagnostics;
  bool isIndexed = false;  // the booklet makes an index of the articles' marks
  PageStyles pageStyles = PageStyles::Hidden;
};

/// A link whose target the article itself does not have: another article of the booklet may.
struct OpenReference {
  dom::Element* link = nullptr;  // an `a` without href, in one of the article's chapters
  std::filesystem::path file;    // the file it names; empty: any article of the booklet
  std::string id;                // as the source writes it; empty: the file as a whole
};

/// What a reader makes of one document. All ids are prefixed and unique within it.
struct Article {
  publication::Metadata metadata;
  std::vector<publication::Chapter> chapters;  // usually one
  std::vector<publication::NavigationEntry> navigation;
  std::vector<publication::Resource> resources;
  std::map<std::string, std::string> ids;  // the source's ids → ids in the chapters
  std::vector<OpenReference> openReferences;
  std::vector<publication::PageStyle> pageStyles;  // to be applied
};

}  // namespace octavo::vocabulary
