// vocabulary/jats: the head of an article: titles, people, places, date and source.
#pragma once

#include "vocabulary/jats/front.h"
#include "vocabulary/jats/reading.h"

namespace octavo::vocabulary::jats {

/// `<header class="title-block">`; nothing where the article tells nothing of itself.
void appendTitleBlock(const dom::Element& article, const Front& front, dom::Element& into, Reading& reading);

/// The content of an affiliation as one line, its label in front: as written where it has text between its parts,
/// else with commas.
void fillAffiliation(const dom::Element& affiliation, dom::Element& into, Reading& reading);

}  // namespace octavo::vocabulary::jats
