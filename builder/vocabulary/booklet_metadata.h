// vocabulary: what a booklet says of itself, and what its articles add to that.
#pragma once

#include "publication/publication.h"
#include "vocabulary/booklet.h"

namespace octavo::vocabulary {

/// Adds to `book` what an article says; `own` is what the booklet says itself, without its articles.
void addMetadata(const publication::Metadata& article, const publication::Metadata& own, publication::Metadata& book);

/// What the user asked for instead of what the inputs say. A language there is in any case, "und" where none is known.
void applyOptions(const BookletOptions& options, publication::Metadata& metadata);

}  // namespace octavo::vocabulary
