// box: how the items of a list are counted (HTML, section 4.4.5 and 15.3.8).
#pragma once

#include "css/cascade.h"
#include "dom/dom.h"

namespace octavo::box {

bool isList(const dom::Element& element);
/// +1, or -1 for an item of a reversed list.
int stepOfItem(const dom::Element& item);
/// What the list's counter has before its first item: that has the list's start, else 1, else, where the list counts
/// down, the number of its items that are shown.
int valueBeforeItems(const dom::Element& list, const css::Cascade& cascade);
/// The attribute as a whole number.
int numberAttribute(const dom::Element& element, std::string_view name, int otherwise);

}  // namespace octavo::box
