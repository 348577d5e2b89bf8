// vocabulary: one or several articles, or a manifest, as one publication.
//
// The manifest is a strict subset of the DocBook 5.1 Assembly: resources with href and grammar, structures of
// nested modules with renderas, titles overridden by merge, filterin and filterout.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "publication/publication.h"
#include "vocabulary/page_styles.h"

namespace octavo::vocabulary {

struct BookletOptions {
  std::string structure = {};  // the xml:id of the manifest's structure to build; empty: the first
  std::string title = {};      // these override what the inputs say where they are not empty
  std::string author = {};     // several between semicolons
  std::string language = {};   // BCP 47
  std::string date = {};       // ISO 8601
  std::string encoding = {};   // of the inputs, whatever they declare; not of what a manifest names
  bool allowHtml = false;      // xml::ReadOptions
  std::filesystem::path root = {};    // what references may reach instead of the input's own folder; empty: that
  PageStyles pageStyles = PageStyles::Hidden;  // what counts of the style that pages bring along
  std::filesystem::path schema = {};  // that each input named must be valid by (xml/schema.h); empty: none
};

/// Reads everything. One article stands alone, with its title block inside; several get a title page and
/// contents; a manifest has a title page and what its structure lists. Ids are unique in the whole, links
/// between articles are settled, references that lead nowhere are words. Throws BuildError for what cannot be
/// read.
publication::Publication readPublication(std::span<const std::filesystem::path> inputs,
                                         const BookletOptions& options, SourceFiles& sources,
                                         Diagnostics& diagnostics);

/// The xml:id of each structure of a manifest, in its order. Throws BuildError: structure-unknown where the input is no
/// manifest, manifest-invalid where a structure has no id.
std::vector<std::string> structuresOf(std::span<const std::filesystem::path> inputs, const std::filesystem::path& root,
                                      SourceFiles& sources);

}  // namespace octavo::vocabulary
