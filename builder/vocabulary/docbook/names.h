// vocabulary/docbook: names of people and groups.
#pragma once

#include <string>

#include "vocabulary/docbook/reading.h"

namespace octavo::vocabulary::docbook {

struct PersonName {
  std::string shown;   // 山田花子, Ada Lovelace
  std::string fileAs;  // "Lovelace, Ada"; empty where it is the same
};

/// A personname, or an author, editor or othercredit with one, or with the parts of one (DocBook 4), or with an orgname.
/// The role, as in DocBook's own stylesheets, says the order: first-last, last-first, FAMILY-given (family-given);
/// without one, names in Chinese, Japanese and Korean characters have the family first and no blank.
PersonName personName(const dom::Element& source);

/// True for the elements that personName has shown.
bool isPartOfName(const dom::Element& child);

}  // namespace octavo::vocabulary::docbook
