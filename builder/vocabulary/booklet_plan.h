// vocabulary: what a booklet shall hold, before anything of it is read.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "dom/dom.h"
#include "publication/publication.h"
#include "vocabulary/registry.h"

namespace octavo::vocabulary {

/// Elements that an edition leaves out, told by a profiling attribute (audience, condition…) or its data-
/// form.
struct Filter {
  std::string attribute;
  std::vector<std::string> values;
  bool keepsMatches =
      false;  // filterin: an element with the attribute stays only if it has one of the values
};

/// A chapter that is gathered from the articles.
enum class Gathered { Nothing, Glossary, Answers, Index };

struct PlannedModule {
  Gathered gathered = Gathered::Nothing;
  publication::ChapterKind kind = publication::ChapterKind::Chapter;
  std::filesystem::path file;            // empty: a part, or generated
  std::optional<Vocabulary> vocabulary;  // nothing: sniffed
  publication::LocalizedText title;      // empty: the article's own
  std::vector<Filter> filters;  // its own and those of the modules around it, besides those of the whole
  SourcePosition where;
  std::vector<PlannedModule> children;
};

/// The picture on a booklet's cover, as its manifest names it.
struct PlannedCover {
  std::filesystem::path manifest;
  std::string href;
  SourcePosition where;
};

struct BookletPlan {
  PlannedCover cover;
  publication::Metadata metadata;
  std::vector<PlannedModule> modules;
  std::vector<Filter> filters;
  bool hasTitlePage = false;
};

/// The plan that a manifest's structure is. `structure` is an xml:id, empty: the first. Throws BuildError:
/// manifest-invalid, structure-unknown.
BookletPlan readManifest(const dom::Document& manifest, const std::filesystem::path& file,
                         const InputFolder& folder, const std::string& structure, Diagnostics& diagnostics);

/// Takes out what the filters leave out.
void applyFilters(dom::Element& root, const std::vector<Filter>& filters);

}  // namespace octavo::vocabulary
