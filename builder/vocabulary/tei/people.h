// vocabulary/tei: the people of a header's title statement.
#pragma once

#include <string>

#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {

/// True for what stands in an author or editor beside the name: affiliation, email, address, idno, note.
bool isBesideName(const dom::Element& part);

/// The words of a name that stands in running text, without what is told beside it.
std::string wordsOfName(const dom::Element& agent);

/// Authors in a line, editors in another, their institutions below, then how to reach each of them.
void appendPeople(const dom::Element& statement, const std::string& language, dom::Element& header, Reading& reading);

}  // namespace octavo::vocabulary::tei
