// vocabulary/tei: which of the program's words stand for TEI's elements.
#include "vocabulary/tei/terms.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "vocabulary/tei/reading.h"
#include "words/words.h"

namespace octavo::vocabulary::tei {
namespace {

using words::Term;

struct Key {
  std::string_view element;
  Term term;
};
constexpr std::array kKeys{
    Key{"about", Term::AboutText}, Key{"titleStmt", Term::Title}, Key{"editionStmt", Term::Edition},
    Key{"extent", Term::Extent}, Key{"publicationStmt", Term::Publication}, Key{"seriesStmt", Term::Series},
    Key{"notesStmt", Term::Notes}, Key{"sourceDesc", Term::Source}, Key{"encodingDesc", Term::Encoding},
    Key{"profileDesc", Term::Profile}, Key{"revisionDesc", Term::Revisions}, Key{"xenoData", Term::OtherData},
    Key{"respStmt", Term::Responsibility}, Key{"author", Term::Author}, Key{"editor", Term::Editor},
    Key{"publisher", Term::PublishingHouse}, Key{"distributor", Term::Distributor}, Key{"authority", Term::Authority},
    Key{"pubPlace", Term::PlaceOfPublication}, Key{"date", Term::Date}, Key{"availability", Term::Availability},
    Key{"licence", Term::Licence}, Key{"birth", Term::Birth}, Key{"death", Term::Death}, Key{"occupation", Term::Occupation},
    Key{"residence", Term::Residence}, Key{"abstract", Term::Abstract}, Key{"keywords", Term::Keywords}, Key{"textClass", Term::Keywords},
    Key{"language", Term::Language}, Key{"funder", Term::Funder}, Key{"principal", Term::PrincipalResearcher},
    Key{"projectDesc", Term::Project}, Key{"tagsDecl", Term::Tags}, Key{"listWit", Term::Witnesses},
    Key{"appInfo", Term::Programs}, Key{"editorialDecl", Term::EditorialPractice}, Key{"msDesc", Term::Manuscript},
    Key{"origDate", Term::DateOfOrigin}, Key{"origPlace", Term::PlaceOfOrigin},
};

}  // namespace

std::string term(std::string_view element, std::string_view language) {
  const auto found = std::ranges::find(kKeys, element, &Key::element);
  if (found != kKeys.end()) return std::string(words::of(language)[found->term]);
  std::string shown = dashed(element);
  std::ranges::replace(shown, '-', ' ');
  if (!shown.empty()) shown[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(shown[0])));
  return shown;
}

}  // namespace octavo::vocabulary::tei
