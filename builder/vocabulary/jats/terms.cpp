// vocabulary/jats: which of the program's words stand for JATS's elements and types.
#include "vocabulary/jats/terms.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "vocabulary/source_questions.h"

namespace octavo::vocabulary::jats {
namespace {

using words::Term;

/// Names of elements, values of their types, and a few keys of the reader's own.
struct Key {
  std::string_view name;
  Term term;
};
constexpr std::array kKeys{
    Key{"abstract", Term::Abstract}, Key{"keywords", Term::Keywords}, Key{"references", Term::References},
    Key{"acknowledgements", Term::Acknowledgements}, Key{"glossary", Term::Glossary}, Key{"appendix", Term::Appendix},
    Key{"about-article", Term::AboutArticle}, Key{"about-book", Term::AboutBook}, Key{"index", Term::Index},
    Key{"dedication", Term::Dedication}, Key{"see-entry", Term::SeeEntry}, Key{"see-also-entry", Term::SeeAlsoEntry},
    Key{"answer", Term::Answer}, Key{"explanation", Term::Explanation}, Key{"short-title", Term::ShortTitle},
    Key{"journal", Term::Journal}, Key{"publisher", Term::Publisher}, Key{"article-id", Term::Identifier},
    Key{"history", Term::Dates}, Key{"received", Term::Received}, Key{"accepted", Term::Accepted},
    Key{"published", Term::Published}, Key{"permissions", Term::Rights}, Key{"funding", Term::Funding},
    Key{"correspondence", Term::Correspondence}, Key{"author-notes", Term::Notes}, Key{"contributors", Term::Contributors},
    Key{"affiliation", Term::Affiliation}, Key{"funding-group", Term::Funding}, Key{"support-group", Term::Support},
    Key{"self-uri", Term::File}, Key{"custom-meta-group", Term::OtherDetails}, Key{"journal-id", Term::JournalCode},
    Key{"pub", Term::Published}, Key{"ppub", Term::Printed}, Key{"epub", Term::PublishedOnline},
    Key{"rev-recd", Term::Revised}, Key{"pub-history", Term::PublicationHistory}, Key{"event", Term::Event},
    Key{"related", Term::Related}, Key{"counts", Term::Counts}, Key{"issue", Term::Issue},
    Key{"issue-title", Term::IssueTitle}, Key{"supplement", Term::Supplement}, Key{"note", Term::Note},
    Key{"editors", Term::EditorsShort}, Key{"translators", Term::TranslatorsShort},
};

char largeLetter(char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); }

}  // namespace

std::string term(std::string_view key, std::string_view language) {
  const auto found = std::ranges::find(kKeys, key, &Key::name);
  if (found != kKeys.end()) return std::string(words::of(language)[found->term]);
  std::string shown(key);
  if (isOneOf(key, {"issn", "issn-l", "isbn"})) {  // abbreviations in every language
    std::ranges::transform(shown, shown.begin(), largeLetter);
    return shown;
  }
  std::ranges::replace(shown, '-', ' ');
  std::ranges::replace(shown, '_', ' ');
  if (!shown.empty()) shown[0] = largeLetter(shown[0]);
  return shown;
}

}  // namespace octavo::vocabulary::jats
