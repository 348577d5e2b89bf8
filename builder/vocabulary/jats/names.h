// vocabulary/jats: names of people and groups, in the order of their culture.
#pragma once

#include <string>
#include <string_view>

#include "dom/dom.h"
#include "publication/publication.h"

namespace octavo::vocabulary::jats {

struct PersonName {
  std::string shown;   // 山田花子, Xi Jinping, Ada Lovelace
  std::string fileAs;  // "Lovelace, Ada"; empty where it is the same
};

/// `name` or `string-name`. Eastern names have the surname first, without a blank in CJK scripts; western ones last.
/// A `name` whose parts are all Chinese, Japanese or Korean characters is eastern whatever its name-style says, for
/// the DTD fills in "western" where the author was silent; katakana names of the western order keep it, with a
/// middle dot (ジョン・スミス). A string-name without parts is shown as it is written.
PersonName personName(const dom::Element& name);

/// Whether a text has a Han, kana or Hangul character.
bool hasEastAsianLetter(std::string_view text);
/// Whether words could be in the language, by their letters: a Chinese, Japanese, Korean, Russian or Arabic text has some of its
/// own script. True for languages in Latin letters.
bool mayBeIn(std::string_view language, std::string_view text);

/// As reference lists have it: "Lovelace A", 山田花子.
std::string citedName(const dom::Element& name);

/// A contrib with its role and its name, collab or string-name; of alternatives the one in `language` is shown, else
/// the first. Affiliations are left to the caller, who knows what cross-references point to.
publication::Contributor contributor(const dom::Element& contrib, std::string_view language);

}  // namespace octavo::vocabulary::jats
