// vocabulary/bits: the parts that a book has and an article has not.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "vocabulary/jats/reading.h"

namespace octavo::vocabulary::bits {

/// Rules for the names that BITS adds to those of JATS.
std::span<const jats::Rule> partRules();

/// Title block, content and, after it, what the part's metadata say besides.
void fillPart(const dom::Element& part, dom::Element& into, jats::Reading& reading);
/// Metadata that the title block does not show, as a block without a heading.
void appendPartNotes(const dom::Element& part, dom::Element& into, jats::Reading& reading);

/// True for toc and toc-group.
bool isTableOfContents(const dom::Element& source);

}  // namespace octavo::vocabulary::bits
