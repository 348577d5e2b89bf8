// vocabulary: what an element of SVG may hold and say. SVG 1.1, second edition, as the checkers of EPUBs read it (EPUB 3.3,
// section 6.2): one attribute in a wrong place makes a book invalid.
#pragma once

#include <functional>
#include <string_view>

namespace octavo::vocabulary::svg {

bool isElement(std::string_view name);
bool mayHold(std::string_view parent, std::string_view child);
/// Whether its text is shown or read; between the children of others there is white space only.
bool mayHoldText(std::string_view element);
bool mayHave(std::string_view element, std::string_view attribute);

/// Attributes that the element must have, each with a value by which as much is drawn as without it.
void forEachRequired(std::string_view element, const std::function<void(std::string_view name, std::string_view value)>& each);
/// The attribute without which the element does nothing and may not stand; empty: none.
std::string_view isNothingWithout(std::string_view element);

}  // namespace octavo::vocabulary::svg
