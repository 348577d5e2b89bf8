// vocabulary/tei: the header: metadata, title block, and the list of all that it says besides.
#pragma once

#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {

/// Title, contributors, publisher, date, identifier, rights, keywords of the document's header.
void readMetadata(const dom::Element& document, Reading& reading);
/// The language of the text: xml:lang of TEI or text, else the only one that langUsage names; else empty.
std::string languageOfText(const dom::Element& document);

/// Title, subtitles, authors and editors, then abstracts.
void convertTitleBlock(const dom::Element& document, dom::Element& into, Reading& reading);
/// Fills a section with the statements of the header. Those of the title block are left out where it was shown. The
/// section stays empty where there are none.
void convertAbout(const dom::Element& document, bool titleIsShown, dom::Element& section, Reading& reading);

}  // namespace octavo::vocabulary::tei
